/** What options do, outcome by outcome: impact without and with them, what they avert, and what they do on ordinary days. */
import type { Ledger } from "../experiment/ledger.js";
import { OF_REGION, Replicates } from "../experiment/replicates.js";
import { rounded } from "../experiment/rounded.js";
import { descriptions } from "../outcomes/index.js";
import { byDay, byTeam, type Description } from "../outcomes/outcome.js";
import { probabilitiesOfBest } from "./most-averted.js";
import type { Best, Effect, Estimate, OptionArm } from "./comparison.js";

/** Ledgers of one arm: outage against no outage; ordinary days with it against those without, where they can differ. */
export interface ArmLedgers {
  readonly arm: OptionArm;
  readonly outage: Ledger;
  readonly ordinary: Ledger | null;
}

type Values = readonly (number | null)[];

const DIGITS = 9;

/** By arm, outcome, part and place; parts of an outcome for "all" only, and the whole for regions as well. Outcomes are those that are differences: of others nothing can be averted. */
export function effectsOf(base: Replicates, arms: readonly ArmLedgers[]): Effect[] {
  const { ledger, objectives, interval } = base;
  const parts = descriptions.flatMap((outcome) => {
    if (outcome.kind !== "difference" || (outcome.ofObjectives === true && Object.keys(objectives).length === 0) || (outcome.ofTeams === true && ledger.teams.length === 0)) return [];
    return outcome.parts.filter((part) => part !== byDay).flatMap((part) => (part === byTeam ? ledger.teams.map((team) => byTeam + team) : [part])).map((part) => ({ outcome, part }));
  });
  const estimate = (values: Values): Estimate => {
    const { mean, low, high } = interval(values.filter((value) => value !== null));
    return { mean: rounded(mean, DIGITS), low: rounded(low, DIGITS), high: rounded(high, DIGITS) };
  };
  return arms.flatMap(({ arm, outage, ordinary }) => {
    const other = new Replicates(outage, objectives, interval);
    const days = ordinary && new Replicates(ordinary, objectives, interval);
    return ledger.places.codes.slice(0, ledger.places.firstNeighbourhood).flatMap((where, place) =>
      parts.filter(({ outcome, part }) => place === 0 || (part === "all" && outcome.ofTeams !== true)).map(({ outcome, part }): Effect => {
        const [without, own] = [impacts(base, base, outcome, part, place), impacts(other, base, outcome, part, place)];
        const usual = days === null ? without.map(() => 0) : isOfPractices(outcome, part) ? without.map(() => null) : days.of(outcome, part, "outage", place).map(({ value }) => value);
        return {
          arm: arm.name, against: "none", id: outcome.id, part, unit: outcome.unit, kind: "difference", where,
          without: estimate(without), with: estimate(own), averted: estimate(lessOf(without, own)), ordinary: estimate(usual),
          values: { without: inFigures(without), with: inFigures(own), ordinary: inFigures(usual) },
        };
      }));
  });
}

function inFigures(values: Values): (number | null)[] {
  return values.map((value) => rounded(value, DIGITS));
}

/** What is averted, by replication. */
function lessOf(without: Values, own: Values): (number | null)[] {
  return without.map((value, replication) => (value === null || own[replication] == null ? null : value - own[replication]!));
}

/** Of each outcome as a whole: which of the arms that are single options averts most of it. `seed` fixes the draws. */
export function bestOf(effects: readonly Effect[], arms: readonly OptionArm[], seed: string): Best[] {
  const single = new Set(arms.filter(({ options }) => options.length === 1).map(({ name }) => name));
  const groups = new Map<string, Effect[]>();
  for (const effect of effects) {
    if (effect.part !== "all" || !single.has(effect.arm)) continue;
    const key = JSON.stringify([effect.id, effect.unit, effect.where]);
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()].flatMap((own): Best[] => {
    const { id, part, unit, where } = own[0]!;
    const probabilities = probabilitiesOfBest(own.map(({ values }) => lessOf(values.without, values.with).map((value) => value ?? 0)), [seed, id, unit, where]);
    if (probabilities === null) return [];
    const ranked = own.map(({ arm }, index) => ({ arm, probability: rounded(probabilities[index]!, DIGITS)! })).filter(({ probability }) => probability > 0);
    return [{ id, part, unit, where, arms: ranked.sort((a, b) => b.probability - a.probability) }];
  });
}

function isOfPractices({ combination }: Description, part: string): boolean {
  return combination === "practices" && part !== OF_REGION;
}

/**
 * By replication. What is a mean over practices is one over those that the first arm affects: whom an option spares counts as 0, lest a few who are still hit hard make it
 * look worse than none at all.
 */
function impacts(own: Replicates, base: Replicates, outcome: Description, part: string, place: number): Values {
  if (!isOfPractices(outcome, part)) return own.of(outcome, part, "outage", place).map(({ value }) => value);
  const all = (replicates: Replicates, replication: number) => replicates.ofPractices(replication, outcome, part, "outage", place);
  return base.ledger.pages.map((_, replication) => {
    const weight = all(base, replication).reduce((sum, practice) => sum + practice.weight, 0);
    return weight === 0 ? 0 : all(own, replication).reduce((sum, practice) => sum + practice.weight * practice.value, 0) / weight;
  });
}
