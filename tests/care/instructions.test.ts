/** What practices are told, and how they go on as an outage goes on. */
import { describe, expect, test } from "vitest";
import { AT_DESK, CALL, DECLINED, LAPSED, NOT_CONNECTED, NO_RECORDS, ONLINE_REQUEST, SERVED, TO_111, TO_PHARMACY, type Journal } from "../../src/care/journal.js";
import { CARRY_ON, URGENT_ONLY, type Directive, type Policies } from "../../src/care/policies.js";
import { BOOKABLE, ONLINE, QUERY, SAME_DAY } from "../../src/demand/demand.js";
import { DAY, minutesAt } from "../../src/facts/days.js";
import { calm, outageOf, placeOf, simulate } from "./neighbourhoods.js";

const rows = (journal: Journal): number[] => [...journal.jobs.kind.keys()];
const contacts = (journal: Journal, kinds: readonly number[], state: number): number[] =>
  rows(journal).filter((job) => kinds.includes(journal.jobs.kind[job]!) && journal.jobs.state[job] === state).map((job) => journal.jobs.endedAt[job]!);
const told = (...directives: (Partial<Directive> & { at: number })[]): Policies =>
  ({ directives: directives.map((directive, index) => ({ name: `${index}`, from: "region", until: Infinity, followed: 1, ...directive })), habits: [] });
const exact = { care: { handlingSd: 0 } };

const paper = { receptionDeclines: 0, carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, onlineOffShare: 0, messagingOffShare: 0 };
const place = placeOf({ patients: [6000], overrides: { ...exact, response: paper } });
const clock = (date: string, time: string): number => minutesAt(place.period, date, time);
const loss = outageOf(place, 5);

describe("a region's instruction", () => {
  test("holds from its time until its end, at once, for practices that had not decided yet", () => {
    const policies = told({ at: clock("2023-03-16", "08:20"), until: clock("2023-03-16", "12:00"), reception: "decline" });
    const declined = contacts(simulate(place, loss, policies).outage, [CALL, AT_DESK], DECLINED);
    expect(declined.length).toBeGreaterThan(20);
    expect(Math.min(...declined)).toBeLessThan(clock("2023-03-16", "08:50"));
    expect(Math.max(...declined)).toBeLessThanOrEqual(clock("2023-03-16", "12:00"));
  });

  test("goes before the nation's, whichever came later; of the same source the later one holds", () => {
    const declinedWith = (...directives: Parameters<typeof told>): number => contacts(simulate(place, loss, told(...directives)).outage, [CALL, AT_DESK], DECLINED).length;
    const at = clock("2023-03-16", "09:00");
    expect(declinedWith({ from: "region", at, reception: "paper" }, { from: "nation", at: at + 10, reception: "decline" })).toBe(0);
    expect(declinedWith({ from: "nation", at, reception: "paper" }, { from: "region", at: at + 10, reception: "decline" })).toBeGreaterThan(100);
    const later = declinedWith({ at, reception: "decline" }, { at: at + 60, reception: "paper" });
    expect(later).toBeGreaterThan(0);
    expect(later).toBeLessThan(declinedWith({ at, reception: "decline" }) / 10);
  });

  test("changes nothing where it tells a practice to do what it does, or where it is for others", () => {
    const at = clock("2023-03-17", "09:00");
    const usual = simulate(place, loss);
    for (const directive of [{ reception: "paper", clinicians: CARRY_ON }, { reception: "decline", where: { region: "QNC" } }, { reception: "decline", followed: 0 }] as const) {
      expect(simulate(place, loss, told({ at, ...directive })).outage).toEqual(usual.outage);
    }
    expect(simulate(place, calm, told({ at, reception: "decline", clinicians: URGENT_ONLY })).outage).toEqual(usual.none);
  });
});

describe("advice to patients", () => {
  const [from, until] = [clock("2023-03-16", "08:00"), clock("2023-03-20", "00:00")];
  const advice = { heeded: 0.6, to111: 0.5, toPharmacy: 0.25 };
  const { none, outage, demand } = simulate(place, calm, told({ at: from, until, advice }));
  const countOf = (journal: Journal, kinds: readonly number[], first: number, last: number): number =>
    rows(journal).filter((job) => journal.jobs.kind[job]! <= AT_DESK && journal.jobs.arrivedAt[job]! >= first && journal.jobs.arrivedAt[job]! < last && kinds.includes(demand.needs.kind[journal.jobs.subject[job]!]!)).length;

  test("lowers demand at the practice while it holds, and needs that can wait come later", () => {
    const kinds = [BOOKABLE, QUERY];
    const ratio = countOf(outage, kinds, from, until) / countOf(none, kinds, from, until);
    // Four in ten come, of some 100 contacts: standard error 0.05.
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(0.6);
    const week = until + 7 * DAY;
    expect(countOf(outage, kinds, until, week)).toBeGreaterThan(countOf(none, kinds, until, week));
    // Nobody is lost to the practice for good, but those whose day is past the horizon.
    const heeding = [...demand.needs.kind.keys()].filter((need) => kinds.includes(demand.needs.kind[need]!) && demand.needs.arrivesAt[need]! < until);
    expect(heeding.filter((need) => outage.needs.state[need] === LAPSED && none.needs.state[need] !== LAPSED).length).toBeLessThan(5);
  });

  test("sends same-day patients who can wait to 111 and the pharmacy in the shares that it says, and urgent ones to the practice as ever", () => {
    const went = (state: number): number[] => [...demand.needs.kind.keys()].filter((need) =>
      demand.needs.kind[need] === SAME_DAY && demand.needs.arrivesAt[need]! >= from && demand.needs.arrivesAt[need]! < until && outage.needs.state[need] === state && none.needs.state[need] !== state);
    const [to111, toPharmacy] = [went(TO_111).length, went(TO_PHARMACY).length];
    // About 125 same-day needs in two days, of which 39% heed it: 24 and 12 with standard deviations of 5 and 3.5; four of those on either side.
    expect(Math.abs(to111 - 24)).toBeLessThan(20);
    expect(Math.abs(toPharmacy - 12)).toBeLessThan(12);
    expect(toPharmacy).toBeGreaterThan(0);
  });

  test("two that conflict hold side by side: the nation sends patients to 111, and no practice sends anybody on", () => {
    const at = clock("2023-03-16", "09:00");
    const both = told({ from: "nation", at, until, advice }, { from: "region", at, refer: "nobody", reception: "decline" });
    const alone = told({ from: "nation", at, until, advice }, { from: "region", at, reception: "decline" });
    const to111 = (policies: Policies): number => [0, 1, 2].reduce((sum, replication) =>
      sum + simulate({ ...place, replication }, loss, policies).outage.needs.state.filter((state) => state === TO_111).length, 0);
    const without = told({ from: "region", at, refer: "nobody", reception: "decline" });
    expect(to111(both)).toBeGreaterThan(to111(without));
    expect(to111(both)).toBeLessThan(to111(alone));
  });
});

