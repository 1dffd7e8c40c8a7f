/** Random incidents of all kinds, on random graphs, for a small estate. */
import fc from "fast-check";
import { uniformBetween } from "../../src/engine/distribution.js";
import type { Estate, Practice, Selector } from "../../src/estate/estate.js";
import type { Period } from "../../src/facts/days.js";
import type { Beginning, Effect, Incident, Reach, Repair, Return, Ring, Span, Spread } from "../../src/infrastructure/incident.js";
import type { Infrastructure, Scope } from "../../src/infrastructure/model.js";
import { graph, SIZE } from "./random-graph.js";
import { country } from "./stories.js";

/** Eight practices of two regions, with no, few or some workstations. */
export const estate: Estate = (() => {
  const plain = country(2, 2, 2);
  const varied = plain.practices.map((practice, index): Practice => ({
    ...practice, workstations: index % 5, tags: index % 3 === 0 ? ["odd"] : [], clinicalSystem: index % 2 === 0 ? "EMIS Web" : "SystmOne",
  }));
  return { ...plain, practices: varied };
})();

/** Thursday to Monday; with a day before, of which nothing is reported. */
export const period: Period = { start: "2023-03-16", warmUpDays: 1, days: 5 };

/** Any graph, with components of all scopes, of which the last is one that not every practice has. */
export const infrastructure: fc.Arbitrary<Infrastructure> = fc
  .tuple(graph, fc.array(fc.constantFrom<Scope>("site", "region", "national"), { minLength: SIZE, maxLength: SIZE }), fc.option(fc.constant<Selector>({ tag: "odd" }), { nil: undefined }))
  .map(([{ components, capabilities }, scopes, where]) => ({
    // One needs all there is, so that hardly a story leaves no trace.
    capabilities: { ...capabilities, refer: { all: components.slice(0, -1).map(({ id }) => id) } },
    components: components.map((component, index) => ({ ...component, scope: scopes[index]!, ...(where && index === SIZE - 1 && { where }) })),
  }));

/** Half of them are there. */
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });
const minutes = fc.integer({ min: 0, max: 900 });
/** Whole minutes, so that many things happen at one moment, or any length in a range. */
const span: fc.Arbitrary<Span> = fc.oneof(minutes, fc.tuple(minutes, minutes).map(([low, width]) => uniformBetween(low, low + width)));
const some: fc.Arbitrary<Span> = fc.oneof(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 5, max: 300 }).map((low) => uniformBetween(low, 2 * low)));
const share = fc.constantFrom(0.2, 0.5, 0.5, 0.8, 1);
const selector = fc.constantFrom<Selector>(
  {}, { region: "A" }, { region: ["A", "B"] }, { tag: "odd" }, { clinicalSystem: "SystmOne" }, { practice: ["A.0.1", "B.1.0"] }, { neighbourhood: "B.0" }, { practice: [] },
);

const reach: fc.Arbitrary<Reach> = fc
  .record({
    where: optional(selector),
    some: fc.oneof(
      fc.constant({}), fc.constant({}), share.map((value) => ({ share: value })), share.map((part) => ({ draw: { part } })),
      fc.record({ number: fc.integer({ min: 1, max: 5 }), of: fc.constantFrom("practices", "neighbourhoods", "regions") } as const).map((draw) => ({ draw })),
    ),
    harms: optional(optional(selector)),
  })
  .map(({ where, some: drawn, harms }) => ({ ...(where && { where }), ...drawn, ...(harms && { harms }) }));

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ level: fc.constantFrom(0, 0.25, 0.5, 1), slowness: fc.constantFrom(1, 1.5) }),
  fc.record({ level: fc.constant(0), slowness: fc.constantFrom(1, 1.5), units: fc.record({ of: fc.constantFrom("workstations", "log-ins"), share } as const) }),
  fc.record({ level: fc.constantFrom(0, 0.5), slowness: fc.constant(1), flapping: fc.record({ down: some, up: some }) }),
);

const ring: fc.Arbitrary<Ring> = fc.oneof(
  fc.record({ where: selector, after: minutes }), fc.record({ share: fc.constantFrom(0.1, 0.3), after: minutes }), fc.record({ after: minutes }),
);
const spread: fc.Arbitrary<Spread> = fc.oneof(minutes.map((over) => ({ over })), minutes.map((over) => ({ over, untilFound: true })), fc.array(ring, { minLength: 1, maxLength: 4 }).map((rings) => ({ rings })));

