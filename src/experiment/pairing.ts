/** What it saves that both arms have the same patients and the same chance, told by measures that have a level in either. */
import { varianceOf } from "../statistics/variance.js";
import type { Ledger } from "./ledger.js";
import { rounded } from "./rounded.js";

export interface PairedMeasure {
  readonly measure: "consultations" | "staffHours" | "calls";
  readonly unit: string;
  /** Of the two arms, over replications; null where one of them does not vary, or there are fewer than three replications. */
  readonly correlation: number | null;
  /**
   * Variance of the difference of two arms that know nothing of each other, over that of the paired difference: so many replications without pairing tell as much as one with it. null where
   * there is no variance, or where there are fewer than three replications.
   */
  readonly factor: number | null;
}

const measures = [
  { measure: "consultations", unit: "consultations", of: consultations },
  { measure: "staffHours", unit: "staff hours", of: staffHours },
  { measure: "calls", unit: "calls", of: calls },
] as const;

/** Digits that are kept: more than any of them means. */
const DIGITS = 6;
/** Replications without which a correlation says nothing. */
const FEWEST = 3;

/** Over the neighbourhoods that were simulated, in replications that have any. */
export function pairingOf(ledger: Ledger): PairedMeasure[] {
  const pages = ledger.pages.flatMap(({ simulated }, page) => (simulated[0] === 1 ? [page] : []));
  return measures.map(({ measure, unit, of }) => {
    const pairs = pages.map((page) => of(ledger, page));
    const [none, outage, difference] = [pairs.map((pair) => pair.none), pairs.map((pair) => pair.outage), pairs.map((pair) => pair.outage - pair.none)].map(varianceOf) as [number, number, number];
    if (pairs.length < FEWEST || difference === 0 || none === 0 || outage === 0) return { measure, unit, correlation: null, factor: null };
    return { measure, unit, correlation: rounded((none + outage - difference) / (2 * Math.sqrt(none * outage)), DIGITS), factor: rounded((none + outage) / difference, DIGITS) };
  });
}

interface Levels {
  readonly none: number;
  readonly outage: number;
}

function consultations(ledger: Ledger, page: number): Levels {
  const of = (arm: string): number => ledger.total(page, "consultations", "all", arm, 0).value;
  return { none: of("none"), outage: of("outage") };
}

/** From the day of onset on. */
function staffHours(ledger: Ledger, page: number): Levels {
  const { value, over } = ledger.total(page, "extraWorkHours", "multiple", "outage", 0);
  return { none: over, outage: value };
}

/** In the reported period. */
function calls(ledger: Ledger, page: number): Levels {
  const { none, outage } = ledger.pages[page]!.hourly[0]?.calls ?? { none: [], outage: [] };
  const sum = (counts: ArrayLike<number>): number => Array.from(counts).reduce((total, count) => total + count, 0);
  return { none: sum(none), outage: sum(outage) };
}
