/** Crews that mend practice by practice, against schedules and queueing formulas worked out by hand. */
import { expect, test } from "vitest";
import { exponential, uniformBetween } from "../../src/engine/distribution.js";
import { DAY } from "../../src/facts/days.js";
import { undisturbed } from "../../src/infrastructure/disruption.js";
import type { Incident, Repair } from "../../src/infrastructure/incident.js";
import { meanInterval } from "../../src/statistics/interval.js";
import { eightWeeks } from "./small-estate.js";
import { backwards, country, courseAt, entries, hitBy, incident, play, practices, timesOf } from "./stories.js";

type ByCrews = Extract<Repair, { by: "crews" }>;
const by = (given: Partial<ByCrews> = {}): ByCrews => ({ by: "crews", crews: 1, per: "all", each: 5, travel: 25, ...given });
const machines: Incident["effect"] = { level: 0, slowness: 1, units: { of: "workstations", share: 1 } };
/** 08:00 to 18:00 on working days. Minute 0 is a Monday's midnight. */
const hours = { from: 480, to: 1080, weekends: false };

test("one crew, all hit at once: the k-th is back after k ways and the work of k practices", () => {
  const upstream = play(practices(12, { workstations: 7 }), [incident({ effect: machines, repair: by() })]);
  expect(timesOf(upstream, "practice has it back")).toEqual(Array.from({ length: 12 }, (_, k) => 100 + (k + 1) * (25 + 7 * 5)));
  const asWhole = play(practices(12), [incident({ repair: by() })]);
  expect(timesOf(asWhole, "practice has it back")).toEqual(Array.from({ length: 12 }, (_, k) => 100 + (k + 1) * (25 + 5)));
  expect(asWhole.occurrences[0]!.repaired).toBe(100 + 12 * 30);
});

test("c crews, all hit at once: they come back c by c, and finding and wrong suspicion delay all alike", () => {
  const [units, found, wrong] = [4, 40, 300];
  const upstream = play(practices(11, { workstations: units }), [incident({ effect: machines, found, suspected: { cause: "the network", for: wrong }, repair: by({ crews: 3 }) })]);
  expect(timesOf(upstream, "practice has it back")).toEqual(Array.from({ length: 11 }, (_, k) => 100 + found + wrong + Math.ceil((k + 1) / 3) * (25 + units * 5)));
});

test("the level rises unit by unit", () => {
  const upstream = play(practices(1, { workstations: 4 }), [incident({ effect: machines, repair: by(), tail: { slowness: 2, fades: 60 } })]);
  expect(courseAt(upstream, 0)).toEqual([[100, 0, 1], [130, 0.25, 1], [135, 0.5, 1], [140, 0.75, 1], [145, 1, 2], [205, 1, 1]]);
});

test("who has waited longest goes first, whoever was found when", () => {
  const upstream = play(practices(30), [incident({ spread: { over: 600 }, found: 600, repair: by() })]);
  const order = (what: "practice is hit" | "practice has it back") => entries(upstream, what).map(({ practice }) => practice);
  expect(order("practice has it back")).toEqual(order("practice is hit"));
  // Work with each takes 30 minutes, and begins when it is found.
  expect(timesOf(upstream, "practice has it back")).toEqual(Array.from({ length: 30 }, (_, k) => 700 + (k + 1) * 30));
});

test("of those hit at one moment the order is drawn: another in another replication, the same however the estate lists them", () => {
  const estate = practices(20, { workstations: 2 });
  const stories: readonly Partial<Incident>[] = [
    {}, { effect: machines }, { found: 60, effect: machines }, { spread: { rings: [{ share: 0.3, after: 0 }, { after: 60 }] } },
    { effect: machines, spread: { rings: [{ share: 0.3, after: 0 }, { after: 60 }] } },
  ];
  for (const story of stories) {
    const order = (listed: typeof estate, replication: number) => {
      const upstream = play(listed, [incident({ ...story, repair: by() })], { replication });
      return entries(upstream, "practice has it back").map(({ practice }) => listed.practices[practice]!.code);
    };
    // Chance of two orders that agree: at most 1 in 14! times 6!.
    expect(order(estate, 0)).not.toEqual(order(estate, 1));
    expect(order(backwards(estate), 0)).toEqual(order(estate, 0));
  }
});

