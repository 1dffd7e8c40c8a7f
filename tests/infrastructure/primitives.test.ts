/** Each primitive of which incidents are put together, on cases that can be worked out by hand. */
import { expect, test } from "vitest";
import { uniformBetween } from "../../src/engine/distribution.js";
import { undisturbed } from "../../src/infrastructure/disruption.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { backAfter } from "../../src/infrastructure/spread.js";
import { country, courseAt, entries, hitBy, incident, oneOfEach, play, practices, timesOf } from "./stories.js";
import { estateOf, graphOf } from "./small-estate.js";

const one = practices(1);
const whole = (given: Partial<Incident>) => courseAt(play(one, [incident(given)]), 0);

test("an end is a moment, a time from the beginning, or at once where the moment lies before it", () => {
  expect(whole({ repair: { by: "end", until: 130 } })).toEqual([[100, 0, 1], [130, 1, 1]]);
  expect(whole({ repair: { by: "end", lasts: 45 } })).toEqual([[100, 0, 1], [145, 1, 1]]);
  expect(whole({ repair: { by: "end", until: 30 }, tail: { slowness: 2, fades: 60 } })).toEqual([]);
});

test("a mend or rollback is done after finding, wrong suspicion and work, one after the other; suspicion costs exactly its time", () => {
  const mended = (by: "fix" | "rollback", suspected?: Incident["suspected"]) => play(one, [incident({ found: 20, repair: { by, takes: 35 }, ...(suspected && { suspected }) })]);
  expect(courseAt(mended("fix"), 0)).toEqual([[100, 0, 1], [155, 1, 1]]);
  expect(courseAt(mended("fix", { cause: "the network", for: 300 }), 0)).toEqual([[100, 0, 1], [455, 1, 1]]);
  expect(mended("rollback", { cause: "the network", for: 0 }).journal.map(({ time, what }) => [time, what])).toEqual([
    [100, "begins"], [100, "practice is hit"], [120, "is found"], [120, "wrong suspicion dropped"], [155, "is rolled back"], [155, "practice has it back"],
  ]);
  // What ends by itself waits for no finding and no suspicion.
  expect(whole({ found: 30, suspected: { cause: "the network", for: 900 } })).toEqual([[100, 0, 1], [160, 1, 1]]);
});

test("an effect is a level, a slowness or both; causes, suspicions of no time and severity are words", () => {
  expect(whole({ effect: { level: 0.4, slowness: 1 } })).toEqual([[100, 0.4, 1], [160, 1, 1]]);
  expect(whole({ effect: { level: 1, slowness: 1.5 } })).toEqual([[100, 1, 1.5], [160, 1, 1]]);
  expect(whole({ effect: { level: 0.4, slowness: 1.5 } })).toEqual([[100, 0.4, 1.5], [160, 1, 1]]);
  expect(whole({ severity: "worst in 20 years", cause: "a slip", suspected: { cause: "another", for: 0 } })).toEqual(whole({}));
});

test("a tail begins at the return, also after mere slowness, and fades by the hour", () => {
  expect(whole({ tail: { slowness: 1.5, fades: 120 } })).toEqual([[100, 0, 1], [160, 1, 1.5], [220, 1, 1.25], [280, 1, 1]]);
  expect(whole({ effect: { level: 1, slowness: 3 }, tail: { slowness: 2, fades: 60 } })).toEqual([[100, 1, 3], [160, 1, 2], [220, 1, 1]]);
});

test("units: the level is the share of workstations, or of the staff's log-ins, that works", () => {
  const estate = practices(1, { workstations: 8, staff: { gp: 1.2, nurse: 0, other: 0.4, reception: 2, admin: 0 } });
  const units = (of: "workstations" | "log-ins", share: number) => play(estate, [incident({ effect: { level: 0, slowness: 1, units: { of, share } } })]);
  expect(courseAt(units("workstations", 1), 0)).toEqual([[100, 0, 1], [160, 1, 1]]);
  // 3.6 full-time equivalents have four log-ins.
  expect(new Set(entries(units("log-ins", 1), "unit fails").map(({ unit }) => unit))).toEqual(new Set([0, 1, 2, 3]));
  const half = units("workstations", 0.5);
  const failed = entries(half, "unit fails").length;
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(8);
  expect(courseAt(half, 0)).toEqual([[100, (8 - failed) / 8, 1], [160, 1, 1]]);
  expect(units("workstations", 0).disruption.histories).toEqual([undisturbed]);
  // A practice without workstations loses none.
  expect(play(practices(1, { workstations: 0 }), [incident({ effect: { level: 0, slowness: 1, units: { of: "workstations", share: 1 } } })]).disruption.histories).toEqual([undisturbed]);
});

