import { expect, test } from "vitest";
import type { Selector } from "../../src/estate/estate.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { levelAt, undisturbed } from "../../src/infrastructure/disruption.js";
import { extend } from "../../src/infrastructure/extend.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { disruptionBy, estateOf, graphOf, historyIn, incidentOf, onePractice, stepsOf, type Fault } from "./small-estate.js";

const incident = (faults: readonly Fault[], tail?: Incident["tail"]): Incident[] => faults.map((fault) => incidentOf(fault, tail, "incident"));
const disrupt = (infrastructure: typeof builtIn, incidents: readonly (readonly Incident[])[], estate: typeof onePractice) => disruptionBy(infrastructure, incidents.flat(), estate);
const emis = (from: number, until: number, level = 0): Fault => ({ component: "emis-web", from, until, level });
const records = (incidents: readonly (readonly Incident[])[]) => {
  const disruption = disrupt(builtIn, incidents, onePractice);
  return stepsOf(disruption.histories[disruption.historyOf[0]!]!, "seeRecords");
};

test("a step counts at its own time and not a minute before; the return likewise", () => {
  const steps = records([incident([emis(100, 200)])]);
  expect([99, 100, 199, 200].map((time) => levelAt(steps, time))).toEqual([1, 0, 0, 1]);
});

test("of faults in one component the deepest counts, and equal steps that follow each other are one", () => {
  expect(records([incident([emis(0, 300, 0.5), emis(100, 200, 0.2), emis(120, 180, 0.7)])])).toEqual({ times: [0, 100, 200, 300], level: [0.5, 0.2, 0.5, 1], slowness: [1, 1, 1, 1] });
  expect(records([incident([emis(0, 100), emis(100, 200), emis(50, 150)])])).toEqual({ times: [0, 200], level: [0, 1], slowness: [1, 1] });
});

test("a flapping line is down in its episodes and up between them", () => {
  const episodes = [0, 60, 120].map((from) => emis(from, from + 25));
  expect(records([incident(episodes)])).toEqual({ times: [0, 25, 60, 85, 120, 145], level: [0, 1, 0, 1, 0, 1], slowness: [1, 1, 1, 1, 1, 1] });
});

test("a fault without end has no return", () => {
  const disruption = disrupt(builtIn, [incident([emis(30, Infinity)], { slowness: 2, fades: 60 })], onePractice);
  expect(stepsOf(disruption.histories[1]!, "book")).toEqual({ times: [30], level: [0], slowness: [1] });
  expect(disruption.restored).toBe(Infinity);
});

test("after the full return work is slow, less so each hour, until the tail has faded", () => {
  const steps = records([incident([emis(0, 100)]), incident([emis(0, 200, 0.5)], { slowness: 1.5, fades: 150 })]);
  expect(steps.times).toEqual([0, 100, 200, 260, 320, 350]);
  expect(steps.level).toEqual([0, 0.5, 1, 1, 1, 1]);
  // 60 and 120 of 150 minutes have passed when the second and third hour begin.
  [1, 1, 1.5, 1.3, 1.1, 1].forEach((slowness, step) => expect(steps.slowness[step]).toBeCloseTo(slowness, 12));
});

test("a tail ends at exactly 1 also when minutes are fractions that binary numbers only approach", () => {
  const steps = records([incident([emis(0.1, 0.7)], { slowness: 1.2, fades: 130.3 })]);
  expect(steps.times.length).toBe(5);
  expect(steps.slowness.at(-1)).toBe(1);
  expect(steps.slowness.slice(1).every((slowness, step, all) => step === 0 || slowness < all[step - 1]!)).toBe(true);
});

test("tails of an incident's episodes overlap without adding up", () => {
  const steps = records([incident([emis(0, 30), emis(60, 90)], { slowness: 2, fades: 120 })]);
  expect(steps).toEqual({ times: [0, 30, 60, 90, 150, 210], level: [0, 1, 0, 1, 1, 1], slowness: [1, 2, 1, 2, 1.5, 1] });
});

test("only an incident with a part in a loss leaves its tail on it", () => {
  const slow = { slowness: 3, fades: 60 };
  const unrelated = incident([{ component: "docman", from: 0, until: 100, level: 0 }], slow);
  expect(records([unrelated, incident([emis(0, 100)])]).slowness).toEqual([1, 1]);
  // The circuit is back before EMIS Web, and still slow for ten minutes when that is too.
  const both = records([incident([{ component: "site-circuit", from: 0, until: 50, level: 0 }], slow), incident([emis(20, 100)])]);
  expect(both).toEqual({ times: [0, 100, 110], level: [0, 1, 1], slowness: [1, 3, 1] });
});

