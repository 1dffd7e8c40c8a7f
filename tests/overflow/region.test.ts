/** The hand-over from care, and both arms downstream of it. */
import { describe, expect, test } from "vitest";
import { BY_HAND, ELECTRONIC, PRESCRIPTION_TASK, TO_111, TO_PHARMACY, TO_URGENT_CARE, type Journal } from "../../src/care/journal.js";
import { DAY, daysOf } from "../../src/facts/days.js";
import { regionOutcomes } from "../../src/outcomes/index.js";
import { handedOver } from "../../src/overflow/arrivals.js";
import { handOverOf, OF_CONSULTATION, PRESCRIPTION_KINDS, REPEAT, WRITTEN } from "../../src/overflow/hand-over.js";
import type { LineJournal } from "../../src/overflow/journal.js";
import { simulateRegion } from "../../src/overflow/region.js";
import { sumsAt } from "../../src/experiment/tally.js";
import { outageOf, placeOf, simulate } from "../care/neighbourhoods.js";
import { figureOf, handOverBy, regionOf, threeWeeks } from "./region.js";

const place = placeOf();
const outage = outageOf(place, 2);
const { demand, ...lived } = simulate(place, outage);
const patients = 11_000;
const handOver = { none: handOverOf(demand, lived.none), outage: handOverOf(demand, lived.outage) };
const region = regionOf({ patients, members: [{ handOver, weight: 1, patients }], onset: outage.onset, period: place.period });
const journals = simulateRegion(region);
const arms = ["none", "outage"] as const;
const count = <T>(values: Iterable<T>, isCounted: (value: T) => boolean): number => [...values].filter(isCounted).length;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Rows of a line by what became of them. */
function ends({ at, startedAt, gaveUpAt }: LineJournal): { served: number; gaveUp: number; waiting: number } {
  const rows = [...at.keys()];
  return {
    served: count(rows, (row) => !Number.isNaN(startedAt[row])), gaveUp: count(rows, (row) => !Number.isNaN(gaveUpAt[row])),
    waiting: count(rows, (row) => Number.isNaN(startedAt[row]) && Number.isNaN(gaveUpAt[row])),
  };
}

describe.each(arms)("nobody is lost on the way, arm %s", (arm) => {
  const journal: Journal = lived[arm];
  // Lines are simulated from two days before the onset.
  const from = (Math.floor(outage.onset / DAY) - 2) * DAY;
  const { visits } = journal;
  const went = (state: number, since: number): number => count(visits.to.keys(), (visit) => visits.to[visit] === state && visits.at[visit]! >= since);

  test("every visit elsewhere is one arrival there, of those too whom NHS 111 sends back", () => {
    expect(sum(journals.nhs111[arm].isHandedOver)).toBe(went(TO_111, from));
    expect(sum(journals.urgentCare[arm].isHandedOver)).toBe(went(TO_URGENT_CARE, from));
    expect(sum(journals.pharmacies[arm].visits)).toBe(went(TO_PHARMACY, 0));
    expect(went(TO_111, from)).toBeGreaterThan(5);
    expect(count(visits.need, (need) => journal.needs.state[need] !== TO_111)).toBeGreaterThan(went(TO_URGENT_CARE, 0) + went(TO_PHARMACY, 0));
  });

  test("whoever arrives is served, gives up or waits still", () => {
    for (const line of [journals.nhs111[arm], journals.urgentCare[arm]]) {
      const { served, gaveUp, waiting } = ends(line);
      expect(served + gaveUp + waiting).toBe(line.at.length);
      expect([...line.at].every((at, row) => row === 0 || at >= line.at[row - 1]!)).toBe(true);
    }
  });

  test("every prescription that is issued reaches a pharmacy, and every item there is dispensed or waits", () => {
    const { prescriptions } = handOver[arm];
    const counted = (kind: number): number => sum(prescriptions.filter((_, index) => index % PRESCRIPTION_KINDS === kind));
    const { needs, jobs } = journal;
    const [byHand, sent, deferred] = [BY_HAND, ELECTRONIC, 3].map((how) => count(needs.prescription.keys(), (need) => needs.prescription[need] === how && needs.prescribedAt[need]! >= 0));
    expect(counted(WRITTEN)).toBe(byHand);
    expect(counted(OF_CONSULTATION)).toBe(sent! + deferred!);
    let repeats = 0;
    for (let job = 0; job < jobs.count; job++) if (jobs.kind[job] === PRESCRIPTION_TASK && !Number.isNaN(jobs.endedAt[job]!)) repeats++;
    expect(counted(REPEAT)).toBe(repeats);
    const { issued, dispensed, waiting } = journals.pharmacies[arm];
    expect(sum(issued)).toBeCloseTo(2.3 * repeats + 1.3 * (byHand! + sent! + deferred!), 5);
    expect(sum(dispensed) + waiting.at(-1)!).toBeCloseTo(sum(issued), 5);
  });
});

test("two days without systems send more people elsewhere, and prescriptions wait when they are all issued at once", () => {
  for (const part of ["all", "service:111", "service:urgent care", "service:pharmacy"]) expect(figureOf(journals, region, "contactsElsewhere", part)).toBeGreaterThan(0);
  expect(figureOf(journals, region, "contactsElsewhere")).toBe(["service:111", "service:urgent care", "service:pharmacy"].reduce((all, part) => all + figureOf(journals, region, "contactsElsewhere", part), 0));
  expect(figureOf(journals, region, "prescriptionDelay", "at pharmacies")).toBeGreaterThan(0);
});