test("units that come back one by one raise the level one by one, and only the last brings the practice back", () => {
  const estate = practices(1, { workstations: 2 });
  const upstream = play(estate, [incident({
    effect: { level: 0, slowness: 1.2, units: { of: "workstations", share: 1 } }, repair: { by: "fix", takes: 60 },
    return: { shares: [{ after: 600, share: 1 }] }, tail: { slowness: 2, fades: 60 },
  })]);
  const [first, last] = timesOf(upstream, "unit comes back") as [number, number];
  expect([first > 160, last < 760, last > first]).toEqual([true, true, true]);
  expect(courseAt(upstream, 0)).toEqual([[100, 0, 1], [first, 0.5, 1.2], [last, 1, 2], [last + 60, 1, 1]]);
});

test("while all units that failed are mended and others are yet to fail, nothing is slow", () => {
  // One crew, no way, a minute a machine, and machines that fail over a week: most are mended long before the next fails.
  const upstream = play(practices(1, { workstations: 20 }), [incident({
    effect: { level: 0, slowness: 1.5, units: { of: "workstations", share: 1 } }, spread: { over: 10_000 }, repair: { by: "crews", crews: 1, per: "all", each: 1, travel: 0 },
  })]);
  const steps = courseAt(upstream, 0);
  expect(steps.filter(([, level]) => level === 1).length).toBeGreaterThan(5);
  for (const [, level, slowness] of steps) expect(slowness).toBe(level === 1 ? 1 : 1.5);
});

test("flapping is down first, keeps its rhythm and ends with the repair, in whichever phase that comes", () => {
  const flapping = { effect: { level: 0, slowness: 1, flapping: { down: 10, up: 20 } } };
  expect(whole({ ...flapping, repair: { by: "end", lasts: 65 } })).toEqual([[100, 0, 1], [110, 1, 1], [130, 0, 1], [140, 1, 1], [160, 0, 1], [165, 1, 1]]);
  expect(whole({ ...flapping, repair: { by: "end", lasts: 50 } })).toEqual([[100, 0, 1], [110, 1, 1], [130, 0, 1], [140, 1, 1]]);
  // The return is at the repair, also where it was up then.
  expect(whole({ ...flapping, repair: { by: "end", lasts: 15 }, tail: { slowness: 2, fades: 60 } })).toEqual([[100, 0, 1], [110, 1, 1], [115, 1, 2], [175, 1, 1]]);
});

test("flapping episodes keep their bounds, and nobody is down after the repair", () => {
  const upstream = play(one, [incident({ effect: { level: 0, slowness: 1, flapping: { down: uniformBetween(10, 30), up: uniformBetween(15, 60) } }, repair: { by: "end", lasts: 2000 } })]);
  const steps = courseAt(upstream, 0);
  expect(steps.length).toBeGreaterThan(20);
  steps.forEach(([time, level], step) => {
    const lasted = (steps[step + 1]?.[0] ?? Infinity) - time!;
    if (level === 0) expect(lasted).toBeLessThanOrEqual(30);
    if (step >= steps.length - 2) return;
    expect(lasted).toBeGreaterThanOrEqual(level === 0 ? 10 : 15);
    expect(lasted).toBeLessThanOrEqual(level === 0 ? 30 : 60);
  });
  expect(steps.at(-1)![0]).toBeLessThanOrEqual(2100);
  // Each phase has a length of its own.
  expect(new Set(steps.slice(1).map(([time], step) => time! - steps[step]![0]!)).size).toBe(steps.length - 1);
});

test("all who share a flapping component share its rhythm; each site has its own", () => {
  const estate = country(2, 1, 2);
  const effect = { level: 0, slowness: 1, flapping: { down: uniformBetween(10, 30), up: uniformBetween(15, 60) } };
  const courses = (component: string) => {
    const upstream = play(estate, [incident({ component, effect, repair: { by: "end", lasts: 500 } })]);
    return new Set(estate.practices.map((_, practice) => JSON.stringify(courseAt(upstream, practice)))).size;
  };
  expect([courses("national"), courses("region"), courses("site")]).toEqual([1, 2, 4]);
});

