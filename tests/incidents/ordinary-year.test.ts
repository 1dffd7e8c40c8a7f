/** An ordinary year: how often systems go down, and what people do then, by a survey of GPs. That work doubles (P3) is in tests/care/workload-factor.test.ts. */
import { describe, expect, test } from "vitest";
import { DEFERRED, SENT_HOME } from "../../src/care/journal.js";
import { FACE_TO_FACE, SAME_DAY } from "../../src/demand/demand.js";
import { lived, totalOf, type Lived } from "./lived.js";
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

describe("P2: carrying on, cancelling routine appointments and declining requests are parameters of their own", () => {
  /** The large incident of the year, on its second Wednesday and at all practices on EMIS Web, in a calendar of two weeks. */
  const year = (response: string): Promise<Lived[]> => shipped("ordinary-year",
    ["days: 364", "days: 14\n  warmUp: 14"],
    ["rate: 1 a year              # as in May 2023 and July 2024\n    share: 0.6\n    for: {mean: 8h, sd: 8h}", "at: 2026-01-14 08:00\n    for: 8h"],
    ["experiment: {replications: 5}", `response: ${response}`]).then((of) => lived(of));
  const declined = (pairs: readonly Lived[]): number => totalOf(pairs, "requestsDeclined");
  const sentHome = (pairs: readonly Lived[]): number => pairs.reduce((sum, { outage: { bookings }, demand: { needs } }) =>
    sum + bookings.state.filter((state, row) => state === SENT_HOME && needs.kind[bookings.need[row]!] !== SAME_DAY && needs.mode[bookings.need[row]!] === FACE_TO_FACE).length, 0);

  test("all carry on: everybody is seen on paper, notes are left to type in and prescriptions put off", async () => {
    const pairs = await year("{carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, receptionDeclines: 0}");
    expect([declined(pairs), sentHome(pairs)]).toEqual([0, 0]);
    expect(totalOf(pairs, "consultationsWithoutRecords")).toBeGreaterThan(100);
    expect(totalOf(pairs, "notesToTypeIn")).toBeGreaterThanOrEqual(totalOf(pairs, "consultationsWithoutRecords"));
    expect(pairs.reduce((sum, { outage }) => sum + outage.needs.prescription.filter((how) => how === DEFERRED).length, 0)).toBeGreaterThan(10);
  });

  test("all cancel routine appointments: patients are sent home, and no request is declined", async () => {
    const pairs = await year("{carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0, receptionDeclines: 0}");
    expect(declined(pairs)).toBe(0);
    expect(sentHome(pairs)).toBeGreaterThan(20);
  });

  test("all receptions decline: requests are declined, and nobody is sent home", async () => {
    const pairs = await year("{carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, receptionDeclines: 1}");
    expect(declined(pairs)).toBeGreaterThan(20);
    expect(sentHome(pairs)).toBe(0);
  });

  test("they are of three groups of people, so that the shares need not add up to 1", () => {
    const { carryOnWithPaper, cancelRoutine, receptionDeclines } = model.parameters.response;
    expect([carryOnWithPaper, cancelRoutine, receptionDeclines]).toEqual([0.8, 0.06, 0.32]);
  });
});
