/** From options with prices and arms with effects to what can be decided on: for each arm, what it costs and what it averts. */
import { costOf, sumOf, type Cost, type CostLine, type CostSheet, type Payer } from "./cost.js";
import { delayOf, staffTimeOf, units, type Arm, type PairedValues } from "./effects.js";

/** What of an option is read here. */
export interface PricedOption {
  /** Unique; arms name it so. */
  readonly name: string;
  readonly label: string;
  readonly cost: readonly PricedItem[];
  /** By fault: how much of what it does is averted. */
  readonly against: Readonly<Record<string, "most" | "some" | "none">>;
  /** Options that cannot be had with it; either of the two may say so. */
  readonly excludes: readonly string[];
}

export interface PricedItem {
  readonly item: string;
  /** Pounds of `priceYear`, for each of what `per` names, with a plausible range. */
  readonly amount: number;
  readonly low: number;
  readonly high: number;
  readonly per: "practice" | "neighbourhood" | "region" | "all";
  readonly paid: "once" | "yearly";
  readonly life: number | null;
  readonly priceYear: number | string;
  readonly vat: "included" | "excluded" | "none";
  readonly payer: Payer;
  readonly cashReleasing: boolean;
  /** `assumption` where there is none. */
  readonly source: string;
}

/** What of a simulated arm is read: one option, a pair or a set. */
export interface SimulatedArm {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  /** How much of the estate each of its options covers. */
  readonly covered: readonly { readonly option: string; readonly practices: number; readonly neighbourhoods: number; readonly regions: number }[];
}

/** One outcome of one arm; only those in `units` are read, of `where` "all". */
export interface MeasuredEffect {
  readonly arm: string;
  readonly id: string;
  readonly part: string;
  readonly unit: string;
  readonly where: string;
  readonly values: PairedValues;
}

export interface Study {
  readonly options: readonly PricedOption[];
  readonly arms: readonly SimulatedArm[];
  readonly effects: readonly MeasuredEffect[];
  /** Pairs that cannot be had together, besides those that options themselves exclude. */
  readonly excluded: readonly { readonly options: readonly [string, string] }[];
  readonly seed: string;
  /** From onset to horizon: what `ordinary` effects are of. */
  readonly windowDays: number;
  /** What was simulated, for readers. */
  readonly estate: { readonly practices: number; readonly patients: number };
}

/** An arm as it is decided on. The first of all candidates is the one in which nothing is bought. */
export interface Candidate {
  readonly arm: Arm;
  readonly label: string;
  /** Indices of its options, ascending. */
  readonly members: readonly number[];
  readonly cost: Cost;
  /** Patient-days averted in one outage, by replication; and pounds of staff time. */
  readonly delay: readonly number[];
  readonly staff: readonly number[];
  /** What it adds to both in a year of ordinary days, by replication: the window's, for 365.25 days. */
  readonly ordinaryDelay: readonly number[];
  readonly ordinaryStaff: readonly number[];
}

const NOTHING = "nothing";
const DAYS_A_YEAR = 365.25;

/** A sheet an option, in the order of options. Throws a RangeError for an option that no arm covers. */
export function sheetsOf({ options, arms }: Study): CostSheet[] {
  return options.map(({ name, cost }): CostSheet => {
    const covered = arms.flatMap((arm) => arm.covered).find(({ option }) => option === name);
    if (covered === undefined) throw new RangeError(`no arm says how much “${name}” covers`);
    const counts = { practice: covered.practices, neighbourhood: covered.neighbourhoods, region: covered.regions, all: 1 };
    return { option: name, items: cost.map((item) => lineOf(item, counts[item.per])) };
  });
}

function lineOf({ item, amount, low, high, per, paid, life, priceYear, vat, payer, cashReleasing, source }: PricedItem, count: number): CostLine {
  if (paid === "once" && life === null) throw new RangeError(`“${item}” is paid once and has no life in years`);
  return {
    what: item, paid: paid === "yearly" ? "yearly" : { lifeYears: life! }, pounds: amount, per, count, priceYear: String(priceYear), vat, payer, cash: cashReleasing,
    source: source === "assumption" ? null : source, range: low < high ? { low, high } : null,
  };
}

export function candidatesOf(study: Study, sheets: readonly CostSheet[]): Candidate[] {
  const indices = new Map(study.options.map(({ name }, index) => [name, index]));
  const costs = sheets.map((sheet) => costOf(sheet));
  const effects = new Map<string, Record<string, PairedValues>>(study.arms.map(({ name }) => [name, {}]));
  for (const { arm, id, part, unit, where, values } of study.effects) {
    const all = effects.get(arm);
    if (where === "all" && all !== undefined && unit === units[id]) all[part === "all" ? id : `${id} ${part}`] = values;
  }
  const years = DAYS_A_YEAR / study.windowDays;
  const candidate = (arm: Arm, label: string): Candidate => {
    const members = arm.options.map((option) => {
      const index = indices.get(option);
      if (index === undefined) throw new RangeError(`the arm “${arm.name}” has an option “${option}” that has no costs`);
      return index;
    }).sort((a, b) => a - b);
    return {
      arm, label, members, cost: sumOf(members.map((member) => costs[member]!)),
      delay: delayOf(arm, "averted"), staff: staffTimeOf(arm, "averted"),
      ordinaryDelay: delayOf(arm, "ordinary").map((value) => value * years), ordinaryStaff: staffTimeOf(arm, "ordinary").map((value) => value * years),
    };
  };
  const arms = study.arms.map(({ name, label, options }) => candidate({ name, options, effects: effects.get(name)! }, label));
  const first = arms[0];
  if (first === undefined) throw new RangeError("there is nothing to compare: no arm was simulated");
  const without = Object.fromEntries(Object.entries(first.arm.effects).map(([id, { without: impact }]) => [id, { without: impact, with: impact, ordinary: impact.map(() => 0) }]));
  return [candidate({ name: NOTHING, options: [], effects: without }, "Nothing bought"), ...arms];
}