test("whom a flapping component reaches while it is up, and who has it back before it falls again, lost nothing: no step, no tail", () => {
  const upstream = play(practices(2), [incident({
    component: "national", effect: { level: 0, slowness: 1, flapping: { down: 10, up: 50 } }, spread: { rings: [{ where: { practice: "QKS0" }, after: 0 }, { after: 20 }] },
    repair: { by: "end", lasts: 40 }, tail: { slowness: 2, fades: 60 },
  })]);
  expect(courseAt(upstream, 0)).toEqual([[100, 0, 1], [110, 1, 1], [140, 1, 2], [200, 1, 1]]);
  expect(timesOf(upstream, "practice is hit", 1)).toEqual([120]);
  expect(courseAt(upstream, 1)).toEqual([]);
});

test("a site that has it back comes and goes no more, while others are yet to be hit", () => {
  // The users of the first mend it after 15 minutes, in its first phase up; the second is hit an hour later.
  const upstream = play(practices(2), [incident({
    effect: { level: 0, slowness: 1, flapping: { down: 10, up: 20 } }, spread: { rings: [{ where: { practice: "QKS0" }, after: 0 }, { after: 300 }] },
    repair: { by: "crews", crews: 1, per: "all", each: 15, travel: 0 },
  })]);
  expect(timesOf(upstream, "practice has it back", 0)).toEqual([115]);
  expect([...timesOf(upstream, "goes down", 0), ...timesOf(upstream, "comes up", 0)]).toEqual([100, 110]);
});

test("a spread reaches everybody within its time, or until it is found and nobody after", () => {
  const estate = practices(40);
  const spread = { spread: { over: 600, untilFound: true }, repair: { by: "fix", takes: 1000 } } as const;
  const all = play(estate, [incident({ ...spread, found: 700 })]);
  const until = play(estate, [incident({ ...spread, found: 200 })]);
  const times = timesOf(all, "practice is hit");
  expect(times.length).toBe(40);
  expect(Math.min(...times)).toBeGreaterThan(100);
  expect(Math.max(...times)).toBeLessThan(700);
  // Who is hit before the finding is hit at the same time as without it.
  expect(timesOf(until, "practice is hit")).toEqual(times.filter((time) => time < 300));
  expect(timesOf(until, "practice has it back")).toEqual(times.filter((time) => time < 300).map(() => 1300));
  // Not everything that is found stops.
  expect(timesOf(play(estate, [incident({ ...spread, spread: { over: 600 }, found: 200 })]), "practice is hit")).toEqual(times);
});

test("what is known from the beginning goes on spreading, and ends with its repair", () => {
  const upstream = play(practices(40), [incident({ spread: { over: 600 }, repair: { by: "end", lasts: 300 } })]);
  const hits = timesOf(upstream, "practice is hit");
  expect(hits.length).toBeGreaterThan(5);
  expect(hits.length).toBeLessThan(40);
  expect(hits.every((time) => time < 400)).toBe(true);
});

test("units fail each by itself over the spread, and no more once it is found where that ends it", () => {
  const estate = practices(3, { workstations: 30 });
  const units = { effect: { level: 0, slowness: 1, units: { of: "workstations", share: 1 } }, spread: { over: 600, untilFound: true }, repair: { by: "fix", takes: 1000 } } as const;
  const all = timesOf(play(estate, [incident({ ...units, found: 600 })]), "unit fails");
  expect(all.length).toBe(90);
  expect(new Set(all).size).toBe(90);
  expect(timesOf(play(estate, [incident({ ...units, found: 250 })]), "unit fails")).toEqual(all.filter((time) => time < 350));
});

