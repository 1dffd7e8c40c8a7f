/** Promises about every story, on random ones. Seeds are fixed, so that a run that passed passes again; no promise here holds by chance. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { selects } from "../../src/estate/selector.js";
import { DAY, firstDay, isWorkingDay } from "../../src/facts/days.js";
import { capabilities, levelAt, undisturbed, type Steps } from "../../src/infrastructure/disruption.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import type { Entry } from "../../src/infrastructure/journal.js";
import type { Infrastructure } from "../../src/infrastructure/model.js";
import { isLeftToChance, type Upstream } from "../../src/infrastructure/upstream.js";
import { waysTo } from "./random-graph.js";
import { estate, incidents, infrastructure, period, withoutChance } from "./random-stories.js";
import { backwards, play } from "./stories.js";

const settings = { seed: 20240719, numRuns: 300 };
const told = (graph: Infrastructure, all: readonly Incident[], replication = 0): Upstream => play(estate, all, { infrastructure: graph, period, replication });

/** Entries by practice within an occurrence: what happened to one hit. */
function hitsIn({ journal }: Upstream): { readonly occurrence: number; readonly practice: number; readonly entries: Entry[] }[] {
  const hits = new Map<string, { occurrence: number; practice: number; entries: Entry[] }>();
  for (const entry of journal) {
    if (entry.practice === -1) continue;
    const key = `${entry.occurrence} ${entry.practice}`;
    if (!hits.has(key)) hits.set(key, { occurrence: entry.occurrence, practice: entry.practice, entries: [] });
    hits.get(key)!.entries.push(entry);
  }
  return [...hits.values()];
}

/** The incident of which an occurrence is one. */
const kindOf = ({ occurrences }: Upstream, all: readonly Incident[], occurrence: number): Incident => all[occurrences[occurrence]!.incident]!;

/** Steps in order, of possible levels and speeds, of which none repeats the one before; before the first all is well. One question a step function: there are many. */
function isSound({ times, level, slowness }: Steps): boolean {
  return times.every((time, step) => {
    const differs = level[step] !== (level[step - 1] ?? 1) || slowness[step] !== (slowness[step - 1] ?? 1);
    return time > (times[step - 1] ?? -1) && level[step]! >= 0 && level[step]! <= 1 && slowness[step]! >= 1 && slowness[step]! < Infinity && differs;
  });
}

test("levels lie between 0 and 1, slowness is never below 1, times ascend and no step repeats the one before", () => {
  let disturbed = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, listed) => {
      const { troubles, disruption, journal } = told(graph, listed);
      const all = [...troubles.flat().map(({ steps }) => steps), ...disruption.histories.flatMap((history) => [...history.capabilities, ...history.services.map(({ steps }) => steps)])];
      expect(all.filter((steps) => !isSound(steps))).toEqual([]);
      expect(journal.every(({ time }, index) => time >= (journal[index - 1]?.time ?? 0))).toBe(true);
      if (disruption.histories.length > 2) disturbed++;
    }),
    settings,
  );
  expect(disturbed).toBeGreaterThan(100);
});

test("who is hit has it back exactly once, unless its return leaves some out; and nobody has back what was not gone", () => {
  let left = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const upstream = told(graph, all);
      for (const { occurrence, entries } of hitsIn(upstream)) {
        const struck = entries.findIndex(({ what }) => what === "practice is hit");
        const back = entries.findIndex(({ what }) => what === "practice has it back");
        expect(entries.filter(({ what }) => what === "practice is hit").length).toBe(1);
        const isWhole = entries.filter(({ what }) => what === "practice has it back").length;
        const last = kindOf(upstream, all, occurrence).return?.shares?.at(-1)?.share ?? 1;
        if (isWhole === 0) {
          expect(last).toBeLessThan(1);
          left++;
        } else expect([isWhole, back > struck]).toEqual([1, true]);
      }
      const ends = upstream.journal.filter(({ what }) => what === "is repaired" || what === "is rolled back").sort((one, other) => one.occurrence - other.occurrence);
      expect(ends.map(({ occurrence, time }) => [occurrence, time])).toEqual(upstream.occurrences.filter(({ hits }) => hits.length > 0).map(({ number, repaired }) => [number, repaired]));
      for (const { repaired, hits } of upstream.occurrences) {
        expect(Number.isNaN(repaired)).toBe(false);
        expect(new Set(hits.map(({ practice }) => practice)).size).toBe(hits.length);
      }
    }),
    settings,
  );
  expect(left).toBeGreaterThan(10);
});

