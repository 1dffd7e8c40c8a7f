/**
 * What options cost: present value over a number of years, equivalent annual cost, who pays.
 *
 * Conventions, those of the Green Book: prices are real, capital is paid in year 0, and what is paid yearly at the end of years 1, 2, …. What is bought is bought again whenever its life is over.
 * Prices are not brought to one price year: no table of deflators is held. VAT is added where a price is given without it, since it is paid.
 */
import { costDefaults } from "../facts/defaults-cost.js";

export type Payer = "ICB" | "practice" | "supplier";

/** One line of what an option costs. */
export interface CostLine {
  readonly what: string;
  /** Bought once and again after `lifeYears`, which is a whole number; or paid every year. */
  readonly paid: { readonly lifeYears: number } | "yearly";
  /** Of one unit, in prices of `priceYear`. A saving is negative. */
  readonly pounds: number;
  /** What a unit is (`practice`, `region`), and how many there are. */
  readonly per: string;
  readonly count: number;
  /** Such as `2025` or `2024/25`. */
  readonly priceYear: string;
  readonly vat: "included" | "excluded" | "none";
  readonly payer: Payer;
  /** False where nothing is paid out or in: time of staff who are paid in any case. */
  readonly cash: boolean;
  /** null for an assumption. */
  readonly source: string | null;
  /** Plausible range of `pounds`; null where the price is known. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

export interface CostSheet {
  readonly option: string;
  readonly items: readonly CostLine[];
}

/** Pounds of a whole sheet. */
export interface Cost {
  /** Bought in year 0, and paid in a mean year besides. */
  readonly capital: number;
  readonly yearly: number;
  /** Present value over `budgetYears`, with what is bought again meanwhile. */
  readonly whole: number;
  /** The same every year for ever: what each thing costs over its own life, as a yearly payment. */
  readonly annual: number;
  /** Of `whole`, what counts towards a budget: paid out in cash by the NHS. A saving frees no money beforehand, so it is never less than nothing. */
  readonly budget: number;
  /** Of `whole`, what is paid out, by payer; and the time of staff who are paid in any case. They add up to it. */
  readonly byPayer: Readonly<Record<Payer, number>>;
  readonly time: number;
}

/** How many pounds each pound of an item's price is, in the terms of `Cost`: costs are linear in prices. */
export interface Weight {
  readonly whole: number;
  readonly annual: number;
  readonly budget: number;
}

export interface Terms {
  readonly discountRate: number;
  readonly vat: number;
  readonly budgetYears: number;
}

export const terms: Terms = { discountRate: costDefaults.discountRate.value, vat: costDefaults.vat.value, budgetYears: costDefaults.budgetYears.value };

/** Present value of a pound after so many whole years. */
export function discountFactor(rate: number, years: number): number {
  let factor = 1;
  for (let year = 0; year < years; year++) factor /= 1 + rate;
  return factor;
}

/** Present value of a pound at the end of each of so many years. */
export function annuityFactor(rate: number, years: number): number {
  let sum = 0;
  for (let year = 1; year <= years; year++) sum += discountFactor(rate, year);
  return sum;
}

/** Pays for something worth `pounds` that lasts so many years, at the end of each of them. */
export function equivalentAnnual(pounds: number, rate: number, lifeYears: number): number {
  return pounds / annuityFactor(rate, lifeYears);
}

/** Throws a RangeError, which names the item, where a life is no whole number of years. */
export function weightOf(item: CostLine, { discountRate, vat, budgetYears }: Terms = terms): Weight {
  const factor = item.count * (item.vat === "excluded" ? 1 + vat : 1);
  const counts = item.cash && item.payer !== "supplier" ? 1 : 0;
  if (item.paid === "yearly") return weight(factor, annuityFactor(discountRate, budgetYears), 1, counts);
  const { lifeYears } = item.paid;
  if (!(Number.isInteger(lifeYears) && lifeYears >= 1)) throw new RangeError(`the life of “${item.what}” is a whole number of years from 1 up, not ${lifeYears}`);
  let bought = 0;
  for (let year = 0; year < budgetYears; year += lifeYears) bought += discountFactor(discountRate, year);
  return weight(factor, bought, equivalentAnnual(1, discountRate, lifeYears), counts);
}

function weight(factor: number, whole: number, annual: number, counts: number): Weight {
  return { whole: factor * whole, annual: factor * annual, budget: counts * factor * whole };
}

/** `prices` takes the place of the items' own, in their order. */
export function costOf({ items }: CostSheet, prices: readonly number[] = items.map(({ pounds }) => pounds), inForce: Terms = terms): Cost {
  const byPayer = { ICB: 0, practice: 0, supplier: 0 };
  let [capital, yearly, whole, annual, budget, time] = [0, 0, 0, 0, 0, 0];
  items.forEach((item, index) => {
    const price = prices[index]!;
    const one = weightOf(item, inForce);
    const now = price * item.count * (item.vat === "excluded" ? 1 + inForce.vat : 1);
    if (item.paid === "yearly") yearly += now;
    else capital += now;
    whole += price * one.whole;
    annual += price * one.annual;
    budget += price * one.budget;
    if (item.cash) byPayer[item.payer] += price * one.whole;
    else time += price * one.whole;
  });
  return { capital, yearly, whole, annual, budget: Math.max(0, budget), byPayer, time };
}

/** What several options cost together: the sum, since what they might share is not known. */
export function sumOf(costs: readonly Cost[]): Cost {
  const add = (of: (cost: Cost) => number): number => costs.reduce((sum, cost) => sum + of(cost), 0);
  return {
    capital: add(({ capital }) => capital), yearly: add(({ yearly }) => yearly), whole: add(({ whole }) => whole), annual: add(({ annual }) => annual), budget: add(({ budget }) => budget),
    byPayer: { ICB: add(({ byPayer }) => byPayer.ICB), practice: add(({ byPayer }) => byPayer.practice), supplier: add(({ byPayer }) => byPayer.supplier) }, time: add(({ time }) => time),
  };
}