test("rings: those named first, shares of all others, then the rest; who is in none gets nothing; finding stops the rest", () => {
  const estate = estateOf({ QKS: Array.from({ length: 60 }, (_, place) => (place < 5 ? { tags: ["friend"] } : {})) });
  const rings = [{ where: { tag: "friend" }, after: 0 }, { share: 0.3, after: 60 }, { share: 0.2, after: 120 }] as const;
  const release = (rest: boolean, found?: number) =>
    play(estate, [incident({ spread: { rings: rest ? [...rings, { after: 180 }] : rings }, repair: { by: "end", lasts: 400 }, ...(found !== undefined && { found }) })]);
  const full = release(true);
  expect(timesOf(full, "practice is hit").length).toBe(60);
  expect([0, 1, 2, 3, 4].map((practice) => timesOf(full, "practice is hit", practice))).toEqual([[100], [100], [100], [100], [100]]);
  expect(new Set(timesOf(full, "practice is hit"))).toEqual(new Set([100, 160, 220, 280]));
  const ofRest = timesOf(full, "practice is hit").filter((time) => time < 280).length;
  expect(timesOf(release(false), "practice is hit").length).toBe(ofRest);
  // Found exactly when the third ring is due: found goes first.
  expect(timesOf(release(true, 120), "practice is hit")).toEqual(timesOf(full, "practice is hit").filter((time) => time < 220));
});

test("a release harms only whom it breaks, of those that get it", () => {
  const estate = estateOf({ QKS: [{ tags: ["old"] }, {}, { tags: ["old"], clinicalSystem: "SystmOne" }] });
  const incidents = [incident({ reach: { where: { clinicalSystem: "EMIS Web" }, harms: { tag: "old" } } })];
  expect(hitBy(play(estate, incidents), incidents, "story")).toEqual([0]);
});

test("what is one a region reaches and spreads through a region as a whole", () => {
  const estate = country(3, 2, 3);
  const where = { practice: ["A.0.0", "C.1.2"] };
  const hit = (given: Partial<Incident>) => {
    const upstream = play(estate, [incident({ component: "region", repair: { by: "end", lasts: 5000 }, ...given })]);
    // By region: the moment at which each of its practices is hit, if it is.
    return estate.regions.map((_, region) => {
      const times = estate.practices.flatMap((practice, index) => (practice.region === region ? [timesOf(upstream, "practice is hit", index).join()] : []));
      expect(new Set(times).size).toBe(1);
      return times[0] !== "";
    });
  };
  expect(hit({ reach: { where } })).toEqual([true, false, true]);
  // One time, or one ring, a region.
  expect(hit({ spread: { over: 600 } })).toEqual([true, true, true]);
  expect(hit({ spread: { rings: [{ share: 0.5, after: 0 }, { after: 600 }] } })).toEqual([true, true, true]);
});

test("who has it back when: evenly up to each share, all together where two times are one, and never beyond the last", () => {
  const shares = [{ after: 0, share: 0.2 }, { after: 100, share: 0.6 }, { after: 160, share: 0.6 }, { after: 200, share: 0.8 }];
  expect([0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.8, 0.81, 1].map((place) => Math.round(backAfter(shares, place) * 1e9) / 1e9)).toEqual([0, 0, 0, 25, 100, 180, 200, Infinity, Infinity]);
  expect([0, 0.5, 1].map((place) => backAfter(undefined, place))).toEqual([0, 0, 0]);
  expect([0, 0.5, 1].map((place) => backAfter([{ after: 30, share: 0 }, { after: 90, share: 1 }], place))).toEqual([30, 60, 90]);
});

test("a staged return: practices in turn after the repair, those beyond the last share never", () => {
  const upstream = play(practices(50), [incident({ repair: { by: "fix", takes: 100 }, return: { shares: [{ after: 60, share: 0.5 }, { after: 300, share: 0.7 }] } })]);
  const back = timesOf(upstream, "practice has it back");
  const never = Array.from({ length: 50 }, (_, practice) => courseAt(upstream, practice)).filter((steps) => steps.length === 1);
  expect(back.length + never.length).toBe(50);
  expect(never.length).toBeGreaterThan(0);
  expect(Math.min(...back)).toBeGreaterThan(200);
  expect(Math.max(...back)).toBeLessThanOrEqual(500);
  expect(upstream.disruption.restored).toBe(Infinity);
});

test("services come back so much later than what failed at each practice, with tails of their own", () => {
  // Booking needs the second component as well; the log-in is back first.
  const plain = graphOf([undefined, undefined], { all: ["0", "1"] });
  const infrastructure = { ...plain, capabilities: { ...plain.capabilities, seeRecords: "0", seeResults: "1" } };
  const story = incident({ component: "0", repair: { by: "fix", takes: 60 }, return: { shares: [{ after: 500, share: 1 }], services: { 1: 45 } }, tail: { slowness: 2, fades: 60 } });
  const upstream = play(practices(2), [story], { infrastructure });
  for (const practice of [0, 1]) {
    const [back] = timesOf(upstream, "practice has it back", practice) as [number];
    const { capabilities } = upstream.disruption.histories[upstream.disruption.historyOf[practice]!]!;
    expect(capabilities[0]).toEqual({ times: [100, back, back + 60], level: [0, 1, 1], slowness: [1, 2, 1] });
    expect(capabilities[5]).toEqual({ times: [100, back + 45, back + 105], level: [0, 1, 1], slowness: [1, 2, 1] });
  }
});