test("at every moment no more units are mended than have failed, none twice, and the practice is whole when the last one is", () => {
  let units = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      for (const { entries } of hitsIn(told(graph, all))) {
        const failed = new Set<number>();
        const seen = new Set<number>();
        for (const { what, unit } of entries) {
          if (what === "unit fails") {
            expect(seen.has(unit)).toBe(false);
            seen.add(unit);
            failed.add(unit);
            units++;
          } else if (unit !== -1) expect(failed.delete(unit)).toBe(true);
          if (what === "practice has it back") expect(failed.size).toBe(0);
        }
      }
    }),
    settings,
  );
  expect(units).toBeGreaterThan(1000);
});

test("crews: one place at a time, never two at one practice for one loss, no more than there are, setting out in their hours", () => {
  let visits = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const upstream = told(graph, all);
      const way = ["crew sets out", "crew arrives", "crew leaves"] as const;
      const stage = new Map<number, { entry: Entry; next: number }>();
      const visited = new Set<string>();
      const crewsOf = new Map<string, Set<number>>();
      for (const entry of upstream.journal) {
        if (entry.crew === -1) continue;
        const { time, what, occurrence, practice, crew } = entry;
        const { repair, name } = kindOf(upstream, all, occurrence);
        if (repair.by !== "crews") throw new Error("a crew where there is none");
        const before = stage.get(crew);
        const place = `${occurrence} ${practice}`;
        if (what === "crew sets out") {
          visits++;
          expect(before === undefined || before.next === 0).toBe(true);
          expect(visited.has(place)).toBe(false);
          visited.add(place);
          const pool = `${name} ${repair.per === "region" ? estate.practices[practice]!.region : ""}`;
          if (!crewsOf.has(pool)) crewsOf.set(pool, new Set());
          expect(crewsOf.get(pool)!.add(crew).size).toBeLessThanOrEqual(repair.crews);
          expect([...crewsOf].filter(([, crews]) => crews.has(crew)).length).toBe(1);
          if (repair.hours) {
            const day = Math.floor(time / DAY);
            // Who is done at the last minute may set out in it.
            expect(time - day * DAY >= repair.hours.from && time - day * DAY <= repair.hours.to).toBe(true);
            expect(repair.hours.weekends || isWorkingDay(firstDay(period) + day)).toBe(true);
          }
          expect(time).toBeGreaterThanOrEqual(upstream.occurrences[occurrence]!.known);
        } else {
          expect([before!.entry.occurrence, before!.entry.practice]).toEqual([occurrence, practice]);
          // Units are mended between arrival and departure.
          expect(what === "unit mended by crew" ? before!.next === 2 : way[before!.next] === what).toBe(true);
        }
        if (what === "crew leaves") visited.delete(place);
        stage.set(crew, { entry, next: what === "unit mended by crew" ? 2 : (way.indexOf(what as (typeof way)[number]) + 1) % 3 });
      }
      // All are home in the end.
      for (const { next } of stage.values()) expect(next).toBe(0);
    }),
    settings,
  );
  expect(visits).toBeGreaterThan(1000);
});

