/** Amounts with a form of their own, as the language takes them and as the model has them: shares, places to be drawn, rates, working hours. */
import * as z from "zod";
import { DAY, type Minutes } from "../facts/days.js";
import type { Reach, Repair } from "../infrastructure/incident.js";
import { text, unless, type WordsAbout } from "./leaf.js";
import { messages } from "./messages.js";

const anyPercentage = /^(\d{1,3}(?:\.\d{1,9})?)\s*%$/;

/** The share that `30%` is; undefined where `text` is no percentage up to 100. */
function percentageOf(text: string): number | undefined {
  const found = anyPercentage.exec(text.trim());
  const share = found ? Number(found[1]) / 100 : Infinity;
  return share <= 1 ? share : undefined;
}

/** `0.3` or `30%`. */
export const share = z.union([
  // Bounds for editors: what is wrong with a number beyond them is said in the words of both forms.
  z.number().superRefine(unless((value) => (value >= 0 && value <= 1 ? undefined : (about) => messages.notAShare(about, value)))).meta({ minimum: 0, maximum: 1 }),
  text((value) => (percentageOf(value) === undefined ? (about) => messages.notAShare(about, value) : undefined)),
]);

export function shareOf(written: number | string): number | undefined {
  return typeof written === "number" ? written : percentageOf(written);
}

/** `2 working days`. */
export const workingDays = text((value) => (workingDaysOf(value) === undefined ? (about) => messages.notWorkingDays(about, value) : undefined));

/** How many; undefined where `text` does not say. */
export function workingDaysOf(text: string): number | undefined {
  const found = /^(\d{1,3}(?:\.\d{1,3})?)\s+working\s+days?$/.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

/** `12 practices`, `3 neighbourhoods`, `2 regions` or `30%`. */
export const places = text((value) => (drawOf(value) ? undefined : (about) => messages.notADraw(about, value)));

export function drawOf(written: string): Reach["draw"] {
  const part = percentageOf(written);
  if (part !== undefined) return { part };
  const found = /^([1-9]\d{0,5})\s+(practice|neighbourhood|region)s?$/.exec(written.trim());
  return found ? { number: Number(found[1]), of: `${found[2]!}s` as "practices" | "neighbourhoods" | "regions" } : undefined;
}

/** A month is a twelfth of a year of 365.25 days. */
const lengths: Readonly<Record<string, Minutes>> = { day: DAY, week: 7 * DAY, month: (365.25 / 12) * DAY, year: 365.25 * DAY };
/** Times a day beyond which a rate is a slip of the keyboard, and would fill the calendar with incidents. */
const MOST_A_DAY = 24;

/** `2.19 a month`. */
export const rate = text((value) => {
  const often = rateOf(value);
  if (often === undefined) return (about) => messages.notARate(about, value);
  if (often === 0) return (about) => messages.zeroRate(about, value);
  return often * DAY > MOST_A_DAY ? (about) => messages.tooOften(about, value, MOST_A_DAY) : undefined;
});

/** Times a minute; undefined where `text` is no rate. */
export function rateOf(text: string): number | undefined {
  const found = /^(\d{1,9}(?:\.\d{1,9})?)\s+(?:a|per)\s+(day|week|month|year)$/.exec(text.trim());
  return found ? Number(found[1]) / lengths[found[2]!]! : undefined;
}

/** Minutes of the day; undefined where `text` is no time of day, of which 24:00 is the last. */
function clockOf(text: string): Minutes | undefined {
  const found = /^(\d{2}):(\d{2})$/.exec(text.trim());
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])];
  return found && minutes < 60 && hours * 60 + minutes <= DAY ? hours * 60 + minutes : undefined;
}

const clock = text((value) => {
  if (clockOf(value) !== undefined) return undefined;
  return (about) => (/^\d{2}:\d{2}$/.test(value) ? messages.noSuchTime(about, value) : messages.notAClock(about, value));
});

type WrittenHours = string | { readonly from?: string; readonly to?: string; readonly weekends?: boolean };
type Hours = NonNullable<Extract<Repair, { by: "crews" }>["hours"]>;

/** `08:00-18:00` on weekdays, or `{from: 08:00, to: 18:00, weekends: true}`. */
export const hours = z.union([
  text((value) => hoursTrouble(value)),
  z.strictObject({
    from: clock.meta({ description: "When work begins.", examples: ["08:00"] }),
    to: clock.meta({ description: "When work ends; 24:00 is the end of the day.", examples: ["18:00"] }),
    weekends: z.boolean().default(false).meta({ description: "true where they work on Saturdays and Sundays as well.", examples: [true] }),
  }).superRefine(unless(({ from, to }) => order(from, to))),
]);

export function hoursOf(written: WrittenHours): Hours | undefined {
  const { from, to, weekends } = typeof written === "string" ? { ...endsOf(written), weekends: false } : written;
  const [begins, ends] = [clockOf(from ?? ""), clockOf(to ?? "")];
  return begins === undefined || ends === undefined || begins >= ends ? undefined : { from: begins, to: ends, weekends: weekends ?? false };
}

function endsOf(text: string): { from?: string; to?: string } {
  const [, from, to] = /^(\d{2}:\d{2})\s*(?:-|to)\s*(\d{2}:\d{2})$/.exec(text.trim()) ?? [];
  return from === undefined || to === undefined ? {} : { from, to };
}

function hoursTrouble(value: string): WordsAbout | undefined {
  const { from, to } = endsOf(value);
  if (from === undefined || to === undefined) return (about) => messages.notHours(about, value);
  const wrong = [from, to].find((end) => clockOf(end) === undefined);
  return wrong === undefined ? order(from, to) : (about) => messages.noSuchTime(about, value);
}

function order(from: string, to: string): WordsAbout | undefined {
  const [begins, ends] = [clockOf(from), clockOf(to)];
  return begins !== undefined && ends !== undefined && begins >= ends ? (about) => messages.hoursBackwards(about, from, to) : undefined;
}
