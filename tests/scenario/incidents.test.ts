/** What an incident that is written right compiles to: each primitive, and stories put together from them. */
import { expect, describe, test } from "vitest";
import { lognormal, triangular, uniformBetween } from "../../src/engine/distribution.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { simulateUpstream } from "../../src/infrastructure/upstream.js";
import { compile } from "../../src/scenario/compile.js";
import { incidents } from "./incident-base.js";

const nothing = (): Promise<Uint8Array> => Promise.reject(new Error("there is no such file"));
const compiled = (text: string) => compile(text, "f.yaml", nothing);
/** The only incident, beginning on 16 March 2023 at 08:00 and over four hours later unless it is said otherwise. */
const incidentOf = async (rest: string, begins = "at: 2023-03-16 08:00", ends = "for: 4h"): Promise<Incident> =>
  (await compiled(incidents(`{${["name: x", "component: emis-web", begins, ends, rest].filter((part) => part !== "").join(", ")}}`))).model.incidents[0]!;
const repairOf = async (repair: string, rest = ""): Promise<Incident["repair"]> => (await incidentOf(rest, undefined, `repair: ${repair}`)).repair;

/** Minutes of 16 March 2023 at 08:00, 31 days after the warm-up begins. */
const AT = 31 * 1440 + 480;
const MONTH = (365.25 / 12) * 1440;

describe("when it begins", () => {
  test("at a moment", async () => expect((await incidentOf("")).begins).toEqual({ at: AT }));

  test.each([
    ["2.19 a month", 2.19 / MONTH],
    ["1 a day", 1 / 1440],
    ["0.5 per week", 0.5 / (7 * 1440)],
    ["3 a year", 3 / (365.25 * 1440)],
  ])("by chance: %s, in rates a minute", async (written, rate) => {
    const { begins } = await incidentOf("", `rate: ${written}`);
    expect((begins as { rate: number }).rate).toBeCloseTo(rate, 15);
  });

  test("a rate is for each of what there is one of, unless it is said otherwise", async () => {
    const eachOf = async (component: string, each = ""): Promise<unknown> => {
      const { model } = await compiled(incidents(`{name: x, component: ${component}, rate: 1 a month, for: 1h${each}}`));
      return (model.incidents[0]!.begins as { each: string }).each;
    };
    expect(await eachOf("site-circuit")).toBe("practice");
    expect(await eachOf("regional-firewall")).toBe("region");
    expect(await eachOf("emis-web")).toBe("all");
    expect(await eachOf("emis-web", ", each: practice")).toBe("practice");
  });

  test("after another: at once, certainly, from its repair; or as it is said", async () => {
    const follow = async (follows: string): Promise<unknown> => {
      const { model } = await compiled(incidents("{name: first, component: hscn, at: 2023-03-16 08:00, for: 4h}", `{name: second, component: docman, follows: ${follows}, for: 1h}`));
      return model.incidents[1]!.begins;
    };
    expect(await follow("{incident: first}")).toEqual({ follows: "first", from: "repair", after: 0, chance: 1 });
    expect(await follow("{incident: first, after: 1h to 1d, from: beginning, chance: 30%}")).toEqual({ follows: "first", from: "beginning", after: uniformBetween(60, 1440), chance: 0.3 });
  });
});

describe("lengths of time", () => {
  test.each<[written: string, span: unknown]>([
    ["40m", 40],
    ["1h30m", 90],
    ["10m to 30m", uniformBetween(10, 30)],
    ["1 hour to 2 days", uniformBetween(60, 2880)],
    ["10m to 10m", 10],
    ["{least: 3m, likely: 4m, most: 20m}", triangular(3, 4, 20)],
    ["{mean: 40m, sd: 30m}", lognormal(40, 30)],
  ])("%s", async (written, span) => {
    expect(await repairOf(`{takes: ${written}}`)).toEqual({ by: "fix", takes: span });
    expect((await incidentOf("", "rate: 1 a month", `for: ${written}`)).repair).toEqual({ by: "end", lasts: span });
  });

  test("from a known beginning a fixed length ends at a known moment, one left to chance does not", async () => {
    expect((await incidentOf("")).repair).toEqual({ by: "end", until: AT + 240 });
    expect((await incidentOf("", undefined, "for: 1 working day")).repair).toEqual({ by: "end", until: AT + 1440 });
    expect((await incidentOf("", undefined, "until: 2023-03-17 09:30")).repair).toEqual({ by: "end", until: AT + 1530 });
    expect((await incidentOf("", undefined, "for: 2h to 6h")).repair).toEqual({ by: "end", lasts: uniformBetween(120, 360) });
  });
});

