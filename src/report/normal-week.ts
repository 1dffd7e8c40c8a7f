/** Consultations of a normal week, and how those that the outage disrupts lie in time. */
import { bankHolidays } from "../facts/bank-holidays.js";
import { dateOf, dayNumber, weekdayOf } from "../facts/days.js";
import type { ResultDocument } from "../result/document.js";
import { longDay } from "./dates.js";
import { figureOf, partsOf } from "./find.js";
import { partOf, percent, rounded } from "./numbers.js";
import { openDaysIn } from "./opening-hours.js";

/** Consultations without the outage, Monday to Sunday: the mean of whole weeks without a bank holiday after the day of onset; null where the calendar holds none. */
export function normalWeek(document: ResultDocument): number | null {
  // Of the day of onset only what comes after it is counted.
  const counts = new Map(usualDays(document).filter(([date]) => date !== document.window.onset?.slice(0, 10)));
  const weeks = [...counts.keys()].flatMap((date) => {
    const first = dayNumber(date);
    const days = Array.from({ length: 7 }, (_, day) => dateOf(first + day));
    return weekdayOf(first) === 0 && days.every((day) => counts.has(day) && !bankHolidays.has(day)) ? [days.reduce((sum, day) => sum + counts.get(day)!, 0)] : [];
  });
  return weeks.length === 0 ? null : weeks.reduce((sum, week) => sum + week, 0) / weeks.length;
}

/** Whose week it is: only neighbourhoods that something reaches are simulated, and so counted. */
export function whoseWeek({ places, outcomes }: ResultDocument): string {
  const neighbourhoods = new Set(places.filter(({ kind }) => kind === "neighbourhood").map(({ code }) => code));
  const untouched = outcomes.some(({ id, arm, part, where, mean }) => id === "consultations" && arm === "none" && part === "all" && neighbourhoods.has(where) && mean === null);
  return untouched ? "in the neighbourhoods that it reaches" : "of these practices";
}

/** `, which equals 71% of a normal week's consultations of these practices`; empty where no whole week is known. */
export function inNormalWeeks(document: ResultDocument): string {
  const [disrupted, week] = [figureOf(document, "appointmentsDisrupted"), normalWeek(document)];
  if (disrupted === undefined || disrupted.mean === null || week === null || week === 0) return "";
  const [mean, low, high] = [disrupted.mean, disrupted.low, disrupted.high].map((value) => (value === null ? null : value / week)) as [number, number | null, number | null];
  return `, which equals ${mean < 1 ? `${percent(mean)} of a normal week's consultations` : `the consultations of ${rounded({ mean, low, high })} normal weeks`} ${whoseWeek(document)}`;
}

/** Less than this share of the whole, before or after, is not worth a sentence; and of all that there is, so much is nearly all. */
const SMALL = 0.05, NEARLY_ALL = 0.95;

/** How many are disrupted until systems return, and how many afterwards; empty where there is one stretch only, or more than one outage. */
export function beforeAndAfterReturn(document: ResultDocument): string {
  const { window: { onset, restored }, incidents } = document;
  const row = figureOf(document, "appointmentsDisrupted");
  const isOne = incidents.every(({ times, began }) => times.most <= 1 && began?.least === incidents[0]!.began?.least && began?.most === began?.least);
  if (row === undefined || onset === null || restored === null || !isOne) return "";
  // The day on which systems return is the outage's where they return after practices have opened.
  const isAway = (date: string): boolean => `${date}T00:00` < restored && (date !== restored.slice(0, 10) || openDaysIn(`${date}T00:00`, restored) > 0);
  const days = partsOf(document, "appointmentsDisrupted", "day:").map(({ part, mean }) => [part.slice(4), mean ?? 0] as const);
  const sum = (values: readonly (readonly [string, number])[]): number => values.reduce((total, [, value]) => total + value, 0);
  const [away, all] = [sum(days.filter(([date]) => isAway(date))), sum(days)];
  if (!(away >= SMALL * all && all - away >= SMALL * all) || away === 0) return "";
  const usual = sum(usualDays(document).filter(([date]) => isAway(date)));
  const last = days.filter(([date]) => isAway(date)).at(-1)![0];
  const until = last === restored.slice(0, 10) ? `by the end of ${longDay(restored)}, when systems return` : "before systems return";
  return `About ${partOf(row, away)} of them were due ${until}${away >= NEARLY_ALL * usual ? ", nearly all there were" : ""}, and about ${partOf(row, all - away)} later, while practices dig out.`;
}

/** By day from the onset on, as the twin has it. */
function usualDays(document: ResultDocument): (readonly [date: string, consultations: number])[] {
  return partsOf(document, "consultations", "day:", { arm: "none" }).map(({ part, mean }) => [part.slice(4), mean ?? 0] as const);
}
