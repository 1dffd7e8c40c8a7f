/** How a chart looks: its width, its writing, its colours. What it says is the same in every look. */

/** Okabe and Ito's palette, which colour-blind readers can tell apart, chosen so that neighbours also differ in grey. */
export interface Colours {
  readonly blue: string;
  readonly sky: string;
  readonly vermillion: string;
  readonly orange: string;
  /** Of titles and of what must be read. */
  readonly ink: string;
  /** Of all other writing. */
  readonly grey: string;
  /** Of lines of the grid. */
  readonly pale: string;
  /** Behind days off. */
  readonly rest: string;
  readonly paper: string;
  /** Of writing on blue. */
  readonly onBlue: string;
  /** Of parts that lie side by side, from the darkest to the lightest or the other way: they differ in grey too. */
  readonly parts: readonly [string, string, string, string];
  /** Of what grows, from least to most. */
  readonly ramp: readonly [string, string, string, string, string];
}

export const colours: Colours = {
  blue: "#0072B2", sky: "#9CCBE6", vermillion: "#D55E00", orange: "#E69F00", ink: "#212B32", grey: "#4C6272", pale: "#E3E8EB", rest: "#F3F5F6", paper: "white", onBlue: "white",
  parts: ["#003F63", "#0072B2", "#E69F00", "#F6DF9F"], ramp: ["#DCEBF5", "#9CCBE6", "#4F9FD0", "#0072B2", "#003F63"],
};

/** `screen`: a headline over a page. `print`: a figure of a journal, 8 to 9 points with thin lines, headed by what it shows. `dark`: slides and dark screens. */
export type Theme = "screen" | "print" | "dark";

/** Pixels, 96 to the inch: 11 of them are 8.25 points. */
export interface Look {
  readonly total: number;
  /** Of the writing within a chart. */
  readonly text: number;
  readonly title: number;
  readonly subtitle: number;
  /** Of the source line. */
  readonly small: number;
  /** Width of curves. */
  readonly line: number;
  /** Around all of it, in addition to `total`. */
  readonly margin: number;
  /** Whether there is the room of a desk. */
  readonly isWide: boolean;
  readonly colours: Colours;
  /** Whether the finding stands as the headline, or below a plain name. */
  readonly isHeadline: boolean;
  /** Heads the chart in place of either; the finding then stands below. */
  readonly heading?: string | undefined;
}

const desk = { small: 11, line: 1.8, margin: 0, colours, isHeadline: true };

/** `wide` for paper and desk; `half` for two side by side on a desk; `narrow` for a telephone, and for two side by side on paper. */
export const sizes = {
  wide: { ...desk, total: 680, text: 12, title: 18, subtitle: 13, isWide: true },
  half: { ...desk, total: 440, text: 12, title: 15, subtitle: 12, isWide: false },
  narrow: { ...desk, total: 328, text: 11, title: 15, subtitle: 12, small: 10, isWide: false },
} as const satisfies Record<string, Look>;

/** By name, or any other. */
export type Layout = keyof typeof sizes | Look;

export function lookOf(layout: Layout): Look {
  return typeof layout === "string" ? sizes[layout] : layout;
}

const WIDE = 560, HALF = 400;

/** Of a chart that stands alone, `width` pixels wide with its margin. */
export function lookFor(theme: Theme, width: number, heading?: string): Look {
  const margin = theme === "print" ? 2 : width >= HALF ? 16 : 12;
  const total = width - 2 * margin;
  return { ...(total >= WIDE ? sizes.wide : total >= HALF ? sizes.half : sizes.narrow), ...themes[theme], total, margin, heading };
}

const themes: Readonly<Record<Theme, Partial<Look>>> = {
  screen: {},
  print: {
    text: 11, title: 12, subtitle: 11, small: 11, line: 1, isHeadline: false,
    colours: { ...colours, ink: "black", grey: "#333333", pale: "#E0E0E0", rest: "#F2F2F2" },
  },
  dark: {
    colours: {
      blue: "#56B4E9", sky: "#1F5A80", vermillion: "#FF8C42", orange: "#F0B429", ink: "#F4F6F7", grey: "#B6C3CC", pale: "#2C3840", rest: "#1B252C", paper: "#10181D", onBlue: "#10181D",
      parts: ["#F6DF9F", "#E69F00", "#3F8FC4", "#1D4F70"], ramp: ["#1C3F54", "#1F5A80", "#3F8FC4", "#8CC8EE", "#F4F6F7"],
    },
  },
};
