/** How practices go on: who helps whom, what is decided and when, what is written down. Each promise on the smallest neighbourhood that shows it. */
import { describe, expect, test } from "vitest";
import { AT_DESK, CALL, CANCELLED_BY_PRACTICE, DECLINED, FULL_RECORDS, MET, NOTE, NOT_CONNECTED, PAPER_QUERY, PARTIAL_RECORDS, SERVED, TURNED_AWAY, type Journal } from "../../src/care/journal.js";
import { PLANNED } from "../../src/demand/demand.js";
import { DAY, minutesAt } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Capability, type Disruption, type Steps } from "../../src/infrastructure/disruption.js";
import { disruptionOf, outageOf, placeOf, simulate } from "./neighbourhoods.js";

const ended = (journal: Journal, kind: number, state: number): number[] =>
  [...journal.jobs.kind.keys()].filter((job) => journal.jobs.kind[job] === kind && journal.jobs.state[job] === state);

/** All capabilities follow `steps`, or only those that are `lost`. */
function through(steps: Steps, lost: readonly Capability[] = capabilities): Disruption {
  const history = { capabilities: capabilities.map((capability) => (lost.includes(capability) ? steps : { times: [], level: [], slowness: [] })), services: [] };
  return { histories: [undisturbed, history], historyOf: [1, 1], onset: steps.times[0]!, restored: steps.times.at(-1)! };
}

describe("desks", () => {
  test("a patient at the desk of a practice with a single call handler waits minutes, not days", () => {
    const { none } = simulate(placeOf({ patients: [1500], seed: "desk" }), outageOf(placeOf(), 1));
    const waits = [SERVED, TURNED_AWAY].flatMap((state) => ended(none, AT_DESK, state)).map((job) => none.jobs.endedAt[job]! - none.jobs.arrivedAt[job]!).sort((a, b) => a - b);
    expect(waits.length).toBeGreaterThan(20);
    expect(waits[Math.floor(waits.length * 0.9)]).toBeLessThan(30);
  });

  test("nobody waits at the desk overnight", () => {
    const { outage } = simulate(placeOf(), outageOf(placeOf(), 5));
    for (let job = 0; job < outage.jobs.count; job++) {
      if (outage.jobs.kind[job] !== AT_DESK || Number.isNaN(outage.jobs.endedAt[job]!)) continue;
      expect(Math.floor(outage.jobs.endedAt[job]! / DAY)).toBe(Math.floor(outage.jobs.arrivedAt[job]! / DAY));
    }
  });

  test.each([0, 3, 30, 150])("with %i minutes of overtime allowed, nobody works at night, and with none hardly anybody after hours", (overtimeMinutes) => {
    const place = placeOf({ patients: [6000], overrides: { response: { overtimeMinutes } } });
    const { outage } = simulate(place, outageOf(place, 3));
    const overtime = (isClinical: boolean): number => outage.overtime.reduce((sum, minutes, index) => sum + (index % 5 < 3 === isClinical ? minutes : 0), 0);
    // What was begun in time is finished: some minutes a session (a report takes twelve, a patient of a nurse eighteen), with some 15 sessions on 20 days; at desks two
    // minutes at each of 21 half hours.
    if (overtimeMinutes === 0) {
      expect(overtime(true)).toBeLessThan(15 * 20 * 6);
      expect(overtime(false)).toBeLessThan(2 * 21 * 20);
    }
    for (let job = 0; job < outage.jobs.count; job++) if (outage.jobs.kind[job] === NOTE && outage.jobs.endedAt[job]! > 0) expect(outage.jobs.endedAt[job]! % DAY).toBeGreaterThan(450);
  });
});

describe("records", () => {
  const place = placeOf({ patients: [6000] });

  test("records that can be seen and not written make notes to type in, and count as partial", () => {
    const { outage } = simulate(place, outageOf(place, 1, { lost: ["writeRecords"] }));
    const partial = [...outage.needs.records.keys()].filter((need) => outage.needs.records[need] === PARTIAL_RECORDS && outage.needs.state[need] === MET);
    expect(partial.length).toBeGreaterThan(50);
    for (const need of partial) expect(outage.needs.enteredAt[need]).toBeGreaterThan(0);
  });

  test("an entry that is lost is typed again once, however often the level falls during the consultation", () => {
    const at = minutesAt(place.period, "2023-03-16", "09:30");
    const { outage } = simulate(place, through({ times: [at, at + 1, at + 2, at + 3, at + 4, at + 60], level: [0.6, 1, 0.3, 1, 0, 1], slowness: [1, 1, 1, 1, 1, 1] }, ["writeRecords"]));
    const notes = new Map<number, number>();
    for (const job of [...outage.jobs.kind.keys()]) if (outage.jobs.kind[job] === NOTE) notes.set(outage.jobs.subject[job]!, (notes.get(outage.jobs.subject[job]!) ?? 0) + 1);
    expect(notes.size).toBeGreaterThan(5);
    expect(Math.max(...notes.values())).toBe(1);
    expect([...notes.keys()].some((need) => outage.needs.records[need] === FULL_RECORDS)).toBe(true);
  });

  test("typing in under slow systems takes longer, and the workload counts what it took", () => {
    const began = minutesAt(place.period, "2023-03-16", "08:00");
    const { outage, demand } = simulate(place, through({ times: [began, began + 60], level: [0, 1], slowness: [1, 1.25] }));
    const typed = [...outage.needs.enteredAt.keys()].filter((need) => outage.needs.enteredAt[need]! > 0);
    expect(typed.length).toBeGreaterThan(3);
    // Half of the drawn minutes, a quarter longer.
    for (const need of typed) expect(outage.needs.entryMinutes[need]).toBeCloseTo(1.25 * 0.5 * demand.needs.minutes[need]!, 9);
  });

  test("questions taken on paper are answered when records can be seen, though nobody can book yet", () => {
    const began = minutesAt(place.period, "2023-03-16", "08:00");
    const history = {
      capabilities: capabilities.map((capability) => ({ times: [began, began + (capability === "book" ? 4 : 1) * DAY], level: [0, 1], slowness: [1, 1] })), services: [],
    };
    // With time enough to answer them all on the Friday between.
    const kind = placeOf({ patients: [6000], overrides: { care: { slackReception: 0.5 }, response: { receptionDeclines: 0 } } });
    const { outage } = simulate(kind, { histories: [undisturbed, history], historyOf: [1], onset: began, restored: began + 4 * DAY });
    const queries = [...outage.jobs.kind.keys()].filter((job) => outage.jobs.kind[job] === PAPER_QUERY);
    expect(queries.length).toBeGreaterThan(5);
    expect(queries.filter((job) => !(outage.jobs.endedAt[job]! < began + 3 * DAY))).toEqual([]);
  });
});

