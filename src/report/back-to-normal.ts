/** When practices are back to normal, by the calendar: the same in every title, and after what the answer says in working days. */
import type { ResultDocument } from "../result/document.js";
import { longDate, shortDate } from "./dates.js";
import { backlogsOf, horizonOf, overPractices, recoveriesOf } from "./find.js";
import { outagesIn } from "./outages.js";
import { recoveryIn } from "./sentences.js";

export interface BackToNormal {
  /** `nine in ten practices are back to normal by 5 April 2023`. */
  readonly finding: string;
  /** The same for a mark in a chart. */
  readonly short: string;
  /** When it is so, a local time; null where that is beyond the horizon, or the document does not say. */
  readonly at: string | null;
  readonly isBeyondHorizon: boolean;
}

/** Undefined where nothing fell behind, and where several outages leave no single time at which all is well. */
export function backToNormal(document: ResultDocument): BackToNormal | undefined {
  const row = overPractices(document, "backlogRecovery");
  if (row === undefined || row.defined === 0 || outagesIn(document) > 1) return undefined;
  const isOne = recoveriesOf(document).length === 1;
  const who = isOne ? "the affected practice is" : "nine in ten practices are";
  const most = isOne ? row.p50 : row.p90;
  if (most === null) {
    const [few, short] = isOne ? ["the affected practice is not", "Not back"]
      : row.p50 === null ? ["half of the practices or more are not", "Half or more not back"] : ["fewer than nine in ten practices are", "Not nine in ten back"];
    return { finding: `${few} back to normal by ${horizonOf(document)}`, short: `${short} by ${shortDate(document.window.horizon)}`, at: null, isBeyondHorizon: true };
  }
  const { recovered } = document.window;
  const short = isOne ? "Back to normal" : "Nine in ten back";
  if (recovered !== null) return { finding: `${who} back to normal by ${longDate(recovered)}`, short: `${short} ${shortDate(recovered)}`, at: recovered, isBeyondHorizon: false };
  return { finding: `${who} back to normal ${within(recoveryIn(most))}`, short, at: null, isBeyondHorizon: false };
}

function within(time: string): string {
  return /^\d/.test(time) ? `within ${time} of the return of systems` : time;
}

/** Open work beyond an ordinary period, as a share of a practice's ordinary day, up to which recovery takes the practice to be back to normal. */
const NORMAL = 0.05;

/** The same of all practices that are hit, added up, in practice-days: up to so much more open work than usual is close to normal. Of what is merely slow, and lost nowhere, those that have a recovery are counted. */
export function closeToNormal(document: ResultDocument): number {
  return NORMAL * (document.typical?.practices.hit || recoveriesOf(document).length);
}

/** True where all open work together is close to normal throughout. */
export function staysCloseToNormal(document: ResultDocument): boolean {
  const curves = backlogsOf(document);
  return curves !== undefined && curves.outage.mean.every((value, step) => value - (curves.none.mean[step] ?? 0) <= closeToNormal(document));
}
