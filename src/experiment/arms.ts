/**
 * One replication of several models that have the same patients and the same faults, laid out in units: a scenario as it stands, the first, and the arms that are compared
 * with it. What is the same in two of them is simulated once, so what changes nothing has an effect of exactly 0 and costs no time; arms that differ only in what practices go through and do about it
 * share a unit for each neighbourhood, and in it all but the outage itself.
 */
import { DAY, daysOf } from "../facts/days.js";
import { undisturbed } from "../infrastructure/disruption.js";
import type { Memory } from "../engine/memory.js";
import type { Contents } from "./content.js";
import type { RegionUnit } from "./elsewhere.js";
import { simulateForked, type ForkedResult, type ForkedUnit } from "./forked.js";
import type { RegionTally } from "./page.js";
import type { Model } from "./model.js";
import { neighbourhoodUnits, type NeighbourhoodResult, type NeighbourhoodUnit } from "./neighbourhoods.js";
import { pharmacySystemsOf } from "./pharmacy-systems.js";
import type { Places } from "./places.js";
import { sumOf } from "./replication.js";
import type { Sum, UnitTally } from "./tally.js";
import { teamsUnits, type TeamsUnit } from "./teams.js";
import { simulateUnit, type Phase } from "./unit.js";
import type { Lived } from "./upstream.js";

/** A unit of the model with this number. */
export interface ArmUnit {
  readonly replication: number;
  readonly model: number;
  readonly unit: ForkedUnit | RegionUnit | TeamsUnit;
}

/** What comes of one: a unit's result is of its kind. */
export type ArmResult = ForkedResult | RegionTally | readonly Sum[];
export type SimulateArm = (unit: ArmUnit) => Promise<ArmResult>;

/** `models`: the scenario as it stands, then those that differ from it for care. */
export function simulateArmUnit(models: readonly Model[], { model, unit }: ArmUnit, memories?: readonly [Memory, Memory], ended?: (phase: Phase) => void): ArmResult {
  return unit.kind === "forked" ? simulateForked(models, model, unit, memories, ended) : simulateUnit(models[model]!, unit, undefined, ended);
}

/** An arm, with the numbers of what it consists of. */
export interface Arm {
  readonly model: Model;
  /** Which of the models that threads have stands for it: one that is the same for care. */
  readonly number: number;
  /** By neighbourhood, as `Contents` number what care reads, and what of it ordinary days read. */
  readonly contents: readonly number[];
  readonly ordinary: readonly number[];
  readonly ofRegions: number;
  readonly places: Places;
}

/** By neighbourhood and by region, of those that something reaches; and sums over teams. */
export interface Simulated {
  readonly tallies: readonly UnitTally[];
  readonly regions: readonly RegionTally[];
  readonly teams: readonly Sum[];
  /** Executed, by `eventKinds`. */
  readonly events: Float64Array;
}

/** Of one arm: outage against no outage, and, unless both are the same on them, its ordinary days against those of the first. */
export interface SimulatedArm {
  readonly outage: Simulated;
  readonly ordinary: Simulated | null;
}

export interface ArmLayout {
  readonly units: number;
  readonly simulate: (simulate: SimulateArm) => Promise<readonly SimulatedArm[]>;
}

/** A member of a region: an arm of a neighbourhood, or one that goes through nothing in this arm, and is what it is in the first without the outage. */
interface Part {
  readonly neighbourhood: number;
  readonly key: string;
  readonly isQuiet: boolean;
}

/** A unit that may get more arms, and the keys of what comes of it. */
interface Shared {
  readonly model: number;
  readonly unit: Omit<ForkedUnit, "arms" | "hasOrdinary">;
  readonly outages: Map<string, ForkedUnit["arms"][number]>;
  ordinary?: string;
}

interface Downstream {
  readonly key: string;
  readonly parts: readonly Part[];
  readonly unitOf: (results: ReadonlyMap<string, NeighbourhoodResult>) => ArmUnit;
}

