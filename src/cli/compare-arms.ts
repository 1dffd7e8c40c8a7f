/** A scenario simulated without and with options in threads; with a budget then the sets that lead for it, in the same replications; and what is decided. */
import {
  again, compare, compileArms, decide, decisionStudy, joined, LEADING, plannedSets, pounds, prepare, type ArmResult, type ArmUnit, type ComparedArms, type CompiledArms, type Decision, type OptionFile, type PlannedSet, type Spent,
  type SteadyUnit, type SteadyValues,
} from "../index.js";
import type { ArmModels } from "./arm-worker.js";
import type { Checkpoints } from "./checkpoints.js";
import { excludedIn, type Chosen } from "./chosen-options.js";
import { readerBeside } from "./files.js";
import { decisive } from "./fingerprint.js";
import { replicationsOf, type ReplicationOptions } from "./replications.js";
import { keeping } from "./simulate.js";
import { steadyOrRefused, warnedOfImbalance } from "./steady.js";
import { withThreads, type Threads } from "./threads.js";

export interface ArmOptions extends ReplicationOptions {
  readonly seed?: string | undefined;
  /** Pounds, for sets. */
  readonly budget?: number | undefined;
  readonly threads: number;
  readonly quiet?: true | undefined;
}

export interface Asked extends ArmOptions {
  /** Of the scenario; what a message calls it. */
  readonly file: string;
  readonly text: string;
  readonly checkpoints: Checkpoints;
  readonly spent: Spent;
}

export interface Decided {
  readonly compared: ComparedArms;
  readonly decision: Decision;
  /** That practices are not in balance, and of what was compiled for the budget. */
  readonly warnings: readonly string[];
}

type ByArms = Threads<ArmUnit | SteadyUnit, ArmResult | SteadyValues>;

/** The scenario and its arms, with seed and replications of the command line in place of the scenario's. Throws as `compileArms` does, and `BadInput` for options that contradict each other. */
export async function compiledArms(text: string, file: string, sets: readonly (readonly OptionFile[])[], options: ArmOptions): Promise<CompiledArms> {
  const { base, arms } = await compileArms(text, file, readerBeside(file), sets);
  const replications = replicationsOf(base.model, options);
  const changed = <M extends object>(model: M): M => ({ ...model, ...(options.seed === undefined ? {} : { seed: options.seed }), replications });
  return { base: { ...base, model: changed(base.model) }, arms: arms.map((arm) => ({ ...arm, model: changed(arm.model) })) };
}

/** Arms that are simulated at once, at most. */
export function mostArms({ sets }: Chosen, { budget }: ArmOptions): number {
  return budget === undefined ? sets.length : Math.max(sets.length, LEADING);
}

/** Rejects as `runExperiment` and `steadyOrRefused` do; what was finished is kept. */
export async function simulatedAndDecided({ chosen }: Chosen, compiled: CompiledArms, asked: Asked, signal: AbortSignal): Promise<Decided> {
  const { budget = null } = asked;
  const { model } = compiled.base;
  const unsteady: string[] = [];
  const first = await simulated(compiled, asked, signal, async (threads) => {
    unsteady.push(...warnedOfImbalance(await steadyOrRefused({ simulate: (unit) => threads.simulate(unit as SteadyUnit) as Promise<SteadyValues> }, model, asked.file)));
  });
  const study = (compared: ComparedArms) => decisionStudy(model, chosen.map(({ option }) => option), excludedIn(chosen), compared);
  const planned = budget === null ? [] : plannedSets(study(first), budget);
  const open = planned.filter(({ isSimulated }) => !isSimulated);
  if (open.length === 0) return { compared: first, decision: decide(study(first), budget, planned), warnings: unsteady };

  if (asked.quiet !== true) process.stderr.write(`Now ${open.length === 1 ? "the set of options that leads" : `the ${open.length} sets of options that lead`} for ${pounds(budget!)}.\n`);
  const further = await compiledArms(asked.text, asked.file, setsIn(chosen, open), asked);
  const compared = joined(first, await simulated({ ...further, base: { ...further.base, model: again(further.base.model, first) } }, asked, signal));
  return { compared, decision: decide(study(compared), budget, planned), warnings: [...unsteady, ...further.arms.flatMap(({ warnings }) => warnings)] };
}

function setsIn(chosen: readonly OptionFile[], planned: readonly PlannedSet[]): OptionFile[][] {
  return planned.map(({ options }) => chosen.filter(({ option }) => options.includes(option.name)));
}

/** `before` is done with the threads first. */
async function simulated({ base: { model }, arms }: CompiledArms, asked: Asked, signal: AbortSignal, before: (threads: ByArms) => Promise<unknown> = () => Promise.resolve()): Promise<ComparedArms> {
  const prepared = prepare(model, arms);
  const sent: ArmModels = { models: prepared.models.map((each) => ({ ...each, whole: undefined }) as typeof each) };
  return withThreads(sent, asked.threads, new URL("./arm-worker.js", import.meta.url), signal, async (threads: ByArms) => {
    await before(threads);
    const byArms = { simulate: (unit: ArmUnit) => threads.simulate(unit) as Promise<ArmResult>, close: () => threads.close() };
    return keeping(byArms, { compared: prepared.models.map(decisive) }, asked, (unitBy, update) => compare(model, arms, prepared, unitBy, update));
  }, asked.spent);
}