test("nobody outside the reach is hit: by place and component, by harm, and for what follows by whom the other one hit", () => {
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const upstream = told(graph, all);
      for (const { incident, hits, began } of upstream.occurrences) {
        const { reach, component, begins } = all[incident]!;
        const { scope, where } = graph.components.find(({ id }) => id === component)!;
        const isMeant = (practice: number) => selects(reach.where ?? {}, estate, practice);
        const regions = new Set(estate.practices.flatMap(({ region }, practice) => (isMeant(practice) ? [region] : [])));
        const earlier = new Set(
          upstream.journal.flatMap(({ what, occurrence, practice, time }) => {
            const isLeader = "follows" in begins && kindOf(upstream, all, occurrence).name === begins.follows;
            return isLeader && what === "practice is hit" && time <= began ? [practice] : [];
          }),
        );
        for (const { practice } of hits) {
          expect(scope === "region" ? regions.has(estate.practices[practice]!.region) : isMeant(practice)).toBe(true);
          expect(selects(where ?? {}, estate, practice)).toBe(true);
          expect(selects(reach.harms ?? {}, estate, practice)).toBe(true);
          // What is one a region fails for all of it.
          const isBehind = scope === "region" ? [...earlier].some((one) => estate.practices[one]!.region === estate.practices[practice]!.region) : earlier.has(practice);
          if ("follows" in begins && reach.where === undefined) expect(isBehind).toBe(true);
        }
      }
    }),
    settings,
  );
});

test("rings, and a spread until found, stop when it is found, everything when it is repaired; nothing goes down after the repair but what is still to return", () => {
  let stopped = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const upstream = told(graph, all);
      for (const { time, what, occurrence } of upstream.journal) {
        const { spread, found, return: back } = kindOf(upstream, all, occurrence);
        const { found: when, repaired } = upstream.occurrences[occurrence]!;
        if (what === "practice is hit" || what === "unit fails") {
          expect(time).toBeLessThanOrEqual(repaired);
          if (spread && ("rings" in spread || spread.untilFound) && found !== undefined && !Number.isNaN(when)) {
            expect(time).toBeLessThanOrEqual(when);
            stopped++;
          }
        }
        if (what === "goes down" && back?.shares === undefined) expect(time).toBeLessThanOrEqual(repaired);
      }
    }),
    settings,
  );
  expect(stopped).toBeGreaterThan(100);
});

test("at every moment of a story each capability has the level of the best way, written out, over the components' own levels", () => {
  let saved = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const { troubles, disruption } = told(graph, all);
      const ways = [...waysTo(graph.capabilities.book, graph)];
      troubles.forEach((own, practice) => {
        const lacks = graph.components.map(({ where }) => where !== undefined && !selects(where, estate, practice));
        const best = (levels: readonly number[]) => Math.max(...ways.map((way) => Math.min(1, ...levels.filter((_, id) => way & (1 << id)))));
        const steps = disruption.histories[disruption.historyOf[practice]!]!.capabilities[capabilities.indexOf("book")]!;
        if (best(lacks.map((isMissing) => (isMissing ? 0 : 1))) === 0) return expect(steps.times).toEqual([]);
        for (const moment of new Set(own.flatMap(({ steps: { times } }) => times))) {
          const levels = lacks.map((isMissing, id) => {
            const there = own.flatMap(({ component, steps: course }) => (component === String(id) ? [levelAt(course, moment)] : []));
            return isMissing ? 0 : Math.min(1, ...there);
          });
          expect(levelAt(steps, moment)).toBe(best(levels));
          if (best(levels) === 1 && levels.some((level, id) => level < 1 && !lacks[id])) saved++;
        }
      });
    }),
    { ...settings, numRuns: 200 },
  );
  expect(saved).toBeGreaterThan(500);
});

test("a component that nothing needs changes nothing, whatever kind of incident hits it", () => {
  fc.assert(
    fc.property(infrastructure, incidents, incidents, fc.constantFrom("site", "region", "national"), (graph, all, others, scope) => {
      const beside = { ...graph, components: [{ id: "spare", label: "Spare", scope, service: false, needs: "0" }, ...graph.components] };
      const idle = others.map(({ begins, ...other }) => ({
        ...other, name: `x${other.name}`, component: "spare", return: {}, begins: "follows" in begins ? { ...begins, follows: `x${begins.follows}` } : begins,
      }));
      expect(told(beside, [...idle, ...all]).disruption).toEqual(told(graph, all).disruption);
    }),
    settings,
  );
});

