/** Chains of components from what a practice lost down to what failed. */
import { describe, expect, test } from "vitest";
import type { Estate, Practice } from "../../src/estate/estate.js";
import { timestamp } from "../../src/facts/days.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { capabilities, levelAt, slownessAt } from "../../src/infrastructure/disruption.js";
import { explain, type Explanation, type Loss } from "../../src/infrastructure/explain.js";
import { extend } from "../../src/infrastructure/extend.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import type { Infrastructure } from "../../src/infrastructure/model.js";
import { simulateUpstream } from "../../src/infrastructure/upstream.js";
import { eightWeeks, estateOf, graphOf, historyIn, incidentOf, onePractice, stepsOf } from "./small-estate.js";

function explained(incidents: readonly Incident[], { infrastructure = builtIn, estate = onePractice, practice = 0 }: { infrastructure?: Infrastructure; estate?: Estate; practice?: number } = {}): Explanation {
  return explain(infrastructure, incidents, estate, eightWeeks, simulateUpstream(infrastructure, incidents, estate, eightWeeks, { seed: "test", replication: 0 }), practice);
}

const [from, until] = [600, 840];
const firewall = incidentOf({ component: "regional-firewall", from, until, level: 0 });
const chainOf = ({ causes }: Loss, capability: string): string[] => causes.flatMap(({ chains }) => chains.filter((chain) => chain.capability === capability)).flatMap(({ components }) => components.map(({ component }) => component));
const withPart = (changes: Partial<Practice>): Estate => estateOf({ QKS: [changes] });

describe("a regional firewall that is down", () => {
  const { stretches, incidents } = explained([firewall]);

  test("is one stretch with one loss of all capabilities, for one cause", () => {
    expect(stretches.map(({ from: begin, until: end }) => [begin, end])).toEqual([["2023-03-13T10:00", "2023-03-13T14:00"]]);
    expect(stretches[0]!.losses).toHaveLength(1);
    expect(stretches[0]!.losses[0]).toMatchObject({ kind: "lost", capabilities, level: { lowest: 0, highest: 0 } });
    expect(stretches[0]!.losses[0]!.causes.map(({ faults }) => faults.map(({ component, incident }) => [component, incident]))).toEqual([[["regional-firewall", "regional-firewall"]]]);
    expect(incidents).toMatchObject([{ met: "hit", occurrences: [{ began: "2023-03-13T10:00", repaired: "2023-03-13T14:00" }] }]);
  });

  test("is reached by the shortest chain of needs, of which it is the last", () => {
    const [loss] = stretches[0]!.losses as [Loss];
    const way = ["network", "primary-path", "regional-gateway", "regional-firewall"];
    expect(chainOf(loss, "telephone")).toEqual(["cloud-telephony", ...way]);
    // Not over the Smartcard, which needs the same network.
    expect(chainOf(loss, "seeRecords")).toEqual(["clinical-system", "emis-web", ...way]);
    for (const { chains } of loss.causes) expect(chains.map(({ capability }) => capability)).toEqual(capabilities);
  });

  test("could have been stood in for by what goes round it; a second line behind it would not help, and another clinical system is no stand-in", () => {
    const { alternatives } = stretches[0]!.losses[0]!;
    const of = (wouldHelp: boolean): string[] => alternatives.filter((each) => each.wouldHelp === wouldHelp).map((each) => each.of.component).sort();
    expect(of(false)).toEqual(["backup-circuit"]);
    expect(of(true)).toEqual(["appointment-list-backup", "independent-telephony", "local-server", "mobile-router", "read-only-copy", "standby-firewall"]);
    // Seeing records and more, but not telephoning.
    expect(alternatives.find((each) => each.of.component === "local-server")!.for).toEqual(["seeRecords", "writeRecords", "seeAppointmentList", "book"]);
    expect(alternatives.find((each) => each.of.component === "mobile-router")!.for).toEqual(capabilities);
  });
});

test("whatever is said to help does: given what is lacking, the capability is not lost", () => {
  const { alternatives } = explained([firewall]).stretches[0]!.losses[0]!;
  for (const { of, wouldHelp, for: those } of alternatives) {
    const infrastructure = extend(builtIn, { where: { [of.component]: {} } });
    const { disruption } = simulateUpstream(infrastructure, [firewall], onePractice, eightWeeks, { seed: "test", replication: 0 });
    const history = historyIn(disruption, onePractice, "QKS0");
    for (const capability of those) expect(levelAt(stepsOf(history, capability), from), `${of.component} for ${capability}`).toBe(wouldHelp ? 1 : 0);
  }
});

