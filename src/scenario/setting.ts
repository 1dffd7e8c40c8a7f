/** What incidents and directives are checked against; what could not be made is absent, and whatever would need it is left alone. */
import type { Estate } from "../estate/estate.js";
import { DAY, dateOf, daysOf, firstDay, type Minutes, minutesAt, type Period, timestamp } from "../facts/days.js";
import type { Infrastructure } from "../infrastructure/model.js";
import { momentOf } from "./duration.js";
import { messages } from "./messages.js";
import type { Say } from "./mistake.js";
import type { Path } from "./positions.js";
import { aboutOf } from "./subject.js";

export interface Setting {
  /** Plain value of the file. */
  readonly root: unknown;
  readonly period: Period | undefined;
  /** All practices, and those that are simulated: the same unless they are a sample. */
  readonly whole: Estate | undefined;
  readonly estate: Estate | undefined;
  readonly infrastructure: Infrastructure;
  readonly say: Say;
  readonly warn: (warning: string) => void;
}

/** The moment written at `path`, if it lies within the reported days; one at the horizon (with a `least` of 0) may end something, but begin nothing. */
export function momentAt(text: string, path: Path, least: Minutes, { root, period, say }: Setting): Minutes | undefined {
  const moment = momentOf(text);
  if (typeof moment !== "object" || !period) return undefined;
  const time = minutesAt(period, moment.date, moment.clock);
  if (time < period.warmUpDays * DAY) say(path, messages.beforeCalendar(aboutOf(root, path), text, period.start));
  else if (time + least > daysOf(period) * DAY) say(path, messages.afterCalendar(aboutOf(root, path), text, lastDayOf(period), daysFor(time + least, period)));
  else return time;
  return undefined;
}

/** False where what the duration `text` at `path` leads to, `until` or `at` the time `ends`, lies beyond the horizon, which is said. */
export function endsInTime(ends: Minutes, text: unknown, path: Path, { root, period, say }: Setting, until: "until" | "at" = "until"): boolean {
  if (!period || ends <= daysOf(period) * DAY) return true;
  say(path, messages.lastsBeyondCalendar(aboutOf(root, path), text, spelt(ends, period), lastDayOf(period), daysFor(ends, period), until));
  return false;
}

export function spelt(time: Minutes, period: Period): string {
  return timestamp(period, time).replace("T", " ");
}

function lastDayOf(period: Period): string {
  return dateOf(firstDay(period) + daysOf(period) - 1);
}

/** Days that the calendar would need for something that goes on until `time`. */
function daysFor(time: Minutes, period: Period): number {
  return Math.ceil(time / DAY) - period.warmUpDays;
}
