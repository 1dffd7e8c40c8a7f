/** When practices are open. */
import { dateOf, dayNumber, isWorkingDay } from "../facts/days.js";

/** Core hours of a practice, by the contract of general practice in England. */
const OPENS = "08:00";
const CLOSES = "18:30";
/** Minutes of a working day. */
export const OPEN_MINUTES = 630;

/** Working days of which some opening time lies between two local times. */
export function openDaysIn(from: string, to: string): number {
  let days = 0;
  for (let day = dayNumber(from.slice(0, 10)); day <= dayNumber(to.slice(0, 10)); day++) {
    if (isWorkingDay(day) && from < `${dateOf(day)}T${CLOSES}` && to > `${dateOf(day)}T${OPENS}`) days++;
  }
  return days;
}
