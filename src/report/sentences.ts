/** Sentences that the page, its charts and the screen share, without their full stop. */
import type { ResultDocument } from "../result/document.js";
import { horizonOf, overPractices, recoveriesOf } from "./find.js";
import { isMerelySlow, lossesOf } from "./losses.js";
import { percent, plain } from "./numbers.js";
import { OPEN_MINUTES, openDaysIn } from "./opening-hours.js";
import { outagesIn } from "./outages.js";

/** Below this many working days a practice is back to normal as soon as its systems are. */
const AT_ONCE = 0.05;

/** How long the affected practices take to dig out. */
export function recoveryTime(document: ResultDocument): string {
  const row = overPractices(document, "backlogRecovery");
  if (row === undefined || row.defined === 0) return "No practice falls so far behind that its recovery could be measured";
  const never = `by ${horizonOf(document)}, the end of the simulated time`;
  const back = row.p50 === null ? `not back to normal ${never}` : row.p50 < AT_ONCE ? "back to normal when systems return"
    : `back to normal within ${workingDays(row.p50)} ${row.p50 < A_DAY ? "after" : "of"} the ${outagesIn(document) > 1 ? "last " : ""}return of systems`;
  if (recoveriesOf(document).length === 1) return `The affected practice is ${back}`;
  if (row.p50 === null) return `Half of the affected practices or more are ${back}`;
  if (row.p90 === null) return `Half of the affected practices are ${back}, but nine in ten not ${never}`;
  return row.p90 < AT_ONCE ? "Nine in ten affected practices are back to normal when systems return" : `Half of the affected practices are ${back}, and nine in ten within ${workingDays(row.p90)}`;
}

/** What every recovery time rests on; null where the document does not say how much slack was assumed. */
export function slackAssumed({ assumptions }: ResultDocument): string | null {
  const shares = assumptions.filter(({ id }) => id.startsWith("care.slack")).map(({ value }) => Number(value)).sort((a, b) => a - b);
  if (shares.length === 0) return null;
  const [least, most] = [percent(shares[0]!), percent(shares.at(-1)!)];
  return `Recovery assumes slack of ${least === most ? least : `${least} to ${most}`} of rostered time, a share without a source`;
}

/** `1.5 working days`; `when systems return` where it takes no time. */
export function recoveryIn(days: number): string {
  return days < AT_ONCE ? "when systems return" : workingDays(days);
}

/** What is said of an outage that changes nothing. */
export function nothingDiffers(document: ResultDocument): string {
  const lost = lossesOf(document).flatMap(({ stretches }) => stretches).filter(({ level }) => level < 1);
  const isOutOfHours = lost.length > 0 && lost.every(({ from, to }) => openDaysIn(from, to) === 0);
  return `${isOutOfHours ? "Systems failed when practices were closed" : isMerelySlow(document) ? "Slow systems hold nobody up" : "Practices do without what failed"}; nothing differs from an ordinary period`;
}

/** What rounds to less than a working day is told in hours of opening time; below so many of them, in minutes. */
const A_DAY = 0.995, MINUTES_BELOW = 2;

function workingDays(days: number): string {
  const minutes = days * OPEN_MINUTES;
  if (minutes < MINUTES_BELOW * 60) return `${plain(minutes, 2)} minutes of opening time`;
  if (days < A_DAY) return `${Math.round(minutes / 60)} hours of opening time`;
  const count = plain(days, days >= 100 ? 3 : 2);
  return `${count} working ${count === "1" ? "day" : "days"}`;
}
