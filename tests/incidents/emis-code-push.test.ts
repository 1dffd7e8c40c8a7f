/** EMIS Web, Friday 26 May 2023: a fix that went to the wrong practices, locked out for about four hours. */
import { expect, test } from "vitest";
import { unitsOf } from "../../src/infrastructure/units.js";
import { episodes, hitIn, levelAt, momentIn, shipped, stepsIn, upstreamOf, writtenIn } from "./shipped.js";

const model = await shipped("emis-code-push-2023");
const upstream = upstreamOf(model);
const hit = hitIn(upstream);
const tags = (practice: number): readonly string[] => upstream.practices[practice]!.tags;

test("thousands of practices are hit, all of them on EMIS Web", () => {
  expect(hit.length).toBeGreaterThan(2000);
  expect(new Set(hit.map((practice) => upstream.practices[practice]!.clinicalSystem))).toEqual(new Set(["EMIS Web"]));
});

test("E1: on the Friday nobody is locked out for much more or less than four hours, and by 30 May all have everything back", () => {
  for (const practice of hit) {
    const [[from, until], ...more] = episodes(stepsIn(upstream.of(practice), "seeRecords")) as [readonly [number, number]];
    expect(more).toEqual([]);
    expect(writtenIn(model, from)).toMatch(/^2023-05-26T/);
    // "Around four hours": nearer to four than to three or five.
    expect(Math.abs(until - from - 240)).toBeLessThan(30);
    expect(until).toBeLessThan(momentIn(model, "2023-05-30", "00:00"));
  }
});

test("E2: it fails user by user: some practices keep one or two log-ins, some none, and the level is that share of their users", () => {
  const during = momentIn(model, "2023-05-26", "11:00");
  const working = hit.map((practice) => {
    const users = unitsOf(upstream.practices[practice]!, "log-ins");
    const count = levelAt(stepsIn(upstream.of(practice), "seeRecords"), during) * users;
    expect(count).toBeCloseTo(Math.round(count), 9);
    return Math.round(count);
  });
  const share = (count: number): number => working.filter((number) => number === count).length / working.length;
  for (const count of [0, 1, 2]) expect(share(count), `${count} log-ins`).toBeGreaterThan(0.03);
  // More than two were not reported, so they are the exception.
  expect(share(0) + share(1) + share(2)).toBeGreaterThan(0.9);
});

test("E3: only practices on Template Manager fail, and every one of them", () => {
  expect(hit.every((practice) => tags(practice).includes("template-manager"))).toBe(true);
  expect(hit.length).toBe(upstream.practices.filter(({ tags: own }) => own.includes("template-manager")).length);
});

test("E4: sent to those whom it was meant for, it hits no one", async () => {
  const { disruption } = upstreamOf(await shipped("emis-code-push-2023", ["sentTo: {clinicalSystem: EMIS Web}", "sentTo: {tag: resource-publisher}"]));
  expect(disruption.historyOf.every((history) => history === 0)).toBe(true);
  expect(disruption.onset).toBe(Infinity);
});

test("E5: a canary ring, found before the next, limits the hit to its share of the sites on Template Manager", async () => {
  const careful = await shipped("emis-code-push-2023", ["      # rings: [{share: 5%, after: 0m}, {after: 4h}]", "      rings: [{share: 5%, after: 0m}, {after: 4h}]"]);
  const everybody = hit.length;
  const counts = Array.from({ length: 10 }, (_, replication) => hitIn(upstreamOf(careful, replication)).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  // Binomial: the mean of ten replications is within 4 standard errors of 5% but for one seed in 15,000.
  expect(Math.abs(mean / everybody - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / (everybody * counts.length)));
  const late = await shipped("emis-code-push-2023", ["      # rings: [{share: 5%, after: 0m}, {after: 4h}]", "      rings: [{share: 5%, after: 0m}, {after: 30m}]"]);
  expect(hitIn(upstreamOf(late)).length).toBe(everybody);
});

test("what it was called is kept beside what it did", () => {
  expect(model.incidents[0]!.severity).toContain("category 3");
});
