/** Which disruption each replication has. */
import { noPolicies } from "../../src/care/policies.js";
import { describe, expect, test } from "vitest";
import { sampleEstate } from "../../src/estate/sample.js";
import { writtenEstate } from "../../src/estate/written.js";
import type { Model } from "../../src/experiment/model.js";
import { disruptionsOf, restrictionTo } from "../../src/experiment/upstream.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { undisturbed } from "../../src/infrastructure/disruption.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { disruptionOf, ONSET, period, RESTORED } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

/** Neighbourhoods and practices of `estate` in another order, without G1 and so without its neighbour's number. */
const part = {
  ...estate, regions: [estate.regions[1]!, estate.regions[0]!],
  neighbourhoods: [{ ...estate.neighbourhoods[2]!, region: 0, practices: [0] }, { ...estate.neighbourhoods[1]!, region: 1, practices: [1] }],
  practices: [{ ...estate.practices[3]!, region: 0, neighbourhood: 0 }, { ...estate.practices[2]!, region: 1, neighbourhood: 1 }],
};

describe("a sample", () => {
  test("takes what its own practices go through, found by their codes; onset and return are theirs", () => {
    const whole = disruptionOf([[ONSET - 60, RESTORED], null, [ONSET + 60, RESTORED + 120], [ONSET, RESTORED + 60]]);
    const { histories, historyOf, onset, restored } = restrictionTo(part, estate)(whole);
    expect(historyOf.map((history) => histories[history])).toEqual([whole.histories[3], whole.histories[2]]);
    expect([onset, restored]).toEqual([ONSET, RESTORED + 120]);
  });

  test("of which nobody is hit goes through nothing, whatever the rest does", () => {
    const { histories, historyOf, onset } = restrictionTo(part, estate)(disruptionOf([[ONSET, RESTORED], null, null, null]));
    expect(historyOf.map((history) => histories[history])).toEqual([undisturbed, undisturbed]);
    // The number that says so to those who make units.
    expect([...historyOf, onset]).toEqual([0, 0, Infinity]);
  });

  test("must come from the whole", () => {
    expect(() => restrictionTo(estate, part)).toThrow("Practice G1 ");
  });
});

const parameters = parametersWith();
const region = writtenEstate({ practices: Array.from({ length: 60 }, (_, index) => ({ code: `P${index}`, patients: 8000, neighbourhood: `N${index % 30}` })) }, parameters);
const modelWith = (incident: Partial<Incident>, changes: Partial<Model> = {}): Model => ({
  name: "By hand", question: "What then?", seed: "upstream", period, estate: region, infrastructure: builtIn, parameters, policies: noPolicies, replications: { minimum: 2, maximum: 2 }, hypotheses: [],
  incidents: [{ name: "Power cut", component: "power", begins: { at: ONSET }, reach: {}, effect: { level: 0, slowness: 1 }, repair: { by: "end", until: RESTORED }, ...incident }], ...changes,
});
const affected = ({ historyOf }: { readonly historyOf: readonly number[] }): number[] => [...historyOf.keys()].filter((practice) => historyOf[practice] !== 0);

describe("a model", () => {
  test("that leaves nothing to chance has one disruption for all replications, found once", () => {
    const disruptions = disruptionsOf(modelWith({}));
    expect(disruptions.differ).toBe(false);
    expect(disruptions.of(5)).toBe(disruptions.of(0));
    expect(disruptions.of(0)).toMatchObject({ onset: ONSET, restored: RESTORED });
    expect(affected(disruptions.of(0))).toHaveLength(60);
  });

  test("that leaves something to chance has a disruption of its own for each replication, the same whenever it is asked for", () => {
    // Each of 60 practices with probability 0.3: two replications are alike with a chance of 0.58 to the power of 60.
    const disruptions = disruptionsOf(modelWith({ reach: { share: 0.3 } }));
    expect(disruptions.differ).toBe(true);
    const [first, second] = [disruptions.of(0), disruptions.of(1)];
    expect(affected(first)).not.toEqual(affected(second));
    expect(disruptions.of(0)).toEqual(first);
    // Another seed's chance to leave all or none of them hit is below one in a thousand million.
    for (const { length } of [affected(first), affected(second)]) expect(length > 0 && length < 60).toBe(true);
  });

  test("whose estate is a sample lets chance play over the whole: each practice fares as it would there", () => {
    const sample = sampleEstate(region, 12, "upstream");
    const incident: Partial<Incident> = { reach: { draw: { number: 20, of: "practices" } } };
    const all = disruptionsOf(modelWith(incident));
    const some = disruptionsOf(modelWith(incident, { estate: sample, whole: region }));
    for (const replication of [0, 1, 2]) {
      const hit = new Set(affected(all.of(replication)).map((practice) => region.practices[practice]!.code));
      expect(hit.size).toBe(20);
      expect(affected(some.of(replication)).map((practice) => sample.practices[practice]!.code)).toEqual(sample.practices.map(({ code }) => code).filter((code) => hit.has(code)));
    }
  });
});
