/** What the page says of services downstream of practices. */
import { expect, test } from "vitest";
import { page } from "../../src/report/page.js";
import { fixture, unaffected } from "./fixture.js";

const sectionOf = (markup: string): string | undefined => /<section aria-labelledby="elsewhere">.*?<\/section>/s.exec(markup)?.[0].replace(/<[^>]+>/g, " ").replaceAll("&amp;", "&").replace(/\s+/g, " ");

test("a row for each service: who comes in addition, who gives up, the worst wait beside the usual, the backlog and its end", () => {
  const said = sectionOf(page(fixture(), []))!;
  expect(said).toMatch(/NHS 111 610 \(\d+ to \d+\) 410 \(\d+ to \d+\) 9\.7 instead of 1\.4 0\.06/);
  expect(said).toMatch(/Urgent treatment and A&E 340 .* 62 instead of 14/);
  // Nobody is timed at a pharmacy, and nobody leaves.
  expect(said).toMatch(/Pharmacies 280 \(\d+ to \d+\) – – 2\.60 \([\d.]+ to [\d.]+\) 19\.0/);
  expect(said).toContain("prescribed items wait about 93,000 (90,000 to 96,000) hours longer");
  expect(said).toContain("is assumed");
});

test("shares of those whom NHS 111 sends back stand side by side, where they were simulated", () => {
  const base = fixture();
  const outcomes = base.outcomes.filter(({ where }) => where === "all");
  const said = page({ ...base, returns: [0, 1, 2].map((factor) => ({ factor, sentBack: 0.23 * factor, affected: 240, outcomes })) }, []);
  expect(sectionOf(said)).toMatch(/Share of callers whom NHS 111 sends back to their practice.* 0% 2,140 \(\d.*\d\) .* 23% .* 46% .*/);
  expect(said).toContain("--returns 0,1,2");
  expect(page(base, [])).not.toContain("returns-table");
});

test("a row for each team that serves many practices, and no table where there is none", () => {
  expect(sectionOf(page(fixture(), []))).toMatch(/Teams that serve many practices.* Bromley team: serves 40 practices and 365,000 patients 720 \(\d+ to \d+\) 0\.90 \([\d.]+ to [\d.]+\) 4\.2/);
  const document = fixture();
  expect(sectionOf(page({ ...document, outcomes: document.outcomes.filter(({ id }) => !id.startsWith("team")) }, []))).not.toContain("Teams");
});

test("a recovery that was cut at the horizon is said to be a lower bound", () => {
  const document = fixture();
  const cut = ["recoveryElsewhere service:pharmacy", "teamRecovery team:Bromley team"];
  const said = sectionOf(page({ ...document, outcomes: document.outcomes.map((row) => (cut.includes(`${row.id} ${row.part}`) ? { ...row, censored: 1, p95: null } : row)) }, []))!;
  expect(said).toMatch(/Pharmacies .* at least 19\.0 .* Bromley team.* at least 4\.2/);
  expect(said.match(/at least/g)).toHaveLength(2);
});

test("where nothing differs downstream the page has no such section and no link to one", () => {
  const calm = page(unaffected(), []);
  expect(sectionOf(calm)).toBeUndefined();
  expect(calm).not.toContain("#elsewhere");
  expect(page(fixture(), [])).toContain("href=\"#elsewhere\"");
});

test("where most of those who come in addition are matched by people who give up, the reader is told why", () => {
  expect(sectionOf(page(fixture(), []))).toContain("NHS 111 is staffed for an ordinary hour and no more, so for most of those who call or come in addition somebody gives up.");
  const base = fixture();
  const served = { ...base, outcomes: base.outcomes.map((row) => (row.id === "abandonedElsewhere" ? { ...row, mean: 20 } : row)) };
  expect(sectionOf(page(served, []))).not.toContain("no more");
});

test("items that wait for less time wait so many hours less; the delay is told of an item too, with what it rests on", () => {
  const base = fixture();
  const delay = base.outcomes.find(({ id, part }) => id === "prescriptionDelay" && part === "at pharmacies")!;
  const outcomes = [{ ...delay, mean: -1000, low: -1200, high: -800 }, { ...delay, part: "at pharmacies, an item", unit: "hours", mean: -0.25, low: -0.3, high: -0.2 }, ...base.outcomes.filter((row) => row.id !== "prescriptionDelay")];
  const margin = { ...base.assumptions[0]!, id: "overflow.pharmacyMargin", value: 0.15 };
  expect(sectionOf(page({ ...base, outcomes, assumptions: [margin] }, []))).toContain(
    "a prescribed item waits about 0.25 hours less, from when it is issued until it is dispensed, on average over all that are issued by 11 May 2023. " +
    "How long pharmacies take to catch up rests on what they can dispense beyond an ordinary day: 15%, a share without a source.",
  );
});
