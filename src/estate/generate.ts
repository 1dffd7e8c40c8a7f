/** An estate in the likeness of an ICB, from the shipped facts alone. */
import { stream, uniform, type Stream } from "../engine/random.js";
import type { Parameters } from "../facts/defaults.js";
import type { IcbFacts } from "../facts/icb.js";
import { appointmentRateOf, contactRatesOf, englishIcbs, icbFacts, successorsOf } from "../facts/icbs.js";
import { apportion } from "./apportion.js";
import { EstateError } from "./estate-error.js";
import type { ClinicalSystem, Estate, Neighbourhood, Practice, Region } from "./estate.js";
import { furnished } from "./furnish.js";

export interface GenerateSpec {
  /** ICB codes of either era, or `England`: the 42 of before April 2026. */
  readonly region: string | readonly string[];
}

/**
 * Practices, neighbourhoods and clinical systems in exactly the numbers of each ICB, and exactly its registered patients; list sizes and sizes of
 * neighbourhoods in its distributions. No practice is a real one: codes such as `QKS-001` and `QKS-N01` have a hyphen, which no ODS code has.
 * What an ICB gets depends on its code and the seed, not on which others are asked for. Throws `EstateError`.
 */
export function generateEstate(spec: GenerateSpec, parameters: Parameters, seed: string | number): Estate {
  const regions: Region[] = [];
  const neighbourhoods: Neighbourhood[] = [];
  const practices: Practice[] = [];
  const chosen = icbsOf(spec);
  chosen.forEach((facts, region) => {
    const { code, name } = facts;
    regions.push({ code, name, appointmentRate: appointmentRateOf(code, parameters.estate.appointmentRate), ...contactRatesOf(code) });
    const chance = stream(seed, "estate", code);
    const networks = shuffled(networksOf(facts), chance);
    const sizes = sizesByNetwork(networks, listSizes(facts, chance), chance);
    const systems = systemsOf(facts);
    const online = onlineRates(facts, sizes, stream(seed, "online", code));
    const first = practices.length;
    let number = 0;
    networks.forEach(({ members }, index) => {
      const neighbourhood = neighbourhoods.length;
      neighbourhoods.push({
        code: `${code}-N${padded(index + 1, networks.length)}`,
        name: `Neighbourhood ${index + 1}, ${name}`,
        region,
        practices: Array.from({ length: members }, (_, member) => first + number + member),
      });
      for (let member = 0; member < members; member++, number++) {
        const bare = {
          code: `${code}-${padded(number + 1, 100)}`,
          name: `Practice ${number + 1}, ${name}`,
          region,
          neighbourhood,
          patients: sizes[number]!,
          clinicalSystem: systems[number]!,
        };
        practices.push(furnished(bare, facts.staff, parameters, seed, { onlineRate: online[number]! }));
      }
    });
  });
  const of = chosen.length === englishIcbs.length ? "England" : chosen.map(({ name }) => name).join("; ");
  return { regions, neighbourhoods, practices, source: `Generated from published figures of its ICBs (NHS England, 2025 and 2026), no real practices: ${of}.` };
}

function icbsOf({ region }: GenerateSpec): IcbFacts[] {
  const codes = region === "England" ? englishIcbs : typeof region === "string" ? [region] : region;
  if (codes.length === 0) throw new EstateError("No region to generate. Write an ICB code such as QKS, or England.");
  return codes.map((code, index) => {
    const facts = icbFacts(code);
    if (facts === undefined) throw new EstateError(`"${code}" is no ICB code. Write a code such as QKS (Kent and Medway), or England by itself.`);
    for (const other of codes.slice(0, index)) {
      if (other === code) throw new EstateError(`${code} stands there twice. Leave one of them.`);
      if (overlap(code, other)) throw new EstateError(`${other} and ${code} have practices in common. Leave one of them out.`);
    }
    return facts;
  });
}

/** Codes of before April 2026 never overlap, nor do those that are new since; one of each may. */
function overlap(a: string, b: string): boolean {
  const [before, since] = englishIcbs.includes(a) ? [a, b] : [b, a];
  return !englishIcbs.includes(since) && successorsOf(before).includes(since);
}

interface Network {
  readonly members: number;
  /** The smaller, the larger its practices. */
  readonly spread: number;
}