describe("what is switched off", () => {
  test("no online request is served meanwhile, patients telephone instead, and it is back afterwards", () => {
    const [from, until] = [clock("2023-03-16", "10:00"), clock("2023-03-17", "13:00")];
    const { none, outage, demand } = simulate(place, calm, told({ at: from, until, online: "off" }));
    const online = (journal: Journal, first: number, last: number, state: number): number[] =>
      rows(journal).filter((job) => journal.jobs.kind[job] === ONLINE_REQUEST && journal.jobs.arrivedAt[job]! >= first && journal.jobs.arrivedAt[job]! < last && journal.jobs.state[job] === state);
    const turnedAway = online(outage, from, until, NOT_CONNECTED);
    expect(turnedAway.length).toBeGreaterThan(10);
    expect(online(outage, from, until, SERVED)).toEqual([]);
    expect(online(outage, until, until + 7 * DAY, SERVED).length).toBeGreaterThan(3);
    const calls = (journal: Journal): number[] => rows(journal).filter((job) => journal.jobs.kind[job] === CALL && demand.needs.channel[journal.jobs.subject[job]!] === ONLINE);
    expect(calls(outage).length - calls(none).length).toBeGreaterThanOrEqual(turnedAway.length * 0.9);
  });

  test("by habit only while nobody sees records", () => {
    const off = placeOf({ patients: [6000], overrides: { ...exact, response: { ...paper, onlineOffShare: 1 } } });
    const servedOnline = (lost: readonly ["seeRecords", "writeRecords"] | readonly ["telephone"]): number => {
      const { outage } = simulate(off, outageOf(off, 2, { lost }));
      return rows(outage).filter((job) => outage.jobs.kind[job] === ONLINE_REQUEST && outage.jobs.state[job] === NOT_CONNECTED && outage.jobs.arrivedAt[job]! >= clock("2023-03-16", "08:00")).length;
    };
    expect(servedOnline(["seeRecords", "writeRecords"])).toBeGreaterThan(10);
    expect(servedOnline(["telephone"])).toBe(0);
  });
});

describe("habits", () => {
  test("are decided anew as the days go by: what holds from the third working day begins with that day", () => {
    const policies: Policies = { directives: [], habits: [{ fromDay: 3, receptionDeclines: 1 }] };
    const declined = contacts(simulate(place, loss, policies).outage, [CALL, AT_DESK], DECLINED);
    expect(declined.length).toBeGreaterThan(50);
    // Thursday and Friday are the first two; Monday is the third.
    expect(Math.min(...declined)).toBeGreaterThanOrEqual(clock("2023-03-20", "08:00"));
  });

  test("a practice without a continuity plan that is handed one takes details on paper from then on", () => {
    const declining = placeOf({ patients: [6000], overrides: { ...exact, response: { ...paper, receptionDeclines: 1, planShare: 0 } } });
    const at = clock("2023-03-17", "11:00");
    const declined = contacts(simulate(declining, loss, told({ at, plan: true })).outage, [CALL, AT_DESK], DECLINED);
    expect(declined.length).toBeGreaterThan(50);
    expect(Math.max(...declined)).toBeLessThanOrEqual(at);
    const withPlan = placeOf({ patients: [6000], overrides: { ...exact, response: { ...paper, receptionDeclines: 1, planShare: 1 } } });
    expect(simulate(withPlan, loss, told({ at, plan: true })).outage).toEqual(simulate(withPlan, loss).outage);
  });

  test("clinicians, reception and log-ins are told apart: each share moves its own outcome alone", () => {
    const unseen = (journal: Journal): number => journal.needs.records.filter((records) => records === NO_RECORDS).length;
    const of = (response: Partial<typeof paper>) => simulate(placeOf({ patients: [6000], overrides: { ...exact, response: { ...paper, ...response } } }), loss).outage;
    const [usual, declines, cancels] = [of({}), of({ receptionDeclines: 1 }), of({ carryOnWithPaper: 0, cancelRoutine: 1 })];
    expect(contacts(usual, [CALL, AT_DESK], DECLINED)).toEqual([]);
    expect(contacts(cancels, [CALL, AT_DESK], DECLINED)).toEqual([]);
    expect(contacts(declines, [CALL, AT_DESK], DECLINED).length).toBeGreaterThan(100);
    expect(unseen(cancels)).toBeLessThan(unseen(usual) * 0.8);
  });
});