test("a path that fails unnoticed behind another leaves no tail; where both fail, work is as slow as over the faster one", () => {
  const backed = extend(builtIn, { where: { "backup-circuit": {} } });
  const cut = (component: string, from: number, until: number, slowness: number) => incident([{ component, from, until, level: 0 }], { slowness, fades: 60 });
  expect(disrupt(backed, [cut("backup-circuit", 0, 100, 2)], onePractice).historyOf).toEqual([0]);
  const beside = disrupt(backed, [cut("backup-circuit", 0, 100, 2), incident([emis(50, 80)])], onePractice).histories[1]!;
  expect(stepsOf(beside, "book")).toEqual({ times: [50, 80], level: [0, 1], slowness: [1, 1] });
  const history = disrupt(backed, [cut("backup-circuit", 0, 100, 2), cut("site-circuit", 50, 80, 1.5)], onePractice).histories[1]!;
  expect(stepsOf(history, "book")).toEqual({ times: [50, 80, 140], level: [0, 1, 1], slowness: [1, 1.5, 1] });
});

test("onset is the first fall of a capability anywhere; restored is the end of the last loss below 95%, whatever is slow or slightly down after", () => {
  const estate = estateOf({ QKS: [{}, {}] });
  const at = (practice: string, from: number, until: number, level: number): Fault => ({ component: "emis-web", where: { practice }, from, until, level });
  const { onset, restored } = disrupt(builtIn, [incident([at("QKS0", 50, 80, 0.99), at("QKS1", 60, 300, 0.5), at("QKS1", 300, 900, 0.96)], { slowness: 2, fades: 600 })], estate);
  expect([onset, restored]).toEqual([50, 300]);
  const slight = disrupt(builtIn, [incident([at("QKS0", 50, 80, 0.95)])], estate);
  expect([slight.onset, slight.restored]).toEqual([50, 50]);
});

test("no incident, a fault of no length, one of level 1, and one that selects nobody: history 0 for everybody", () => {
  const estate = estateOf({ QKS: [{}, {}] });
  for (const faults of [[], [emis(100, 100)], [emis(0, 100, 1)], [{ ...emis(0, 100), where: { region: "QRL" } }]]) {
    expect(disrupt(builtIn, [incident(faults, { slowness: 2, fades: 600 })], estate)).toEqual({ histories: [undisturbed], historyOf: [0, 0], onset: Infinity, restored: Infinity });
  }
});

test("what a practice lacks every day is not lost by it, and a fault in what it does not have leaves it alone", () => {
  const estate = estateOf({ QKS: [{}, {}] });
  const without = extend(builtIn, { where: { docman: { practice: "QKS1" } } });
  const docman = incident([{ component: "docman", from: 0, until: 100, level: 0 }]);
  expect(disrupt(without, [docman], estate).historyOf).toEqual([0, 1]);
  const history = historyIn(disrupt(without, [incident([{ component: "network", from: 0, until: 100, level: 0 }])], estate), estate, "QKS0");
  expect(stepsOf(history, "receiveDocuments").times).toEqual([]);
  expect(history.services.map(({ component }) => component)).not.toContain("docman");
});

test("half a fault in something that a practice does not have gives it none of it", () => {
  const faults = [{ component: "regional-firewall", from: 0, until: 100, level: 0 }, { component: "mobile-router", from: 0, until: 100, level: 0.5 }];
  expect(records([incident(faults)]).level).toEqual([0, 1]);
  expect(stepsOf(disrupt(extend(builtIn, { where: { "mobile-router": {} } }), [incident(faults)], onePractice).histories[1]!, "book").level).toEqual([0.5, 1]);
});

test("a regional component named by an ICB of an earlier era takes the practices that were in it, not the whole ICB of today", () => {
  const estate = estateOf({ QKS: [{ formerly: "OLD" }, {}, { formerly: "OLD", clinicalSystem: "SystmOne" }] });
  const firewall = (where: Selector): Incident[] => incident([{ component: "regional-firewall", where, from: 0, until: 100, level: 0 }]);
  const { historyOf } = disrupt(builtIn, [firewall({ region: "OLD", clinicalSystem: "EMIS Web" })], estate);
  expect(historyOf.map((history) => history > 0)).toEqual([true, false, true]);
});

test("practices that fare alike share a history, whatever faults lie behind it", () => {
  const estate = estateOf({ QKS: Array.from({ length: 40 }, () => ({})), QRL: Array.from({ length: 40 }, () => ({})) });
  const one = (region: string): Fault => ({ component: "docman", where: { region }, from: 0, until: 100, level: 0 });
  const { histories, historyOf } = disrupt(builtIn, [incident([one("QKS"), one("QRL")])], estate);
  expect(histories.length).toBe(2);
  expect(new Set(historyOf)).toEqual(new Set([1]));
});

test("a national component takes all practices, unless its fault reaches only some of them", () => {
  const estate = estateOf({ QKS: [{}], QRL: [{}] });
  const fault: Fault = { component: "spine", from: 0, until: 100, level: 0 };
  expect(disrupt(builtIn, [incident([fault])], estate).historyOf).toEqual([1, 1]);
  expect(disrupt(builtIn, [incident([{ ...fault, where: { region: "QRL" } }])], estate).historyOf).toEqual([0, 1]);
});

test("a fault in something unknown and a graph with a circle are refused by name", () => {
  expect(() => disrupt(builtIn, [incident([{ component: "emis", from: 0, until: 1, level: 0 }])], onePractice)).toThrow(/"incident".*"emis"/);
  expect(() => disrupt(graphOf(["1", "0"], "0"), [], onePractice)).toThrow("0 > 1 > 0");
});