describe("whom it reaches", () => {
  test.each<[written: string, reach: Incident["reach"]]>([
    ["", {}],
    ["where: {clinicalSystem: EMIS Web}", { where: { clinicalSystem: "EMIS Web" } }],
    ["share: 0.3", { share: 0.3 }],
    ["where: {region: QKS}, share: 2.5%", { where: { region: "QKS" }, share: 0.025 }],
    ["draw: 12 practices", { draw: { number: 12, of: "practices" } }],
    ["draw: 1 neighbourhood", { draw: { number: 1, of: "neighbourhoods" } }],
    ["draw: 2 regions", { draw: { number: 2, of: "regions" } }],
    ["draw: 30%", { draw: { part: 0.3 } }],
  ])("%s", async (written, reach) => {
    expect((await incidentOf(written)).reach).toEqual(reach);
  });

  test("a release goes where its rule sends it, by default where it was meant to go, and harms those that it breaks", async () => {
    const release = async (written: string): Promise<unknown> => (await incidentOf(`release: ${written}`)).reach;
    expect(await release("{target: {telephony: cloud}, sentTo: {clinicalSystem: EMIS Web}, breaks: {tag: template-manager}}"))
      .toEqual({ where: { clinicalSystem: "EMIS Web" }, harms: { tag: "template-manager" } });
    expect(await release("{target: {telephony: cloud}, breaks: {tag: template-manager}}")).toEqual({ where: { telephony: "cloud" }, harms: { tag: "template-manager" } });
    expect(await release("{target: {clinicalSystem: EMIS Web}, breaks: {}}")).toEqual({ where: { clinicalSystem: "EMIS Web" } });
  });

  test("rings: a canary, a place, the rest", async () => {
    const { spread } = await incidentOf("release: {target: {clinicalSystem: EMIS Web}, breaks: {}, rings: [{share: 5%, after: 0m}, {where: {region: QKS}, after: 2h}, {after: 4h}]}, found: 40m");
    expect(spread).toEqual({ rings: [{ share: 0.05, after: 0 }, { where: { region: "QKS" }, after: 120 }, { after: 240 }] });
  });

  test("shares of rings that are the whole together are not too much, though their sum is rounded", async () => {
    const rings = Array.from({ length: 10 }, (_, index) => `{share: 0.1, after: ${index}h}`).join(", ");
    expect((await incidentOf(`release: {target: {}, breaks: {}, rings: [${rings}]}`)).spread).toMatchObject({ rings: { length: 10 } });
  });
});

describe("what it does", () => {
  test.each<[written: string, effect: Incident["effect"]]>([
    ["", { level: 0, slowness: 1 }],
    ["level: 0.5", { level: 0.5, slowness: 1 }],
    ["slowness: 1.5", { level: 1, slowness: 1.5 }],
    ["slowness: 1.5, level: 0.2", { level: 0.2, slowness: 1.5 }],
    ["units: {of: log-ins, share: 97%}", { level: 0, slowness: 1, units: { of: "log-ins", share: 0.97 } }],
    ["flapping: {down: 10m to 30m, up: 1h}", { level: 0, slowness: 1, flapping: { down: uniformBetween(10, 30), up: 60 } }],
  ])("%s", async (written, effect) => {
    expect((await incidentOf(written)).effect).toEqual(effect);
  });

  test("it reaches them over a time, or no further once it is found", async () => {
    expect((await incidentOf("spread: 3h")).spread).toEqual({ over: 180 });
    expect(await incidentOf("spread: {over: 3h, until: found}, found: 40m")).toMatchObject({ spread: { over: 180, untilFound: true }, found: 40 });
  });
});

