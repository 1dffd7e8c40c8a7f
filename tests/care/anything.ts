/** Whatever can happen to a neighbourhood and whatever people do about it, for properties that hold always. */
import fc from "fast-check";
import { CANCEL_ROUTINE, CARRY_ON, URGENT_ONLY, type Directive, type LaterHabits, type Policies } from "../../src/care/policies.js";
import type { Place } from "../../src/demand/draw.js";
import { writtenEstate } from "../../src/estate/written.js";
import { DAY, daysOf, type Period } from "../../src/facts/days.js";
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { capabilities, type Capability, type History, type Steps } from "../../src/infrastructure/disruption.js";

export interface Happening {
  readonly place: Place;
  /** By place in the neighbourhood. */
  readonly histories: readonly History[];
  readonly policies: Policies;
}

/** A case of a property: neighbourhoods of one to three practices with these list sizes, up to three weeks. */
export function happenings(sizes: readonly number[]): fc.Arbitrary<Happening> {
  return fc.record({ period: periods, practices: fc.array(practices(sizes), { minLength: 1, maxLength: 3 }), overrides, seed: fc.integer({ min: 0, max: 1_000_000 }) }).chain(
    ({ period, practices, overrides, seed }) => {
      const horizon = daysOf(period) * DAY;
      return fc.record({ histories: fc.array(histories(horizon), { minLength: practices.length, maxLength: practices.length }), policies: policies(horizon) }).map(({ histories, policies }) => {
        const parameters = parametersWith(overrides);
        const estate = writtenEstate({ practices: practices.map((practice, index) => ({ code: `P${index}`, region: "QKS", neighbourhood: "N", ...practice })) }, parameters);
        return { place: { seed: String(seed), replication: 0, estate, neighbourhood: 0, period, parameters }, histories, policies };
      });
    },
  );
}

/** One to three weeks; Easter 2023 lies within the second start's. */
const periods: fc.Arbitrary<Period> = fc.record({ start: fc.constantFrom("2023-03-13", "2023-04-03"), warmUpDays: fc.constantFrom(0, 7), days: fc.integer({ min: 5, max: 14 }) });

/** Some practices have few staff, or none of a role. */
const practices = (sizes: readonly number[]) =>
  fc.record({ patients: fc.constantFrom(...sizes), staff: fc.constantFrom({}, {}, {}, { gp: 0.5, nurse: 0 }, { gp: 0, reception: 0.3, admin: 0 }, { nurse: 0, other: 0, reception: 0 }), lines: fc.constantFrom(undefined, undefined, 1) })
    .map(({ lines, ...practice }) => (lines === undefined ? practice : { ...practice, lines }));

/** Shares of practices that carry on, cancel, see only who is urgent; together 1. */
const ways = fc.constantFrom<[number, number, number]>([1, 0, 0], [0, 1, 0], [0, 0, 1], [0.4, 0.3, 0.3]);
const share = fc.constantFrom(0, 0.5, 1);

const overrides: fc.Arbitrary<Overrides> = fc.record({
  response: fc.record({
    ways, receptionDeclines: share, planShare: share, onlineOffShare: share, messagingOffShare: share, urgentShare: share, noticeMinutes: fc.constantFrom(0.1, 15), withoutPlanFactor: fc.constantFrom(1, 30),
    handwrittenShare: fc.constantFrom([0, 0], [0.7, 0.3], [1, 1]), sentOnShare: share, laterInWeek: fc.constantFrom(0.01, 0.25, 1), paperMultiplier: fc.constantFrom(1, 1.25, 2), entryShare: fc.constantFrom(0.5, 1.5),
    noteByWriter: share, overtimeMinutes: fc.constantFrom(0, 30, 180), overtimeTrigger: fc.constantFrom(0, 60), checkInMinutes: fc.constantFrom(1.5, 15),
  }).map(({ ways: [carryOnWithPaper, cancelRoutine, urgentOnly], ...others }) => ({ carryOnWithPaper, cancelRoutine, urgentOnly, ...others })),
  care: fc.record({
    punctuality: fc.constantFrom([-4, 6], [-20, 30]), phoneOccupancy: fc.constantFrom(0.74, 1.5), callBackShare: share, callBackAfter: fc.constantFrom(0, 2), patienceMinutes: fc.constantFrom(2, 14),
    extrasPerSession: fc.constantFrom(0, 2), fitInDays: fc.constantFrom(0, 7), triageShare: share, referralShare: fc.constantFrom(0.07, 1), mostAttempts: fc.constantFrom(1, 6), bookableMargin: fc.constantFrom(-0.5, 0.1),
    handlingSd: fc.constantFrom(0, 0.6), saturdayShare: fc.constantFrom(0, 0.045, 0.5), sundayShare: fc.constantFrom(0, 0.003, 0.3), weekendClinic: fc.constantFrom(540, 1000),
  }),
});