test("an alternative that the practice has and that fails for the same reason is named as such", () => {
  const infrastructure = extend(builtIn, { where: { "backup-circuit": {} } });
  const { alternatives } = explained([firewall], { infrastructure }).stretches[0]!.losses[0]!;
  expect(alternatives.filter(({ state }) => state === "fails too").map(({ of }) => of.component)).toEqual(["backup-path"]);
});

test("two failures that each would do are both causes", () => {
  const [loss] = explained([firewall, incidentOf({ component: "emis-web-hosting", from, until, level: 0 })]).stretches[0]!.losses as [Loss];
  expect(loss.capabilities).toContain("seeRecords");
  expect(loss.causes.map(({ faults }) => faults[0]!.component).sort()).toEqual(["emis-web-hosting", "regional-firewall"]);
  expect(loss.causes.flatMap(({ chains }) => chains.find(({ capability }) => capability === "seeRecords")!.components.at(-1)!.component).sort()).toEqual(["emis-web-hosting", "regional-firewall"]);
});

test("both ways must fail for a choice to fail, and both are causes then", () => {
  const either = graphOf([undefined, undefined], { any: ["0", "1"] });
  const [first, second] = [incidentOf({ component: "0", from: 60, until: 240, level: 0 }), incidentOf({ component: "1", from: 120, until: 180, level: 0 })];
  const { stretches } = explained([first, second], { infrastructure: either });
  expect(stretches.map(({ losses }) => losses.length)).toEqual([0, 1, 0]);
  expect(stretches[1]!.losses[0]!.causes.map(({ faults }) => faults[0]!.component)).toEqual(["0", "1"]);
  // Before and after, the other is used.
  for (const number of [0, 2]) expect(stretches[number]!.detours.map(({ failed, by }) => [failed.component, by.component])).toEqual([["0", "1"]]);
});

test("a practice with another path loses nothing, and it is said which it uses", () => {
  const infrastructure = extend(builtIn, { where: { "mobile-router": {} } });
  const { stretches, incidents } = explained([firewall], { infrastructure });
  expect(incidents[0]!.met).toBe("hit");
  expect(stretches.flatMap(({ losses }) => losses)).toEqual([]);
  expect(stretches[0]!.detours.map(({ failed, by }) => [failed.component, by.component])).toEqual([["primary-path", "bypass-path"]]);
});

test("what no capability rests on is named as a service and no loss", () => {
  const { stretches } = explained([incidentOf({ component: "email", from, until, level: 0 })]);
  expect(stretches).toMatchObject([{ losses: [], services: ["Email"], intact: capabilities }]);
});

test("log-ins that fail one by one are one stretch, with the fewest and the most that work, in whole log-ins", () => {
  const incident: Incident = {
    name: "Update", component: "emis-web", begins: { at: from }, reach: {}, effect: { level: 0, slowness: 1, units: { of: "log-ins", share: 0.9 } }, spread: { over: 120 },
    repair: { by: "crews", crews: 1, per: "all", each: 10, travel: 30 }, found: 200,
  };
  const { stretches } = explained([incident]);
  expect(stretches).toHaveLength(1);
  const [loss] = stretches[0]!.losses as [Loss];
  const { units } = loss.causes[0]!.faults[0]!;
  // 4 + 2 + 3 + 6 + 5 full-time equivalents.
  expect(units).toEqual({ of: "log-ins", number: 20 });
  for (const level of [loss.level.lowest, loss.level.highest]) expect(Math.abs(level * 20 - Math.round(level * 20))).toBeLessThan(1e-9);
  expect(loss.level.lowest).toBeLessThan(loss.level.highest);
  // They fail at different times, so the first of them fails alone.
  expect(loss.level.highest).toBeCloseTo(0.95, 12);
});

test("what comes back later is the cause only once the component that failed is back", () => {
  const late: Incident = { ...incidentOf({ component: "emis-web-hosting", from, until, level: 0 }), return: { services: { "appointment-book": 120 } } };
  const { stretches } = explained([late]);
  expect(stretches.map(({ losses }) => losses.map(({ causes }) => causes.map(({ faults }) => faults.map(({ component, comesLater }) => [component, comesLater]))))).toEqual([
    [[[["emis-web-hosting", false]]]], [[[["appointment-book", true]]]],
  ]);
  expect(stretches[1]!.losses[0]!.capabilities).toEqual(["seeAppointmentList", "book"]);
});

