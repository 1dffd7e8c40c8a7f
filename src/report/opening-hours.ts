/** When practices are open. */
import { dateOf, dayNumber, isWorkingDay } from "../facts/days.js";
import { after } from "../result/tables.js";

/** Core hours of a practice, by the contract of general practice in England: 08:00 to 18:30, in minutes after midnight. */
export const OPENS = 480, CLOSES = 1110;
/** Minutes of a working day. */
export const OPEN_MINUTES = CLOSES - OPENS;

/** Working days of which some opening time lies between two local times. */
export function openDaysIn(from: string, to: string): number {
  let days = 0;
  for (let day = dayNumber(from.slice(0, 10)); day <= dayNumber(to.slice(0, 10)); day++) {
    if (isWorkingDay(day) && from < after(dateOf(day), CLOSES) && to > after(dateOf(day), OPENS)) days++;
  }
  return days;
}
