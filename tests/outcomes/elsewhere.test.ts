/** Outcomes downstream of practices, on journals written by hand: one caller a row. */
import { expect, test } from "vitest";
import { sumsAt, type Sum } from "../../src/experiment/tally.js";
import { regionOutcomes } from "../../src/outcomes/index.js";
import type { RegionPair } from "../../src/outcomes/outcome.js";
import type { LineJournal, PharmacyJournal } from "../../src/overflow/journal.js";
import { at, ONSET, period } from "./journal-builder.js";

interface Caller {
  readonly at: number;
  readonly startedAt?: number;
  readonly gaveUpAt?: number;
  readonly isHandedOver?: boolean;
}

const line = (callers: readonly Caller[]): LineJournal => ({
  at: Float64Array.from(callers, (each) => each.at), isHandedOver: Uint8Array.from(callers, (each) => Number(each.isHandedOver ?? false)),
  startedAt: Float64Array.from(callers, (each) => each.startedAt ?? NaN), gaveUpAt: Float64Array.from(callers, (each) => each.gaveUpAt ?? NaN),
});
const HOURS = 28 * 24;
const pharmacies = (waiting: (hour: number) => number = () => 0, visits: (hour: number) => number = () => 0): PharmacyJournal => ({
  // 240 items a day.
  issued: new Float64Array(HOURS).fill(10), dispensed: new Float64Array(HOURS), waiting: Float64Array.from({ length: HOURS }, (_, hour) => waiting(hour)), visits: Float64Array.from({ length: HOURS }, (_, hour) => visits(hour)),
});
const quiet = line([]);
const calm = pharmacies();

function sumsIn(pair: Partial<RegionPair>): Sum[] {
  return sumsAt(regionOutcomes, { region: 0, onset: ONSET, nhs111: { none: quiet, outage: quiet }, urgentCare: { none: quiet, outage: quiet }, pharmacies: { none: calm, outage: calm }, patients: 1000, period, ...pair }, 1);
}

function figures(pair: Partial<RegionPair>): (id: string, part?: string, arm?: "none" | "outage") => number {
  const sums = sumsIn(pair);
  return (id, part = "all", arm = "outage") => {
    const sum = sums.find((each) => each.id === id && each.part === part && each.arm === arm);
    return sum === undefined ? 0 : sum.over === null ? sum.values[0]! : sum.values[0]! / sum.over[0]!;
  };
}

/** Thursday 08:00 is the onset. */
const usual: Caller[] = [{ at: at(3, 7), startedAt: at(3, 7) + 30 }, { at: at(3, 10), startedAt: at(3, 10) + 2 }, { at: at(4, 10), startedAt: at(4, 10) + 4 }];

test("those whom practices hand over are counted from the onset on, with everybody's waits, and with all who give up", () => {
  const more: Caller[] = [
    { at: at(3, 7.5), gaveUpAt: at(3, 9), isHandedOver: true }, ...usual.slice(0, 2), { at: at(4, 9), gaveUpAt: at(4, 9) + 20, isHandedOver: true }, { at: at(4, 10), startedAt: at(4, 10) + 40 },
  ];
  const figure = figures({ nhs111: { none: line(usual), outage: line(more) } });
  expect(figure("contactsElsewhere", "service:111")).toBe(1);
  expect(figure("contactsElsewhere", "day:2023-03-17")).toBe(1);
  // Who called before the onset and gave up after it gave up in the outage.
  expect(figure("abandonedElsewhere", "service:111")).toBe(2);
  expect(figure("waitsElsewhere", "service:111", "none")).toBe((2 + 4) / 2);
  expect(figure("waitsElsewhere", "service:111")).toBe((2 + 20 + 40) / 3);
  expect([figure("waitsElsewhere", "service:111, worst day", "none"), figure("waitsElsewhere", "service:111, worst day")]).toEqual([4, 30]);
  expect(figure("waitsElsewhere", "added up")).toBeCloseTo((62 - 6) / 60, 12);
});

test("the backlog of a line is those who wait at a full hour, over those of a mean day, and is over after the last hour at which there are many", () => {
  // Two calls a day in the twin; in the outage eight more wait from 09:30 to 12:30, and one until the evening.
  const ordinary = Array.from({ length: 50 }, (_, index) => ({ at: ONSET + index * 700, startedAt: ONSET + index * 700 }));
  const waiting = Array.from({ length: 8 }, () => ({ at: at(3, 9.5), startedAt: at(3, 12.5) }));
  const figure = figures({ urgentCare: { none: line(ordinary), outage: line([...ordinary, ...waiting, { at: at(3, 9.5), startedAt: at(3, 18.5) }].sort((a, b) => a.at - b.at)) } });
  const meanDay = (24 * 50) / (HOURS - ONSET / 60);
  expect(figure("backlogElsewhere", "service:urgent care") / 1000).toBeCloseTo(9 / meanDay, 9);
  expect(figure("backlogElsewhere")).toBe(figure("backlogElsewhere", "service:urgent care"));
  // Nine wait at 10:00, 11:00 and 12:00; one alone is no backlog of a region.
  expect(figure("recoveryElsewhere", "service:urgent care") / 1000).toBeCloseTo(5 / 24, 9);
  expect(figure("recoveryElsewhere", "service:111")).toBe(0);
});

test("at pharmacies delay is what waits, hour by hour; the backlog in days of what is issued", () => {
  // 480 items more at 10:00 on the day of the onset, fewer by five in every hour.
  const piled = (hour: number): number => (hour < 82 ? 0 : Math.max(0, 480 - 5 * (hour - 82)));
  const figure = figures({ pharmacies: { none: pharmacies(() => 7), outage: pharmacies((hour) => 7 + piled(hour), (hour) => (hour === 90 ? 3 : 0)) } });
  expect(figure("prescriptionDelay", "at pharmacies")).toBe((480 * 97) / 2);
  // Ten items an hour from the onset, hour 80, on.
  expect(figure("prescriptionDelay", "at pharmacies, an item")).toBeCloseTo((480 * 97) / 2 / (10 * (HOURS - 80)), 9);
  expect(figure("backlogElsewhere", "service:pharmacy") / 1000).toBeCloseTo(2, 9);
  // A twentieth of 240 items is 12: 480 - 5 * 93 is 15, 480 - 5 * 94 is 10.
  expect(figure("recoveryElsewhere") / 1000).toBeCloseTo((82 + 93 + 1 - 80) / 24, 9);
  expect(figure("contactsElsewhere", "service:pharmacy")).toBe(3);
});

test("a backlog that is not over at the horizon lasts until then, and is marked as cut, as is that of all services; one that is over an hour before is not", () => {
  const until = (last: number): Sum[] => sumsIn({ pharmacies: { none: calm, outage: pharmacies((hour) => (hour >= 82 && hour <= last ? 100 : 0)) } });
  const cut = (sums: readonly Sum[]): string[] => sums.filter(({ censored }) => censored > 0).map(({ id, part, censored }) => `${id} ${part} ${censored}`);
  expect(cut(until(HOURS - 1))).toEqual(["recoveryElsewhere service:pharmacy 1", "recoveryElsewhere all 1"]);
  expect(until(HOURS - 1).find(({ id, part }) => id === "recoveryElsewhere" && part === "all")!.values[0]! / 1000).toBeCloseTo((HOURS * 60 - ONSET) / 1440, 9);
  expect(cut(until(HOURS - 2))).toEqual([]);
});
