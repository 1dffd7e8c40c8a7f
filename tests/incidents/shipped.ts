/** Scenarios as they are shipped, or with words changed, and what their incidents do before any patient is simulated. */
import { readFileSync } from "node:fs";
import type { Model } from "../../src/experiment/model.js";
import { minutesAt, timestamp, type Minutes } from "../../src/facts/days.js";
import { capabilities, levelAt, type Capability, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { simulateUpstream, type Upstream } from "../../src/infrastructure/upstream.js";
import { compile } from "../../src/scenario/compile.js";

/** Each change is a pair of texts, of which the first must stand in the file. */
export async function shipped(name: string, ...changes: readonly (readonly [from: string, to: string])[]): Promise<Model> {
  let text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${name}`);
    text = text.replace(from, to);
  }
  const { model } = await compile(text, `${name}.yaml`, () => Promise.reject(new Error("no file")));
  return model;
}

/** All practices that the incidents go through, and what becomes of them in one replication. */
export function upstreamOf(model: Model, replication = 0): Upstream & { readonly practices: Model["estate"]["practices"]; readonly of: (practice: number) => History } {
  const { infrastructure, incidents, period, seed, whole = model.estate } = model;
  const upstream = simulateUpstream(infrastructure, incidents, whole, period, { seed, replication });
  return { ...upstream, practices: whole.practices, of: (practice) => upstream.disruption.histories[upstream.disruption.historyOf[practice]!]! };
}

/** Indices of practices that lose something. */
export function hitIn({ disruption }: Pick<Upstream, "disruption">): number[] {
  return disruption.historyOf.flatMap((history, practice) => (history === 0 ? [] : [practice]));
}

export function stepsIn(history: History, capability: Capability): Steps {
  return history.capabilities[capabilities.indexOf(capability)]!;
}

/** Times in which less than all of it is there, ascending. */
export function episodes({ times, level }: Steps): readonly (readonly [from: Minutes, until: Minutes])[] {
  return times.flatMap((from, step) => (level[step]! < 1 && (level[step - 1] ?? 1) === 1 ? [[from, times[times.findIndex((_, later) => later > step && level[later] === 1)] ?? Infinity] as const] : []));
}

export function momentIn({ period }: Model, date: string, clock: string): Minutes {
  return minutesAt(period, date, clock);
}

export function writtenIn({ period }: Model, time: Minutes): string {
  return timestamp(period, time);
}

export { levelAt };
