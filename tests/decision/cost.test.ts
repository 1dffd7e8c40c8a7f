/** Costs against worked examples with known answers. */
import { describe, expect, test } from "vitest";
import { annuityFactor, costOf, discountFactor, equivalentAnnual, sumOf, weightOf, type CostLine } from "../../src/decision/cost.js";

const item = (changes: Partial<CostLine>): CostLine => ({
  what: "firewall", paid: { lifeYears: 5 }, pounds: 1000, per: "region", count: 1, priceYear: "2025", vat: "none", payer: "ICB", cash: true, source: "a price list", range: null, ...changes,
});
const plain = { discountRate: 0.035, vat: 0.2, budgetYears: 5 };

describe("discounting", () => {
  // HM Treasury, The Green Book, table of long-term discount factors at 3.5%, printed to four digits.
  test.each([[1, 0.9662], [5, 0.842], [10, 0.7089], [20, 0.5026], [30, 0.3563]])("a pound after %i years is worth %f", (years, factor) => {
    expect(discountFactor(0.035, years)).toBeCloseTo(factor, 4);
  });

  // By hand: (1 - 1.035^-5) / 0.035 = (1 - 0.8419732) / 0.035 = 4.5150524.
  test("a pound at the end of each of five years is worth 4.51505", () => expect(annuityFactor(0.035, 5)).toBeCloseTo(4.5150524, 6));

  test("without a rate, years count alike", () => expect(annuityFactor(0, 7)).toBe(7));

  // By hand: 100,000 / 4.5150524 = 22,148.14.
  test("100,000 pounds that last five years cost 22,148 a year", () => expect(equivalentAnnual(100_000, 0.035, 5)).toBeCloseTo(22_148.14, 1));
});

describe("a sheet", () => {
  // By hand: capital 1,000 and 200 a year over five years: 1,000 + 200 x 4.5150524 = 1,903.01; a year 221.4814 + 200.
  const sheet = { option: "second-firewall", items: [item({}), item({ what: "support", paid: "yearly", pounds: 200 })] };

  test("has a present value and an equivalent annual cost that agree where the life is the horizon", () => {
    const cost = costOf(sheet, undefined, plain);
    expect(cost).toMatchObject({ capital: 1000, yearly: 200 });
    expect(cost.whole).toBeCloseTo(1903.0105, 3);
    expect(cost.annual).toBeCloseTo(421.4814, 3);
    expect(cost.annual * annuityFactor(0.035, 5)).toBeCloseTo(cost.whole, 9);
  });

  // By hand: bought in years 0, 2 and 4: 1 + 1.035^-2 + 1.035^-4 = 1 + 0.9335107 + 0.8714422.
  test("buys again what does not last", () => expect(costOf({ option: "a", items: [item({ paid: { lifeYears: 2 } })] }, undefined, plain).whole).toBeCloseTo(2804.9529, 3));

  test("does not buy again at the very end", () => expect(costOf({ option: "a", items: [item({})] }, undefined, plain).whole).toBe(1000));

  test("adds VAT where it is not in the price, and nowhere else", () => {
    const wholes = (["included", "excluded", "none"] as const).map((vat) => costOf({ option: "a", items: [item({ vat })] }, undefined, plain).whole);
    expect(wholes).toEqual([1000, 1200, 1000]);
  });

  test("counts practices, and splits what is paid by payer", () => {
    const cost = costOf({ option: "a", items: [item({ count: 200, pounds: 10 }), item({ payer: "practice", pounds: 300 }), item({ payer: "supplier", pounds: 50 })] }, undefined, plain);
    expect(cost.byPayer).toEqual({ ICB: 2000, practice: 300, supplier: 50 });
    expect(cost.whole).toBe(2350);
    // The supplier's part is no burden on the budget.
    expect(cost.budget).toBe(2300);
  });

  test("puts time that is paid in any case into the whole cost, not on the budget", () => {
    const cost = costOf({ option: "a", items: [item({}), item({ what: "drill", cash: false, pounds: 400 })] }, undefined, plain);
    expect([cost.whole, cost.budget, cost.time, cost.byPayer.ICB]).toEqual([1400, 1000, 400, 1000]);
  });

  test("lets a saving lower the whole cost, but not pay for other things beforehand", () => {
    const cost = costOf({ option: "a", items: [item({ pounds: 100 }), item({ pounds: -500 })] }, undefined, plain);
    expect([cost.whole, cost.budget]).toEqual([-400, 0]);
  });

  test("is linear in prices", () => {
    const of = (price: number): number => costOf(sheet, [price, 200], plain).annual;
    expect(of(1500) - of(1000)).toBeCloseTo(500 * weightOf(sheet.items[0]!, plain).annual, 9);
  });

  test("adds to another's", () => {
    const one = costOf(sheet, undefined, plain);
    expect(sumOf([one, one])).toMatchObject({ whole: 2 * one.whole, budget: 2 * one.budget, byPayer: { ICB: 2 * one.byPayer.ICB } });
    expect(sumOf([])).toMatchObject({ whole: 0, annual: 0 });
  });

  test.each([0, 2.5, -1, NaN])("refuses a life of %f years", (lifeYears) => {
    expect(() => costOf({ option: "a", items: [item({ paid: { lifeYears } })] })).toThrow(/life of “firewall” is a whole number of years/);
  });
});
