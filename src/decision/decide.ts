/** From simulated arms and prices to a decision: what to buy, how sure that is, and what would change it. */
import { acceptabilityOf, netBenefitsOf } from "./acceptability.js";
import { basisOf, chancesOn, ranked } from "./basis.js";
import { leadingSets } from "./budget.js";
import { candidatesOf, sheetsOf, type Candidate, type Study } from "./candidates.js";
import { costOf, terms, type CostSheet } from "./cost.js";
import type { BreakEven, CandidateRow, Decision, ModelCheck, OutcomeEffect, Recommendation } from "./decision.js";
import { drawsOf, type Drawn } from "./drawn.js";
import { avertedOf, DELAY, HOURS, intervalOf, meanOf } from "./effects.js";
import { standings } from "./frontier.js";
import { breakEven, intervals, percentiles, priceOfDay, thresholds, worthOf } from "./net-benefit.js";
import { choiceOf, pairwiseModel, predicted, type PairwiseModel } from "./pairwise.js";
import { flipsOf, twoWayOf } from "./sensitivity.js";
import { meanInterval } from "../statistics/interval.js";

/** Sets that are simulated because the pairwise model puts them first. */
export const LEADING = 20;

/** A set to simulate: its options, and what the pairwise model makes of it. */
export interface PlannedSet {
  /** Names, in the order of the options. */
  readonly options: readonly string[];
  /** Patient-days averted. */
  readonly predicted: number;
  /** Pounds on the budget. */
  readonly cost: number;
  /** Whether it is an arm already. */
  readonly isSimulated: boolean;
}

/** The sets that lead for a budget by the pairwise model, best first, chosen exactly; those that are no arms yet are to be simulated in the same replications. */
export function plannedSets(study: Study, budget: number): PlannedSet[] {
  const sheets = sheetsOf(study);
  const candidates = candidatesOf(study, sheets);
  const model = pairwiseModel(candidates, study.options.length);
  const costs = sheets.map((sheet) => costOf(sheet).budget);
  return leadingSets(choiceOf(model, costs, exclusionsOf(study)), budget, LEADING + 1).filter(({ members }) => members.length > 0).slice(0, LEADING)
    .map(({ members, value, cost }) => ({ options: members.map((member) => study.options[member]!.name), predicted: value, cost, isSimulated: candidates.some((candidate) => isSame(candidate.members, members)) }));
}

function isSame(members: readonly number[], others: readonly number[]): boolean {
  return members.length === others.length && members.every((member) => others.includes(member));
}

/** Options that are not compared exclude nothing. */
function exclusionsOf({ options, excluded }: Study): [number, number][] {
  const index = new Map(options.map(({ name }, at) => [name, at]));
  const pairs = [...options.flatMap(({ name, excludes }) => excludes.map((other) => [name, other] as const)), ...excluded.map((pair) => pair.options)];
  return pairs.flatMap(([one, other]): [number, number][] => (index.has(one) && index.has(other) ? [[index.get(one)!, index.get(other)!]] : []));
}

/** `study` holds the arms of the sets `planned` as well; without a budget none are. */
export function decide(study: Study, budget: number | null, planned: readonly PlannedSet[] = []): Decision {
  const sheets = sheetsOf(study);
  const candidates = candidatesOf(study, sheets);
  const draws = drawsOf(candidates, sheets, study.seed);
  const basis = basisOf(candidates, budget);
  const chances = chancesOn(basis, draws);
  const order = ranked(basis, candidates.map(({ delay, cost }) => ({ delay: meanOf(delay), annual: cost.annual, budget: cost.budget })));
  const first = order[0] ?? 0;
  // A pair that was simulated only because the model put it first says nothing in the model by which it is judged.
  const isAfterwards = ({ arm }: Candidate): boolean => planned.some(({ options, isSimulated }) => !isSimulated && options.length === arm.options.length && options.every((option) => arm.options.includes(option)));
  const model = pairwiseModel(candidates.filter((candidate) => !isAfterwards(candidate)), study.options.length);
  const standing = standings(candidates.map(({ cost, delay }) => ({ cost: cost.annual, effect: meanOf(delay) })));
  const flips = flipsOf(candidates, sheets, budget, first);
  const recommendation: Recommendation = {
    candidate: first, chances: chances[first]!,
    next: order[1] === undefined ? null : { candidate: order[1], more: meanInterval(minus(candidates[first]!.delay, candidates[order[1]]!.delay)) },
    nearly: nearlyOf(candidates, order, budget),
    members: membersOf(candidates, candidates[first]!, model, sheets),
  };
  const inBest = (option: number): number | null => sumKnown(candidates.map(({ members }, index) => (members.includes(option) ? (chances[index]!.both?.probability ?? null) : 0)));
  return {
    basis: basis.name, budget, terms, replications: candidates[0]!.delay.length, estate: study.estate, draws: draws.count, thresholds, intervals,
    options: study.options.map(({ name, label, against }, index) => ({ name, label, against, lines: sheets[index]!.items, cost: costOf(sheets[index]!), inBest: inBest(index) })),
    candidates: candidates.map((candidate, index): CandidateRow => rowOf(candidate, draws.both[index]!, budget, draws.hasPrices, standing[index]!, chances[index]!)),
    recommendation, ...(budget === null ? {} : { model: checkOf(planned, candidates, model, candidates[first]!) }),
    acceptability: acceptabilityOf(candidates, draws), netBenefits: netBenefitsOf(candidates), flips, twoWay: twoWayOf(candidates, sheets, budget, flips),
  };
}