describe("how it is found, repaired and had back", () => {
  test("found, blamed on the wrong thing, and what it was", async () => {
    expect(await incidentOf("found: 20m to 1h, suspected: {cause: the network, for: 3h}, cause: an update, severity: medium (category 3)", undefined, "repair: {takes: 1h}"))
      .toMatchObject({ found: uniformBetween(20, 60), suspected: { cause: "the network", for: 180 }, cause: "an update", severity: "medium (category 3)" });
    expect((await incidentOf("suspected: {cause: the network}")).suspected).toEqual({ cause: "the network", for: 0 });
  });

  test("a release is taken back", async () => {
    expect(await repairOf("{rollback: 2h30m}", "release: {target: {}, breaks: {}}")).toEqual({ by: "rollback", takes: 150 });
  });

  test("crews: all that is said of them, or all that is not", async () => {
    expect(await repairOf("{crews: 6, each: 3m to 5m}")).toEqual({ by: "crews", crews: 6, per: "all", each: uniformBetween(3, 5), travel: 0 });
    expect(await repairOf("{crews: 2, per: region, each: 4m, travel: 25m, hours: 08:00-18:00, self: {share: 0.3, takes: 1h}}")).toEqual({
      by: "crews", crews: 2, per: "region", each: 4, travel: 25, hours: { from: 480, to: 1080, weekends: false }, self: { share: 0.3, takes: 60 },
    });
    expect(await repairOf("{crews: 2, each: 4m, hours: {from: 06:30, to: 24:00, weekends: true}}")).toMatchObject({ hours: { from: 390, to: 1440, weekends: true } });
  });

  test("practice by practice, by shares, and some services later than others", async () => {
    const returned = async (written: string): Promise<unknown> => (await incidentOf(`return: ${written}`)).return;
    expect(await returned("{over: 26h}")).toEqual({ shares: [{ after: 1560, share: 1 }] });
    expect(await returned("{shares: [{by: 15h, share: 40%}, {by: 2d, share: 0.4}, {by: 3d, share: 0.99}], then: {appointment-book: 2h, results: 4h}}")).toEqual({
      shares: [{ after: 900, share: 0.4 }, { after: 2880, share: 0.4 }, { after: 4320, share: 0.99 }],
      services: { "appointment-book": 120, results: 240 },
    });
    expect(await returned("{then: {results: 4h}}")).toEqual({ services: { results: 240 } });
  });
});

describe("warnings", () => {
  const warningsOf = async (...written: string[]): Promise<readonly string[]> => (await compiled(incidents(...written))).warnings;

  test("a release that goes only where it does no harm: the correct target of a bad push", async () => {
    expect(await warningsOf("{name: x, component: emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {clinicalSystem: SystmOne}, breaks: {tag: template-manager}}}"))
      .toEqual(['Incident "x" hits nobody: no practice that it selects has emis-web.']);
    expect(await warningsOf("{name: x, component: hscn, at: 2023-03-16 08:00, for: 4h, release: {target: {clinicalSystem: SystmOne}, breaks: {tag: template-manager}}}"))
      .toEqual(['Incident "x" hits nobody: none of the practices that get the release is one that it breaks.']);
  });

  test("an end that is not known beforehand counts with what is known of it", async () => {
    const late = 'The calendar ends 9 working days after the last incident, too soon to see most practices recover: write days: 41 or more.';
    const soon = "{name: x, component: emis-web, at: 2023-03-20 08:00, repair: {crews: 1, each: 1h}}";
    expect(await warningsOf(soon)).toEqual([]);
    // 18 March and five days is 23 March, after which ten working days are left to 9 April, with Good Friday on the 7th; 20 March and five days leave nine.
    for (const end of ["found: 5d, repair: {crews: 1, each: 1h}", "repair: {takes: 4d to 6d}", "suspected: {cause: it, for: 5d}, repair: {takes: 1h}", "for: 1h, return: {over: 5d}"]) {
      expect(await warningsOf(`{name: x, component: emis-web, at: 2023-03-18 08:00, ${end}}`)).toHaveLength(0);
      const [warning] = await warningsOf(`{name: x, component: emis-web, at: 2023-03-20 08:00, ${end}}`);
      expect(warning).toBe(late);
    }
    expect(await warningsOf(soon, "{name: y, component: docman, follows: {incident: x, after: 4d to 6d}, for: 1h}")).toEqual([late]);
    expect(await warningsOf("{name: x, component: emis-web, rate: 1 a week, for: 1h}")).toEqual([]);
  });

  test("one that follows after the calendar", async () => {
    expect(await warningsOf("{name: x, component: emis-web, at: 2023-03-14 08:00, for: 1h}", "{name: y, component: emis-web, follows: {incident: x, after: 60d}, for: 1h}"))
      .toContain('Incident "y" follows so late that it will hardly begin before the calendar ends.');
  });

  test("incidents of one name, which share their random numbers", async () => {
    const [one, other] = ["14", "15"].map((day) => `{name: x, component: emis-web, at: 2023-03-${day} 08:00, for: 1h}`) as [string, string];
    expect(await warningsOf(one, other)).toEqual(['Several incidents are called "x": they share their random numbers, so give each a name of its own.']);
  });

  test("with a sample: selectors are held against all practices, and who of the sample is hit is said", async () => {
    const sampled = (practice: string): string =>
      incidents(`{name: x, component: emis-web, at: 2023-03-16 08:00, for: 4h, where: {practice: ${practice}}}`).replace("region: [QKS, QNC]}}", "region: QKS}, sample: 3 neighbourhoods}");
    const { model } = await compiled(sampled("QKS-001"));
    const [inside, outside] = [true, false].map((within) => model.whole!.practices.find(({ code, clinicalSystem }) =>
      clinicalSystem === "EMIS Web" && model.estate.practices.some((practice) => practice.code === code) === within)!.code);
    const said = async (practice: string): Promise<boolean> => (await compiled(sampled(practice))).warnings.some((warning) => warning.startsWith('Incident "x" hits nobody in the sample'));
    expect([await said(inside!), await said(outside!)]).toEqual([false, true]);
  });
});