describe("decisions", () => {
  const inAnHour = { noticeMinutes: 10, newsMinutes: 20, decisionMinutes: 10, withoutPlanFactor: 3, planShare: 0 };
  const declining = { care: { handlingSd: 0, sameDayMargin: -0.3 }, response: { receptionDeclines: 1, carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0, ...inAnHour } };
  const place = placeOf({ patients: [6000], overrides: declining });
  const at = (clock: string) => minutesAt(place.period, "2023-03-16", clock);

  test("a practice declines nobody before it has decided, an hour into the outage", () => {
    const { outage } = simulate(place, outageOf(place, 1));
    const declined = [CALL, AT_DESK].flatMap((kind) => ended(outage, kind, DECLINED)).map((job) => outage.jobs.endedAt[job]!);
    expect(declined.length).toBeGreaterThan(10);
    expect(Math.min(...declined)).toBeGreaterThanOrEqual(at("09:00"));
  });

  const declinedIn = (steps: Steps): number[] => {
    const { outage } = simulate(place, through(steps));
    return [CALL, AT_DESK].flatMap((kind) => ended(outage, kind, DECLINED)).map((job) => outage.jobs.endedAt[job]!);
  };

  test("systems that return within the hour, and stay for the morning, leave nothing decided when they fail again", () => {
    expect(declinedIn({ times: [at("09:00"), at("09:30"), at("13:40"), at("14:30")], level: [0, 1, 0, 1], slowness: [1, 1, 1, 1] })).toEqual([]);
  });

  test("what comes and goes is one outage: the hour to the decision goes on in the gaps, in which nobody is declined", () => {
    const times = Array.from({ length: 12 }, (_, turn) => at("09:00") + 40 * Math.floor(turn / 2) + 30 * (turn % 2));
    const declined = declinedIn({ times, level: times.map((_, turn) => turn % 2), slowness: times.map(() => 1) });
    expect(declined.length).toBeGreaterThan(3);
    expect(Math.min(...declined)).toBeGreaterThanOrEqual(at("10:00"));
    // Contacts that began in an episode may end a few minutes after it.
    for (const time of declined) expect((time - at("09:00")) % 40).toBeLessThan(36);
  });

  test("a loss at night is decided about an hour after opening, and its cancelled slots are free for others", () => {
    // Telephone and list work, so that patients can be told.
    const lost = ["seeRecords", "writeRecords"] as const;
    const { outage } = simulate(place, disruptionOf(place, at("02:00"), at("02:00") + DAY, { lost }));
    const cancelled = [...outage.bookings.state.keys()].filter((booking) => outage.bookings.state[booking] === CANCELLED_BY_PRACTICE);
    expect(cancelled.length).toBeGreaterThan(10);
    for (const booking of cancelled) expect(outage.bookings.endedAt[booking]).toBe(at("09:00"));
    const freed = new Set(cancelled.map((booking) => outage.bookings.startsAt[booking]!));
    const taken = [...outage.bookings.state.keys()].filter((booking) => outage.bookings.madeAt[booking]! > at("09:00") && freed.has(outage.bookings.startsAt[booking]!));
    expect(taken.length).toBeGreaterThan(0);
  });

  test("planned patients of a practice that cancels routine and can reach nobody are sent home; same-day patients are seen", () => {
    const taking = placeOf({ patients: [6000], overrides: { ...declining, response: { ...declining.response, receptionDeclines: 0 } } });
    const { outage, demand } = simulate(taking, outageOf(taking, 2));
    const day = Math.floor(at("08:00") / DAY) + 1;
    const seen = [...outage.needs.state.keys()].filter((need) => Math.floor(outage.needs.consultedAt[need]! / DAY) === day);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((need) => demand.needs.kind[need] === PLANNED)).toEqual([]);
    expect(ended(outage, CALL, NOT_CONNECTED).length).toBeGreaterThan(50);
  });
});
