/** Tidy tables of a decision, as CSV: pounds and patient-days unrounded, candidates by name. */
import type { DecisionDocument } from "./decision-document.js";
import { csv, type Cell, type Table } from "./csv.js";

export function decisionTables({ decision }: Pick<DecisionDocument, "decision">): Table[] {
  const { options, candidates, acceptability, netBenefits, flips, model, twoWay } = decision;
  const name = (index: number): string => candidates[index]!.name;
  return [
    csv(
      "decision.csv",
      [
        "candidate", "options", "recommended", "affordable", "chance_affordable", "capital", "yearly", "whole_cost", "annual_cost", "on_budget", "cost_icb", "cost_practice", "cost_supplier", "cost_time", "staff_time_averted", "staff_time_low", "staff_time_high",
        "price_of_patient_day", "price_p5", "price_p50", "price_p95", "standing", "step", "best_over_replications", "best_over_prices", "best_over_both",
      ],
      candidates.map((row, index): Cell[] => [
        row.name, row.options.join("; "), index === decision.recommendation.candidate, row.isAffordable, row.chanceAffordable, row.cost.capital, row.cost.yearly, row.cost.whole, row.cost.annual, row.cost.budget,
        row.cost.byPayer.ICB, row.cost.byPayer.practice, row.cost.byPayer.supplier, row.cost.time, row.staffTime.mean, row.staffTime.low, row.staffTime.high,
        row.priceOfDay.value, row.priceOfDay.p5, row.priceOfDay.p50, row.priceOfDay.p95, row.standing.kind, row.standing.kind === "frontier" ? row.standing.step : null,
        row.chances.replications?.probability ?? null, row.chances.prices?.probability ?? null, row.chances.both?.probability ?? null,
      ]),
    ),
    csv(
      "averted.csv",
      ["candidate", "id", "what", "mean", "low", "high"],
      candidates.flatMap((row) => row.outcomes.flatMap(({ id, ...values }) => (["without", "with", "averted", "ordinary"] as const).map((what): Cell[] => [row.name, id, what, values[what].mean, values[what].low, values[what].high]))),
    ),
    csv("break-even.csv", ["candidate", "threshold", "years", "p5", "p50", "p95"], candidates.flatMap(({ name: candidate, breakEven }) => breakEven.map(({ threshold, years, p5, p50, p95 }): Cell[] => [candidate, threshold, years, p5, p50, p95]))),
    csv(
      "costs.csv",
      ["option", "what", "paid", "life_years", "pounds", "low", "high", "per", "count", "price_year", "vat", "payer", "cash", "source"],
      options.flatMap((option) => option.lines.map(({ what, paid, pounds, range, per, count, priceYear, vat, payer, cash, source }): Cell[] => [
        option.name, what, paid === "yearly" ? "yearly" : "once", paid === "yearly" ? null : paid.lifeYears, pounds, range?.low ?? null, range?.high ?? null, per, count, priceYear, vat, payer, cash, source ?? "assumption",
      ])),
    ),
    csv("protection.csv", ["option", "fault", "averts"], options.flatMap((option) => Object.entries(option.against).map(([fault, extent]): Cell[] => [option.name, fault, extent]))),
    csv("acceptability.csv", ["years_between_incidents", "threshold", "best", "candidate", "probability"], acceptability.flatMap(({ every, threshold, best, chances }) => chances.map(({ candidate, probability }): Cell[] => [every, threshold, name(best), name(candidate), probability]))),
    csv("net-benefit.csv", ["candidate", "years_between_incidents", "threshold", "mean", "low", "high"], netBenefits.map(({ candidate, every, threshold, mean, low, high }): Cell[] => [name(candidate), every, threshold, mean, low, high])),
    csv(
      "flips.csv",
      ["option", "what", "per", "yearly", "now", "low", "high", "source", "below", "below_first", "above", "above_first", "within_range"],
      flips.map(({ option, what, per, isYearly, now, range, source, below, above, isWithinRange }): Cell[] => [
        option, what, per, isYearly, now, range?.low ?? null, range?.high ?? null, source ?? "assumption", below?.price ?? null, below === null ? null : name(below.to), above?.price ?? null, above === null ? null : name(above.to), isWithinRange,
      ]),
    ),
    ...(model === undefined ? [] : [csv(
      "pairwise-model.csv",
      ["candidate", "predicted", "simulated", "simulated_low", "simulated_high", "difference", "difference_low", "difference_high"],
      model.rows.map(({ candidate, predicted, simulated, difference }): Cell[] => [name(candidate), predicted, simulated.mean, simulated.low, simulated.high, difference.mean, difference.low, difference.high]),
    )]),
    ...(twoWay === null ? [] : [csv(
      "two-way.csv",
      [`${twoWay.x.option}: ${twoWay.x.what}`, `${twoWay.y.option}: ${twoWay.y.what}`, "first"],
      twoWay.first.flatMap((row, y) => row.map((first, x): Cell[] => [twoWay.x.prices[x]!, twoWay.y.prices[y]!, name(first)])),
    )]),
  ];
}
