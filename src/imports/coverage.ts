/** For how many practices a figure is their own. */
import { grouped } from "./codes.js";

export interface Coverage {
  /** What is known or not, such as `GPs`. */
  readonly figure: string;
  /** Practices whose own figure it is. */
  readonly own: number;
  /** All practices of the estate. */
  readonly of: number;
  /** What the others have. */
  readonly otherwise: string;
}

/** `Of 3 practices these have figures of their own: GPs 2, telephony all. The others: GPs by list size, as in their ICB.` */
export function coverageInWords(coverage: readonly Coverage[]): string {
  const own = coverage.map(({ figure, own, of }) => `${figure} ${own === of ? "all" : own === 0 ? "none" : grouped(own)}`);
  const lacking = coverage.filter(({ own, of }) => own < of);
  const defaults = [...new Set(lacking.map(({ otherwise }) => otherwise))].map((common) => {
    return `${lacking.filter(({ otherwise }) => otherwise === common).map(({ figure }) => figure).join(", ")} ${common}`;
  });
  const others = defaults.length === 0 ? "" : ` The others: ${defaults.join("; ")}.`;
  return `Of ${grouped(coverage[0]!.of)} practices these have figures of their own: ${own.join(", ")}.${others}`;
}
