/** An ordinary year: how often systems go down, by a survey of GPs. */
import { expect, test } from "vitest";
import { shipped, upstreamOf } from "./shipped.js";

const YEAR_MONTHS = (364 * 12) / 365.25;

const model = await shipped("ordinary-year");
const years = Array.from({ length: 60 }, (_, replication) => upstreamOf(model, replication));

test.each([["EMIS Web", 2.19], ["SystmOne", 0.94]] as const)("P1: a practice on %s has %d outages a month in the long run, the large one included once", (system, rate) => {
  const names = model.incidents.flatMap(({ component }, index) => (component === (system === "EMIS Web" ? "emis-web" : "systmone") ? [index] : []));
  const rates = years.map(({ occurrences, practices }) => {
    const own = practices.filter(({ clinicalSystem }) => clinicalSystem === system).length;
    const hits = occurrences.filter(({ incident }) => names.includes(incident)).reduce((sum, { hits: those }) => sum + those.length, 0);
    return hits / own / YEAR_MONTHS;
  });
  const mean = rates.reduce((sum, each) => sum + each, 0) / rates.length;
  const error = Math.sqrt(rates.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (rates.length - 1) / rates.length);
  // Four standard errors: one seed in 15,000 fails. They come to less than 3% of the rate, so a rate of 2.0 or 1.0 would be found out.
  expect(Math.abs(mean - rate)).toBeLessThan(4 * error);
  expect(4 * error).toBeLessThan(0.05 * rate);
});

test("P2 (upstream): outages of one practice and outages of many are separate incidents, each with its own rate", () => {
  expect(new Set(model.incidents.map(({ begins }) => ("rate" in begins ? begins.each : "")))).toEqual(new Set(["practice", "all"]));
});
