/** A run from compiled model to the text of its result, computed the same way wherever this file runs: in Node, and in a worker of a browser. */
import { returnsLevels } from "../../dist/experiment/returns.js";
import { runExperiment, type Run } from "../../dist/experiment/run.js";
import { slackLevels } from "../../dist/experiment/slack.js";
import { simulateSteady, steadinessOf, steadyUnits } from "../../dist/experiment/steady.js";
import type { ResultOf, Unit } from "../../dist/experiment/unit.js";
import { assemble } from "../../dist/result/assemble.js";
import { createMemory, simulateUnit, type Model } from "../../dist/simulate.js";

export interface Ran {
  /** Of each kind, what all units of the run itself came to, in full, in the order in which they were begun. */
  readonly units: Readonly<Record<Unit["kind"], readonly string[]>>;
  /** As `result.json` has it. */
  readonly result: string;
}

export interface Task {
  readonly model: Model;
  /** Shares and factors at which the run is repeated, as `--slack` and `--returns` do. */
  readonly slack?: readonly number[];
  readonly returns?: readonly number[];
}

/** `text`: a task as `encoded` has it. */
export async function ran(text: string): Promise<Ran> {
  const { model, ...repeats } = decoded(text) as Task;
  const memory = createMemory();
  const units: Record<Unit["kind"], string[]> = { neighbourhood: [], region: [], teams: [] };
  // From thread to thread everything is cloned.
  const simulated = <U extends Unit>(of: Model, unit: U): ResultOf<U> => structuredClone(simulateUnit(of, structuredClone(unit), memory));
  const steadiness = steadinessOf(model, steadyUnits(model).map((unit) => simulateSteady(model, unit)));
  const run = await runExperiment(model, async (unit) => {
    const result = simulated(model, unit);
    units[unit.kind].push(encoded({ unit, result }));
    return result;
  });
  const again = (other: Model): Promise<Run> => runExperiment(other, async (unit) => simulated(other, unit));
  const slack = repeats.slack && await slackLevels(model, run, repeats.slack, again);
  const returns = repeats.returns && await returnsLevels(model, run, repeats.returns, again);
  const { findings, stoppedBy } = run;
  const document = assemble({ model, text: "", hash: "", inputs: [], version: "", stoppedBy, findings, slack, returns, steadiness, warnings: [] });
  return { units, result: `${JSON.stringify(document, null, 1)}\n` };
}

/** Plain data as text, every number to the last bit. */
export function encoded(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => {
    if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : { number: Object.is(value, -0) ? "-0" : String(value) };
    return ArrayBuffer.isView(value) ? { array: value.constructor.name, of: [...(value as Float64Array)] } : value;
  });
}

const arrays = { Float64Array, Float32Array, Int32Array, Int16Array, Int8Array, Uint32Array, Uint16Array, Uint8Array };

export function decoded(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    const { number, array, of } = (value ?? {}) as { number?: string; array?: keyof typeof arrays; of?: number[] };
    if (array !== undefined && of !== undefined) return arrays[array].from(of);
    return typeof number === "string" ? Number(number) : value;
  });
}
