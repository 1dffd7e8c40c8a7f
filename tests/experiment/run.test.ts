/** Whole runs over disruptions written by hand: what is simulated, folded and said where replications differ. */
import { eventKinds } from "../../src/care/care.js";
import { noPolicies } from "../../src/care/policies.js";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/experiment/model.js";
import type { NeighbourhoodResult, NeighbourhoodUnit } from "../../src/experiment/neighbourhoods.js";
import type { OutcomeRow } from "../../src/experiment/rows.js";
import { runExperiment, type Progress, type Run } from "../../src/experiment/run.js";
import type { Disruptions } from "../../src/experiment/upstream.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import type { Disruption } from "../../src/infrastructure/disruption.js";
import { lossOf } from "../../src/outcomes/loss.js";
import { workingTimeOf } from "../../src/outcomes/working-time.js";
import { PRESCRIPTION_KINDS, type HandOver } from "../../src/overflow/hand-over.js";
import { at, disruptionOf, ONSET, period, RESTORED } from "../outcomes/journal-builder.js";
import { simulateBy } from "./by-hand.js";
import { estate, unitOf } from "./estate-of-three.js";

const model = (minimum: number, maximum = minimum): Model => ({
  name: "By hand", question: "What then?", seed: "1", period, estate, infrastructure: builtIn, incidents: [],
  parameters: parametersWith(), policies: noPolicies, replications: { minimum, maximum }, hypotheses: [],
});

const hit = [ONSET, RESTORED] as const;
const nobody = disruptionOf([null, null, null, null]);
/** G2 alone; G2 and, an hour later, G4; nobody. */
const three = [disruptionOf([null, hit, null, null]), disruptionOf([null, hit, null, [ONSET + 60, at(5, 12)]]), nobody];
function repeated(list: readonly Disruption[]): Disruptions {
  const of = (replication: number): Disruption => list[replication % list.length]!;
  return { differ: true, of, again: of, incidents: () => [] };
}
const always = (disruption: Disruption): Disruptions => ({ ...repeated([disruption]), differ: false });

const nobodyGoes: HandOver = { to: new Uint8Array(), at: new Float64Array(), key: new Uint32Array(), prescriptions: new Uint16Array(28 * 24 * PRESCRIPTION_KINDS) };

/** So many events of the first kind. */
function executed(count: number): Uint32Array {
  return Uint32Array.from(eventKinds, (_, kind) => (kind === 0 ? count : 0));
}

/** Ten notes to type in for each practice that goes through something, and as many events. */
async function simulate({ neighbourhood, histories, onset }: NeighbourhoodUnit): Promise<NeighbourhoodResult> {
  const { practices } = estate.neighbourhoods[neighbourhood]!;
  const isHit = histories.map(({ services }) => services.length > 0);
  const tally = unitOf({ practices, sums: { "notesToTypeIn all": isHit.map((is) => (is ? 10 : 0)) }, excess: isHit.map((is) => (is ? () => 0 : null)) });
  const restored = histories.map((history) => lossOf(history, period, workingTimeOf(period)).restored);
  return { handOver: { none: nobodyGoes, outage: nobodyGoes }, tally: { ...tally, onset, practices: tally.practices.map((practice, place) => ({ ...practice, restored: restored[place]! })) }, events: executed(10 * isHit.filter(Boolean).length) };
}

async function recorded(of: Model, disruptions: Disruptions, run = simulate): Promise<Run & { readonly units: string[]; readonly progress: Progress[]; row(id: string, where: string): OutcomeRow }> {
  const units: string[] = [];
  const progress: Progress[] = [];
  const noted = simulateBy(of, (unit) => { units.push(`${unit.replication} ${estate.neighbourhoods[unit.neighbourhood]!.code}`); return run(unit); });
  const result = await runExperiment(of, noted, (state) => progress.push(state), disruptions);
  const rows = [...result.findings.rows, ...result.findings.practiceRows];
  return { ...result, units, progress, row: (id, where) => rows.find((row) => row.id === id && row.part === "all" && row.where === where)! };
}

