import { describe, expect, test } from "vitest";
import { meanSteps, MOST_STEPS } from "../../src/experiment/mean-steps.js";
import { Timeline, type TimelineRow } from "../../src/experiment/timeline.js";
import type { Estate } from "../../src/estate/estate.js";
import type { Lived } from "../../src/experiment/upstream.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { capabilities, undisturbed, type Disruption, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { at, HORIZON, period } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

const none: Steps = { times: [], level: [], slowness: [] };
const history = (steps: Steps, label = "Telephones", component = "phones"): History => ({
  capabilities: capabilities.map((capability) => (capability === "telephone" ? steps : none)), services: [{ component, label, steps }],
});
const down = (from: number, until: number): History => history({ times: [from, until], level: [0, 1], slowness: [1, 1] });
const nothing: Disruption = { histories: [undisturbed], historyOf: [0, 0, 0, 0], onset: Infinity, restored: Infinity };

const infrastructure = builtIn;

function timelineOver(...disruptions: readonly Lived[]): Timeline {
  const timeline = new Timeline({ infrastructure, estate, period });
  for (const disruption of disruptions) timeline.add(disruption);
  return timeline;
}
const told = (...disruptions: readonly Lived[]) => timelineOver(...disruptions).told({ differ: true, again: (replication) => disruptions[replication]! });
const inRegions = (rows: readonly TimelineRow[]): TimelineRow[] => rows.filter(({ where }) => where !== "all");

// Of the three practices of A: one down from 09:00 to 12:00, one at half level from 10:00 to 12:00 and then slow until 15:00.
const half = history({ times: [at(3, 10), at(3, 12), at(3, 15)], level: [0.5, 1, 1], slowness: [1, 1.2, 1] });
const morning: Disruption = { histories: [undisturbed, down(at(3, 9), at(3, 12)), half], historyOf: [1, 2, 0, 0], onset: at(3, 9), restored: at(3, 12) };
const steps = [
  { at: "2023-03-16T09:00", level: 0.666667, slowness: 1 }, { at: "2023-03-16T10:00", level: 0.5, slowness: 1 },
  { at: "2023-03-16T12:00", level: 1, slowness: 1.066667 }, { at: "2023-03-16T15:00", level: 1, slowness: 1 },
];

test("levels are means over a region's practices, untouched ones included; a region that goes through nothing has no row", () => {
  // Three hours at one, half of two at the other.
  const row = { where: "QA", practices: { all: 3, users: 3, hit: 2 }, hours: 2, lowest: 0, steps };
  const { rows, typical } = told(morning);
  expect(inRegions(rows)).toEqual([{ what: "phones", label: "Telephones", kind: "service", ...row }, { what: "telephone", label: "Telephone", kind: "capability", ...row }]);
  // Something is amiss at the second for all of its two hours.
  expect(typical).toEqual({ replication: 0, differ: true, practices: { all: 4, hit: 2 }, hours: 2.5 });
});

test("everywhere stands beside the regions where there are several", () => {
  const everywhere = told(morning).rows.filter(({ where, kind }) => where === "all" && kind === "service");
  expect(everywhere).toMatchObject([{ practices: { all: 4, users: 4, hit: 2 }, steps: [{ level: 0.75 }, { level: 0.625 }, { level: 1 }, { level: 1 }] }]);
  const alone: Estate = { ...estate, regions: estate.regions.slice(0, 1), neighbourhoods: estate.neighbourhoods.slice(0, 2), practices: estate.practices.slice(0, 3) };
  const timeline = new Timeline({ infrastructure, estate: alone, period });
  const disruption = { ...morning, historyOf: [1, 2, 0] };
  timeline.add(disruption);
  expect(new Set(timeline.told({ differ: false, again: () => disruption }).rows.map(({ where }) => where))).toEqual(new Set(["QA"]));
});

test("a share is one of those who use a thing: who is on another system has not kept what fails", () => {
  const mixed: Estate = { ...estate, practices: estate.practices.map((practice, index) => (index === 0 ? practice : { ...practice, clinicalSystem: "SystmOne" as const })) };
  const lost = history({ times: [at(3, 9), at(3, 12)], level: [0, 1], slowness: [1, 1] }, "EMIS Web", "emis-web");
  const disruption: Disruption = { histories: [undisturbed, lost], historyOf: [1, 0, 0, 0], onset: at(3, 9), restored: at(3, 12) };
  const timeline = new Timeline({ infrastructure, estate: mixed, period });
  timeline.add(disruption);
  const { rows } = timeline.told({ differ: false, again: () => disruption });
  expect(rows.find(({ what, where }) => what === "emis-web" && where === "all")).toMatchObject({ practices: { all: 4, users: 1, hit: 1 }, steps: [{ level: 0 }, { level: 1 }] });
  // All of them have telephones.
  expect(rows.find(({ what, where }) => what === "telephone" && where === "all")).toMatchObject({ practices: { users: 4, hit: 1 }, steps: [{ level: 0.75 }, { level: 1 }] });
});