test("crews of regions keep to their regions and work side by side", () => {
  const estate = country(3, 1, 4);
  const upstream = play(estate, [incident({ repair: by({ per: "region" }) })]);
  const regionOf = new Map<number, Set<number>>();
  for (const { crew, practice } of entries(upstream, "crew sets out")) regionOf.set(crew, (regionOf.get(crew) ?? new Set()).add(estate.practices[practice]!.region));
  expect([...regionOf].sort(([a], [b]) => a - b).map(([, regions]) => [...regions])).toEqual([[0], [1], [2]]);
  expect(timesOf(upstream, "practice has it back")).toEqual([130, 130, 130, 160, 160, 160, 190, 190, 190, 220, 220, 220]);
});

test("crews of two incidents know nothing of each other", () => {
  const estate = practices(5);
  const alone = play(estate, [incident({ name: "one", repair: by({ each: uniformBetween(1, 90) }) })]);
  const both = play(estate, [incident({ name: "two", component: "national", repair: by({ crews: 2 }) }), incident({ name: "one", repair: by({ each: uniformBetween(1, 90) }) })]);
  const backIn = (upstream: typeof alone, occurrence: number) =>
    entries(upstream, "practice has it back").flatMap((entry) => (entry.occurrence === occurrence ? [[entry.time, entry.practice]] : []));
  expect(backIn(both, 1)).toEqual(backIn(alone, 0));
});

test("crews set out in working hours only, and finish a visit that has begun", () => {
  // Monday 17:00: two visits of 45 minutes begin before 18:00. The rest waits for Tuesday 08:00.
  const upstream = play(practices(3), [incident({ begins: { at: 17 * 60 }, repair: by({ hours, each: 20 }) })]);
  expect(timesOf(upstream, "crew sets out")).toEqual([1020, 1065, DAY + 480]);
  expect(timesOf(upstream, "practice has it back")).toEqual([1065, 1110, DAY + 525]);
  // Friday evening: Monday morning, unless they work at weekends.
  const friday = (weekends: boolean) => timesOf(play(practices(1), [incident({ begins: { at: 4 * DAY + 1100 }, repair: by({ hours: { ...hours, weekends } }) })]), "crew sets out");
  expect([friday(false), friday(true)]).toEqual([[7 * DAY + 480], [5 * DAY + 480]]);
  // Good Friday, 7 April 2023, and Easter Monday are no working days: from Thursday evening to Tuesday.
  const easter = play(practices(1), [incident({ begins: { at: 24 * DAY + 1100 }, repair: by({ hours }) })]);
  expect(timesOf(easter, "crew sets out")).toEqual([29 * DAY + 480]);
  // Before work begins, and at the very end of it.
  const at = (minute: number) => timesOf(play(practices(1), [incident({ begins: { at: minute }, repair: by({ hours }) })]), "crew sets out");
  expect([at(60), at(480), at(1079), at(1080)]).toEqual([[480], [480], [1079], [DAY + 480]]);
});

test("work through many days: so many visits a day, whichever evening the last one ends", () => {
  // A visit takes 150 minutes: from 08:00 four begin, and the fourth ends at 18:00 sharp, when nobody sets out any more.
  const upstream = play(practices(17), [incident({ begins: { at: 0 }, repair: by({ hours, each: 125 }) })]);
  const days = timesOf(upstream, "crew sets out").map((time) => Math.floor(time / DAY));
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((day) => days.filter((other) => other === day).length)).toEqual([4, 4, 4, 4, 1, 0, 0, 0]);
});

test("a visit longer than the night ends next day, and the crew is at one place all the while", () => {
  const upstream = play(practices(2), [incident({ begins: { at: 1000 }, repair: by({ hours, each: 1500 }) })]);
  // Out at 16:40 on Monday, done at 18:05 on Tuesday: the next begins on Wednesday.
  expect(timesOf(upstream, "practice has it back")).toEqual([2525, 2 * DAY + 480 + 1525]);
});