test("without a difference in what is handed over both arms are one, to the last bit, and every difference is exactly 0", () => {
  const same = { ...region, members: [{ handOver: { none: handOver.outage, outage: handOver.outage }, weight: 2.7, patients: 3000 }] };
  const twins = simulateRegion(same);
  for (const service of ["nhs111", "urgentCare", "pharmacies"] as const) expect(twins[service].outage).toEqual(twins[service].none);
  for (const { ofRegions, ...outcome } of regionOutcomes) {
    expect(ofRegions).toBe(true);
    if (outcome.kind !== "difference") continue;
    for (const { values } of sumsAt([outcome], { ...twins, patients: same.patients, period: same.period }, 1)) expect(values[0]! + 0).toBe(0);
  }
});

test("everybody else is the same in both arms: of the twin nothing moves, whoever else comes in the outage", () => {
  const calm = { none: handOver.none, outage: handOver.none };
  const other = simulateRegion({ ...region, members: [{ handOver: calm, weight: 1, patients }] });
  expect(other.nhs111.none).toEqual(journals.nhs111.none);
  const others = ({ at, isHandedOver }: LineJournal): number[] => [...at].filter((_, row) => isHandedOver[row] === 0);
  expect(others(journals.nhs111.outage)).toEqual(others(journals.nhs111.none));
});

test("a patient of a sampled neighbourhood stands for as many as its weight says, the same ones in both arms, within the hour", () => {
  const needs = Array.from({ length: 2000 }, (_, index) => [TO_111, 600 + index] as const);
  const all = handedOver([{ handOver: handOverBy(needs), weight: 3.25 }], TO_111, Infinity);
  // 2,000 draws with a chance of a quarter: 500 with a standard deviation of 19; five of these for one seed in a million.
  expect(Math.abs(all.at.length - 6500)).toBeLessThan(100);
  expect(handedOver([{ handOver: handOverBy(needs), weight: 3.25 }], TO_111, Infinity)).toEqual(all);
  const one = handedOver([{ handOver: handOverBy([[TO_111, 600]]), weight: 40 }], TO_111, Infinity);
  expect(one.at).toHaveLength(40);
  expect(new Set(one.key).size).toBe(40);
  expect([one.at[0], one.at.every((at) => at >= 600 && at < 660)]).toEqual([600, true]);
});

describe("more load, the same patients otherwise", () => {
  const hand = (times: number) => handOverBy(Array.from({ length: 60 * times }, (_, index) => [TO_111, 3 * DAY + 600 + (index * 300) / (60 * times)] as const));
  const at = (times: number) => {
    const of = regionOf({ members: [{ handOver: { none: hand(0), outage: hand(times) }, weight: 1, patients: 10_000 }], onset: 3 * DAY + 540 });
    return { of, journals: simulateRegion(of) };
  };
  const runs = [0, 1, 2, 4].map(at);
  const figures = (id: string, part: string): number[] => runs.map(({ of, journals: both }) => figureOf(both, of, id, part));
  const rises = (values: readonly number[]): boolean => values.every((value, index) => index === 0 || value > values[index - 1]!);

  test("waits are longer, more callers hang up, the backlog is larger and lasts longer", () => {
    // 200,000 patients make some 140 calls a day: 60, 120 and 240 more within five hours are a multiple of what can be answered.
    expect(rises(figures("waitsElsewhere", "service:111"))).toBe(true);
    expect(rises(figures("waitsElsewhere", "service:111, worst day"))).toBe(true);
    expect(rises(figures("abandonedElsewhere", "service:111"))).toBe(true);
    expect(rises(figures("backlogElsewhere", "service:111"))).toBe(true);
    const back = figures("recoveryElsewhere", "service:111");
    expect(back[0]).toBe(0);
    expect(back[3]!).toBeGreaterThanOrEqual(back[1]!);
  });

  test("urgent care, to which nobody more comes, is exactly its twin", () => {
    for (const { journals: { urgentCare } } of runs) expect(urgentCare.outage).toEqual(urgentCare.none);
  });
});

test("while pharmacies' systems are down prescriptions wait, of practices that lose nothing as well", () => {
  const systems = new Float64Array(daysOf(threeWeeks) * 24).fill(1).fill(0.3, 3 * 24 + 6, 5 * 24);
  const of = regionOf({ pharmacySystems: systems, onset: 3 * DAY + 360 });
  const both = simulateRegion(of);
  // Nobody is simulated, and 200,000 patients need 13,000 items a day: seven in ten of two days' wait for a day or so.
  expect(figureOf(both, of, "prescriptionDelay", "at pharmacies")).toBeGreaterThan(13_000 * 0.7 * 12);
  expect(figureOf(both, of, "backlogElsewhere", "service:pharmacy") / of.patients).toBeGreaterThan(1);
  expect(figureOf(both, of, "recoveryElsewhere", "service:pharmacy") / of.patients).toBeGreaterThan(2);
  expect(figureOf(both, of, "contactsElsewhere")).toBe(0);
});
