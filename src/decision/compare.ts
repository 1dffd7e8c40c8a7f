/** Runs a scenario without and with options, in the same replications, and compares them. */
import { armsOf, isOrdinary, type Arm, type SimulateArm, type Simulated, type SimulatedArm } from "../experiment/arms.js";
import { Contents } from "../experiment/content.js";
import { findingsOf, type Findings } from "../experiment/findings.js";
import { Flow, type State } from "../experiment/flow.js";
import { Ledger } from "../experiment/ledger.js";
import type { Model } from "../experiment/model.js";
import { placesOf } from "../experiment/places.js";
import { Replicates } from "../experiment/replicates.js";
import { sumOf } from "../experiment/replication.js";
import type { Progress } from "../experiment/run.js";
import { soFarOf } from "../experiment/so-far.js";
import { Stopping, type StoppedBy } from "../experiment/stopping.js";
import { Timeline } from "../experiment/timeline.js";
import type { Simulate } from "../experiment/unit.js";
import { DAY, daysOf } from "../facts/days.js";
import { disruptionsOf, type Disruptions } from "../experiment/upstream.js";
import { byDay } from "../outcomes/outcome.js";
import { meanInterval } from "../statistics/interval.js";
import type { Best, Effect, OptionArm } from "./comparison.js";
import { coverageOf } from "./coverage.js";
import { bestOf, effectsOf } from "./compared-effects.js";
import type { Option } from "./option.js";

/** A scenario with options in force. */
export interface ComparedModel {
  readonly options: readonly Option[];
  readonly model: Model;
}

/** What threads need: the models that differ for care, the scenario as it stands first. */
export interface Prepared {
  readonly models: readonly Model[];
  readonly arms: readonly Arm[];
  readonly contents: Contents;
}

export interface ComparedArms {
  /** Of the scenario as it stands. */
  readonly findings: Findings;
  readonly arms: readonly OptionArm[];
  readonly effects: readonly Effect[];
  readonly best: readonly Best[];
  readonly stoppedBy: StoppedBy;
  readonly replications: number;
  /** From onset to horizon: what effects on ordinary days are of. */
  readonly windowDays: number;
  /** Executed, by `eventKinds`; what arms share counts once. */
  readonly events: Float64Array;
}

/** To be simulated by `compare`; the order of `others` is that of the arms. */
export function prepare(base: Model, others: readonly ComparedModel[]): Prepared {
  const contents = new Contents();
  const models: Model[] = [];
  const numbers = new Map<string, number>();
  const arms = [base, ...others.map(({ model }) => model)].map((model): Arm => {
    const own = contents.of(model);
    const key = own.join(" ");
    const number = numbers.get(key) ?? models.push(model) - 1;
    numbers.set(key, number);
    return { model, number, contents: own, ordinary: contents.ofOrdinary(model), ofRegions: contents.ofRegions(model), places: placesOf(model.estate) };
  });
  return { models, arms, contents };
}