test("slowness that fades is one stretch, from the least to the most", () => {
  const tail = incidentOf({ component: "docman", from, until, level: 0 }, { slowness: 1.5, fades: 300 });
  const { stretches } = explained([tail]);
  expect(stretches.map(({ losses }) => losses.map(({ kind, slowness }) => [kind, slowness]))).toEqual([
    [["lost", { lowest: 1, highest: 1 }]], [["slow", { lowest: 1.1, highest: 1.5 }]],
  ]);
  expect(stretches[1]!.losses[0]!.capabilities).toEqual(["receiveDocuments"]);
});

describe("an incident that does not hit the practice says why", () => {
  const two = estateOf({ QKS: [{}, { clinicalSystem: "SystmOne" }], QUY: [{}] });
  const met = (incident: Incident, practice: number): string => explained([incident], { estate: two, practice }).incidents[0]!.met;

  test.each([
    ["does not have it", incidentOf({ component: "systmone", from, until, level: 0 }), 0],
    ["is not among those it may reach", incidentOf({ component: "power", where: { practice: "QKS1" }, from, until, level: 0 }), 0],
    ["hit", incidentOf({ component: "power", where: { practice: "QKS1" }, from, until, level: 0 }), 1],
    ["was spared", { ...firewall, reach: { draw: { part: 0 } } }, 0],
    ["is not harmed", { ...firewall, component: "emis-web", reach: { harms: { region: "QUY" } } }, 0],
    // Nothing leads to it.
    ["did not happen", { ...firewall, begins: { follows: "none", from: "repair", after: 0, chance: 1 } }, 0],
  ] as const)("%s", (expected, incident, practice) => {
    expect(met(incident, practice)).toBe(expected);
  });
});

test("a capability that the practice never has is not lost", () => {
  const infrastructure = extend(builtIn, { where: { docman: { practice: [] } } });
  const { never, stretches } = explained([firewall], { infrastructure });
  expect(never).toEqual(["receiveDocuments"]);
  expect(stretches[0]!.losses.flatMap((loss) => loss.capabilities)).not.toContain("receiveDocuments");
});

test("stretches tell every level and speed that the practice has", () => {
  // Components of every depth, one after another and two at a time, at several levels.
  const ids = builtIn.components.map(({ id }) => id);
  for (const [index, component] of ids.entries()) {
    const incidents = [
      incidentOf({ component, from, until, level: index % 3 / 2 }, { slowness: 1.4, fades: 120 }, "first"),
      incidentOf({ component: ids[(index * 7 + 3) % ids.length]!, from: from + 60, until: until + 60, level: 0.5 }, undefined, "second"),
    ];
    const { disruption } = simulateUpstream(builtIn, incidents, onePractice, eightWeeks, { seed: "test", replication: 0 });
    const history = historyIn(disruption, onePractice, "QKS0");
    const { stretches } = explained(incidents);
    for (let time = from - 30; time < until + 240; time += 30) {
      const at = timestamp(eightWeeks, time);
      const here = stretches.find((stretch) => stretch.from <= at && (stretch.until === null || at < stretch.until));
      for (const capability of capabilities) {
        const level = levelAt(stepsOf(history, capability), time);
        const slowness = slownessAt(stepsOf(history, capability), time);
        const lost = here?.losses.find((loss) => loss.kind === "lost" && loss.capabilities.includes(capability));
        const slow = here?.losses.find((loss) => loss.kind === "slow" && loss.capabilities.includes(capability));
        expect(lost !== undefined, `${component}, ${capability} at ${at}`).toBe(level < 1);
        expect(slow !== undefined, `${component}, ${capability} at ${at}`).toBe(slowness > 1);
        if (lost !== undefined) expect(lost.level.lowest <= level && level <= lost.level.highest).toBe(true);
        if (slow !== undefined) expect(slow.slowness.lowest <= slowness && slowness <= slow.slowness.highest).toBe(true);
        // Every loss leads to something that is at fault, and to nothing else.
        for (const { faults, chains } of [lost, slow].flatMap((loss) => loss?.causes ?? [])) {
          expect(faults.length).toBeGreaterThan(0);
          for (const { components } of chains) expect(faults.map((fault) => fault.component)).toContain(components.at(-1)!.component);
        }
      }
    }
  }
});

test("in the telephones of a practice with an exchange of its own the network has no part", () => {
  const { stretches } = explained([firewall], { estate: withPart({ telephony: "on site" }) });
  expect(stretches[0]!.intact).toEqual(["telephone"]);
});
