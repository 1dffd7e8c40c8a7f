/**
 * Lengths of time that may be left to chance: `40m`; `10m to 30m`, evenly; `{least: 3m, likely: 4m, most: 20m}`, a triangle; `{mean: 40m, sd: 30m}`,
 * lognormal.
 */
import * as z from "zod";
import { lognormal, quantileOf, triangular, uniformBetween } from "../engine/distribution.js";
import type { Minutes } from "../facts/days.js";
import type { Span } from "../infrastructure/incident.js";
import { durationOf, minutesOf } from "./duration.js";
import { clockDuration, clockTrouble, durationTrouble, text, unless, type WordsAbout } from "./leaf.js";
import { messages } from "./messages.js";

const shapes = [["least", "likely", "most"], ["mean", "sd"]] as const;
type Part = (typeof shapes)[number][number];
type Parts = { readonly [part in Part]?: string | undefined };

/** A span as it is written. */
export type WrittenSpan = string | Parts;

const part = (description: string, example: string): z.ZodOptional<z.ZodString> => clockDuration.optional().meta({ description, examples: [example] });

const parts = z.strictObject({
  least: part("The shortest that it can be.", "3m"),
  likely: part("The most likely length, between least and most.", "4m"),
  most: part("The longest that it can be.", "20m"),
  mean: part("The mean length: with sd, instead of least, likely and most.", "40m"),
  sd: part("The standard deviation; lengths are lognormal, so that few are very long.", "30m"),
}).superRefine(unless(partsTrouble));

/** A length of time by the clock, fixed or left to chance. */
export const span = z.union([text(spanTrouble), parts]).meta({
  id: "span",
  description: "A length of time: a duration such as 40m, a range such as 10m to 30m (any length in it is as likely), {least: 3m, likely: 4m, most: 20m}, or {mean: 40m, sd: 30m}.",
  examples: ["40m", "10m to 30m", { least: "3m", likely: "4m", most: "20m" }, { mean: "40m", sd: "30m" }],
});

/** A span, or `5 working days`. */
export const lasting = z.union([text((value) => (isRange(value) ? spanTrouble(value) : durationTrouble(value))), parts]);

/** Minutes, or what they are drawn from; undefined where it is no span, as "5 working days" is none. */
export function spanOf(written: WrittenSpan): Span | undefined {
  if (typeof written !== "string") {
    const { least, likely, most, mean, sd } = written;
    if (partsTrouble(written) !== undefined) return undefined;
    return mean === undefined ? triangular(minutesIn(least), minutesIn(likely), minutesIn(most)) : lognormal(minutesIn(mean), minutesIn(sd));
  }
  if (spanTrouble(written) !== undefined) return undefined;
  if (!isRange(written)) return minutesIn(written);
  const [low, high] = endsOf(written).map(minutesIn) as [Minutes, Minutes];
  // Nothing is left to chance there.
  return low === high ? low : uniformBetween(low, high);
}

/** True where it is certain to be no time at all. */
export function isNoTime(span: Span): boolean {
  return (typeof span === "number" ? span : quantileOf(span, 0.5)) === 0;
}

const isRange = (value: string): boolean => /(^|\s)to(\s|$)/.test(value);

function endsOf(range: string): [low: string, high: string] {
  const [low = "", high = ""] = range.split(/(?:^|\s)to(?:\s|$)/, 2);
  return [low.trim(), high.trim()];
}

/** NaN of what is no duration by the clock: it compares with nothing. */
function minutesIn(text: string | undefined): Minutes {
  return minutesOf(text) ?? NaN;
}

function spanTrouble(value: string): WordsAbout | undefined {
  if (!isRange(value)) return durationOf(value) === undefined ? (about) => messages.notSpan(about, value) : clockTrouble(value);
  const [low, high] = endsOf(value);
  if (low === "" || high === "") return (about) => messages.openRange(about, value, low === "" ? "beginning" : "end");
  for (const end of [low, high]) {
    if (durationOf(end) === undefined) return (about) => messages.wrongEnd(about, value, end);
    const trouble = clockTrouble(end);
    if (trouble) return trouble;
  }
  return minutesIn(high) < minutesIn(low) ? (about) => messages.backwards(about, value, low, high) : undefined;
}

function partsTrouble(written: Parts): WordsAbout | undefined {
  const present = Object.keys(written).filter((key) => written[key as Part] !== undefined);
  const isWhole = shapes.some((shape) => shape.length === present.length && shape.every((key) => present.includes(key)));
  if (!isWhole) return (about) => messages.notAllOf(about, present);
  const { least = "", likely = "", most = "", mean } = written;
  if (mean !== undefined) return minutesIn(mean) === 0 ? (about) => messages.noMean(about) : undefined;
  const ascends = minutesIn(least) <= minutesIn(likely) && minutesIn(likely) <= minutesIn(most);
  return ascends ? undefined : (about) => messages.notAscending(about, { least, likely, most });
}