/** Effects that a page tells. */
const told = [DELAY, "appointmentsDisrupted", "backlogRecovery", HOURS] as const;
/** Thresholds at which break-even is told; 0 is staff time alone. */
const marks = [0, 1, 10, 100] as const;

function rowOf(candidate: Candidate, drawn: Drawn, budget: number | null, hasPrices: boolean, standing: CandidateRow["standing"], chances: CandidateRow["chances"]): CandidateRow {
  const { arm, label, cost, staff } = candidate;
  const worth = worthOf(candidate);
  return {
    name: arm.name, label, options: arm.options, cost, isAffordable: budget === null ? null : cost.budget <= budget,
    chanceAffordable: budget === null || !hasPrices ? null : drawn.budget.filter((pounds) => pounds <= budget).length / drawn.budget.length,
    outcomes: told.flatMap((id): OutcomeEffect[] => {
      const values = arm.effects[id];
      return values === undefined ? [] : [{ id, without: intervalOf(values.without), with: intervalOf(values.with), averted: intervalOf(avertedOf(arm, id)), ordinary: intervalOf(values.ordinary) }];
    }),
    staffTime: meanInterval(staff),
    priceOfDay: { value: priceOfDay(worth), ...percentiles(drawn.delay.map((days, draw) => priceOfDay({ delay: days, annual: drawn.annual[draw]! }) ?? Infinity)) },
    breakEven: marks.map((threshold): BreakEven => ({ threshold, years: breakEven(worth, threshold), ...percentiles(drawn.delay.map((delay, draw) => {
      const years = breakEven({ delay, staff: drawn.staff[draw]!, ordinaryDelay: drawn.ordinaryDelay[draw]!, ordinaryStaff: drawn.ordinaryStaff[draw]!, annual: drawn.annual[draw]! }, threshold);
      return years === "always" ? Infinity : years;
    })) })),
    standing, chances,
  };
}

/** A set is often a little better than one that costs much less. */
const NEARLY = 0.9;

/** By what counts towards the budget; nothing without one. */
function nearlyOf(candidates: readonly Candidate[], order: readonly number[], budget: number | null): Recommendation["nearly"] {
  const first = candidates[order[0] ?? 0]!;
  const most = meanOf(first.delay);
  if (budget === null || most <= 0) return null;
  const [cheapest] = order.filter((index) => meanOf(candidates[index]!.delay) >= NEARLY * most && candidates[index]!.cost.budget < first.cost.budget)
    .sort((a, b) => candidates[a]!.cost.budget - candidates[b]!.cost.budget || a - b);
  return cheapest === undefined ? null : { candidate: cheapest, share: meanOf(candidates[cheapest]!.delay) / most };
}

function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0 as number | null);
}

/** What each member adds to the others: as simulated where the set without it was, else by the pairwise model. */
function membersOf(candidates: readonly Candidate[], { members, delay }: Candidate, model: PairwiseModel, sheets: readonly CostSheet[]): Recommendation["members"] {
  return members.map((member) => {
    const others = members.filter((other) => other !== member);
    const without = candidates.find((candidate) => isSame(candidate.members, others));
    const adds = without === undefined ? minus(predicted(model, members, delay.length), predicted(model, others, delay.length)) : minus(delay, without.delay);
    return { option: sheets[member]!.option, adds: meanInterval(adds), from: without === undefined ? "pairwise model" as const : "simulated" as const, cost: costOf(sheets[member]!) };
  });
}

function checkOf(planned: readonly PlannedSet[], candidates: readonly Candidate[], model: PairwiseModel, first: Candidate): ModelCheck {
  const rows = planned.flatMap(({ options, predicted: expected }) => {
    const candidate = candidates.findIndex(({ arm }) => arm.options.length === options.length && options.every((option) => arm.options.includes(option)));
    if (candidate < 0) return [];
    const { members, delay } = candidates[candidate]!;
    const values = predicted(model, members, delay.length);
    return [{ candidate, predicted: expected, simulated: meanInterval(delay), difference: meanInterval(minus(delay, values)), behind: meanInterval(minus(first.delay, delay)), isLarge: members.length > 2 }];
  });
  const shares = rows.filter(({ isLarge, simulated }) => isLarge && simulated.mean !== 0).map(({ difference, simulated }) => Math.abs(difference.mean! / simulated.mean!));
  const most = Math.max(...rows.map(({ simulated }) => simulated.mean!));
  return {
    rows: rows.map(({ isLarge: _, ...row }) => row),
    meanShare: shares.length === 0 ? null : meanOf(shares), largestShare: shares.length === 0 ? null : Math.max(...shares),
    isFirstConfirmed: rows.length > 0 && rows[0]!.simulated.mean === most,
  };
}

function minus(values: readonly number[], others: readonly number[]): number[] {
  return values.map((value, replication) => value - others[replication]!);
}
