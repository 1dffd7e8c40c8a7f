import { expect, test } from "vitest";
import { Replicates } from "../../src/experiment/replicates.js";
import { groupRows, practiceRows, type OutcomeRow } from "../../src/experiment/rows.js";
import { estate, ledgerOf, type UnitOf } from "./estate-of-three.js";

type Find = (id: string, part: string, where: string, arm?: string) => OutcomeRow;

function rowsOf(replications: readonly (readonly UnitOf[])[], of = estate): { rows: OutcomeRow[]; row: Find } {
  const replicates = new Replicates(ledgerOf(replications, of), undefined);
  const rows = [...groupRows(replicates), ...practiceRows(replicates)];
  return {
    rows,
    row: (id, part, where, arm = "outage") => {
      const found = rows.filter((row) => row.id === id && row.part === part && row.where === where && row.arm === arm);
      expect(found).toHaveLength(1);
      return found[0]!;
    },
  };
}

const disrupted = (...values: number[]) => ({ "appointmentsDisrupted all": values });
const all = { mean: 0, low: 0, high: 0, p5: 0, p10: 0, p50: 0, p90: 0, p95: 0 };

test("sums add up from practices to neighbourhoods, regions and all; the mean has a t interval over replications", () => {
  const { row } = rowsOf([
    [{ practices: [0, 1], sums: disrupted(3, 7) }, { practices: [2], sums: disrupted(10) }],
    [{ practices: [0, 1], sums: disrupted(5, 9) }, { practices: [2], sums: disrupted(16) }],
  ]);
  expect(row("appointmentsDisrupted", "all", "G2")).toMatchObject({ mean: 8, unit: "appointments", against: "none", kind: "difference", replications: 2, defined: 2, censored: 0 });
  expect(row("appointmentsDisrupted", "all", "U1").mean).toBe(12);
  // 20 and 30: mean 25, standard error 5, t of one degree of freedom 12.7062.
  for (const where of ["QA", "all"]) {
    const { mean, low, high, p50, p90 } = row("appointmentsDisrupted", "all", where);
    expect([mean, p50, p90]).toEqual([25, 25, 29]);
    expect(low).toBeCloseTo(25 - 5 * 12.7062, 3);
    expect(high).toBeCloseTo(25 + 5 * 12.7062, 3);
  }
});

test("with one replication there is a mean and no interval", () => {
  const { row } = rowsOf([[{ practices: [0, 1], sums: disrupted(3, 7) }]]);
  expect(row("appointmentsDisrupted", "all", "all")).toMatchObject({ mean: 10, low: null, high: null });
});

test("a neighbourhood that is not simulated counts exactly 0, its levels and ratios are not defined", () => {
  const unit = { practices: [0, 1], sums: { ...disrupted(3, 7), "consultations all none": [50, 60], "consultations all": [40, 60], "workloadFactor all": [[30, 0], [20, 0]] as const } };
  const { row } = rowsOf([[unit], [unit]]);
  for (const where of ["QB", "U2", "U3", "G3", "G4"]) {
    for (const [id, part] of [["appointmentsDisrupted", "all"], ["needUnmetSameDay", "per 1,000 patients"], ["peakBacklog", "queue:notes"]] as const) expect(row(id, part, where)).toMatchObject(all);
    expect(row("backlogRecovery", "all", where)).toMatchObject({ ...all, defined: 0, censored: 0 });
    expect(row("recoveryRatio", "all", where)).toMatchObject({ mean: null, low: null, p50: null, defined: 0 });
    expect(row("consultations", "all", where)).toMatchObject({ mean: null, defined: 0, against: null });
    expect(row("workloadFactor", "all", where)).toMatchObject({ mean: null, defined: 0 });
  }
  expect(row("consultations", "all", "QA", "none").mean).toBe(110);
  expect(row("consultations", "all", "all").mean).toBe(100);
  // Numerators and denominators are added up before they are divided; G2 saw nobody on paper.
  expect(row("workloadFactor", "all", "all")).toMatchObject({ mean: 1.5, low: 1.5, high: 1.5, kind: "ratio" });
  expect(row("workloadFactor", "all", "G2")).toMatchObject({ mean: null, defined: 0 });
});