test("users mend what they can, from when the remedy is known, and nobody sets out for what they have mended", () => {
  const self = (share: number, takes: number) => ({ self: { share, takes } });
  const all = play(practices(6, { workstations: 3 }), [incident({ effect: machines, found: 30, repair: by({ ...self(1, 20), travel: 25 }) })]);
  // The crew is on its way to the first when users are done there.
  expect([...timesOf(all, "crew sets out"), ...timesOf(all, "crew arrives"), ...timesOf(all, "crew leaves")]).toEqual([130, 155, 155]);
  expect(timesOf(all, "practice has it back")).toEqual(Array.from({ length: 6 }, () => 150));
  expect(all.occurrences[0]!.repaired).toBe(150);
  expect(entries(play(practices(6), [incident({ repair: by(self(0, 20)) })]), "unit mended by its user")).toEqual([]);
  const wholes = play(practices(6), [incident({ repair: by(self(1, 20)) })]);
  expect(timesOf(wholes, "practice has it back")).toEqual(Array.from({ length: 6 }, () => 120));
  expect(timesOf(wholes, "crew sets out").length).toBe(1);
});

test("what a crew has in its hands is not mended twice, and what users mend beside it shortens the visit", () => {
  // Three machines of 30 minutes each; users would mend them 40 minutes after the remedy is known, when the crew has been at the first for 15.
  const upstream = play(practices(1, { workstations: 3 }), [incident({ effect: machines, repair: by({ each: 30, self: { share: 1, takes: 40 } }) })]);
  expect(entries(upstream, "unit mended by its user").map(({ time, unit }) => [time, unit])).toEqual([[140, 1], [140, 2]]);
  expect(entries(upstream, "unit mended by crew").map(({ time, unit }) => [time, unit])).toEqual([[155, 0]]);
  expect(timesOf(upstream, "crew leaves")).toEqual([155]);
});

test("what fails while a crew is there is mended in the same visit; what fails later asks again", () => {
  const upstream = play(practices(1, { workstations: 40 }), [incident({ effect: machines, spread: { over: 2000 }, repair: by({ each: 10, travel: 30 }) })]);
  const failed = timesOf(upstream, "unit fails");
  const visits = timesOf(upstream, "crew sets out").map((from, visit) => ({ from, to: timesOf(upstream, "crew leaves")[visit]! }));
  expect(visits.length).toBeGreaterThan(2);
  expect(visits.length).toBeLessThan(40);
  // It sets out at a failure when none is out, and works off 10 minutes a failure until nothing is left.
  for (const { from, to } of visits) {
    expect(failed).toContain(from);
    expect(to).toBeCloseTo(from + 30 + 10 * failed.filter((time) => time >= from && time < to).length, 6);
  }
  expect(entries(upstream, "unit mended by crew").length).toBe(40);
  expect(timesOf(upstream, "practice has it back")).toEqual([visits.at(-1)!.to]);
});

test("each visit has its own way, each unit its own work", () => {
  const upstream = play(practices(1, { workstations: 40 }), [incident({ effect: machines, spread: { over: 5000 }, repair: by({ each: uniformBetween(1, 30), travel: uniformBetween(10, 40) }) })]);
  const arrivals = timesOf(upstream, "crew arrives");
  const ways = timesOf(upstream, "crew sets out").map((from, visit) => arrivals[visit]! - from);
  expect(ways.length).toBeGreaterThan(5);
  expect(ways.every((way) => way >= 10 && way <= 40)).toBe(true);
  const inOrder = upstream.journal.filter(({ crew }) => crew !== -1);
  const works = inOrder.flatMap(({ what, time }, index) => (what === "unit mended by crew" ? [time - inOrder[index - 1]!.time] : []));
  expect(works.length).toBe(40);
  expect(works.every((work) => work > 0.999 && work < 30.001)).toBe(true);
  for (const lengths of [ways, works]) expect(new Set(lengths.map((length) => length.toFixed(6))).size).toBe(lengths.length);
});

