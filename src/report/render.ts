/** Pictures of a result document, as SVG text, without a screen. */
import type * as Vega from "vega";
import type { ResultDocument } from "../result/document.js";
import type { ChartSpec } from "./charts/frame.js";
import { charts, type ChartName } from "./charts/index.js";
import { textWidth } from "./charts/width.js";
import { escaped, printable } from "./html.js";
import { saySingly } from "./said.js";

export interface Drawing<Name extends string = ChartName> {
  readonly name: Name;
  /** Of the layout for a desk: the specification that a reader may change. */
  readonly spec: ChartSpec;
  readonly svg: string;
  /** The same for a screen as wide as a telephone. */
  readonly narrow: string;
  /** The finding, for those who cannot see the picture. */
  readonly alternative: string;
}

/** Every chart for which `document` has something to draw. */
export async function drawings(document: ResultDocument): Promise<Drawing[]> {
  const drawn: Drawing[] = [];
  for (const name of Object.keys(charts) as ChartName[]) {
    const spec = charts[name](document, "wide");
    const narrow = charts[name](document, "narrow");
    if (spec !== undefined && narrow !== undefined) drawn.push(await drawing(name, spec, narrow));
  }
  return drawn;
}

export async function drawing<Name extends string>(name: Name, spec: ChartSpec, narrow: ChartSpec): Promise<Drawing<Name>> {
  return { name, spec, svg: await render(spec), narrow: await render(narrow), alternative: alternativeOf(spec) };
}

/** Title and description, which may begin with it. */
function alternativeOf({ title, description }: ChartSpec): string {
  const lines = typeof title === "object" && title !== null && "text" in title ? title.text : (title ?? "");
  const finding = Array.isArray(lines) ? lines.join(" ") : String(lines);
  return finding === "" || description.startsWith(finding) ? description : `${finding}. ${description}`;
}

/** A complete SVG, the same bytes for the same specification; needs neither DOM nor canvas. */
export async function render(spec: ChartSpec): Promise<string> {
  // Loaded when there is something to draw: they are a third of what the program takes to start.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  measureWithoutCanvas(vega);
  // Vega marks the rows of data that it reads, so it is given a copy; and what no XML may hold, whoever wrote it, stays out.
  const copy = JSON.parse(JSON.stringify(spec), (_, value: unknown) => (typeof value === "string" ? printable(value) : value)) as ChartSpec;
  saySingly(copy);
  const view = new vega.View(vega.parse(compile(copy).spec), { renderer: "none" });
  try {
    const svg = await view.toSVG();
    return withTitles(svg).replace("class=\"marks\"", () => `role="img" aria-label="${escaped(alternativeOf(spec))}"`);
  } finally {
    view.finalize();
  }
}

/**
 * A picture is one thing to those who cannot see it, so the roles that Vega gives its parts go. What it says of a mark becomes the mark's title: a browser shows it where one points, scripts or none. Matched are tags alone, since Vega writes
 * the `<` of a text as an entity.
 */
function withTitles(svg: string): string {
  return svg
    .replace(/<(\w+) aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="[^"]*"((?:[^">]|"[^"]*")*)\/>/g, "<$1$3><title>$2</title></$1>")
    .replace(/<(?:g|path) (?:[^">]|"[^"]*")*>/g, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));
}

/** A canvas that happens to be installed would move every label; without one, Vega takes each letter for four fifths of its height. */
function measureWithoutCanvas(vega: typeof Vega): void {
  const { textMetrics } = vega as unknown as { textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number } };
  textMetrics.width = (item, text) => textWidth(String(text ?? ""), item.fontSize ?? 11);
}