test("nothing at all: every difference is exactly 0 and there is no row of a day", () => {
  const { rows } = rowsOf([[], []]);
  const differences = rows.filter(({ kind }) => kind === "difference");
  expect(differences.length).toBeGreaterThan(100);
  for (const row of differences) expect(row).toMatchObject(all);
  const [available, others] = [rows.filter(({ id }) => id === "availability"), rows.filter(({ id, kind }) => kind !== "difference" && id !== "availability")];
  for (const row of available) expect(row).toMatchObject({ mean: 100, low: 100, high: 100, p5: 100, defined: 2 });
  for (const row of others) expect(row).toMatchObject({ mean: null, defined: 0 });
  expect(rows.filter(({ part }) => part.startsWith("day:"))).toEqual([]);
});

test("what remains of 100 is over every practice of a place, simulated or not, and stands for the outage alone", () => {
  const lost = { "availability all": [6, 3] };
  const { rows, row } = rowsOf([[{ practices: [0, 1], sums: lost }]]);
  expect(["G1", "G2", "U1", "U2", "QA", "QB"].map((where) => row("availability", "all", where).mean)).toEqual([94, 97, 95.5, 100, 97, 100]);
  expect(row("availability", "all", "all")).toMatchObject({ mean: 97.75, kind: "level", against: null });
  expect(rows.filter(({ id, arm }) => id === "availability" && arm === "none")).toEqual([]);
  // Of 2 times 2 practices and 4 times 1, 2 times 9 is lost: 18 over 8.
  const sampled = { ...estate, sample: { taken: 3, of: 7, weights: [2, 4, 1] } };
  expect(rowsOf([[{ practices: [0, 1], sums: lost }]], sampled).row("availability", "all", "QA").mean).toBe(97.75);
});

test("of a lag the mean is over the practices that have one", () => {
  const { rows, row } = rowsOf([[{ practices: [0, 1], sums: { "documentationLag all": [[30, 0], [1, 0]] as const } }, { practices: [2], sums: { "documentationLag all": [[50], [1]] as const } }]]);
  expect(["G1", "G3", "QA", "all"].map((where) => row("documentationLag", "all", where).mean)).toEqual([30, 50, 40, 40]);
  for (const where of ["G2", "QB"]) expect(row("documentationLag", "all", where)).toMatchObject({ mean: null, defined: 0 });
  expect(rows.filter(({ id, arm }) => id === "documentationLag" && arm === "none")).toEqual([]);
});

test("days stand from the day of onset to the horizon, for all and regions only", () => {
  const { rows, row } = rowsOf([[{ practices: [0, 1], sums: { "extraWorkHours day:2023-03-17": [2, 3] } }]]);
  const days = rows.filter(({ id, part, where }) => id === "extraWorkHours" && part.startsWith("day:") && where === "QA").map(({ part }) => part);
  expect(days).toHaveLength(25);
  expect([days[0], days.at(-1)]).toEqual(["day:2023-03-16", "day:2023-04-09"]);
  expect(row("extraWorkHours", "day:2023-03-17", "QA").mean).toBe(5);
  expect(row("extraWorkHours", "day:2023-03-18", "all").mean).toBe(0);
  expect(new Set(rows.filter(({ part }) => part.startsWith("day:")).map(({ where }) => where))).toEqual(new Set(["all", "QA", "QB"]));
});

test("rates are taken over the registered patients of the whole place, touched or not", () => {
  const { row } = rowsOf([[{ practices: [0, 1], sums: { "needUnmetSameDay per 1,000 patients": [10, 20] } }]]);
  const rate = (where: string) => row("needUnmetSameDay", "per 1,000 patients", where).mean;
  expect([rate("G1"), rate("G2"), rate("U1"), rate("QA"), rate("QB")]).toEqual([2, 2, 2, 1.5, 0]);
  expect(rate("all")).toBe(0.75);
});

test("in a sampled estate neighbourhoods stand for others in regions and all, and for themselves alone", () => {
  const sampled = { ...estate, sample: { taken: 3, of: 7, weights: [2, 4, 1] } };
  const { row } = rowsOf([[{ practices: [0, 1], sums: disrupted(3, 7) }, { practices: [2], sums: { ...disrupted(10), "needUnmetSameDay per 1,000 patients": [25] } }]], sampled);
  expect(["G1", "U1", "U2", "QA", "all"].map((where) => row("appointmentsDisrupted", "all", where).mean)).toEqual([3, 10, 10, 60, 60]);
  // 4 times 25 patients of 2 times 15,000 and 4 times 5,000.
  expect(row("needUnmetSameDay", "per 1,000 patients", "QA").mean).toBe(2);
});

/** Excess of 600 minutes until the end of day 3, then in a straight line to 0 over `days` working days. */
const back = (days: number) => (day: number) => {
  const passed = [3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17].findLastIndex((working) => working <= day);
  return Math.max(0, 600 * (1 - Math.max(0, passed) / days));
};
/** From 600 to 30 of 600 minutes, as rows are rounded. */
const until = (days: number): number => Number((days * 0.95).toPrecision(9));

