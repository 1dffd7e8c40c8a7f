import type { defaults, Grade, Group } from "./defaults.js";

/** Group and name, such as `demand.resultRate`. */
export type DefaultId = { [G in Group]: `${G}.${keyof (typeof defaults)[G] & string}` }[Group];

/**
 * A figure, or a few of one source, that somebody published. At least one of the four says what became of it, and where it holds several, of each. Where two
 * figures differ, publications of NHS England win, then the later year, then the better grade; the other is superseded and stays here.
 */
export interface PublishedFigure {
  readonly group: "demand" | "service" | "staff" | "work" | "cost" | "substitution" | "downtime" | "outage" | "sla" | "measure";
  readonly parameter: string;
  /** As published, in `unit`; several are parted by semicolons or slashes. */
  readonly value: string;
  readonly unit: string;
  /** That it holds for; empty where it names two of its own. */
  readonly year: string;
  readonly source: string;
  readonly grade: Exclude<Grade, "assumption">;
  /** Defaults that are the figure, or come from it in the way that their source says. */
  readonly usedBy?: readonly DefaultId[];
  /** Files of the project that hold it, each with the words in which they do. */
  readonly usedIn?: Readonly<Record<string, string>>;
  /** The figure that stands in its place, and why. */
  readonly supersededBy?: string;
  /** Why not, and what it would tell. */
  readonly unused?: string;
}
