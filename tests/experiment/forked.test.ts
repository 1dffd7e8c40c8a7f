/** Arms that share demand, past and twin are what they are by themselves, to the last bit. */
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { noPolicies, type Policies } from "../../src/care/policies.js";
import { createMemory } from "../../src/engine/memory.js";
import { simulateForked, type ForkedResult, type ForkedUnit } from "../../src/experiment/forked.js";
import type { Model } from "../../src/experiment/model.js";
import { simulateAndTally, type NeighbourhoodUnit } from "../../src/experiment/neighbourhoods.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { DAY } from "../../src/facts/days.js";
import { undisturbed, type History } from "../../src/infrastructure/disruption.js";
import { handOverOf } from "../../src/overflow/hand-over.js";
import { disruptionOf, placeOf, simulate, calm } from "../care/neighbourhoods.js";

const place = placeOf({ patients: [2000, 1500], replication: 2, period: { start: "2023-03-13", warmUpDays: 5, days: 9 } });
const { seed, estate, period, parameters } = place;
const modelWith = (change: Partial<Model> = {}): Model => ({ seed: String(seed), estate, period, parameters, policies: noPolicies, ...change }) as Model;
const from = 7 * DAY + 8 * 60;
const outage = (starts: number, minutes: number): History => disruptionOf(place, starts, starts + minutes).histories[1]!;

/** In no order of time: late, never, from the first minute on, early, at the same time as another, on the last day, in one practice only. */
const lived = [
  [outage(from + DAY, 2 * DAY), outage(from + DAY, 2 * DAY)], [undisturbed, undisturbed], [outage(0, 3 * DAY), outage(0, 3 * DAY)], [outage(from, 4 * DAY), outage(from, 240)],
  [outage(from, 240), outage(from, 240)], [outage(13 * DAY + 600, 60), undisturbed], [undisturbed, outage(from + 90, DAY)],
];
const armsOf = (lived: readonly (readonly History[])[], model = 0): ForkedUnit["arms"] => lived.map((histories) => ({ model, histories }));
const unit: ForkedUnit = { kind: "forked", replication: 2, neighbourhood: 0, onset: from, arms: armsOf(lived), hasOrdinary: false };
/** To the last bit, and quicker than `toEqual`. */
const areSame = (one: unknown, other: unknown): void => expect(isDeepStrictEqual(one, other)).toBe(true);
const resultsOf = ({ arms, ordinary }: ForkedResult): Omit<ForkedResult, "events"> => ({ arms, ordinary });
const alone = (histories: readonly History[]): NeighbourhoodUnit => ({ kind: "neighbourhood", replication: 2, neighbourhood: 0, onset: from, histories });

test("arms that part at different times, at the first minute and never give what separate units give, one after the other in the same memory", () => {
  const model = modelWith({ objectives: { minimumService: 0.5 } });
  const separate = lived.map((histories) => structuredClone(simulateAndTally(model, alone(histories))));
  const memories = [createMemory(), createMemory()] as const;
  for (let round = 0; round < 2; round++) areSame(resultsOf(simulateForked([model, structuredClone(model)], 1, structuredClone(unit), memories)), { arms: separate, ordinary: null });
  // In another order too, and any one as the last, which goes on in the state that the others are copied from.
  const reversed = { ...unit, arms: armsOf([...lived].reverse()) };
  areSame(simulateForked([model], 0, reversed, memories).arms, [...separate].reverse());
  // The check can fail: each arm loses something else.
  expect(new Set(separate.map(({ tally }) => JSON.stringify(tally.sums))).size).toBe(lived.length);
});

test("where practices are told something, arms part at that, an arm without an outage too", () => {
  const policies: Policies = { ...noPolicies, directives: [{ name: "stay away", from: "region", at: from - 60, until: Infinity, followed: 1, advice: { heeded: 0.5, to111: 0.3, toPharmacy: 0.2 } }] };
  const model = modelWith({ policies });
  const few = [lived[0]!, lived[1]!, lived[3]!];
  areSame(simulateForked([model], 0, { ...unit, arms: armsOf(few) }).arms, few.map((histories) => simulateAndTally(model, alone(histories))));
});

test("arms that differ in what only outages read share what they have in common too, the room for evening sessions as well", () => {
  const others = [{ planShare: 0, receptionDeclines: 1, declined: [0, 0, 0, 0, 1] }, { extraSessions: 7, extraSessionWeeks: 1 }, { noticeMinutes: 2, paperMultiplier: 2, handwrittenShare: [0, 0] }];
  const models = [modelWith(), ...others.map((response) => modelWith({ parameters: parametersWith({ demand: { practiceSd: 0 }, response }) }))];
  const arms = models.flatMap((_, model) => armsOf([lived[0]!, lived[3]!], model));
  const separate = arms.map(({ model, histories }) => structuredClone(simulateAndTally(models[model]!, alone(histories))));
  for (const number of [0, 2]) areSame(simulateForked(models, number, { ...unit, arms }).arms, separate);
  // The check can fail: each arm comes to something else.
  expect(new Set(separate.map(({ tally }) => JSON.stringify(tally.sums))).size).toBe(arms.length);
});

test("ordinary days are the twin's of each model side by side, whether or not there are outages to simulate", () => {
  const without = modelWith();
  const other = parametersWith({ demand: { practiceSd: 0 }, response: { extraSessions: parameters.response.extraSessions + 2 }, care: { handlingSd: 0.1 } });
  const model = modelWith({ parameters: other });
  const [one, two] = [simulate(place, calm), simulate({ ...place, parameters: other }, calm)];
  const pair = { demand: one.demand, none: one.none, outage: two.none, practices: [0, 1], histories: [undisturbed, undisturbed], onset: from, period };
  const expected = {
    tally: tallyUnit(pair), handOver: { none: handOverOf(one.demand, one.none), outage: handOverOf(one.demand, two.none) }, events: one.events.map((count, kind) => count + two.events[kind]!),
  };
  const few = [lived[0]!, lived[3]!];
  const calmDays = simulateForked([without, model], 1, { ...unit, arms: [], hasOrdinary: true });
  areSame(resultsOf(calmDays), { arms: [], ordinary: expected });
  expect(calmDays.events).toEqual(expected.events);
  areSame(resultsOf(simulateForked([without, model], 1, { ...unit, arms: armsOf(few, 1), hasOrdinary: true })), { arms: few.map((histories) => simulateAndTally(model, alone(histories))), ordinary: expected });
  expect(expected.tally.sums.some(({ values, over }) => over === null && values.some((value) => value !== 0))).toBe(true);
});

test("memory holds three states, however many arms there are", () => {
  const bytesFor = (arms: number): number => {
    const memory = createMemory();
    simulateForked([modelWith()], 0, { ...unit, arms: armsOf(Array.from({ length: arms }, (_, index) => lived[3]!.map(() => outage(from + index, 60)))) }, [memory, createMemory()]);
    return memory.asked;
  };
  const [two, five, one] = [bytesFor(2), bytesFor(5), bytesFor(1)];
  expect(five).toBe(two);
  expect(one).toBeLessThan(two);
});
