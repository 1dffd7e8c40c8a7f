/** What a planner has to arrange, in sentences that the page and the situation report share, without their full stop. */
import type { ResultDocument } from "../result/document.js";
import { backToNormal } from "./back-to-normal.js";
import { dayAndMonth, longDate, longDay } from "./dates.js";
import { figureOf, isNothing, overPractices, recoveriesOf } from "./find.js";
import { capital, listed, partName, withinSentence } from "./labels.js";
import { isSome, plain } from "./numbers.js";
import { outagesIn } from "./outages.js";
import { afterWorkingDays, staffDays, staffRoles, toFind, together, worstCalls, type WorstCalls } from "./outlook.js";
import { asSubject, countedAs, inWords } from "./ranges.js";
import { recoveryTime } from "./sentences.js";

const moreHours = { one: "more hour than usual", many: "more hours than usual", isMeasured: true } as const;

/** `short` leaves out what has no range of its own. */
export type Length = "whole" | "short";

/** How many staff hours to find, and on which day most; that there are none. */
export function hoursSentences(document: ResultDocument, length: Length = "whole"): string[] {
  const days = toFind(staffDays(document));
  if (days.length === 0) return [staffDays(document).some(({ all }) => isSome(all)) ? "On no day do staff work more than chance alone may explain" : "On no day do staff work more than usual"];
  const overtime = figureOf(document, "extraWorkHours", { part: "overtime" });
  const sum = together(days.map(({ all }) => all));
  const most = days.reduce((worst, day) => (day.all.mean! > worst.all.mean! ? day : worst));
  const roles = staffRoles(document).map((part, role) => ({ name: withinSentence(partName(part)), hours: most.byRole[role]! })).filter(({ hours }) => (hours.mean ?? 0) >= 0.5);
  const split = roles.length < 2 || length === "short" ? "" : `: ${listed(roles.sort((a, b) => b.hours.mean! - a.hours.mean!).map(({ name, hours }) => `${plain(hours.mean!, 2)} of ${name}`))}`;
  return [
    `To cope and catch up, staff work ${inWords(sum, moreHours)}`,
    ...(overtime === undefined || !isSome(overtime) || overtime.mean! >= sum.mean! ? [] : [`Of these ${asSubject(overtime, countedAs.extraWorkHours)} are overtime, and the rest fits into hours for which they are rostered`]),
    `Most are worked on ${longDay(most.date)}: ${inWords(most.all, countedAs.extraWorkHours)}${split}`,
    `The last day with more to do than usual is ${longDay(days.at(-1)!.date)}`,
  ];
}

/** The worst day on the telephones, while lines are away and once they are back. */
export function telephoneSentences(document: ResultDocument, length: Length = "whole"): string[] {
  const calls = worstCalls(document);
  if (calls === undefined) return ["On no day do more callers fail to get through than usual"];
  const { worst, afterReturn } = calls;
  return [
    `The worst day for those who try to reach a practice is ${longDay(worst.date)}: ${failureOf(worst, length)}`,
    ...(afterReturn === undefined || afterReturn.date === worst.date ? [] : [`Once systems are back it is ${dayAndMonth(afterReturn.date)}: ${failureOf(afterReturn, length)}`]),
  ];
}

function failureOf({ failed, givenUp, multiple }: WorstCalls, length: Length): string {
  const parts = [
    ...(failed === undefined || (failed.mean ?? 0) <= 0 ? [] : [`${asSubject(failed, countedAs.contactsNotConnected)} do not connect`]),
    ...(givenUp === undefined || (givenUp.mean ?? 0) <= 0 ? [] : [`${asSubject(givenUp, { one: "caller", many: "callers" })} ${failed !== undefined && (failed.mean ?? 0) > 0 ? "more hang up" : "hang up"} before they are answered`]),
  ];
  return `${parts.join("; ")}${length === "short" || multiple === null || multiple < 1.05 ? "" : `; ${plain(multiple, 2)} times as many calls come in as on the same day without the outage`}`;
}

/** When routine care is normal again: for half of the practices and for nine in ten, by the calendar; and how much longer a routine appointment takes to get meanwhile. */
export function normalSentences(document: ResultDocument): string[] {
  const { restored } = document.window;
  const spread = overPractices(document, "backlogRecovery");
  const normal = backToNormal(document);
  const isOne = recoveriesOf(document).length === 1;
  const half = spread?.p50 == null || restored === null || isOne || outagesIn(document) > 1 || spread.p50 < 1 ? [] : [`Half of the affected practices are back to normal by about ${longDate(afterWorkingDays(restored, spread.p50))}`];
  const wait = figureOf(document, "accessDelay", { part: "most" });
  return [
    ...half, normal === undefined ? recoveryTime(document) : capital(normal.finding),
    ...(wait === undefined || isNothing(wait) || (wait.mean ?? 0) < 0.05 ? [] : [`At the worst, a patient waits ${asSubject(wait, { one: "working day", many: "working days", isMeasured: true })} longer for a routine appointment with a GP`]),
  ];
}
