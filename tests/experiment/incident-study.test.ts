/** What is kept of incidents that are simulated alone. */
import { describe, expect, test } from "vitest";
import { sampleEstate } from "../../src/estate/sample.js";
import { writtenEstate } from "../../src/estate/written.js";
import { IncidentStudy, MOST_ROWS, replicationsFor } from "../../src/experiment/incident-study.js";
import { parametersWith } from "../../src/facts/defaults.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { findingsOf, firewall, logIns, modelWith } from "../result/incident-builder.js";

test("one replication is enough where nothing is left to chance, else the scenario's most, 20 at most", () => {
  expect(replicationsFor(modelWith([firewall]))).toBe(1);
  expect(replicationsFor(modelWith([logIns]))).toBe(20);
  expect(replicationsFor(modelWith([logIns], { replications: { minimum: 2, maximum: 7 } }))).toBe(7);
});

describe("figures", () => {
  test("of an incident without chance are its own times, and what it hits", () => {
    const [row] = findingsOf(modelWith([{ ...firewall, found: 30, suspected: { cause: "the network", for: 60 }, repair: { by: "fix", takes: 90 }, severity: "high" }]), 1).incidents;
    const exactly = (value: number) => ({ median: value, least: value, most: value });
    expect(row).toMatchObject({
      times: { mean: 1, least: 1, most: 1 }, began: { median: "2023-03-16T08:00" }, foundAfter: exactly(30), suspectedFor: exactly(60), repairedAfter: exactly(180), backAfter: exactly(180),
      neverFound: 0, neverBack: 0, practices: exactly(2), patients: exactly(20000), units: null, severity: "high",
    });
  });

  test("what is over before it is found was never found, and what never comes back is said", () => {
    const [found] = findingsOf(modelWith([{ ...firewall, found: 300 }]), 1).incidents;
    expect(found).toMatchObject({ foundAfter: null, neverFound: 1, neverBack: 0 });
    const [back] = findingsOf(modelWith([{ ...firewall, return: { shares: [{ after: 60, share: 0 }] } }]), 1).incidents;
    expect(back).toMatchObject({ backAfter: null, neverBack: 1 });
    // Nobody who lost nothing waits for it.
    const [spared] = findingsOf(modelWith([{ ...firewall, reach: { where: { practice: "QUY0" } }, component: "emis-web" }]), 1).incidents;
    expect(spared).toMatchObject({ neverBack: 0, practices: { most: 0 } });
  });

  test("over replications are a median within a range; by chance it happens as often as its rate says", () => {
    // Ten times in eight weeks on average, in 40 replications: 400 in all with a standard deviation of 20, so within 5 of them but once in two million seeds.
    const byChance: Incident = { ...firewall, begins: { rate: 10 / (56 * 1440), each: "all" } };
    const [row] = findingsOf(modelWith([{ ...byChance, repair: { by: "end", lasts: 60 } }]), 40).incidents;
    expect(row!.times.mean).toBeGreaterThan(7.5);
    expect(row!.times.mean).toBeLessThan(12.5);
    expect(row!.times.least).toBeLessThan(row!.times.most);
    const [units] = findingsOf(modelWith([logIns]), 20).incidents;
    expect(units!.units!.least).toBeLessThan(units!.units!.median);
    expect(units!.units!.median).toBeLessThan(units!.units!.most);
  });
});

test("what comes and goes has episodes: counted once for those who share them", () => {
  const flapping: Incident = { ...firewall, effect: { level: 0, slowness: 1, flapping: { down: 20, up: 40 } } };
  // Four hours of an hour each: down at once, at two practices that share the firewall.
  const always = (value: number) => ({ median: value, least: value, most: value });
  expect(findingsOf(modelWith([flapping]), 3).incidents[0]!.episodes).toEqual({ times: always(4), each: always(20), all: always(80) });
  expect(findingsOf(modelWith([firewall]), 1).incidents[0]).not.toHaveProperty("episodes");
});

test("how many practices keep none of their log-ins, one or two, or more; and how often a month chance hits a practice", () => {
  const [row] = findingsOf(modelWith([{ ...logIns, effect: { level: 0, slowness: 1, units: { of: "log-ins", share: 1 } } }]), 2).incidents;
  expect(row).toMatchObject({ keep: { none: row!.practices!.most, oneOrTwo: 0, more: 0 }, effect: { unitShare: 1, oneByOne: true }, monthlyAtPractice: null });
  const [some] = findingsOf(modelWith([logIns]), 20).incidents;
  const { none, oneOrTwo, more } = some!.keep!;
  expect(none + oneOrTwo + more).toBeCloseTo(some!.practices!.median, 9);
  expect(more).toBeGreaterThan(0);
  // For all at once: as often a month at a practice as it happens, 10 times in 56 days on average.
  const [byChance] = findingsOf(modelWith([{ ...firewall, begins: { rate: 10 / (56 * 1440), each: "all" }, repair: { by: "end", lasts: 60 } }]), 40).incidents;
  expect(byChance!.monthlyAtPractice).toBeCloseTo((byChance!.times.mean * 30.4375) / 56, 9);
  expect(byChance!.keep).toBeNull();
});

describe("excerpts", () => {
  const many = writtenEstate({ practices: Array.from({ length: 501 }, (_, index) => ({ code: `P${index}`, patients: 8000, neighbourhood: `N${index % 30}` })) }, parametersWith());
  const power: Incident = { name: "Power cut", component: "power", begins: { at: 4800 }, reach: {}, effect: { level: 0, slowness: 1 }, repair: { by: "end", until: 5040 } };

  test("of few practices hold all replications, in order", () => {
    const { practiceSteps, journal, happened } = findingsOf(modelWith([firewall, logIns]), 3);
    for (const { rows, replications } of [practiceSteps, journal, happened]) {
      expect(replications).toBe(3);
      expect([...new Set(rows.map(({ replication }) => replication))]).toEqual([1, 2, 3]);
    }
  });

  test("of more than 500 practices hold the steps of the first replication alone", () => {
    const { practiceSteps, journal } = findingsOf(modelWith([power], { estate: many }), 2);
    expect(practiceSteps.replications).toBe(1);
    // Down and up, for every capability.
    expect(practiceSteps.rows.length).toBe(501 * 13 * 2);
    expect(journal.replications).toBe(2);
  });

  test("hold whole replications, and no more rows than fit", () => {
    // Each replication: 501 practices hit and back, begun and repaired.
    const study = new IncidentStudy(modelWith([power], { estate: many }));
    for (let done = 0; done < 210; done++) study.next();
    const { journal } = study.findings();
    expect(journal.rows.length).toBe(journal.replications * (501 * 2 + 2));
    expect(journal.replications).toBe(Math.floor(MOST_ROWS / (501 * 2 + 2)));
    expect(journal.rows.at(-1)!.replication).toBe(journal.replications);
  });

  test("a sample's incidents are those of the whole", () => {
    const { estate, practiceSteps, incidents } = findingsOf(modelWith([power], { estate: sampleEstate(many, 5, "hand"), whole: many }), 1);
    expect(estate).toBe(many);
    expect(incidents[0]!.practices!.most).toBe(501);
    expect(new Set(practiceSteps.rows.map(({ practice }) => practice)).size).toBe(501);
  });
});
