import { stream, uniform } from "../engine/random.js";
import { EstateError } from "./estate-error.js";
import type { Estate } from "./estate.js";
import { partOf } from "./part.js";

/**
 * A sample of whole neighbourhoods. Strata are the regions, each with at least one neighbourhood and the rest by patients; where there are more regions
 * than `count`, the whole estate is one stratum, its regions in order. Within a stratum, ordered by size, a systematic sample with probability
 * proportional to patients: large and small neighbourhoods come in their shares, and the largest for certain. Weights are the inverse of the chance to
 * be taken, so that weighted patients of every stratum are exactly its patients, and totals of anything else are unbiased (Horvitz-Thompson).
 * With `count` no smaller than the number of neighbourhoods it is the estate itself with weights of 1.
 */
export function sampleEstate(estate: Estate, count: number, seed: string | number): Estate {
  if (!(Number.isInteger(count) && count > 0)) throw new EstateError(`A sample of ${count} neighbourhoods cannot be taken. Write a whole number, 1 or more.`);
  if (estate.sample !== undefined) throw new EstateError("The estate is a sample already. Sample the whole one.");
  const of = estate.neighbourhoods.length;
  if (count >= of) return { ...estate, sample: { taken: of, of, weights: estate.neighbourhoods.map(() => 1) } };

  const patients = estate.neighbourhoods.map(({ practices }) => sum(practices.map((practice) => estate.practices[practice]!.patients)));
  const weights = new Map<number, number>();
  for (const { name, members, taken } of strata(estate, patients, count)) {
    const ordered = [...members].sort((a, b) => estate.neighbourhoods[a]!.region - estate.neighbourhoods[b]!.region || patients[a]! - patients[b]! || a - b);
    for (const [member, weight] of systematic(ordered, patients, taken, uniform(stream(seed, "sample", name)))) weights.set(member, weight);
  }
  const taken = [...weights.keys()].sort((a, b) => a - b);
  return {
    ...partOf(estate, (practice) => weights.has(estate.practices[practice]!.neighbourhood)),
    source: `${estate.source} A stratified sample of ${taken.length} of ${of} neighbourhoods stands for all.`,
    sample: { taken: taken.length, of, weights: taken.map((neighbourhood) => weights.get(neighbourhood)!) },
  };
}

interface Stratum {
  readonly name: string;
  readonly members: readonly number[];
  /** How many of them to take. */
  taken: number;
}

/** Strata with `count` shared out among them: one each, then one by one to whichever has the most patients for each taken (Jefferson's method). */
function strata(estate: Estate, patients: readonly number[], count: number): Stratum[] {
  const regions = estate.regions.map(({ code }, region): Stratum => ({ name: code, members: membersOf(estate, region), taken: 1 }));
  if (count < regions.length) return [{ name: "all", members: patients.map((_, index) => index), taken: count }];
  const totals = regions.map(({ members }) => sum(members.map((member) => patients[member]!)));
  for (let left = count - regions.length; left > 0; left--) {
    let next = -1;
    regions.forEach(({ members, taken }, region) => {
      if (taken < members.length && (next < 0 || totals[region]! / (taken + 1) > totals[next]! / (regions[next]!.taken + 1))) next = region;
    });
    regions[next]!.taken++;
  }
  return regions;
}

function membersOf(estate: Estate, region: number): number[] {
  return estate.neighbourhoods.flatMap((neighbourhood, index) => (neighbourhood.region === region ? [index] : []));
}

/** `taken` of `ordered` with their weights. One whose chance would reach 1 is certain, weighs 1, and leaves the others to share what is left. */
function systematic(ordered: readonly number[], sizes: readonly number[], taken: number, start: number): [number, number][] {
  if (taken >= ordered.length) return ordered.map((member) => [member, 1]);
  const total = sum(ordered.map((member) => sizes[member]!));
  const certain = ordered.filter((member) => sizes[member]! * taken >= total);
  if (certain.length > 0) {
    const rest = ordered.filter((member) => !certain.includes(member));
    return [...certain.map((member): [number, number] => [member, 1]), ...systematic(rest, sizes, taken - certain.length, start)];
  }
  const step = total / taken;
  const chosen: [number, number][] = [];
  let passed = 0;
  for (const member of ordered) {
    passed += sizes[member]!;
    if (chosen.length < taken && passed > (chosen.length + start) * step) chosen.push([member, step / sizes[member]!]);
  }
  return chosen;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
