/** Friday 19 July 2024: a defective security update, seen from general practice in England. */
import { expect, test } from "vitest";
import { capabilities } from "../../src/infrastructure/disruption.js";
import { hitIn, levelAt, momentIn, shipped, stepsIn, upstreamOf } from "./shipped.js";

const model = await shipped("crowdstrike-2024");
const replications = [0, 1, 2].map((replication) => upstreamOf(model, replication));
const friday = momentIn(model, "2024-07-19", "08:00");
const losesCapability = (upstream: (typeof replications)[number], practice: number): boolean => upstream.of(practice).capabilities.some(({ times }) => times.length > 0);

test("C1: more than half of England's practices are disrupted", () => {
  for (const upstream of replications) {
    expect(upstream.practices.length).toBeGreaterThan(6000);
    expect(hitIn(upstream).filter((practice) => losesCapability(upstream, practice)).length / upstream.practices.length).toBeGreaterThan(0.5);
  }
});

test("C2: practices on SystmOne lose nothing of their own, yet their patients' prescriptions wait at pharmacies", () => {
  for (const upstream of replications) {
    upstream.practices.forEach(({ clinicalSystem }, practice) => {
      if (clinicalSystem !== "SystmOne") return;
      expect(losesCapability(upstream, practice)).toBe(false);
      const pharmacies = upstream.of(practice).services.find(({ component }) => component === "pharmacy-systems");
      expect(levelAt(pharmacies!.steps, friday)).toBeLessThan(1);
    });
  }
});

test("C3: telephones stay up everywhere", () => {
  for (const { disruption } of replications) for (const history of disruption.histories) expect(stepsIn(history, "telephone").times).toEqual([]);
});

test("C6: on Saturday at 09:00 some of the practices that were hit can log in again, and some cannot", () => {
  const saturday = momentIn(model, "2024-07-20", "09:00");
  for (const upstream of replications) {
    const hit = hitIn(upstream).filter((practice) => losesCapability(upstream, practice));
    const restored = hit.filter((practice) => levelAt(stepsIn(upstream.of(practice), "seeRecords"), saturday) === 1).length / hit.length;
    // "Most systems were coming back", "some still could not": between half and all but one in fifty.
    expect(restored).toBeGreaterThan(0.5);
    expect(restored).toBeLessThan(0.98);
  }
});

test("C11: the log-in is back before the appointment book, and that before results, at every practice", () => {
  const upstream = replications[0]!;
  const returns = (practice: number, index: number): number => {
    const { times, level } = upstream.of(practice).capabilities[index]!;
    return times[level.indexOf(1)]!;
  };
  const [records, book, results] = (["seeRecords", "book", "seeResults"] as const).map((name) => capabilities.indexOf(name));
  for (const practice of hitIn(upstream).filter((hit) => losesCapability(upstream, hit))) {
    expect(returns(practice, records!)).toBeLessThan(returns(practice, book!));
    expect(returns(practice, book!)).toBeLessThan(returns(practice, results!));
  }
});

test("work is slower for a while after the return", () => {
  const upstream = replications[0]!;
  const practice = hitIn(upstream).find((hit) => losesCapability(upstream, hit))!;
  const { slowness } = stepsIn(upstream.of(practice), "seeRecords");
  expect(Math.max(...slowness)).toBeGreaterThan(1);
  expect(slowness.at(-1)).toBe(1);
});