/** `simulate` runs one unit with one of the models that `prepare` gave. As many replications are run as the scenario by itself would need. Rejects as `runExperiment` does. */
export async function compare(
  base: Model, others: readonly ComparedModel[], { arms, contents }: Prepared, simulate: SimulateArm, onProgress: (progress: Progress) => void = () => {}, isTimeUp?: () => boolean,
): Promise<ComparedArms> {
  const teams = base.teams?.map(({ name }) => name);
  const ledger = (): Ledger => new Ledger(base.estate, base.period, teams);
  const outage = arms.map(ledger);
  const ordinary = arms.map((arm) => (isOrdinary(arm, arms[0]!) ? null : ledger()));
  const [first] = outage as [Ledger];
  const disruptions = disruptionsOfAll(arms);
  const timeline = new Timeline(base);
  const stopping = new Stopping(base, isTimeUp);
  const isFelt = new Set<number>();
  let soFar: Pick<Progress, "soFar"> = {};
  let events = sumOf([]);
  const counted: SimulateArm = async (unit) => {
    const result = await simulate(unit);
    if ("events" in result) events = sumOf([events, result.events]);
    return result;
  };
  let state: State = { done: 0, units: 0, begun: 1, planned: stopping.planned };
  const report = (): void => onProgress({ done: state.done, total: Math.round((state.units / state.begun) * state.planned), replications: state.planned, ...soFar });
  const flow = new Flow<readonly SimulatedArm[]>(
    (replication) => {
      const of = new Map([...new Set(disruptions)].map((each) => [each, each.of(replication)]));
      const lived = disruptions.map((each) => of.get(each)!);
      timeline.add(lived[0]!);
      const { units, simulate } = armsOf(arms, replication, lived, contents);
      // The flow counts units and knows no more of them.
      return { units, simulate: (run) => simulate(run as unknown as SimulateArm) };
    },
    counted as unknown as Simulate,
    (changed) => {
      state = changed;
      report();
    },
  );
  for (;;) {
    flow.plan(stopping.planned);
    while (first.replications < stopping.planned) {
      const all = await flow.next();
      all.forEach((arm, index) => {
        add(outage[index]!, arm.outage, index === 0);
        if (arm.ordinary !== null) add(ordinary[index]!, arm.ordinary, false);
        if (arm.ordinary !== null || !isSame(arm.outage, all[0]!.outage)) isFelt.add(index);
      });
      soFar = { soFar: soFarOf(first) };
      report();
    }
    const stoppedBy = stopping.after(first, disruptions[0]!.differ);
    if (stoppedBy === undefined) continue;
    const findings = findingsOf(base, first, timeline, disruptions[0]!, stopping.verdicts);
    const described = others.map(({ options }, index) => armOf(options, base, !isFelt.has(index + 1)));
    const effects = effectsOf(new Replicates(first, base.objectives, meanInterval), described.map((arm, index) => ({ arm, outage: outage[index + 1]!, ordinary: ordinary[index + 1]! })));
    const windowDays = first.onset === Infinity ? base.period.days : daysOf(base.period) - first.onset / DAY;
    return { findings, arms: described, effects, best: bestOf(effects, described, base.seed), stoppedBy, replications: first.replications, windowDays, events };
  }
}

/** Arms that have the same graph, incidents and practices share what happens upstream. */
function disruptionsOfAll(arms: readonly Arm[]): Disruptions[] {
  const known = new Map<string, Disruptions>();
  return arms.map(({ model }) => {
    const { infrastructure, incidents, estate, whole = estate } = model;
    const key = JSON.stringify([infrastructure, incidents, whole.practices]);
    const found = known.get(key) ?? disruptionsOf(model);
    known.set(key, found);
    return found;
  });
}

/** Days are left out of arms: there are hundreds of them, of every outcome. */
function add(ledger: Ledger, { tallies, regions, teams }: Simulated, isWhole: boolean): void {
  const part = <S extends { readonly sums: Simulated["tallies"][number]["sums"] }>(tally: S): S => (isWhole ? tally : { ...tally, sums: tally.sums.filter(({ part }) => !part.startsWith(byDay)) });
  ledger.addReplication(tallies.map(part), regions.map(part), teams);
}

/** Shared results are the same objects. */
function isSame(one: Simulated, other: Simulated): boolean {
  return (["tallies", "regions", "teams"] as const).every((key) => one[key].length === other[key].length && one[key].every((result, index) => result === other[key][index]));
}

function armOf(options: readonly Option[], base: Model, isWithoutEffect: boolean): OptionArm {
  const inOrder = [...options].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    name: inOrder.map(({ name }) => name).join(" + "), label: inOrder.map(({ label }) => label).join(" and "), options: inOrder.map(({ name }) => name),
    covered: inOrder.map((option) => coverageOf(option, base.whole ?? base.estate, base.seed)), isWithoutEffect,
  };
}