test("incidents of no length, of level 1 at normal speed, or that hit no unit change nothing at all, tails included", () => {
  const nothing = { histories: [undisturbed], historyOf: estate.practices.map(() => 0), onset: Infinity, restored: Infinity };
  const harmless = (given: Incident): readonly Incident[] => {
    const { units: _, flapping: __, ...effect } = given.effect;
    const { found: ___, suspected: ____, spread: _____, return: ______, ...atOnce } = given;
    return [
      { ...given, repair: { by: "end", lasts: 0 } }, { ...given, repair: { by: "end", until: 0 } }, { ...atOnce, repair: { by: "fix", takes: 0 } },
      { ...atOnce, repair: { by: "crews", crews: 20, per: "all", each: 0, travel: 0 } }, { ...given, effect: { ...effect, level: 1, slowness: 1 } },
      { ...given, effect: { level: 1, slowness: 1, flapping: { down: 20, up: 30 } } }, { ...given, effect: { level: 0, slowness: 2, units: { of: "workstations", share: 0 } } },
    ];
  };
  fc.assert(
    fc.property(infrastructure, incidents, fc.nat(6), (graph, all, which) => {
      expect(told(graph, all.map((given) => ({ ...harmless(given)[which]!, tail: { slowness: 3, fades: 200 } }))).disruption).toEqual(nothing);
    }),
    { ...settings, numRuns: 600 },
  );
});

test("in what order incidents, components and practices are listed makes no difference to who goes through what", () => {
  const turned = backwards(estate);
  const storyOf = ({ journal, disruption: { histories, historyOf } }: Upstream, listed: typeof estate, order: readonly Incident[], { occurrences }: Upstream) =>
    new Map(
      listed.practices
        .map(({ code }, practice) => {
          const happened = journal.filter((entry) => entry.practice === practice).map(({ time, what, unit, occurrence }) => `${time} ${order[occurrences[occurrence]!.incident]!.name} ${what} ${unit}`);
          return [code, { happened: happened.sort(), capabilities: histories[historyOf[practice]!]!.capabilities }] as const;
        })
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const reversed = { ...graph, components: graph.components.toReversed() };
      const one = told(graph, all);
      const other = play(turned, all.toReversed(), { infrastructure: reversed, period });
      expect(storyOf(other, turned, all.toReversed(), other)).toEqual(storyOf(one, estate, all, one));
    }),
    settings,
  );
});

test("a wrong suspicion delays every return by exactly its time", () => {
  let delayed = 0;
  fc.assert(
    fc.property(infrastructure, incidents, fc.integer({ min: 1, max: 5000 }), (graph, [given], delay) => {
      const { spread: _, suspected: __, ...plain } = given!;
      const incident = { ...plain, repair: plain.repair.by === "crews" ? (({ hours: ___, ...repair }) => repair)(plain.repair) : { by: "fix", takes: 300 } } as Incident;
      const backs = (suspected: Incident["suspected"]) =>
        hitsIn(told(graph, [{ ...incident, ...(suspected && { suspected }) }])).map(({ occurrence, practice, entries }) => {
          return { occurrence, practice, back: entries.find(({ what }) => what === "practice has it back")?.time ?? NaN };
        });
      // Crews that lose by chance at many times meet other queues; with one beginning the same happens later.
      if ("rate" in incident.begins && incident.repair.by === "crews") return;
      const byHit = new Map(backs(undefined).map(({ occurrence, practice, back }) => [`${occurrence} ${practice}`, back]));
      for (const { occurrence, practice, back } of backs({ cause: "another", for: delay })) {
        const without = byHit.get(`${occurrence} ${practice}`)!;
        if (Number.isNaN(without)) expect(back).toBeNaN();
        // Times are sums of a few minutes with fractions: within rounding.
        else expect(back - without).toBeCloseTo(delay, 6);
        delayed++;
      }
    }),
    settings,
  );
  expect(delayed).toBeGreaterThan(500);
});

test("where nothing is left to chance every replication is the same", () => {
  let disturbed = 0;
  fc.assert(
    fc.property(infrastructure, incidents, (graph, all) => {
      const certain = all.map(withoutChance);
      expect(isLeftToChance(certain)).toBe(false);
      const { disruption, journal } = told(graph, certain);
      const other = told(graph, certain, 1);
      expect([other.disruption, other.journal]).toEqual([disruption, journal]);
      if (disruption.histories.length > 1) disturbed++;
    }),
    settings,
  );
  expect(disturbed).toBeGreaterThan(100);
});
