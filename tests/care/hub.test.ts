/** Patients who find nothing at their practice that day, and a hub that has set something aside for them. */
import { describe, expect, test } from "vitest";
import { AT_HUB, TO_111, type Journal } from "../../src/care/journal.js";
import { quotasOf, type Hub } from "../../src/estate/hub.js";
import { SAME_DAY } from "../../src/demand/demand.js";
import { DAY, daysOf, isWorkingDay, firstDay } from "../../src/facts/days.js";
import { type Disruption } from "../../src/infrastructure/disruption.js";
import { needUnmetSameDay } from "../../src/outcomes/unmet-need.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { breaches } from "./breaches.js";
import { outageOf, placeOf, simulate, sufferedBy } from "./neighbourhoods.js";

const lists = [6000, 8000];
const site = placeOf({ patients: lists, overrides: { response: { receptionDeclines: 1 } } });
const days = daysOf(site.period);
const hubOf = (appointments: number, change: Partial<Hub> = {}): Hub => ({
  name: "Hub", hours: { from: 600, to: 1200, weekends: false }, practices: [0, 1],
  quotas: quotasOf(appointments, lists, days, (day) => isWorkingDay(firstDay(site.period) + day)), ...change,
});
const withHub = (hub: Hub) => ({ ...site, hubs: [hub] });
const outage = outageOf(site, 2);
const seenIn = ({ needs }: Journal): number[] => [...needs.state.keys()].filter((need) => needs.state[need] === AT_HUB);

describe("a hub with fourteen appointments a day", () => {
  const hub = hubOf(14);
  const lived = simulate(withHub(hub), outage);

  test.each(["none", "outage"] as const)("sees nobody beyond a practice's quota of the day, and only who cannot wait, arm %s", (arm) => {
    const { needs } = lived[arm];
    const seen = new Map<number, number>();
    for (const need of seenIn(lived[arm])) {
      expect(lived.demand.needs.kind[need]).toBe(SAME_DAY);
      const day = Math.floor(needs.closedAt[need]! / DAY);
      const clock = needs.closedAt[need]! % DAY;
      expect(clock).toBeGreaterThanOrEqual(600);
      expect(clock).toBeLessThan(1200);
      const index = lived.demand.needs.practice[need]! * days + day;
      seen.set(index, (seen.get(index) ?? 0) + 1);
    }
    for (const [index, number] of seen) expect(number).toBeLessThanOrEqual(hub.quotas[index]!);
  });

  test("gives all of it away on a day on which reception declines everybody", () => {
    const friday = Math.floor(outage.onset / DAY) + 1;
    const seen = seenIn(lived.outage).filter((need) => Math.floor(lived.outage.needs.closedAt[need]! / DAY) === friday);
    expect(seen.length).toBe(14);
  });

  test("breaks no promise of care", () => {
    for (const arm of ["none", "outage"] as const) expect(breaches(lived.demand, lived[arm])).toEqual([]);
  });

  test("is a destination of unmet need of its own, and leaves fewer for the others", () => {
    const without = simulate(site, outage);
    const unmet = (arms: typeof lived, part: string): number => {
      const pair = { ...arms, practices: [0, 1], ...sufferedBy(site, outage), period: site.period };
      return sumsOf([needUnmetSameDay], pair).find((sum) => sum.part === part)?.values.reduce((sum, own) => sum + own, 0) ?? 0;
    };
    expect(unmet(without, "destination:hub")).toBe(0);
    // Counted from the day of the onset on, by when the need arose.
    const since = Math.floor(outage.onset / DAY) * DAY;
    const counted = (journal: Journal): number => seenIn(journal).filter((need) => lived.demand.needs.arrivesAt[need]! >= since).length;
    expect(unmet(lived, "destination:hub")).toBe(counted(lived.outage) - counted(lived.none));
    expect(counted(lived.outage)).toBeGreaterThan(counted(lived.none) + 10);
    const went = (journal: Journal): number => journal.needs.state.filter((state) => state === TO_111).length;
    expect(went(lived.outage)).toBeLessThan(went(without.outage));
  });
});

test("a hub for other practices, and one without appointments, change nothing", () => {
  const without = simulate(site, outage);
  expect(simulate(withHub(hubOf(14, { practices: [] })), outage)).toEqual(without);
  expect(simulate(withHub(hubOf(0)), outage)).toEqual(without);
});

test("a hub that needs a service sees nobody while that is down for the patient's practice, and as many as it would where another is", () => {
  const [calm, hit] = outage.histories;
  const steps = hit!.capabilities[0]!;
  const down: Disruption = { ...outage, histories: [calm!, { ...hit!, services: [{ component: "emis-web", label: "EMIS Web", steps }] }] };
  const { outage: needing } = simulate(withHub(hubOf(14, { component: "emis-web" })), down);
  const during = seenIn(needing).filter((need) => needing.needs.closedAt[need]! >= outage.onset && needing.needs.closedAt[need]! < outage.restored);
  expect(during).toEqual([]);
  expect(simulate(withHub(hubOf(14, { component: "docman" })), down)).toEqual(simulate(withHub(hubOf(14)), down));
});

test("without an outage both arms are one", () => {
  const { none, outage: same } = simulate(withHub(hubOf(5)), { histories: outage.histories, historyOf: [0, 0], onset: Infinity, restored: Infinity });
  expect(same).toEqual(none);
});