describe("replications that differ", () => {
  test("simulate the neighbourhoods that each of them touches, and no other", async () => {
    const { units, events } = await recorded(model(4), repeated(three));
    expect(units).toEqual(["0 U1", "1 U1", "1 U3", "3 U1"]);
    expect(events).toEqual(Float64Array.from(executed(40)));
  });

  test("count exactly 0 for what they do not touch", async () => {
    const { row } = await recorded(model(3), repeated(three));
    // Over three replications: 10, 20 and 0 in all; 10, 10 and 0 in A; 0, 10 and 0 in B; nothing in G1, whose neighbour was hit.
    expect(row("notesToTypeIn", "all").mean).toBe(10);
    expect(row("notesToTypeIn", "QA").mean).toBeCloseTo(20 / 3, 8);
    expect(row("notesToTypeIn", "QB").mean).toBeCloseTo(10 / 3, 8);
    expect(row("notesToTypeIn", "G1")).toMatchObject({ mean: 0, low: 0, high: 0, p95: 0 });
    expect(row("backlogRecovery", "G4")).toMatchObject({ mean: 0, defined: 1, replications: 3 });
    expect(row("backlogRecovery", "all").defined).toBe(2);
  });

  test("have a window from the earliest onset to the latest return, and a mean recovery over those that affect somebody", async () => {
    const { findings } = await recorded(model(3), repeated(three));
    // Recovered as soon as systems are back: in one replication on Thursday at 18:30; in the other one practice then and one on Saturday at noon, of which nine
    // in ten is at nine tenths of the way, Saturday at 07:51 or 0.9 working days after Thursday. Of working days the mean is Friday at 12:43; but in the mean
    // systems are back on Friday at 13:10, and nobody recovers before that.
    expect(findings.window).toMatchObject({ onset: "2023-03-16T08:00", restored: "2023-03-18T12:00", recovered: "2023-03-17T13:10" });
    // Of the two in which something is lost the timeline shows the one that loses less, where nothing happens in B.
    expect(findings.typical).toMatchObject({ replication: 0, differ: true, practices: { all: 4, hit: 1 } });
    expect(new Set(findings.timeline.map(({ where }) => where))).toEqual(new Set(["all", "QA"]));
  });

  test("have no date of recovery where the quantile of the practices has none", async () => {
    const both = always(disruptionOf([null, hit, null, hit]));
    const recovered = await recorded(model(2), both);
    expect([recovered.findings.window.recovered, recovered.row("backlogRecovery", "all").p90]).toEqual(["2023-03-16T18:30", 0]);
    // One of the two practices stays far behind.
    const late = await recorded(model(2), both, async (unit) => {
      const { tally, ...result } = await simulate(unit);
      const isLate = estate.neighbourhoods[unit.neighbourhood]!.code === "U3";
      return { ...result, tally: { ...tally, practices: tally.practices.map((practice) => (isLate ? { ...practice, excessAtRestored: 1e6, excess: practice.excess.map(() => 1e6) } : practice)) } };
    });
    expect([late.findings.window.recovered, late.row("backlogRecovery", "all").p90]).toEqual([null, null]);
  });

  test("tell how far they are: units known of, and as many for each replication to come as these have on average", async () => {
    const { progress } = await recorded(model(3), repeated(three));
    // A neighbourhood and its region; two of each; nobody.
    expect(progress[0]).toEqual({ done: 0, total: 3 * 2, replications: 3 });
    expect(progress[1]).toEqual({ done: 0, total: Math.round((6 / 2) * 3), replications: 3 });
    expect(progress.at(-1)).toEqual({ done: 6, total: 6, replications: 3, soFar: { replications: 3, disrupted: 0, precision: null } });
    expect(progress.every(({ done, total }) => done <= total)).toBe(true);
  });

  test("are folded in their order, whatever the order in which they are finished", async () => {
    const slowly = async (unit: NeighbourhoodUnit): Promise<NeighbourhoodResult> => {
      for (let turn = 20 - 5 * unit.replication - unit.neighbourhood; turn > 0; turn--) await Promise.resolve();
      return simulate(unit);
    };
    const [one, other] = [await recorded(model(4), repeated(three)), await recorded(model(4), repeated(three), slowly)];
    expect(other.findings).toEqual(one.findings);
  });

  test("that all touch nobody say so: every difference is 0, and nothing has a time", async () => {
    const { findings, units, events, progress } = await recorded(model(3), repeated([nobody]));
    expect([units, events]).toEqual([[], Float64Array.from(executed(0))]);
    expect(findings.window).toMatchObject({ onset: null, restored: null, recovered: null });
    expect([findings.timeline, findings.series, findings.practiceSeries]).toEqual([[], [], []]);
    expect(findings.rows.filter(({ kind, mean }) => kind === "difference" && mean !== 0)).toEqual([]);
    expect(progress.at(-1)).toEqual({ done: 0, total: 0, replications: 3, soFar: { replications: 3, disrupted: 0, precision: null } });
  });

  test("are not precise as long as chance has brought about nothing, and run to their maximum then", async () => {
    expect(await recorded(model(2, 9), repeated([nobody]))).toMatchObject({ stoppedBy: "maximum", findings: { rows: expect.arrayContaining([expect.objectContaining({ replications: 9 })]) } });
    // Where every replication is to be like the first, two tell it all.
    expect(await recorded(model(2, 9), always(nobody))).toMatchObject({ stoppedBy: "precision" });
    // Hit in every replication and equally hard.
    expect(await recorded(model(2, 9), repeated([three[0]!]))).toMatchObject({ stoppedBy: "precision" });
    // Three rounds: two, seven, nine.
    const { stoppedBy, units } = await recorded(model(2, 9), repeated([nobody, three[0]!]), async (unit) => {
      const { tally, events, handOver } = await simulate(unit);
      return { handOver, tally: { ...tally, sums: tally.sums.map((sum) => ({ ...sum, values: sum.values.map((value) => value * (1 + unit.replication)) })) }, events };
    });
    expect([stoppedBy, units.length]).toEqual(["maximum", 4]);
  });
});