/** Whether an arm is the same as the first where nothing fails. */
export function isOrdinary(arm: Arm, first: Arm): boolean {
  return arm.ordinary.every((content, neighbourhood) => content === first.ordinary[neighbourhood]);
}

/** `lived`: by arm, what its practices go through in this replication. Outcomes of all arms are counted from the first's onset. */
export function armsOf(arms: readonly Arm[], replication: number, lived: readonly Lived[], contents: Contents): ArmLayout {
  const [first] = arms as readonly [Arm];
  const { estate, period } = first.model;
  const horizon = daysOf(period) * DAY;
  const shared = new Map<string, Shared>();
  const sharedBy = (arm: Arm, { neighbourhood, onset }: Pick<ForkedUnit, "neighbourhood" | "onset">): Shared => {
    const name = `${arm.ordinary[neighbourhood]} ${neighbourhood} ${onset}`;
    const found = shared.get(name) ?? { model: arm.number, unit: { kind: "forked", replication, neighbourhood, onset }, outages: new Map() };
    shared.set(name, found);
    return found;
  };
  const planned = new Set<string>();
  const downstream = new Map<string, Downstream>();
  const teams = new Map<string, ArmUnit>();
  const touched = neighbourhoodUnits(first.model, replication, lived[0]!, horizon);
  const onset = touched[0]?.onset ?? Infinity;

  const partOf = (arm: Arm, { neighbourhood, histories, onset }: Omit<NeighbourhoodUnit, "kind" | "replication">): Part => {
    const key = `outage ${arm.contents[neighbourhood]} ${neighbourhood} ${histories.map((history) => contents.ofHistory(history, arm.model.hubs)).join(" ")}`;
    if (!planned.has(key)) sharedBy(arm, { neighbourhood, onset }).outages.set(key, { model: arm.number, histories });
    planned.add(key);
    return { neighbourhood, key, isQuiet: false };
  };
  const regionsOf = (arm: Arm, parts: readonly Part[], systemsOf: (region: number) => Float64Array | undefined): string[] =>
    estate.regions.flatMap((_, region) => {
      const own = parts.filter(({ neighbourhood }) => estate.neighbourhoods[neighbourhood]!.region === region);
      const systems = systemsOf(region);
      if (systems === undefined && own.every(({ isQuiet }) => isQuiet)) return [];
      const pharmacySystems = systems ?? new Float64Array(daysOf(period) * 24).fill(1);
      const key = `region ${arm.ofRegions} ${region} ${own.map(({ key, isQuiet }) => key + (isQuiet ? " quiet" : "")).join(", ")}; ${contents.number(pharmacySystems.join(" "))}`;
      const unitOf: Downstream["unitOf"] = (results) => ({ replication, model: arm.number, unit: {
        kind: "region", replication, region, patients: arm.places.patients[1 + region]!, pharmacySystems, onset,
        members: own.map(({ neighbourhood, key, isQuiet }) => {
          const { none, outage } = results.get(key)!.handOver;
          const { practices } = estate.neighbourhoods[neighbourhood]!;
          return {
            handOver: { none, outage: isQuiet ? none : outage }, weight: arm.places.weights[practices[0]!]!,
            patients: practices.reduce((sum, practice) => sum + estate.practices[practice]!.patients, 0),
          };
        }),
      } satisfies RegionUnit });
      if (!downstream.has(key)) downstream.set(key, { key, parts: own, unitOf });
      return [key];
    });

  const base = new Map(touched.map((unit) => [unit.neighbourhood, partOf(first, unit)]));
  const laidOut = arms.map((arm, index) => {
    const own = { ...lived[index]!, onset: lived[0]!.onset };
    const felt = new Map(neighbourhoodUnits(arm.model, replication, own, horizon).map((unit) => [unit.neighbourhood, { ...unit, onset: Math.min(onset, unit.onset) }]));
    const parts = estate.neighbourhoods.flatMap(({ practices }, neighbourhood): Part[] => {
      const unit = felt.get(neighbourhood);
      const before = base.get(neighbourhood);
      if (unit !== undefined) return [partOf(arm, unit)];
      if (before === undefined) return [];
      if (arm.ordinary[neighbourhood] === first.ordinary[neighbourhood]) return [{ ...before, isQuiet: true }];
      return [partOf(arm, { neighbourhood, histories: practices.map(() => undisturbed), onset })];
    });
    const regions = parts.length === 0 ? [] : regionsOf(arm, parts, (region) => pharmacySystemsOf(arm.model, arm.places, region, own));
    const served = teamsUnits(arm.model, replication, lived[index]!).map((unit: TeamsUnit) => {
      const key = `teams ${contents.number(JSON.stringify(unit.systems))}`;
      if (!teams.has(key)) teams.set(key, { replication, model: arm.number, unit });
      return key;
    });
    const others = onset === Infinity ? [] : estate.neighbourhoods.flatMap((_, neighbourhood): Part[] => {
      const content = arm.ordinary[neighbourhood]!;
      if (content === first.ordinary[neighbourhood]) return [];
      const key = `ordinary ${content} ${neighbourhood}`;
      sharedBy(arm, { neighbourhood, onset }).ordinary = key;
      return [{ neighbourhood, key, isQuiet: false }];
    });
    return { parts, regions, served, ordinary: isOrdinary(arm, first) ? null : { parts: others, regions: regionsOf(arm, others, () => undefined) } };
  });

  return {
    units: shared.size + downstream.size + teams.size,
    simulate: async (simulate) => {
      // A unit's result is of its kind, which the answer does not tell the compiler.
      const running = new Map([...shared.values()].flatMap(({ model, unit, outages, ordinary }): [string, Promise<NeighbourhoodResult>][] => {
        const result = simulate({ replication, model, unit: { ...unit, arms: [...outages.values()], hasOrdinary: ordinary !== undefined } }) as Promise<ForkedResult>;
        const arms = [...outages.keys()].map((key, index): [string, Promise<NeighbourhoodResult>] => [key, result.then(({ arms }) => arms[index]!)]);
        return ordinary === undefined ? arms : [...arms, [ordinary, result.then((of) => of.ordinary!)]];
      }));
      const regions = new Map([...downstream].map(([key, { parts, unitOf }]) => [key, regionBy(parts, running, unitOf, simulate)]));
      const all = async <T>(promises: Iterable<readonly [string, Promise<unknown>]>): Promise<Map<string, T>> =>
        new Map(await Promise.all([...promises].map(async ([key, result]) => [key, (await result) as T] as const)));
      const [results, tallies, sums] = await Promise.all([
        all<NeighbourhoodResult>(running), all<RegionTally>(regions), all<readonly Sum[]>([...teams].map(([key, unit]) => [key, simulate(unit)] as const)),
      ]);
      const simulated = (parts: readonly Part[], of: readonly string[], served: readonly string[] = []): Simulated => {
        const own = parts.filter(({ isQuiet }) => !isQuiet).map(({ key }) => results.get(key)!);
        return { tallies: own.map(({ tally }) => tally), regions: of.map((key) => tallies.get(key)!), teams: served.flatMap((key) => sums.get(key)!), events: sumOf(own.map(({ events }) => events)) };
      };
      return laidOut.map(({ parts, regions, served, ordinary }) => ({ outage: simulated(parts, regions, served), ordinary: ordinary && simulated(ordinary.parts, ordinary.regions) }));
    },
  };
}

async function regionBy(parts: readonly Part[], running: ReadonlyMap<string, Promise<NeighbourhoodResult>>, unitOf: Downstream["unitOf"], simulate: SimulateArm): Promise<RegionTally> {
  const results = new Map(await Promise.all(parts.map(async ({ key }) => [key, await running.get(key)!] as const)));
  return (await simulate(unitOf(results))) as RegionTally;
}
