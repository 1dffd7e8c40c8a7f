/** Incidents in words. */
import { expect, test } from "vitest";
import { lengthInWords, storyOf } from "../../src/report/incident-words.js";
import type { IncidentFigures } from "../../src/result/document.js";
import { fixture } from "./fixture.js";

const always = (value: number) => ({ median: value, least: value, most: value });
const plain: IncidentFigures = { ...fixture().incidents[0]!, suspected: null, suspectedFor: null, foundAfter: null, cause: null, severity: null, outOf: 6169, practices: always(6169), patients: always(63_707_358), repairedAfter: always(240), backAfter: always(240) };
const told = (changes: Partial<IncidentFigures>): string => storyOf({ ...plain, ...changes }).join(" ");
const effect = (changes: Partial<IncidentFigures["effect"]>): Partial<IncidentFigures> => ({ effect: { ...plain.effect, ...changes } });

test.each([[0.4, "less than 1 min"], [59, "59 min"], [60, "1 h"], [150, "2 h 30 min"], [2820, "47 h"], [2880, "2 days"], [3720, "2 days 14 h"], [10_080, "7 days"]])("%d minutes are %s", (minutes, words) => {
  expect(lengthInWords(minutes)).toBe(words);
});

test("what lasts for days says how many of them are working days", () => {
  const week = { repair: "end" as const, began: { median: "2023-03-16T08:00", least: "2023-03-16T08:00", most: "2023-03-16T08:00" }, repairedAfter: always(10_080), backAfter: always(10_080) };
  expect(told(week)).toContain("Over after 7 days (5 of them working days), Thursday 23 March 2023 08:00.");
});

test.each<[Partial<IncidentFigures>, string]>([
  [{ label: "Regional firewall" }, "The regional firewall is down from"],
  [{ label: "EMIS Web" }, "EMIS Web is down from"],
  [{ label: "Phone lines" }, "Phone lines are down from"],
  [{ label: "Health and Social Care Network and its internet gateway", ...effect({ comesAndGoes: true }) }, "The Health and Social Care Network and its internet gateway come and go from"],
  [{ label: "EMIS Web", ...effect({ units: "log-ins", unitShare: 0.97 }) }, "97% of log-ins to EMIS Web fail from"],
  [{ label: "Workstations", ...effect({ units: "workstations", unitShare: 1, oneByOne: true }) }, "All workstations fail, one by one from"],
  [{ component: "pharmacy-systems", label: "Community pharmacies' systems", ...effect({ level: 0.3 }) }, "Seven in ten community pharmacies are without their systems from"],
  [{ component: "pharmacy-systems", label: "Community pharmacies' systems" }, "All community pharmacies are without their systems from"],
])("what fails has its article, its number and its kind: %j", (changes, words) => {
  expect(told(changes).startsWith(words)).toBe(true);
});

test("pharmacies are no practices, and two practices are both", () => {
  const pharmacies = told({ component: "pharmacy-systems", backAfter: always(900) });
  expect(pharmacies).toContain("The last pharmacy has it back after 15 h. It hits pharmacies everywhere.");
  expect(told({ component: "pharmacy-systems", practices: always(175), patients: always(2_041_841) })).toContain("It hits the pharmacies for the patients of 175 of 6,169 practices with 2,041,841 patients.");
  expect(told({ outOf: 2, practices: always(2), patients: always(7000) })).toContain("It hits both practices with 7,000 patients.");
});

test("of log-ins it is told how many practices keep none, and of what comes by chance how often it hits a practice", () => {
  expect(told({ ...effect({ units: "log-ins", unitShare: 0.97 }), units: always(47_300), keep: { none: 1230, oneOrTwo: 688, more: 270 } })).toContain(
    "and 47,300 log-ins. Of these practices about 1,230 keep none of their log-ins, 688 one or two, and 270 more.",
  );
  expect(told({ begins: "by chance", replications: 4, times: { mean: 1, least: 0, most: 2 } })).toContain("is down, 1 time on average (0 to 2 in 4 replications)");
  expect(told({ begins: "by chance", replications: 1, times: { mean: 2337, least: 2337, most: 2337 }, monthlyAtPractice: 1.642 })).toContain("is down, 2,337 times, or 1.64 a month at each practice that it can hit.");
});