/**
 * Networks of few practices have large ones: those of one practice average 36,000 patients, of two 18,000 a practice, of five 9,700, of six and more
 * about 8,000 (practice map of August 2026). A spread of the square of their number, from six on 36, comes near that. A practice in no network is one
 * by itself, of any size.
 */
function networksOf({ networks, unallocated }: IcbFacts): Network[] {
  const allocated = networks.flatMap((count, index) => {
    const members = index + 1;
    const spread = members < 6 ? members * members : 36;
    return Array.from({ length: count }, () => ({ members, spread }));
  });
  return [...allocated, ...Array.from({ length: unallocated }, () => ({ members: 1, spread: 36 }))];
}

/** One list size from each equal part of the distribution, ascending; each at least 1, together exactly the patients of the ICB. */
function listSizes({ practices, patients, listSizes: quantiles }: IcbFacts, chance: Stream): number[] {
  const drawn = fromEachPart(quantiles, practices, chance);
  return apportion(patients - practices, drawn).map((size) => size + 1);
}

/** The list sizes in the order of the practices: the largest go to the lowest keys, each uniform up to the spread of its network. */
function sizesByNetwork(networks: readonly Network[], ascending: readonly number[], chance: Stream): number[] {
  const keys = networks.flatMap(({ members, spread }) => Array.from({ length: members }, () => uniform(chance) * spread));
  const sizes: number[] = [];
  keys.map((_, index) => index).sort((a, b) => keys[b]! - keys[a]!).forEach((practice, rank) => (sizes[practice] = ascending[rank]!));
  return sizes;
}

/**
 * Online requests by practice: one rate from each equal part of the distribution, and together exactly those of the ICB. Larger practices have more of them, so
 * their order is that of a mixture of list size and chance: as much of either as brings mean and distribution together.
 */
function onlineRates({ online: { mean, quantiles } }: IcbFacts, sizes: readonly number[], chance: Stream): number[] {
  const ascending = fromEachPart(quantiles, sizes.length, chance);
  const bySize = ranksOf(sizes);
  const byChance = ranksOf(sizes.map(() => uniform(chance)));
  const patients = sum(sizes);
  const meanOf = (rates: readonly number[]): number => sum(rates.map((rate, practice) => rate * sizes[practice]!)) / patients;
  const at = (mixture: number): number[] => ranksOf(sizes.map((_, practice) => mixture * bySize[practice]! + (1 - Math.abs(mixture)) * byChance[practice]!)).map((rank) => ascending[rank]!);
  let [low, high] = [-1, 1];
  for (let halving = 0; halving < 12; halving++) {
    const middle = (low + high) / 2;
    if (meanOf(at(middle)) < mean) low = middle;
    else high = middle;
  }
  const rates = at((low + high) / 2);
  const scale = mean / meanOf(rates);
  return rates.map((rate) => rate * scale);
}

/** Place of each value among all in ascending order, from 0. */
function ranksOf(values: readonly number[]): number[] {
  const ranks: number[] = [];
  values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b).forEach((index, rank) => (ranks[index] = rank));
  return ranks;
}

/** Of a distribution that is given by quantiles in equal steps, one value from each of so many equal parts, ascending. */
function fromEachPart(quantiles: readonly number[], parts: number, chance: Stream): number[] {
  const steps = quantiles.length - 1;
  return Array.from({ length: parts }, (_, index) => {
    const at = ((index + uniform(chance)) / parts) * steps;
    const below = Math.min(Math.floor(at), steps - 1);
    return quantiles[below]! + (at - below) * (quantiles[below + 1]! - quantiles[below]!);
  });
}

/**
 * Systems in runs, practice by practice, so that most neighbourhoods have one system: of networks with several practices 86% do. Practices whose
 * supplier is not known count as the others of their ICB.
 */
function systemsOf({ practices, suppliers }: IcbFacts): ClinicalSystem[] {
  const [emis, tpp] = apportion(practices, [suppliers.EMIS, suppliers.TPP, suppliers.Medicus]) as [number, number, number];
  return Array.from({ length: practices }, (_, index) => (index < emis ? "EMIS Web" : index < emis + tpp ? "SystmOne" : "Medicus"));
}

function shuffled<T>(values: T[], chance: Stream): T[] {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(uniform(chance) * (last + 1));
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
  return values;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `007` where the greatest has three digits. */
function padded(number: number, greatest: number): string {
  return String(number).padStart(String(greatest).length, "0");
}
