import { describe, expect, test } from "vitest";
import { MeanSteps, MOST_VALUES } from "../../src/experiment/mean-steps.js";
import { Timeline } from "../../src/experiment/timeline.js";
import { capabilities, undisturbed, type Disruption, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { at, HORIZON, period } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

const none: Steps = { times: [], level: [], slowness: [] };
const history = (steps: Steps, label = "Telephones", component = "phones"): History => ({
  capabilities: capabilities.map((capability) => (capability === "telephone" ? steps : none)), services: [{ component, label, steps }],
});
const down = (from: number, until: number): History => history({ times: [from, until], level: [0, 1], slowness: [1, 1] });
const nothing: Disruption = { histories: [undisturbed], historyOf: [0, 0, 0, 0], onset: Infinity, restored: Infinity };

function timelineOver(...disruptions: readonly Disruption[]): Timeline {
  const timeline = new Timeline(estate, period);
  for (const disruption of disruptions) timeline.add(disruption);
  return timeline;
}

// Of 20,000 patients in A: 5,000 down from 09:00 to 12:00, 10,000 at half level from 10:00 to 12:00 and then slow until 15:00.
const half = history({ times: [at(3, 10), at(3, 12), at(3, 15)], level: [0.5, 1, 1], slowness: [1, 1.2, 1] });
const morning: Disruption = { histories: [undisturbed, down(at(3, 9), at(3, 12)), half], historyOf: [1, 2, 0, 0], onset: at(3, 9), restored: at(3, 12) };
const steps = [
  { at: "2023-03-16T09:00", level: 0.75, slowness: 1 }, { at: "2023-03-16T10:00", level: 0.5, slowness: 1 },
  { at: "2023-03-16T12:00", level: 1, slowness: 1.1 }, { at: "2023-03-16T15:00", level: 1, slowness: 1 },
];

test("levels are means over a region's patients, untouched practices included; a region that goes through nothing has no row", () => {
  expect(timelineOver(morning).rows()).toEqual([
    { what: "phones", label: "Telephones", kind: "service", where: "QA", steps }, { what: "telephone", label: "Telephone", kind: "capability", where: "QA", steps },
  ]);
});

test("a loss of everybody is a level of exactly 0, and one that nobody's horizon sees is none", () => {
  const disruption: Disruption = { histories: [undisturbed, down(at(3, 9.001), at(40, 9))], historyOf: [1, 1, 1, 1], onset: at(3, 9), restored: Infinity };
  const rows = timelineOver(disruption).rows();
  expect(rows).toHaveLength(4);
  // A step within a minute counts from the next full one.
  for (const { steps } of rows) expect(steps).toEqual([{ at: "2023-03-16T09:01", level: 0, slowness: 1 }]);
});

describe("over replications", () => {
  test("the mean of equal ones is what one alone gives, whether they are one object or many", () => {
    const one = timelineOver(morning).rows();
    expect(timelineOver(morning, morning, morning).rows()).toEqual(one);
    expect(timelineOver(morning, { ...morning }, { ...morning }).rows()).toEqual(one);
  });

  test("a practice that goes through nothing in a replication counts with level 1 in it, a replication of nothing with level 1 throughout", () => {
    // The smallest of A is down at nine in one replication of four, G4 alone at ten in another.
    const first: Disruption = { histories: [undisturbed, down(at(3, 9), at(3, 12))], historyOf: [1, 0, 0, 0], onset: at(3, 9), restored: at(3, 12) };
    const second: Disruption = { histories: [undisturbed, down(at(4, 10), at(4, 11))], historyOf: [0, 0, 0, 1], onset: at(4, 10), restored: at(4, 11) };
    const rows = timelineOver(first, nothing, second, nothing).rows().filter(({ kind }) => kind === "service");
    expect(rows.map(({ where, steps }) => [where, steps])).toEqual([
      ["QA", [{ at: "2023-03-16T09:00", level: 1 - 0.25 / 4, slowness: 1 }, { at: "2023-03-16T12:00", level: 1, slowness: 1 }]],
      ["QB", [{ at: "2023-03-17T10:00", level: 0.75, slowness: 1 }, { at: "2023-03-17T11:00", level: 1, slowness: 1 }]],
    ]);
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

describe("values of a row", () => {
  /** Level 0 for a minute, so many times, `minutes` apart. */
  const flapping = (count: number, minutes: number): Steps => {
    const times = Array.from({ length: count }, (_, index) => index * minutes).flatMap((time) => [time, time + 1]);
    return { times, level: times.map((_, index) => index % 2), slowness: times.map(() => 1) };
  };
  const timesOf = (mean: MeanSteps): string[] => mean.over(1, period).map((step) => step.at.slice(5));

  test("are those of every minute as long as there are 200 at most", () => {
    const mean = new MeanSteps();
    mean.add(flapping(MOST_VALUES / 2, 7), 1, HORIZON);
    expect(timesOf(mean)).toHaveLength(200);
    expect(timesOf(mean).slice(0, 4)).toEqual(["03-13T00:00", "03-13T00:01", "03-13T00:07", "03-13T00:08"]);
  });

  test.each([
    { hours: 12, grid: 5, first: ["00:00", "00:05", "00:10"] }, { hours: 40, grid: 15, first: ["00:00", "00:15", "00:30"] }, { hours: 100, grid: 60, first: ["00:00", "01:00", "02:00"] },
  ])("are those of every $grid minutes where $hours hours of changes every minute would give more", ({ hours, grid, first }) => {
    // One practice of ever more goes down every minute: at any time the level is what has not gone yet.
    const count = hours * 60;
    const mean = new MeanSteps();
    for (let minute = 0; minute < count; minute++) mean.add({ times: [minute], level: [0], slowness: [1] }, 1, HORIZON);
    const values = mean.over(count, period);
    expect(values.slice(0, 3).map((value) => value.at.slice(11))).toEqual(first);
    expect(values).toHaveLength(count / grid + 1);
    // Taken at the time itself: what falls within a step counts from its end.
    values.forEach(({ level }, index) => expect(level).toBeCloseTo(1 - Math.min(count, index * grid + 1) / count, 6));
  });

  test("are hourly where even they are more than 200", () => {
    const mean = new MeanSteps();
    for (let minute = 0; minute < 300 * 60; minute++) mean.add({ times: [minute], level: [0], slowness: [1] }, 1, HORIZON);
    expect(mean.over(300 * 60, period)).toHaveLength(301);
  });

  test("are the same in whatever order step functions come, and what is shorter than the grid is not seen", () => {
    const long: Steps = { times: [at(2, 9), at(2, 12)], level: [0, 1], slowness: [1, 1] };
    const [first, last] = [new MeanSteps(), new MeanSteps()];
    first.add(long, 3, HORIZON);
    first.add(flapping(150, 7), 1, HORIZON);
    last.add(flapping(150, 7), 1, HORIZON);
    last.add(long, 3, HORIZON);
    const values = first.over(4, period);
    expect(last.over(4, period)).toEqual(values);
    // 150 single minutes begin and end at 300; on the grid of five they are few enough, and one in five of them falls on it.
    expect(values.slice(0, 4).map(({ at: time, level }) => [time.slice(11), level])).toEqual([["00:00", 0.75], ["00:05", 1], ["00:35", 0.75], ["00:40", 1]]);
    expect(values.slice(-2)).toEqual([{ at: "2023-03-15T09:00", level: 0.25, slowness: 1 }, { at: "2023-03-15T12:00", level: 1, slowness: 1 }]);
  });
});