const hours = fc.record({ from: fc.integer({ min: 0, max: 700 }), length: fc.integer({ min: 1, max: 740 }), weekends: fc.boolean() })
  .map(({ from, length, weekends }) => ({ from, to: from + length, weekends }));
const crews: fc.Arbitrary<Repair> = fc
  .record({ crews: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom("all", "region"), each: span, travel: span, hours: optional(hours), self: optional(fc.record({ share, takes: span })) } as const)
  .map(({ hours: own, self, ...rest }) => ({ by: "crews", ...rest, ...(own && { hours: own }), ...(self && { self }) }));
const repair: fc.Arbitrary<Repair> = fc.oneof(
  span.map((lasts) => ({ by: "end", lasts }) as const), fc.integer({ min: 0, max: 6000 }).map((until) => ({ by: "end", until }) as const),
  fc.record({ by: fc.constantFrom("fix", "rollback"), takes: span } as const), crews, crews,
);

const back: fc.Arbitrary<Return> = fc.record({
  shares: optional(fc.constantFrom([{ after: 0, share: 0.4 }, { after: 600, share: 1 }], [{ after: 300, share: 0.5 }, { after: 400, share: 0.5 }, { after: 1000, share: 0.9 }])),
  services: optional(fc.dictionary(fc.integer({ min: 0, max: SIZE - 1 }).map(String), minutes, { maxKeys: 2 })),
}).map(({ shares, services }) => ({ ...(shares && { shares }), ...(services && { services }) }));

/** The incident with this number follows only such as come before it. */
function beginning(number: number): fc.Arbitrary<Beginning> {
  const own: fc.Arbitrary<Beginning>[] = [
    fc.integer({ min: 0, max: 6000 }).map((at) => ({ at })),
    fc.record({ rate: fc.constantFrom(1 / 2000, 1 / 8000), each: fc.constantFrom("practice", "region", "all") } as const),
  ];
  if (number === 0) return fc.oneof(...own);
  const leader = fc.integer({ min: 0, max: number - 1 }).map((other) => `i${other}`);
  return fc.oneof(...own, fc.record({ follows: leader, from: fc.constantFrom("beginning", "repair"), after: span, chance: fc.constantFrom(0.5, 1, 1) } as const));
}

function incident(number: number): fc.Arbitrary<Incident> {
  return fc
    .record({
      component: fc.integer({ min: 0, max: SIZE - 1 }).map(String), begins: beginning(number), reach, effect, spread: optional(spread), found: optional(span),
      suspected: optional(span.map((length) => ({ cause: "another", for: length }))), repair, return: optional(back),
      tail: optional(fc.constantFrom({ slowness: 1.5, fades: 100 }, { slowness: 3, fades: 0 })),
    })
    .map((given) => ({ name: `i${number}`, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as Omit<Incident, "name">) }));
}

/** Two to five incidents, each of which may follow one before it. */
export const incidents: fc.Arbitrary<readonly Incident[]> = fc.integer({ min: 2, max: 5 }).chain((length) => fc.tuple(...Array.from({ length }, (_, number) => incident(number))));

const fixed = (length: Span): number => (typeof length === "number" ? length : length.a);

/** The same with everything said that was left to chance. */
export function withoutChance({ effect: { level, slowness, flapping }, begins, reach: { where, harms }, spread: spreads, found, suspected, repair: mends, return: returns, ...rest }: Incident): Incident {
  return {
    ...rest,
    begins: "rate" in begins ? { at: 1 / begins.rate } : "follows" in begins ? { ...begins, after: fixed(begins.after), chance: 1 } : begins,
    reach: { ...(where && { where }), ...(harms && { harms }) },
    effect: { level, slowness, ...(flapping && { flapping: { down: fixed(flapping.down), up: fixed(flapping.up) } }) },
    ...(spreads && "rings" in spreads && { spread: { rings: spreads.rings.filter((each) => each.share === undefined) } }),
    ...(found !== undefined && { found: fixed(found) }),
    ...(suspected && { suspected: { ...suspected, for: fixed(suspected.for) } }),
    repair: "until" in mends ? mends : { by: "fix", takes: mends.by === "crews" ? fixed(mends.each) : fixed("lasts" in mends ? mends.lasts : mends.takes) },
    ...(returns?.services && { return: { services: returns.services } }),
  };
}
