/** Single values of the language that are more than a text or a number. */
import * as z from "zod";
import { durationOf, isTooLong, LONGEST_DAYS, momentOf } from "./duration.js";
import { isDate } from "../facts/days.js";
import { icbCodes, icbFacts } from "../facts/icbs.js";
import { type About, messages, type Words } from "./messages.js";
import { allNearest } from "./nearest.js";

/** Words about a setting; `group` is what a value that is a group of settings is itself called. */
export type WordsAbout = (about: About, group: string) => Words;

/** For `superRefine`: a value of which `trouble` has something to say is wrong. The words are written once it is known what they are about. */
export function unless<T>(trouble: (value: T) => WordsAbout | undefined): (value: T, context: z.RefinementCtx) => void {
  return (value, context) => {
    const words = trouble(value);
    if (words) context.addIssue({ code: "custom", params: { words } });
  };
}

/** A text of which `trouble` has nothing to say. */
export const text = (trouble: (text: string) => WordsAbout | undefined): z.ZodString => z.string().superRefine(unless(trouble));

/** `2023-03-16`. */
export const date = text((value) => {
  if (isDate(value)) return undefined;
  return (about) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? messages.noSuchDate(about, value) : messages.notDate(about, value));
});

/** `2023-03-16 08:00`. */
export const moment = text((value) => {
  const read = momentOf(value);
  if (typeof read === "object") return undefined;
  return (about) => (read === undefined ? messages.notMoment(about, value) : read === "date" ? messages.noSuchDate(about, value) : messages.noSuchTime(about, value));
});

/** `4h`, but no working days. */
export const clockDuration = text((value) => clockTrouble(value));

export function clockTrouble(value: string): WordsAbout | undefined {
  const read = durationOf(value);
  if (read === undefined) return (about) => messages.notClockDuration(about, value);
  return "workingDays" in read ? (about) => messages.workingDuration(about, value) : durationTrouble(value);
}

export function durationTrouble(value: string): WordsAbout | undefined {
  const read = durationOf(value);
  if (read === undefined) return (about) => messages.notDuration(about, value);
  return isTooLong(read) ? (about) => messages.tooLongDuration(about, value, LONGEST_DAYS) : undefined;
}

/** `40 neighbourhoods`. */
export const sample = text((value) => (neighbourhoodsOf(value) ? undefined : (about) => messages.notASample(about, value)));

/** How many neighbourhoods a sample is to have; undefined where `text` does not say. */
export function neighbourhoodsOf(text: string): number | undefined {
  const found = /^([1-9]\d{0,4})\s+neighbourhoods?$/.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

/** A text with something in it, `longest` characters at most. */
export const line = (longest: number): z.ZodString => z.string().min(1).max(longest);
/** One entry or several. */
export const oneOrMore = <S extends z.ZodType>(entry: S): z.ZodUnion<[S, z.ZodArray<S>]> => z.union([entry, z.array(entry).min(1).max(10_000)]);

/** Code of an ICB of either era. */
export const icb = text((value) => (icbFacts(value) ? undefined : (about) => messages.unknownRegion(about, value, icbsLike(value))));

/** Codes of ICBs, or England. */
export const regions = z.union([
  text((value) => (value === "England" || icbFacts(value) ? undefined : (about) => messages.unknownRegion(about, value, icbsLike(value)))),
  z.array(icb).min(1).max(100),
]);

/** ICBs that somebody may have meant: `QKS (Kent and Medway)`. */
export function icbsLike(word: string): string[] {
  const facts = icbCodes.map((code) => icbFacts(code)!);
  const byName = facts.filter(({ name }) => word.length > 3 && name.toLowerCase().includes(word.toLowerCase()));
  const near = byName.length > 0 ? byName : allNearest(word, facts, ({ code }) => code);
  return (near.length > 0 ? near : allNearest(word, facts, ({ name }) => name)).slice(0, 3).map(({ code, name }) => `${code} (${name})`);
}

/** For a group: exactly one of these settings is there. */
export function exactlyOne<K extends string>(...options: readonly K[]): (value: { readonly [key in K]?: unknown }) => WordsAbout | undefined {
  return (value) => {
    const present = options.filter((option) => value[option] !== undefined);
    return present.length === 1 ? undefined : (_about, group) => messages.exactlyOne(group, present, options);
  };
}