/** Minutes of the horizon, quarters among them, most often in opening hours. */
const times = (horizon: number): fc.Arbitrary<number> => fc.oneof(
  { weight: 3, arbitrary: fc.record({ day: fc.integer({ min: 0, max: horizon / DAY - 1 }), quarter: fc.integer({ min: 4 * 450, max: 4 * 1150 }) }).map(({ day, quarter }) => day * DAY + quarter / 4) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: horizon }) },
);

/** Falls, slow spells and returns at any time; or a service that comes and goes every few minutes; or a loss that grows. */
const steps = (horizon: number): fc.Arbitrary<Steps> => {
  const level = fc.constantFrom(0, 0, 0.3, 0.5, 0.8, 1), slowness = fc.constantFrom(1, 1, 1.5, 3);
  const changes = fc.array(fc.record({ at: times(horizon), level, slowness }), { minLength: 1, maxLength: 6 }).map((rows) => {
    const inOrder = [...new Map(rows.map((row) => [row.at, row])).values()].sort((a, b) => a.at - b.at);
    return { times: inOrder.map(({ at }) => at), level: inOrder.map((row) => row.level), slowness: inOrder.map((row) => row.slowness) };
  });
  const flapping = fc.record({ at: times(horizon), every: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 2, max: 40 }), level }).map(({ at, every, count, level }) => ({
    times: Array.from({ length: count }, (_, i) => at + i * every), level: Array.from({ length: count }, (_, i) => (i % 2 === 0 ? level : 1)), slowness: Array.from({ length: count }, () => 1),
  }));
  // Some users lose it first, then all.
  const worsening = fc.record({ at: times(horizon), some: fc.constantFrom(0.8, 0.5, 0.3), after: fc.integer({ min: 5, max: 90 }), lasts: fc.integer({ min: 1, max: 2 * DAY }) }).map(({ at, some, after, lasts }) => ({
    times: [at, at + after, at + after + lasts], level: [some, 0, 1], slowness: [1, 1, 1],
  }));
  return fc.oneof({ weight: 3, arbitrary: changes }, { weight: 1, arbitrary: flapping }, { weight: 1, arbitrary: worsening });
};

/** Up to three losses, each of some capabilities together; of two that take the same one the later listed counts. */
const histories = (horizon: number): fc.Arbitrary<History> =>
  fc.array(fc.record({ lost: fc.oneof(fc.constant([...capabilities]), fc.constant<Capability[]>(["seeRecords", "writeRecords"]), fc.subarray([...capabilities], { minLength: 1 })), steps: steps(horizon) }), { maxLength: 3 }).map((losses) => ({
    capabilities: capabilities.map((capability) => losses.findLast(({ lost }) => lost.includes(capability))?.steps ?? { times: [], level: [], slowness: [] }), services: [],
  }));

const directives = (horizon: number): fc.Arbitrary<Directive> => fc.record({
  name: fc.constant("told"), from: fc.constantFrom("nation" as const, "region" as const), at: times(horizon), lasts: fc.constantFrom(30, DAY, 3 * DAY, Infinity), where: fc.constantFrom(undefined, { practice: "P0" }, { region: "QNC" }),
  followed: fc.constantFrom(0, 0.6, 1), clinicians: fc.constantFrom(undefined, CARRY_ON, CANCEL_ROUTINE, URGENT_ONLY), reception: fc.constantFrom(undefined, "decline" as const, "paper" as const),
  online: fc.constantFrom(undefined, "off" as const), messaging: fc.constantFrom(undefined, "off" as const), refer: fc.constantFrom(undefined, "nobody" as const), plan: fc.constantFrom(undefined, true as const),
  advice: fc.constantFrom(undefined, undefined, { heeded: 0.5, to111: 0.4, toPharmacy: 0.3 }, { heeded: 1, to111: 0, toPharmacy: 0 }),
}).map(({ lasts, ...directive }) => Object.fromEntries(Object.entries({ ...directive, until: directive.at + lasts }).filter(([, value]) => value !== undefined)) as unknown as Directive);

const laterHabits: fc.Arbitrary<LaterHabits[]> = fc.constantFrom<LaterHabits[]>(
  [], [], [{ fromDay: 2, receptionDeclines: 1 }], [{ fromDay: 2, clinicians: [0, 1, 0] }, { fromDay: 4, clinicians: [0, 0, 1], receptionDeclines: 0 }],
);

const policies = (horizon: number): fc.Arbitrary<Policies> => fc.record({ directives: fc.array(directives(horizon), { maxLength: 3 }), habits: laterHabits });