test("an incident follows another's beginning or repair, after its time, where that one hit or where it says itself", () => {
  const estate = practices(4);
  const leader = incident({ name: "leader", reach: { where: { practice: ["QKS1", "QKS2"] } } });
  for (const [from, time] of [["beginning", 100], ["repair", 160]] as const) {
    for (const after of [0, 30]) {
      for (const where of [undefined, { practice: "QKS3" }]) {
        const incidents = [leader, incident({ name: "follower", begins: { follows: "leader", from, after, chance: 1 }, reach: where ? { where } : {} })];
        const upstream = play(estate, incidents);
        expect(upstream.occurrences.map(({ began }) => began)).toEqual([100, time + after]);
        expect(hitBy(upstream, incidents, "follower")).toEqual(where ? [3] : [1, 2]);
      }
    }
  }
  expect(play(estate, [leader, incident({ name: "follower", begins: { follows: "leader", from: "beginning", after: 0, chance: 0 } })]).occurrences.length).toBe(1);
});

test("a follower of units reaches practices that lost one, at once too", () => {
  const estate = estateOf({ QKS: [{ workstations: 3 }, { workstations: 0 }] });
  const incidents = [
    incident({ name: "leader", effect: { level: 0, slowness: 1, units: { of: "workstations", share: 1 } } }),
    incident({ name: "follower", component: "national", begins: { follows: "leader", from: "beginning", after: 0, chance: 1 } }),
  ];
  expect(hitBy(play(estate, incidents), incidents, "follower")).toEqual([0]);
});

test("what follows a spreading incident reaches those hit by then", () => {
  const incidents = [
    incident({ name: "leader", spread: { over: 600 }, repair: { by: "end", lasts: 900 } }),
    incident({ name: "follower", component: "national", begins: { follows: "leader", from: "beginning", after: 300, chance: 1 } }),
  ];
  const upstream = play(practices(40), incidents);
  const by = entries(upstream, "practice is hit").filter(({ occurrence, time }) => occurrence === 0 && time <= 400).map(({ practice }) => practice).sort((a, b) => a - b);
  expect(by.length).toBeGreaterThan(0);
  expect(by.length).toBeLessThan(40);
  expect(hitBy(upstream, incidents, "follower")).toEqual(by);
});

test("each time that the leader happens the follower has its chance, and followers have followers", () => {
  const incidents = [
    incident({ name: "leader", begins: { rate: 1 / 2880, each: "practice" }, repair: { by: "end", lasts: 30 } }),
    incident({ name: "second", begins: { follows: "leader", from: "repair", after: 10, chance: 1 } }),
    incident({ name: "third", begins: { follows: "second", from: "beginning", after: 5, chance: 1 } }),
  ];
  const { occurrences } = play(practices(3), incidents);
  const of = (name: string) => occurrences.filter(({ incident: index }) => incidents[index]!.name === name).map(({ began, hits }) => [began, ...hits.map(({ practice }) => practice)]);
  expect(of("leader").length).toBeGreaterThan(30);
  expect(of("second")).toEqual(of("leader").map(([began, ...hit]) => [began! + 40, ...hit]));
  expect(of("third")).toEqual(of("leader").map(([began, ...hit]) => [began! + 45, ...hit]));
});

test("who does not have the component is not hit, drawn or counted", () => {
  const components = oneOfEach.components.map((component) => (component.id === "site" ? { ...component, where: { tag: "has it" } } : component));
  const estate = estateOf({ QKS: [{ tags: ["has it"] }, {}, { tags: ["has it"] }, {}] });
  const incidents = [incident({ reach: { draw: { number: 2, of: "practices" } } })];
  expect(hitBy(play(estate, incidents, { infrastructure: { ...oneOfEach, components } }), incidents, "story")).toEqual([0, 2]);
});

test("an incident in what is not there is refused by its name", () => {
  expect(() => play(one, [incident({ component: "steam" })])).toThrow(/"story".*"steam"/);
});
