/** The text of a `compare.json`, whole and unharmed, or a complaint that says where. */
import type { DecisionDocument } from "./decision-document.js";
import { COMPARE_SCHEMA } from "./compare-document.js";
import { ResultError } from "./read.js";
import { count, either, list, number, oneOf, optional, orNull, record, text, truth, wholeNumber } from "./shape.js";

/** Null for what is no comparison; throws `ResultError` for one that is damaged, or that another version made. */
export function readComparison(json: string): DecisionDocument | null {
  const found = parsed(json);
  if (found?.["kind"] !== "compare") return null;
  if (found["schema"] !== COMPARE_SCHEMA) throw new ResultError(`its schema is ${JSON.stringify(found["schema"]) ?? "missing"}, this version knows ${COMPARE_SCHEMA}. Take the version that made it: ${JSON.stringify(found["version"]) ?? "it does not say which"}.`);
  const fault = whole(found);
  if (fault !== null) throw new ResultError(`${fault.found === "nothing" ? "part of it is missing" : "it is damaged"}: ${fault.path} should be ${fault.wanted}, and is ${fault.found}. ${AGAIN}`);
  const document = found as unknown as DecisionDocument;
  const { candidates } = document.decision;
  if (referredIn(document).some((index) => !(index < candidates.length))) throw new ResultError(`it is damaged: its decision refers to a choice that is not among decision.candidates. ${AGAIN}`);
  return document;
}

const AGAIN = "Take a copy as outagelab compare has written it, or compare its options again.";

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const found: unknown = JSON.parse(json);
    return typeof found === "object" ? (found as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** Indices of candidates. */
function referredIn({ decision: { recommendation, model, acceptability, netBenefits, flips, twoWay } }: DecisionDocument): number[] {
  return [
    recommendation.candidate, recommendation.next?.candidate ?? 0, recommendation.nearly?.candidate ?? 0, ...(model?.rows ?? []).map(({ candidate }) => candidate),
    ...acceptability.flatMap(({ best, chances }) => [best, ...chances.map(({ candidate }) => candidate)]), ...netBenefits.map(({ candidate }) => candidate),
    ...flips.flatMap(({ below, above }) => [below?.to ?? 0, above?.to ?? 0]), ...(twoWay?.first.flat() ?? []),
  ];
}

const perhaps = orNull(number);
const interval = record({ mean: perhaps, low: perhaps, high: perhaps });
const range = orNull(record({ low: number, high: number }));
const cost = record({ capital: number, yearly: number, whole: number, annual: number, budget: number, time: number, byPayer: record({ ICB: number, practice: number, supplier: number }) });
const line = record({
  what: text, paid: either(oneOf("yearly"), record({ lifeYears: count })), pounds: number, per: text, count: wholeNumber, priceYear: text, vat: oneOf("included", "excluded", "none"), payer: oneOf("ICB", "practice", "supplier"),
  cash: truth, source: orNull(text), range,
});
const chance = orNull(record({ probability: number, low: number, high: number }));
const chances = record({ replications: chance, prices: chance, both: chance });
const percentiles = { p5: perhaps, p50: perhaps, p95: perhaps };
const standing = record({ kind: oneOf("frontier", "dominated", "extendedly dominated"), step: optional(perhaps) });
const flip = orNull(record({ price: number, to: wholeNumber }));
const axis = record({ option: text, what: text, per: text, isYearly: truth, now: number, prices: list(number, 11) });

const decision = record({
  basis: oneOf("budget", "value for money"), budget: perhaps, terms: record({ discountRate: number, vat: number, budgetYears: number }), replications: count, estate: record({ practices: number, patients: number }), draws: number,
  thresholds: list(number, 1), intervals: list(number, 1),
  options: list(record({ name: text, label: text, against: record({}), lines: list(line), cost, inBest: perhaps }), 1),
  candidates: list(record({
    name: text, label: text, options: list(text), cost, isAffordable: orNull(truth), chanceAffordable: perhaps, staffTime: interval, priceOfDay: record({ value: perhaps, ...percentiles }), standing, chances,
    outcomes: list(record({ id: text, without: interval, with: interval, averted: interval, ordinary: interval })), breakEven: list(record({ threshold: number, years: orNull(either(number, oneOf("always"))), ...percentiles })),
  }), 1),
  recommendation: record({
    candidate: wholeNumber, chances, next: orNull(record({ candidate: wholeNumber, more: interval })), nearly: orNull(record({ candidate: wholeNumber, share: number })),
    members: list(record({ option: text, adds: interval, from: oneOf("simulated", "pairwise model"), cost })),
  }),
  model: optional(record({
    rows: list(record({ candidate: wholeNumber, predicted: number, simulated: interval, difference: interval, behind: interval })), meanShare: perhaps, largestShare: perhaps, isFirstConfirmed: truth,
  })),
  acceptability: list(record({ every: number, threshold: number, best: wholeNumber, chances: list(record({ candidate: wholeNumber, probability: number })) })),
  netBenefits: list(record({ candidate: wholeNumber, every: number, threshold: number, mean: perhaps, low: perhaps, high: perhaps })),
  flips: list(record({ option: text, what: text, per: text, isYearly: truth, now: number, range, source: orNull(text), below: flip, above: flip, isWithinRange: truth })),
  twoWay: orNull(record({ x: axis, y: axis, first: list(list(wholeNumber, 11), 11) })),
});

const whole = record({ version: text, scenario: record({ name: text, question: text, text, hash: text }), seed: text, replications: count, warnings: list(text), excluded: list(record({ reason: text })), decision });