/** Stories from reports, each of nothing but primitives. Each is simulated as well: what the language takes, the upstream simulation takes. */
const stories: Readonly<Record<string, readonly string[]>> = {
  "a faulty firewall": ["{name: Firewall fails, component: regional-firewall, where: {region: QKS}, at: 2023-03-16 08:00, for: 5 working days, tail: {slowness: 1.1, fades: 1d}}"],
  "a bad code push": [`{name: Bad release, component: emis-web, at: 2023-03-16 10:00,
    release: {target: {telephony: on site}, sentTo: {clinicalSystem: EMIS Web}, breaks: {tag: template-manager}, rings: [{share: 5%, after: 0m}, {after: 2h}]},
    units: {of: log-ins, share: 0.97}, found: 1h to 2h, repair: {rollback: 2h30m}, severity: medium (category 3)}`],
  "an update seen as a network fault": [`{name: Antivirus update, component: hscn, where: {region: QKS}, at: 2023-03-16 07:10, flapping: {down: 10m to 30m, up: 15m to 1h},
    found: 40m, suspected: {cause: the network, for: 3h}, cause: a third party's antivirus update, repair: {takes: 2h to 3h}}`],
  "a defective security update": [`{name: Hosting fails, component: emis-web-hosting, at: 2023-03-17 05:09, found: 1h, repair: {takes: 17m},
    return: {shares: [{by: 27h, share: 0.6}, {by: 3d, share: 0.93}, {by: 10d, share: 1}], then: {appointment-book: 2h, results: 4h}}, tail: {slowness: 1.3, fades: 3d}}`,
    `{name: Workstations crash, component: workstations, at: 2023-03-17 05:09, share: 0.1, units: {of: workstations, share: 0.5}, spread: 3h, found: 18m,
    repair: {crews: 6, each: {least: 3m, likely: 4m, most: 20m}, travel: 25m, per: region, hours: {from: 08:00, to: 20:00, weekends: true}, self: {share: 0.3, takes: 1h}}}`],
  "an ordinary year": [
    "{name: EMIS Web fails, component: emis-web, rate: 2.19 a month, each: practice, for: {mean: 40m, sd: 30m}}",
    "{name: SystmOne fails, component: systmone, rate: 0.94 a month, each: practice, for: {mean: 40m, sd: 30m}}",
    "{name: Circuit cut, component: site-circuit, rate: 0.2 a year, repair: {takes: 4h to 2d}}",
    "{name: And again, component: site-circuit, follows: {incident: Circuit cut, after: 1d to 1w, chance: 30%}, slowness: 1.5, for: 1h}",
  ],
  "ransomware": [`{name: Ransomware, component: local-network, draw: 2 neighbourhoods, at: 2023-03-15 06:00, spread: {over: 6h, until: found}, found: 3h, cause: an attachment,
    repair: {takes: 10d to 12d}, return: {over: 1w}}`],
};

test.each(Object.keys(stories))("%s is told in primitives, and can be simulated", async (name) => {
  const { model } = await compiled(incidents(...stories[name]!));
  expect(model.incidents).toHaveLength(stories[name]!.length);
  const { occurrences, disruption } = simulateUpstream(model.infrastructure, model.incidents, model.estate, model.period, { seed: "stories", replication: 1 });
  expect(occurrences.length).toBeGreaterThan(0);
  expect(disruption.historyOf.some((history) => history > 0)).toBe(true);
});
