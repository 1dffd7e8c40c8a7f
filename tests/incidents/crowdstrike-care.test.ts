/** The weekend and the week after 19 July 2024 in general practice: what practices did, what patients did, what was left on Monday. */
import { describe, expect, test } from "vitest";
import { habitsOf } from "../../src/care/habits.js";
import { AT_DESK, CALL, DECLINED, FULL_RECORDS, ONLINE_REQUEST, ON_PAPER, SENT_HOME, SERVED, TO_111, TO_PHARMACY, TO_URGENT_CARE } from "../../src/care/journal.js";
import { FACE_TO_FACE, PRESCRIPTION, QUERY, SAME_DAY } from "../../src/demand/demand.js";
import type { Model } from "../../src/experiment/model.js";
import { backlogAt, estimate, jobsOf, lived, rateOf, type Lived } from "./lived.js";
import { momentIn, shipped } from "./shipped.js";

/** The story in the two ICBs that give instructions, on some of their neighbourhoods, to the end of the second week. */
const model = await shipped("crowdstrike-2024",
  ["generate: {region: England}", "generate: {region: [QKS, QNC]}"], ["sample: 40 neighbourhoods", "sample: 7 neighbourhoods"], ["days: 42", "days: 13\n  warmUp: 14"]);
const replications = [0, 1];
const story = replications.map((replication) => lived(model, { replication }));
const without = (...names: string[]): Model => {
  const directives = model.policies.directives.filter(({ name }) => !names.includes(name));
  expect(directives.length).toBe(model.policies.directives.length - names.length);
  return { ...model, policies: { ...model.policies, directives } };
};
const at = (date: string, clock: string): number => momentIn(model, date, clock);
const contacts = [CALL, ONLINE_REQUEST, AT_DESK];
const [noon, evening] = [at("2024-07-19", "11:00"), at("2024-07-19", "18:30")];

/** Contacts of one practice that came to this on the Friday from 11:00, for needs of these kinds. */
const fridays = ({ outage, demand }: Lived, place: number, state: number, kinds: readonly number[], from = noon, until = evening): number[] =>
  jobsOf(outage, contacts, from, until, place).filter((job) => outage.jobs.state[job] === state && kinds.includes(demand.needs.kind[outage.jobs.subject[job]!]!));

/** Patients with prebooked appointments face to face at one practice on that day who came to this. */
function prebooked({ outage: { bookings }, demand: { needs } }: Lived, place: number, isSeen: boolean): number {
  let count = 0;
  for (let row = 0; row < bookings.count; row++) {
    const need = bookings.need[row]!;
    if (needs.practice[need] !== place || needs.kind[need] === SAME_DAY || needs.mode[need] !== FACE_TO_FACE || bookings.startsAt[row]! < noon || bookings.startsAt[row]! >= evening) continue;
    if (isSeen ? bookings.state[row] === 1 : bookings.state[row] === SENT_HOME) count++;
  }
  return count;
}

test("C5: practices respond in different ways side by side", () => {
  const ways = story.flat().flatMap((pair) => pair.who.flatMap(({ clinicalSystem }, place) => (clinicalSystem !== "EMIS Web" ? [] : [{
    declinesAll: fridays(pair, place, DECLINED, [QUERY, PRESCRIPTION]).length > 0,
    urgentOnly: fridays(pair, place, DECLINED, [SAME_DAY]).length > 0 && fridays(pair, place, ON_PAPER, [QUERY, PRESCRIPTION]).length > 0,
    cancels: prebooked(pair, place, false) > prebooked(pair, place, true),
  }])));
  const those = (isMeant: (way: (typeof ways)[number]) => boolean): number => ways.filter(isMeant).length;
  expect(ways.length).toBeGreaterThan(40);
  // Each is the way of a fifth of practices or more: of more than forty none has one of the four for one seed in 1,800.
  expect(those(({ declinesAll }) => declinesAll)).toBeGreaterThan(0);
  expect(those(({ urgentOnly }) => urgentOnly)).toBeGreaterThan(0);
  expect(those(({ cancels }) => cancels)).toBeGreaterThan(0);
  expect(those(({ cancels, urgentOnly, declinesAll }) => !cancels && !urgentOnly && !declinesAll)).toBeGreaterThan(0);
});

test("C7: with records again, work is slower for a while and then as usual", () => {
  const slownessOn = (date: string): number[] => story.flat().flatMap(({ outage: { needs }, demand }) => {
    const [from, until] = [at(date, "00:00"), at(date, "23:00")];
    return [...needs.records.keys()].filter((need) => needs.records[need] === FULL_RECORDS && needs.consultedAt[need]! >= from && needs.consultedAt[need]! < until)
      .map((need) => needs.consultedMinutes[need]! / demand.needs.minutes[need]!);
  });
  const monday = slownessOn("2024-07-22");
  expect(monday.length).toBeGreaterThan(500);
  // What is drawn for a patient is multiplied, so that a ratio above 1 is slowness and nothing else; 1.2 is where it begins.
  expect(Math.min(...monday)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...monday)).toBeLessThanOrEqual(1.2 + 1e-9);
  expect(estimate(monday).mean).toBeGreaterThan(1.01);
  // The last practice is back on Monday afternoon, its results by the evening, and the tail is over three days later.
  expect(new Set(slownessOn("2024-07-26"))).toEqual(new Set([1]));
});

