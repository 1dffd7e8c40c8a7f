/** Which practices an option covers. */
import { stream, uniform } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Covered } from "./comparison.js";
import type { Option } from "./option.js";

/**
 * Indices of practices, ascending. Whether a practice is among the share hangs on `seed`, the option's name and its own code alone: it is the same in every replication and
 * whatever other options there are, and a larger share adds practices to those of a smaller one.
 */
export function practicesCovered({ name, covers: { where = {}, share = 1 } }: Pick<Option, "name" | "covers">, estate: Estate, seed: string): number[] {
  return [...estate.practices.keys()].filter((practice) =>
    selects(where, estate, practice) && (share === 1 || uniform(stream(seed, "option", name, estate.practices[practice]!.code)) < share));
}

/** How many practices, neighbourhoods and regions these are. */
export function coverageOf(option: Pick<Option, "name" | "covers">, estate: Estate, seed: string): Covered {
  const covered = practicesCovered(option, estate, seed).map((practice) => estate.practices[practice]!);
  const different = (values: readonly number[]): number => new Set(values).size;
  return { option: option.name, practices: covered.length, neighbourhoods: different(covered.map(({ neighbourhood }) => neighbourhood)), regions: different(covered.map(({ region }) => region)) };
}