test("of a sample the whole is told, from when to when it was hit included; where nobody of the sample is hit nothing is", () => {
  const sample: Estate = { ...estate, practices: [estate.practices[0]!], neighbourhoods: [{ ...estate.neighbourhoods[0]!, practices: [0] }], regions: [estate.regions[0]!] };
  const histories = [undisturbed, down(at(3, 9), at(3, 12)), down(at(3, 8), at(4, 12))];
  const lived: Lived = { histories, historyOf: [1], historyOfWhole: [1, 0, 2, 2], onset: at(3, 9), restored: at(3, 12) };
  const of = (each: Lived) => {
    const timeline = new Timeline({ infrastructure, estate: sample, whole: estate, period });
    timeline.add(each);
    return { ...timeline.told({ differ: false, again: () => each }), window: [timeline.onset, timeline.restored] };
  };
  const { rows, window, typical } = of(lived);
  expect(window).toEqual([at(3, 8), at(4, 12)]);
  expect(typical).toMatchObject({ practices: { all: 4, hit: 3 } });
  expect(rows.filter(({ kind }) => kind === "service").map(({ where, practices }) => [where, practices.hit, practices.all])).toEqual([["all", 3, 4], ["QA", 2, 3], ["QB", 1, 1]]);
  expect(of({ ...lived, historyOf: [0], onset: Infinity, restored: Infinity })).toMatchObject({ rows: [], typical: null, window: [Infinity, -Infinity] });
});

test("a loss of everybody is a level of exactly 0, and one that nobody's horizon sees is none", () => {
  const disruption: Disruption = { histories: [undisturbed, down(at(3, 9.001), at(40, 9))], historyOf: [1, 1, 1, 1], onset: at(3, 9), restored: Infinity };
  const rows = inRegions(told(disruption).rows);
  expect(rows).toHaveLength(4);
  // A step within a minute counts from the next full one.
  for (const each of rows) expect(each.steps).toEqual([{ at: "2023-03-16T09:01", level: 0, slowness: 1 }]);
});

describe("over replications", () => {
  const lasting = (hours: number): Disruption => ({ histories: [undisturbed, down(at(3, 9), at(3, 9 + hours))], historyOf: [1, 0, 0, 0], onset: at(3, 9), restored: at(3, 9 + hours) });

  test("the one with the middle loss is shown, as it is and not mixed with others; those in which nothing happens do not count", () => {
    expect(told(lasting(5), nothing, lasting(1), nothing, lasting(2), nothing).typical).toMatchObject({ replication: 4, hours: 2 });
    expect(told(lasting(5), lasting(1)).typical!.replication).toBe(1);
    expect(told(lasting(2), lasting(2), lasting(2)).typical!.replication).toBe(1);
    const [row] = inRegions(told(lasting(5), nothing, lasting(1), nothing, lasting(2)).rows);
    expect(row!.steps.map(({ at: time }) => time)).toEqual(["2023-03-16T09:00", "2023-03-16T11:00"]);
    expect(told(nothing, nothing)).toEqual({ rows: [], typical: null });
  });

  test("it begins with the earliest onset and ends with the latest return; what does not happen before the horizon has neither", () => {
    const late: Disruption = { ...morning, onset: at(5, 9), restored: at(6, 9) };
    const window = ({ onset, restored }: Timeline) => [onset, restored];
    expect(window(timelineOver(late, morning))).toEqual([at(3, 9), at(6, 9)]);
    expect(window(timelineOver(morning, nothing))).toEqual([at(3, 9), at(3, 12)]);
    expect(window(timelineOver(morning, { ...late, onset: HORIZON, restored: HORIZON + 60 }))).toEqual([at(3, 9), at(3, 12)]);
    expect(window(timelineOver(morning, { ...late, restored: Infinity }))).toEqual([at(3, 9), Infinity]);
    expect(window(timelineOver(nothing))).toEqual([Infinity, -Infinity]);
  });
});

describe("steps of a row", () => {
  /** Level 0 for ten minutes, so many times, an hour apart. */
  const flapping = (count: number): Steps => {
    const times = Array.from({ length: count }, (_, index) => index * 60 + 7).flatMap((time) => [time, time + 10]);
    return { times, level: times.map((_, index) => index % 2), slowness: times.map(() => 1) };
  };
  const returning = (count: number, from: number): [Steps, number][] => Array.from({ length: count }, (_, index) => [{ times: [from, from + 480 + index], level: [0, 1], slowness: [1, 1] }, 1]);

  test("are at their very minutes, however many practices come back one by one; first and last stay", () => {
    // At 05:09 all go down, from 13:09 on one of 1,000 a minute comes back.
    const from = at(3, 5) + 9;
    const values = meanSteps(returning(1000, from), 1000, period);
    expect(values.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(values.length).toBeGreaterThan(MOST_STEPS / 4);
    expect(values.slice(0, 2)).toEqual([{ at: "2023-03-16T05:09", level: 0, slowness: 1 }, { at: "2023-03-16T13:09", level: 0.001, slowness: 1 }]);
    expect(values.at(-1)).toEqual({ at: "2023-03-17T05:48", level: 1, slowness: 1 });
    for (const [index, { level }] of values.entries()) expect(level - (values[index - 1]?.level ?? 0)).toBeLessThan(0.05);
  });

  test("keep every episode in which all is lost, also where small losses beside them are left out", () => {
    const values = meanSteps([[flapping(60), 100]], 100, period);
    expect(values).toHaveLength(120);
    const beside: [Steps, number][] = Array.from({ length: 300 }, (_, index) => [{ times: [at(5, 0) + index * 7, at(5, 0) + index * 7 + 3], level: [0, 1], slowness: [1, 1] }, 1]);
    const mixed = meanSteps([[flapping(20), 1000], ...beside], 1000, period);
    expect(mixed.slice(0, 40).map(({ level }) => level)).toEqual(Array.from({ length: 40 }, (_, index) => index % 2));
    expect(mixed).toHaveLength(40);
  });

  test("do not vanish where all changes are small and many", () => {
    const small: [Steps, number][] = Array.from({ length: 300 }, (_, index) => [{ times: [index * 7, index * 7 + 3], level: [0, 1], slowness: [1, 1] }, 1]);
    expect(meanSteps(small, 1000, period).length).toBeGreaterThan(0);
  });
});