test("C8: there is a backlog on Monday, and more contacts than usual later in the week", () => {
  const backlog = rateOf(story.flat(), (pair) => backlogAt([pair], "2024-07-22", "08:00"));
  const [tuesday, saturday] = [at("2024-07-23", "00:00"), at("2024-07-27", "00:00")];
  const extra = rateOf(story.flat(), ({ outage, none }) => jobsOf(outage, contacts, tuesday, saturday).length - jobsOf(none, contacts, tuesday, saturday).length);
  // Fourteen neighbourhoods, each against its twin: seven standard errors and more, so that one seed in 10,000 falls short of three; were there nothing, one in 200 would pass them.
  expect(backlog.mean).toBeGreaterThan(3 * backlog.error);
  expect(extra.mean).toBeGreaterThan(3 * extra.error);
});

test("C9: no online request is served where they are off, and elsewhere they are", () => {
  const [from, until] = [at("2024-07-19", "10:00"), at("2024-07-22", "08:00")];
  const servedIn = (region: string, first: number, last: number): number => story.flat().filter((pair) => pair.region === region)
    .reduce((sum, { outage }) => sum + jobsOf(outage, [ONLINE_REQUEST], first, last).filter((job) => [SERVED, ON_PAPER].includes(outage.jobs.state[job]!)).length, 0);
  expect(servedIn("QKS", from, until)).toBe(0);
  expect(servedIn("QNC", from, until)).toBeGreaterThan(20);
  expect(servedIn("QKS", until, until + 8 * 60)).toBeGreaterThan(20);
});

describe("C13: what the nation and the ICB say holds at once", () => {
  const [advice, refer] = ["Ask only what is urgent, else NHS 111", "Send nobody to other services, which are pressed already"];
  const kent = story.flat().filter(({ region }) => region === "QKS");
  const of = (other: Model): Lived[] => replications.flatMap((replication) => lived(other, { replication, regions: ["QKS"] }));
  const went = ({ outage }: Lived, ...states: number[]): number => outage.needs.state.filter((state) => states.includes(state)).length;
  const differs = (others: readonly Lived[], ...states: number[]): { mean: number; error: number } => rateOf(kent, (pair, index) => went(pair, ...states) - went(others[index]!, ...states));

  // Ten neighbourhoods, each with the same patients twice: five standard errors and more, so that one seed in fifty falls short of three; were there nothing, one in 130 would pass them.
  test("patients turn to 111 on the nation's advice although their ICB has practices send nobody there", () => {
    const { mean, error } = differs(of(without(advice)), TO_111);
    expect(mean).toBeGreaterThan(3 * error);
  });

  test("practices send fewer elsewhere although the nation points there, and who goes by himself still goes", () => {
    const { mean, error } = differs(of(without(refer)), TO_111, TO_URGENT_CARE, TO_PHARMACY);
    expect(mean).toBeLessThan(-3 * error);
    for (const pair of kent) expect(went(pair, TO_URGENT_CARE)).toBeGreaterThan(0);
  });
});

test("C14: a practice without a plan that is handed one declines nobody from that minute on", () => {
  const left = lived(without("A continuity plan for those without one"), { regions: ["QNC"] });
  const handed = story[0]!.filter(({ region }) => region === "QNC");
  const everything = [SAME_DAY, QUERY, PRESCRIPTION];
  const [opening, night] = [at("2024-07-19", "08:00"), at("2024-07-20", "00:00")];
  let changed = 0;
  handed.forEach((pair, index) => pair.who.forEach((practice, place) => {
    if (habitsOf(practice, model.parameters, model.seed, 0).hasPlan || fridays(pair, place, DECLINED, everything, opening, noon).length === 0) return;
    // Who is on the line at 11:00 is taken down on paper already; nobody who calls later is declined.
    expect(fridays(pair, place, DECLINED, everything, noon, night)).toEqual([]);
    expect(fridays(pair, place, ON_PAPER, [QUERY, PRESCRIPTION], noon, night).length).toBeGreaterThan(0);
    if (fridays(left[index]!, place, DECLINED, everything, noon, night).length > 0) changed++;
  }));
  // Without it they would have gone on declining until their systems were back. One practice in six or seven is such a one: of two dozen none is for one seed in fifty.
  expect(changed).toBeGreaterThan(0);
});
