/** What reached NHS 111, urgent care and pharmacies in Staffordshire and on the Friday of July 2024 and after. */
import { describe, expect, test } from "vitest";
import type { Estate } from "../../src/estate/estate.js";
import type { Model } from "../../src/experiment/model.js";
import { handOverOf, PRESCRIPTION_KINDS, WRITTEN } from "../../src/overflow/hand-over.js";
import { DAY, daysOf } from "../../src/facts/days.js";
import { dayOf, downstream, sumOf } from "./downstream.js";
import { lived, type Lived } from "./lived.js";
import { momentIn, shipped } from "./shipped.js";

test("S6: the advice of that morning brings NHS 111 and pharmacies more of the region's patients, and everybody who calls 111 waits longer", async () => {
  const model = await shipped("staffordshire-antivirus", ["generate: {region: QNC}", "generate: {region: QNC}\n  sample: 2 neighbourhoods"], ["days: 28", "days: 3\n  warmUp: 14"]);
  const unadvised = { ...model, policies: { ...model.policies, directives: [] } };
  const tuesday = Math.floor(momentIn(model, "2020-01-21", "00:00") / DAY);
  for (const replication of [0, 1]) {
    const advised = downstream(model, "QNC", replication, lived(model, { replication }));
    const without = downstream(unadvised, "QNC", replication, lived(unadvised, { replication }));
    const [told, untold] = [dayOf(advised.nhs111.outage, tuesday), dayOf(without.nhs111.outage, tuesday)];
    // Three in ten heed it and half of these call. Two neighbourhoods stand for a million patients: in eight replications of other draws it was 2.8 times as many or more, and 2.7 at pharmacies.
    expect(told.handedOver).toBeGreaterThan(1.5 * untold.handedOver);
    expect(told.wait).toBeGreaterThan(untold.wait);
    const visits = ({ pharmacies }: typeof advised): number => sumOf(pharmacies.outage.visits, 24 * tuesday, 24 * (tuesday + 1));
    expect(visits(advised)).toBeGreaterThan(1.5 * visits(without));
  }
});

describe("July 2024", async () => {
  const england = (regions: string, sample: number): Promise<Model> => shipped("crowdstrike-2024",
    ["generate: {region: England}", `generate: {region: ${regions}}`], ["sample: 40 neighbourhoods", `sample: ${sample} neighbourhoods`], ["days: 42", "days: 15\n  warmUp: 14"]);
  const model = await england("[QKS, QNC]", 5);
  const story = lived(model);
  const kent = (pairs: readonly Lived[]): readonly Lived[] => pairs.filter(({ region }) => region === "QKS");
  const { pharmacies, nhs111, urgentCare } = downstream(model, "QKS", 0, kent(story));
  const hour = (date: string, clock: string): number => momentIn(model, date, clock) / 60;
  const [morning, evening, end] = [hour("2024-07-19", "08:00"), hour("2024-07-19", "19:00"), daysOf(model.period) * 24];

  test("C4: pharmacies cannot pull most of what is sent on the Friday; what is written by hand they dispense", () => {
    // Seven in ten pharmacies are down: so much of what they are sent that day waits, and of a day's ordinary items almost none.
    const issued = sumOf(pharmacies.outage.issued, morning, evening);
    expect(pharmacies.outage.waiting[evening]!).toBeGreaterThan(0.3 * issued);
    expect(pharmacies.none.waiting[evening]!).toBeLessThan(0.1 * sumOf(pharmacies.none.issued, morning, evening));
    const written = (pairs: readonly Lived[], arm: "none" | "outage"): number => pairs.reduce((sum, { demand, [arm]: journal }) => {
      const { prescriptions } = handOverOf(demand, journal);
      return sum + prescriptions.reduce((count, number, index) => count + (index % PRESCRIPTION_KINDS === WRITTEN ? number : 0), 0);
    }, 0);
    expect(written(story, "none")).toBe(0);
    expect(written(story, "outage")).toBeGreaterThan(20);
    expect(sumOf(pharmacies.outage.dispensed, morning, evening)).toBeGreaterThan(0);
  });

  test("C4: they work through a backlog for days", () => {
    const excess = pharmacies.outage.waiting.map((waiting, at) => waiting - pharmacies.none.waiting[at]!);
    const ordinary = sumOf(pharmacies.none.issued, morning, evening);
    expect(Math.max(...excess)).toBeGreaterThan(0.5 * ordinary);
    const last = excess.findLastIndex((items) => items > 0.05 * ordinary);
    expect(last).toBeGreaterThan(hour("2024-07-22", "12:00"));
    // It does end: no more of it is left after a fortnight than there was on the way up.
    expect(excess[end - 1]!).toBeLessThan(0.5 * Math.max(...excess));
  });

  test("C12: medicines that were not ordered come late: items are short after systems are back, and not for ever", () => {
    const stocked = { ...model, parameters: { ...model.parameters, overflow: { ...model.parameters.overflow, shortShare: 0 } } };
    const onTime = downstream(stocked, "QKS", 0, kent(story)).pharmacies;
    const late = pharmacies.outage.waiting.map((waiting, at) => waiting - onTime.outage.waiting[at]!);
    // No delivery is missing on the day of the crash itself: it was ordered before.
    expect(Math.max(...late.subarray(0, evening))).toBeLessThan(1e-6);
    expect(late[hour("2024-07-20", "19:00")]!).toBeGreaterThan(10);
    expect(Math.abs(late[end - 1]!)).toBeLessThan(0.01 * Math.max(...late));
    expect(pharmacies.none).toEqual(onTime.none);
  });

  test("C10: with nobody referred elsewhere fewer reach 111 and urgent care, and who turns there by himself still does", () => {
    const refer = "Send nobody to other services, which are pressed already";
    const directives = model.policies.directives.filter(({ name }) => name !== refer);
    expect(directives.length).toBe(model.policies.directives.length - 1);
    const free = { ...model, policies: { ...model.policies, directives } };
    const sent = downstream(free, "QKS", 0, kent(lived(free)));
    const friday = Math.floor(morning / 24);
    const both = (lines: { readonly nhs111: typeof nhs111; readonly urgentCare: typeof urgentCare }): number => dayOf(lines.nhs111.outage, friday).handedOver + dayOf(lines.urgentCare.outage, friday).handedOver;
    expect(both({ nhs111, urgentCare })).toBeLessThan(both(sent));
    expect(dayOf(urgentCare.outage, friday).handedOver).toBeGreaterThan(0);
    expect(dayOf(nhs111.outage, friday).handedOver).toBeGreaterThan(dayOf(nhs111.none, friday).handedOver);
  });

  test("C2: practices on SystmOne issue as ever, and their patients wait for their medicines all the same", () => {
    const onSystmOne = (estate: Estate): Estate => ({ ...estate, practices: estate.practices.map((practice) => ({ ...practice, clinicalSystem: "SystmOne" as const })) });
    const untold = { ...model, estate: onSystmOne(model.estate), whole: onSystmOne(model.whole!), policies: { ...model.policies, directives: [] } };
    // No neighbourhood is touched, so that none has to be simulated.
    expect(lived(untold)).toEqual([]);
    const there = downstream(untold, "QKS", 0, [], morning * 60).pharmacies;
    expect(there.outage.issued).toEqual(there.none.issued);
    expect(there.outage.waiting[evening]!).toBeGreaterThan(0.5 * sumOf(there.outage.issued, morning, evening));
    expect(sumOf(there.outage.waiting, morning, end)).toBeGreaterThan(sumOf(there.none.waiting, morning, end));
  });
});
