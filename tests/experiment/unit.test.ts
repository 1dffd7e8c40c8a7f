/** A unit carries all that a thread needs. */
import { noPolicies } from "../../src/care/policies.js";
import { expect, test } from "vitest";
import { createMemory, takeBack } from "../../src/engine/memory.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { neighbourhoodUnits } from "../../src/experiment/neighbourhoods.js";
import { simulateUnit } from "../../src/experiment/unit.js";
import type { Model } from "../../src/experiment/model.js";
import { undisturbed, type Disruption } from "../../src/infrastructure/disruption.js";
import { outageOf, placeOf, simulate, sufferedBy } from "../care/neighbourhoods.js";
import { disruptionOf, ONSET, RESTORED } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

test("a unit is a neighbourhood in which somebody goes through something, with what each of its practices goes through", () => {
  const disruption = disruptionOf([null, [ONSET + 60, RESTORED], null, [ONSET, RESTORED]]);
  const [second, fourth] = disruption.histories.slice(1);
  expect(neighbourhoodUnits({ estate, policies: noPolicies }, 7, disruption, Infinity)).toEqual([
    // The onset is that of the whole estate, so that everybody is counted from the same moment on.
    { kind: "neighbourhood", replication: 7, neighbourhood: 0, histories: [undisturbed, second], onset: ONSET }, { kind: "neighbourhood", replication: 7, neighbourhood: 2, histories: [fourth], onset: ONSET },
  ]);
  expect(neighbourhoodUnits({ estate, policies: noPolicies }, 7, disruptionOf([null, null, null, null]), Infinity)).toEqual([]);
  expect(neighbourhoodUnits({ estate, policies: noPolicies }, 7, disruption, ONSET)).toEqual([]);
  const late = disruptionOf([null, [RESTORED, RESTORED + 60], null, [ONSET, RESTORED]]);
  expect(neighbourhoodUnits({ estate, policies: noPolicies }, 7, late, RESTORED).map(({ neighbourhood }) => neighbourhood)).toEqual([2]);
});

test("a unit sent to a thread gives what its neighbourhood gives here, and the model needs no incident for it", () => {
  const place = placeOf({ replication: 3 });
  const { seed, estate: two, period, parameters } = place;
  const whole = outageOf(place, 2);
  const disruption: Disruption = { ...whole, historyOf: [1, 0] };
  const model = { seed: String(seed), estate: two, period, parameters } as Model;
  const [unit, ...more] = neighbourhoodUnits({ estate: two, policies: noPolicies }, 3, disruption, Infinity);
  expect(more).toEqual([]);
  const { tally, events } = simulateUnit(structuredClone(model), structuredClone(unit!));
  const { events: executed, ...arms } = simulate(place, disruption);
  expect(tally).toEqual(tallyUnit({ ...arms, practices: [0, 1], ...sufferedBy(place, disruption), period }));
  expect(events).toEqual(executed);
  expect(tally.onset).toBe(disruption.onset);
  expect(tally.practices.map(({ restored }) => restored)).toEqual([disruption.restored, NaN]);
  expect(tally.sums.find(({ id, part }) => id === "notesToTypeIn" && part === "all")!.values[0]).toBeGreaterThan(0);
});

test("what stood in a thread's memory before makes no difference: a unit reads nothing that it has not written", () => {
  const place = placeOf({ replication: 1 });
  const { seed, estate: two, period, parameters } = place;
  const model = { seed: String(seed), estate: two, period, parameters, policies: noPolicies } as Model;
  const [unit] = neighbourhoodUnits(model, 1, { ...outageOf(place, 2), historyOf: [1, 0] }, Infinity);
  const memory = createMemory();
  const fresh = structuredClone(simulateUnit(model, unit!, memory));
  takeBack(memory);
  // As bytes of a smallest number, of a large one, and of none.
  for (const byte of [0x01, 0x7f, 0xff]) {
    new Uint8Array(memory.bytes).fill(byte);
    expect(simulateUnit(model, unit!, memory), `all bytes ${byte}`).toEqual(fresh);
  }
});
