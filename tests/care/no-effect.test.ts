/** What does nothing changes nothing: not one figure of one column, in a neighbourhood where anything else may happen. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateNeighbourhood } from "../../src/care/neighbourhood.js";
import { CANCEL_ROUTINE, URGENT_ONLY, noPolicies, type Directive } from "../../src/care/policies.js";
import { writtenEstate } from "../../src/estate/written.js";
import { capabilities, undisturbed, type History } from "../../src/infrastructure/disruption.js";
import { happenings, type Happening } from "./anything.js";
import { differingColumns } from "./columns.js";

const cases = happenings([500, 1200, 2500]);
const everything = (times: readonly number[], level: readonly number[]): History =>
  ({ capabilities: capabilities.map(() => ({ times, level, slowness: times.map(() => 1) })), services: [] });
const differing = ({ place, histories, policies }: Happening): string[] => {
  const { none, outage } = simulateNeighbourhood(place, histories, policies);
  return differingColumns(none, outage);
};
const holds = (numRuns: number, change: (happening: Happening) => Happening): void =>
  fc.assert(fc.property(cases, (happening) => void expect(differing(change(happening))).toEqual([])), { seed: 20230316, numRuns });
/** When the case's own incident would have changed something, or else midday of the third day. */
const timesOf = ({ histories }: Happening): number[] => [...new Set([3600, ...histories.flatMap((history) => history.capabilities.flatMap(({ times }) => times))])].sort((a, b) => a - b);

test("systems that change without losing anything, at any time", () => {
  holds(30, (happening) => ({ ...happening, policies: noPolicies, histories: happening.histories.map(() => everything(timesOf(happening), timesOf(happening).map(() => 1))) }));
});

test("outages of no length, at any time", () => {
  holds(30, (happening) => {
    const times = timesOf(happening);
    return { ...happening, policies: noPolicies, histories: happening.histories.map(() => everything(times.flatMap((time) => [time, time]), times.flatMap(() => [0, 1]))) };
  });
});

describe("instructions", () => {
  const instructed = (happening: Happening, change: Partial<Directive>): Happening => {
    const directives = timesOf(happening).slice(0, 3).map((at): Directive => ({
      name: "told", from: "region", at, until: Infinity, followed: 1, clinicians: CANCEL_ROUTINE, reception: "decline", online: "off", messaging: "off", refer: "nobody", ...change,
    }));
    return { ...happening, histories: happening.histories.map(() => undisturbed), policies: { ...happening.policies, directives } };
  };

  test("that are for others", () => holds(20, (happening) => instructed(happening, { where: { region: "QNC" }, plan: true, advice: { heeded: 1, to111: 1, toPharmacy: 0 } })));

  test("that nobody follows", () => holds(20, (happening) => instructed(happening, { followed: 0, plan: true })));

  test("how to go on while systems are down, while they work", () => {
    holds(20, (happening) => {
      const { policies, ...others } = instructed(happening, {});
      const whileDown = ({ name, from, at, until, followed }: Directive): Directive => ({ name, from, at, until, followed, clinicians: URGENT_ONLY, reception: "decline", plan: true });
      return { ...others, policies: { ...policies, directives: policies.directives.map(whileDown) } };
    });
  });

  test("but advice to patients does something: the checks above can fail", () => {
    const [happening] = fc.sample(cases, { seed: 20230316, numRuns: 1 });
    expect(differing(instructed(happening!, { at: 0, advice: { heeded: 1, to111: 1, toPharmacy: 0 } }))).toContain("needs.closedAt");
  });
});

describe("elsewhere", () => {
  test("a neighbourhood that nothing touches stays as it was, whatever its region's others go through and are told", () => {
    fc.assert(
      fc.property(cases, ({ place, policies }) => {
        const spared = place.estate.practices.map(({ code, patients }) => ({ code, patients, region: "QKS", neighbourhood: "N" }));
        const estate = writtenEstate({ practices: [...spared, { code: "OTHER", patients: 500, region: "QKS", neighbourhood: "M" }] }, place.parameters);
        const directives = policies.directives.map((directive) => ({ ...directive, where: { neighbourhood: "M" } }));
        expect(differing({ place: { ...place, estate }, histories: spared.map(() => undisturbed), policies: { ...policies, directives } })).toEqual([]);
      }),
      { seed: 20230316, numRuns: 20 },
    );
  });

  test("a practice without an outage of its own stays as it was where practices share nobody", () => {
    fc.assert(
      fc.property(cases, ({ place: { parameters, ...where }, histories, policies }) => {
        const place = { ...where, parameters: { ...parameters, care: { ...parameters.care, pcnStaff: 0, saturdayShare: 0, sundayShare: 0 } } };
        const last = histories.length - 1;
        const directives = policies.directives.map((directive) => ({ ...directive, where: { practice: "P0" } }));
        const { demand, none, outage } = simulateNeighbourhood(place, histories.map((history, at) => (at === last ? undisturbed : history)), { ...policies, directives: last === 0 ? [] : directives });
        const first = demand.needs.firstOf[last]!;
        for (const column of Object.keys(none.needs) as (keyof typeof none.needs)[]) expect(outage.needs[column].subarray(first)).toEqual(none.needs[column].subarray(first));
        const perPlace = (minutes: Float64Array): Float64Array => minutes.subarray((minutes.length / none.practices) * last);
        expect(perPlace(outage.worked)).toEqual(perPlace(none.worked));
        expect(perPlace(outage.overtime)).toEqual(perPlace(none.overtime));
      }),
      { seed: 20240719, numRuns: 25 },
    );
  });
});