test("recovery of a region is the mean over its affected practices, its quantiles are over them; `region` is when 90% are back", () => {
  const { row } = rowsOf([[{ practices: [0, 1], excess: [back(1), null] }, { practices: [2], excess: [back(2)], lostDays: 0.5 }]]);
  expect(row("backlogRecovery", "all", "G1")).toMatchObject({ mean: until(1), p50: until(1), defined: 1 });
  expect(row("backlogRecovery", "all", "G2")).toMatchObject({ ...all, low: null, high: null, defined: 0 });
  expect(row("backlogRecovery", "all", "QA")).toMatchObject({ mean: until(1.5), p50: until(1.5), censored: 0, defined: 1 });
  expect(row("backlogRecovery", "all", "QA").p90).toBeCloseTo(until(1.9), 8);
  expect(row("backlogRecovery", "region", "QA").mean).toBe(until(2));
  expect(row("backlogRecovery", "region", "all").mean).toBe(until(2));
  expect(row("backlogRecovery", "region", "QB")).toMatchObject({ mean: 0, defined: 0 });
  // 0.95 working days after one lost, 1.9 after half a day.
  expect(row("recoveryRatio", "all", "QA").mean).toBeCloseTo((until(1) + until(2) / 0.5) / 2, 8);
});

test("a practice beyond the horizon counts as the horizon in the mean, as infinite in quantiles, and is counted", () => {
  // Restored at the end of the 4th of 19 working days: 15 are left.
  const { row } = rowsOf([[{ practices: [0, 1], excess: [back(1), () => 600] }], [{ practices: [0, 1], excess: [back(1), () => 600] }]]);
  expect(row("backlogRecovery", "all", "G2")).toMatchObject({ mean: 15, low: 15, high: 15, p5: null, p50: null, censored: 2, defined: 2 });
  expect(row("backlogRecovery", "all", "QA")).toMatchObject({ mean: 7.975, p90: null, p50: null, censored: 2 });
  expect(row("backlogRecovery", "region", "QA")).toMatchObject({ mean: 15, p50: null, censored: 2 });
});

test("what two ordinary periods differ by counts as normal", () => {
  const slow = { practices: [0, 1], excess: [back(2), null] };
  // Twins that differ by 300 minutes every evening: back(2) is at 300 one working day after restoration.
  const { row } = rowsOf([[{ ...slow, usual: 1000 }], [{ ...slow, usual: 1300 }]]);
  expect(row("backlogRecovery", "all", "G1").mean).toBe(1);
  const same = rowsOf([[{ ...slow, usual: 1000 }], [{ ...slow, usual: 1000 }]]);
  expect(same.row("backlogRecovery", "all", "G1").mean).toBe(until(2));
});

test("ordinary periods are compared over the replications that simulate a practice, though others lie in between", () => {
  const slow = { practices: [0, 1], excess: [back(2), null] };
  const { row } = rowsOf([[{ ...slow, usual: 1000 }], [], [{ practices: [2] }], [{ ...slow, usual: 1300 }]]);
  // One working day in the two replications that hit it, as without those between them, and nothing to recover from in these.
  expect(row("backlogRecovery", "all", "G1")).toMatchObject({ mean: 0.5, p95: 1, defined: 2, replications: 4 });
});

test("the order in which units are finished leaves no trace", () => {
  const units = [{ practices: [0, 1], sums: disrupted(0.1, 0.2) }, { practices: [2], sums: disrupted(0.3) }, { practices: [3], sums: disrupted(1e9) }];
  expect(rowsOf([[...units].reverse()]).rows).toEqual(rowsOf([units]).rows);
});

test("what cancels within a neighbourhood of a sample is exactly 0 in its region and in all, whatever its weight", () => {
  // Added up one by one, weighted, they leave -5.7e-14.
  const one = { ...estate, neighbourhoods: [{ ...estate.neighbourhoods[0]!, practices: [0, 1, 2] }], practices: estate.practices.slice(0, 3).map((practice) => ({ ...practice, neighbourhood: 0 })), sample: { taken: 1, of: 80, weights: [79.63415] } };
  const { row } = rowsOf([[{ practices: [0, 1, 2], sums: { "netUndelivered all": [1, 5, -6] } }]], one);
  for (const where of ["all", "QA", "U1"]) expect(row("netUndelivered", "all", where).mean).toBe(0);
  expect(row("netUndelivered", "all", "G2").mean).toBe(5);
});
