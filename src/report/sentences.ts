/** Sentences that the page, its charts and the screen share, without their full stop. */
import { dateOf, dayNumber, isWorkingDay } from "../facts/days.js";
import type { ResultDocument } from "../result/document.js";
import { horizonOf, overPractices, recoveriesOf } from "./find.js";
import { lossesOf, type Stretch } from "./losses.js";
import { percent, plain } from "./numbers.js";
import { outagesIn } from "./outages.js";

/** Below this many working days a practice is back to normal as soon as its systems are. */
const AT_ONCE = 0.05;
/** Core hours of a practice, by the contract of general practice in England. */
const OPENS = "08:00";
const CLOSES = "18:30";

/** How long the affected practices take to dig out. */
export function recoveryTime(document: ResultDocument): string {
  const row = overPractices(document, "backlogRecovery");
  if (row === undefined || row.defined === 0) return "No practice falls so far behind that its recovery could be measured";
  const never = `by ${horizonOf(document)}, the end of the simulated time`;
  const back = row.p50 === null ? `not back to normal ${never}` : row.p50 < AT_ONCE ? "back to normal when systems return" : `back to normal within ${workingDays(row.p50)} of the ${outagesIn(document) > 1 ? "last " : ""}return of systems`;
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
  const isOutOfHours = lost.length > 0 && !lost.some(touchesOpeningHours);
  return `${isOutOfHours ? "Systems failed when practices were closed" : "Practices do without what failed"}; nothing differs from an ordinary period`;
}

function touchesOpeningHours({ from, to }: Stretch): boolean {
  for (let day = dayNumber(from.slice(0, 10)); day <= dayNumber(to.slice(0, 10)); day++) {
    if (isWorkingDay(day) && from < `${dateOf(day)}T${CLOSES}` && to > `${dateOf(day)}T${OPENS}`) return true;
  }
  return false;
}

/** Below this many working days they are told in minutes, of which a working day has 630. */
const SHORT = 0.15, MINUTES = 630;

function workingDays(days: number): string {
  if (days < SHORT) return `${plain(days * MINUTES, 2)} minutes of opening hours`;
  const count = plain(days, days >= 100 ? 3 : 2);
  return `${count} working ${count === "1" ? "day" : "days"}`;
}