test("an incident that spreads after its finding without crews is mended by nobody before its end", () => {
  const rings = { rings: [{ share: 0.5, after: 0 }, { after: 30 }] };
  for (const effect of [undefined, machines]) {
    const upstream = play(practices(10), [incident({ ...(effect && { effect }), spread: rings }), incident({ name: "beside", repair: by() })]);
    expect(entries(upstream, "practice has it back").filter(({ occurrence }) => occurrence === 0).map(({ time }) => time)).toEqual(Array.from({ length: 10 }, () => 160));
  }
});

test("a spread that is found is repaired when the last practice that it hit has it back, not when it would have reached the last", () => {
  const upstream = play(practices(40), [incident({ spread: { over: 5000 }, found: 600, repair: by() })]);
  const back = timesOf(upstream, "practice has it back");
  expect(back.length).toBeGreaterThan(0);
  expect(upstream.occurrences[0]!.repaired).toBe(back.at(-1));
});

test("where nobody is hit crews are done at once, nothing is lost, and nothing follows", () => {
  const nobody: readonly Partial<Incident>[] = [{ reach: { where: { practice: [] } } }, { reach: { share: 0 } }, { effect: { level: 0, slowness: 1, units: { of: "workstations", share: 0 } } }];
  for (const given of nobody) {
    const incidents = [incident({ ...given, repair: by() }), incident({ name: "after", begins: { follows: "story", from: "repair", after: 10, chance: 1 }, reach: { where: {} } })];
    const upstream = play(practices(2), incidents);
    expect(entries(upstream, "crew sets out")).toEqual([]);
    expect(upstream.occurrences[0]!.repaired).toBe(100);
    expect(hitBy(upstream, incidents, "after")).toEqual([]);
    expect(play(practices(2), incidents.slice(0, 1)).disruption.histories).toEqual([undisturbed]);
  }
});

test("a crew mends the same practice as often as it is hit", () => {
  // Twice within the time that a visit takes: two losses, two visits, the second right after the first.
  const twice = (name: string, at: number) => incident({ name, begins: { at }, repair: by() });
  const upstream = play(practices(1), [twice("first", 100), incident({ name: "second", begins: { follows: "first", from: "beginning", after: 10, chance: 1 }, repair: by() })]);
  expect(timesOf(upstream, "practice has it back")).toEqual([130, 140]);
  expect(courseAt(upstream, 0)).toEqual([[100, 0, 1], [140, 1, 1]]);
});

/** Minutes from hit to return of each loss, where 100 practices together lose it so often a minute by chance. */
function sojourns(rate: number, repair: ByCrews, replication: number): number[] {
  const { occurrences, journal } = play(practices(100), [incident({ begins: { rate: rate / 100, each: "practice" }, repair })], { replication, period: { ...eightWeeks, days: 28 } });
  const back = new Map(journal.filter(({ what }) => what === "practice has it back").map(({ occurrence, time }) => [occurrence, time]));
  return occurrences.map(({ number, began }) => back.get(number)! - began);
}

test("one crew with random work is the queue M/M/1, with fixed work M/D/1, three crews M/M/3", () => {
  const [rate, work] = [0.05, 10];
  const load = rate * work;
  const queues = [
    [by({ travel: 0, each: exponential(work) }), rate, work / (1 - load)],
    [by({ travel: 4, each: 6 }), rate, work + (load * work) / (2 * (1 - load))],
    // Erlang's C at an offered load of 1.5 on three servers is 9/38: mean wait C / (3/10 - 3/20).
    [by({ crews: 3, travel: 0, each: exponential(work) }), 0.15, work + 9 / 38 / (0.3 - 0.15)],
  ] as const;
  // Three intervals at 99.99% from twenty replications of four weeks: one seed in 3,300 fails, and hardly any by the width. Beginning empty takes off less than 0.4%,
  // a tenth of a half width and less.
  for (const [repair, often, expected] of queues) {
    const means = Array.from({ length: 20 }, (_, replication) => {
      const all = sojourns(often, repair, replication);
      return all.reduce((sum, minutes) => sum + minutes, 0) / all.length;
    });
    const { low, high } = meanInterval(means, 0.9999);
    expect([low! < expected, expected < high!]).toEqual([true, true]);
    expect((high! - low!) / expected).toBeLessThan(0.25);
  }
});
