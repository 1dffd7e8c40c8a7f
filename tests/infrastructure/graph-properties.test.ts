/** Promises about every graph, on random ones. Seeds are fixed, so that a run that passed passes again. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { levelAt, undisturbed, type Disruption } from "../../src/infrastructure/disruption.js";
import type { Infrastructure } from "../../src/infrastructure/model.js";
import { graph, SIZE, waysTo } from "./random-graph.js";
import { disruptionBy, graphOf, incidentOf, onePractice, type Fault } from "./small-estate.js";

const settings = { seed: 20230316, numRuns: 400 };
const level = fc.constantFrom(0, 0.25, 0.5, 0.9, 1);
const fault: fc.Arbitrary<Fault> = fc
  .record({ component: fc.integer({ min: 0, max: SIZE - 1 }).map(String), from: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 1, max: 20 }), level })
  .map(({ component, from, length, level: depth }) => ({ component, from, until: from + length, level: depth }));
const faults = fc.array(fault, { maxLength: 6 });
const times = Array.from({ length: 45 }, (_, time) => time - 1);

const spread = (infrastructure: Infrastructure, all: readonly Fault[]): Disruption =>
  disruptionBy(infrastructure, all.map((each) => incidentOf(each, { slowness: 1.4, fades: 100 })), onePractice);
const levelsIn = ({ histories, historyOf }: Disruption): number[] => times.map((time) => levelAt(histories[historyOf[0]!]!.capabilities[0]!, time));

test("redundancy helps only where some way shares no failed part: levels are those of the best way written out", () => {
  let saved = 0;
  fc.assert(
    fc.property(graph, fc.array(level, { minLength: SIZE, maxLength: SIZE }), (infrastructure, own) => {
      const ways = [...waysTo(infrastructure.capabilities.book, infrastructure)];
      const best = Math.max(...ways.map((way) => Math.min(...own.filter((_, id) => way & (1 << id)))));
      const found = levelsIn(spread(infrastructure, own.map((depth, id) => ({ component: String(id), from: 0, until: 10, level: depth }))));
      expect(found[times.indexOf(5)]).toBe(best);
      if (best === 1 && own.some((depth) => depth < 1)) saved++;
    }),
    settings,
  );
  expect(saved).toBeGreaterThan(20);
});

test("two paths, each a set of parts: service goes on exactly if one path has no failed part", () => {
  const parts = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }).map(String), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, parts, (primary, backup, failed) => {
      const infrastructure = graphOf(Array.from({ length: SIZE }, () => undefined), { any: [{ all: primary }, { all: backup }] });
      const { historyOf } = spread(infrastructure, failed.map((component) => ({ component, from: 0, until: 10, level: 0 })));
      const intact = (path: readonly string[]): boolean => !path.some((part) => failed.includes(part));
      expect(historyOf[0] === 0).toBe(intact(primary) || intact(backup));
    }),
    settings,
  );
});

test("levels lie between 0 and 1, slowness is never below 1, and no step repeats the one before", () => {
  fc.assert(
    fc.property(graph, faults, (infrastructure, all) => {
      for (const { capabilities } of spread(infrastructure, all).histories) {
        for (const { times: at, level: levels, slowness } of capabilities) {
          expect(levels.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(slowness.every((value) => value >= 1)).toBe(true);
          at.forEach((time, step) => {
            expect(time).toBeGreaterThan(at[step - 1] ?? -1);
            expect([levels[step], slowness[step]]).not.toEqual([levels[step - 1] ?? 1, slowness[step - 1] ?? 1]);
          });
        }
      }
    }),
    settings,
  );
});

test("a deeper, longer or additional fault never raises a level", () => {
  fc.assert(
    fc.property(graph, faults, fault, fc.nat(), fc.nat(20), (infrastructure, all, added, which, longer) => {
      const worse = all.map((given, index) => (index === which % all.length ? { ...given, level: given.level / 2, until: given.until + longer } : given));
      const before = levelsIn(spread(infrastructure, all));
      levelsIn(spread(infrastructure, worse)).forEach((value, index) => expect(value).toBeLessThanOrEqual(before[index]!));
      levelsIn(spread(infrastructure, [...all, added])).forEach((value, index) => expect(value).toBeLessThanOrEqual(before[index]!));
    }),
    settings,
  );
});

test("a component that nothing needs changes nothing, whatever happens to it", () => {
  const spare = { id: "spare", label: "Spare", scope: "site", service: false, needs: "0" } as const;
  fc.assert(
    fc.property(graph, faults, fault, (infrastructure, all, given) => {
      const beside = { ...infrastructure, components: [spare, ...infrastructure.components] };
      expect(spread(beside, [...all, { ...given, component: "spare" }])).toEqual(spread(infrastructure, all));
    }),
    settings,
  );
});

test("faults of no length are no disruption at all", () => {
  fc.assert(
    fc.property(graph, faults, (infrastructure, all) => {
      expect(spread(infrastructure, all.map((given) => ({ ...given, until: given.from })))).toEqual({ histories: [undisturbed], historyOf: [0], onset: Infinity, restored: Infinity });
    }),
    settings,
  );
});

test("in what order components and faults are listed makes no difference", () => {
  fc.assert(
    fc.property(graph, faults, (infrastructure, all) => {
      const turned = { ...infrastructure, components: infrastructure.components.toReversed() };
      expect(spread(turned, all.toReversed())).toEqual(spread(infrastructure, all));
    }),
    settings,
  );
});
