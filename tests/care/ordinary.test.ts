/** What is said to be read in outages alone is read on no ordinary day. */
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { ordinaryParameters, readInOutages } from "../../src/care/ordinary.js";
import type { Journal } from "../../src/care/journal.js";
import { defaults, parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { calm, placeOf, simulate } from "./neighbourhoods.js";

const response: Readonly<Record<string, number | readonly number[]>> = parametersWith({}).response;

/** Another value of the same kind: far away, and shares in another order. */
function otherThan(name: string): number | readonly number[] {
  const value = response[name]!;
  if (typeof value !== "number") return [...value].reverse();
  return value <= 1 && defaults.response[name as keyof typeof defaults.response].unit.startsWith("share") ? 1 - value : 3 * value + 7;
}

/** Slots are numbered with those of evening sessions, which nobody is given on ordinary days. */
function ordinaryDays(overrides: Overrides): Omit<Journal, "bookings"> & { readonly bookings: Omit<Journal["bookings"], "slot"> } {
  const { none } = simulate(placeOf({ patients: [4000, 2500], overrides }), calm);
  const { slot: _, ...bookings } = none.bookings;
  return { ...none, bookings };
}

const usual = ordinaryDays({});

test.each(readInOutages)("%s changes no ordinary day", (name) => {
  // Shares of clinicians go together: what one gains another loses.
  const together = ["carryOnWithPaper", "cancelRoutine", "urgentOnly"].includes(name) ? { carryOnWithPaper: 0.1, cancelRoutine: 0.5, urgentOnly: 0.4 } : { [name]: otherThan(name) };
  expect(isDeepStrictEqual(ordinaryDays({ response: together }), usual)).toBe(true);
  expect(ordinaryParameters(parametersWith({ response: together }))).toEqual(ordinaryParameters(parametersWith({})));
});

// So the check can fail, and what is left is not the same.
test.each(["laterInWeek", "overtimeMinutes", "overtimeTrigger", "sentBackShare"])("%s changes some", (name) => {
  const overrides = { response: { [name]: name === "overtimeTrigger" ? 1 : otherThan(name) } };
  expect(isDeepStrictEqual(ordinaryDays(overrides), usual)).toBe(false);
  expect(ordinaryParameters(parametersWith(overrides))).not.toEqual(ordinaryParameters(parametersWith({})));
});