test("one disruption for all replications: the total is known from the first moment on", async () => {
  const { progress, units } = await recorded(model(3), always(three[1]!));
  expect(units).toHaveLength(6);
  // In each of three replications two neighbourhoods and their two regions.
  expect(new Set(progress.map(({ total }) => total))).toEqual(new Set([12]));
});

test("what a unit throws ends the run", async () => {
  await expect(recorded(model(3), repeated(three), async () => { throw new Error("practice G2 has no lines"); })).rejects.toThrow("practice G2 has no lines");
});

describe("what the replications that are in say already", () => {
  const disrupting = async (unit: NeighbourhoodUnit): Promise<NeighbourhoodResult> => {
    const result = await simulate(unit);
    const { practices } = estate.neighbourhoods[unit.neighbourhood]!;
    const tally = unitOf({ practices, sums: { "appointmentsDisrupted all": practices.map(() => 100 + unit.replication) }, excess: practices.map(() => null) });
    return { ...result, tally: { ...result.tally, sums: tally.sums } };
  };

  test("is told from the first neighbourhood on, as if the others fared like it by patients", async () => {
    const uneven = disruptionOf([hit, null, hit, null]);
    const { progress } = await recorded(model(1), repeated([uneven]), disrupting);
    const told = progress.flatMap(({ soFar }) => (soFar?.replications === 0 ? [soFar] : []));
    expect(told.length).toBeGreaterThan(0);
    const patientsOf = (neighbourhood: number): number => estate.neighbourhoods[neighbourhood]!.practices.reduce((sum, practice) => sum + estate.practices[practice]!.patients, 0);
    const [first, both] = [patientsOf(0), patientsOf(0) + patientsOf(1)];
    for (const { disrupted, share, precision } of told) {
      expect(precision).toBeNull();
      const isFirst = share! < 1;
      expect(share).toBeCloseTo(isFirst ? first / both : 1, 12);
      // A hundred in each practice.
      expect(disrupted).toBeCloseTo((100 * estate.neighbourhoods.slice(0, isFirst ? 1 : 2).flatMap(({ practices }) => practices).length) / share!, 9);
    }
  });

  test("is told as soon as a replication is in, and ends with the mean of the result", async () => {
    const { progress, row } = await recorded(model(4), repeated([three[0]!]), disrupting);
    expect(progress[0]!.soFar).toBeUndefined();
    const told = progress.flatMap(({ soFar }) => (soFar === undefined || soFar.replications === 0 ? [] : [soFar]));
    expect([...new Set(told.map(({ replications }) => replications))]).toEqual([1, 2, 3, 4]);
    // One replication has no spread.
    expect(told[0]).toMatchObject({ replications: 1, precision: null });
    const { mean, low, high } = row("appointmentsDisrupted", "all");
    expect(told.at(-1)).toMatchObject({ replications: 4, disrupted: mean });
    // Figures of the result are rounded.
    expect(told.at(-1)!.precision).toBeCloseTo((high! - low!) / 2 / mean!, 6);
  });

  test("comes from the first replication while later ones are still in work", async () => {
    const open: (() => void)[] = [];
    const progress: Progress[] = [];
    const late = runExperiment(model(3), simulateBy(model(3), async (unit) => {
      if (unit.replication > 0) await new Promise<void>((resolve) => open.push(resolve));
      return disrupting(unit);
    }), (state) => progress.push(state), repeated([three[0]!]));
    await new Promise((resolve) => setImmediate(resolve));
    expect(open.length).toBeGreaterThan(0);
    expect(progress.at(-1)!.soFar?.replications).toBe(1);
    while (open.length > 0) {
      open.splice(0).forEach((resolve) => resolve());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await late;
  });
});
