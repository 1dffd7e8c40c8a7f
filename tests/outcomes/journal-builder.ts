/** Small journals written by hand: four weeks from Monday 13 March 2023, without a bank holiday until Friday 7 April (day 25). */
import { activities, NO_SUBJECT, workedIndex, type Journal } from "../../src/care/journal.js";
import { BOOKABLE, type Demand } from "../../src/demand/demand.js";
import { roles, type Role } from "../../src/estate/estate.js";
import type { Minutes, Period } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Disruption, type History, type Steps } from "../../src/infrastructure/disruption.js";
import type { Pair } from "../../src/outcomes/outcome.js";

export const period: Period = { start: "2023-03-13", warmUpDays: 0, days: 28 };
export const HORIZON: Minutes = 28 * 1440;

/** Minutes at a clock time, `9` or `9.5`, of a simulated day. */
export function at(day: number, hour: number): Minutes {
  return day * 1440 + hour * 60;
}

export interface NeedOf {
  readonly practice?: number;
  /** Default: somebody else for every need. */
  readonly patient?: number;
  readonly kind?: number;
  readonly arrivesAt?: Minutes;
  readonly minutes?: number;
}

export interface NeedEnd {
  readonly state?: number;
  readonly closedAt?: Minutes;
  readonly consultedAt?: Minutes;
  readonly consultedMinutes?: number;
  readonly records?: number;
  readonly entryMinutes?: number;
  readonly enteredAt?: Minutes;
  readonly prescription?: number;
  readonly prescribedAt?: Minutes;
}

export interface BookingOf {
  readonly need: number;
  readonly madeAt?: Minutes;
  readonly startsAt: Minutes;
  readonly state: number;
  readonly endedAt?: Minutes;
}

export interface JobOf {
  readonly practice?: number;
  readonly kind: number;
  readonly subject?: number;
  readonly state?: number;
  readonly arrivedAt: Minutes;
  readonly endedAt?: Minutes;
  /** Default: it has no date. */
  readonly dueAt?: Minutes;
  readonly minutes?: number;
  readonly calledBack?: number;
}

/** Working days until the third next routine appointment with a GP; NaN on days that are not named. */
export interface AccessOf {
  readonly practice?: number;
  readonly day: number;
  readonly workingDays: number;
}

export interface WorkOf {
  readonly practice?: number;
  readonly day: number;
  readonly role?: Role;
  readonly activity?: (typeof activities)[number];
  readonly minutes: number;
  readonly overtime?: number;
}

/** What happened in one arm; `ends` by number of the need. A need that is not named stays open. */
export interface ArmOf {
  readonly ends?: Readonly<Record<number, NeedEnd>>;
  readonly bookings?: readonly BookingOf[];
  readonly jobs?: readonly JobOf[];
  readonly worked?: readonly WorkOf[];
  readonly access?: readonly AccessOf[];
}

export interface PairOf {
  readonly practices?: number;
  /** By place: when everything is lost, and until when; null for a practice that goes through nothing. Default: Thursday 08:00 to 18:30 everywhere. */
  readonly lost?: readonly (readonly [from: Minutes, until: Minutes] | null)[];
  readonly needs?: readonly NeedOf[];
  readonly none?: ArmOf;
  /** Default: as without the outage. */
  readonly outage?: ArmOf;
}

export const ONSET = at(3, 8);
export const RESTORED = at(3, 18.5);

export function pairOf({ practices = 1, lost = Array.from({ length: practices }, () => [ONSET, RESTORED] as const), needs = [], none = {}, outage = none }: PairOf): Pair {
  const { histories, historyOf, onset } = disruptionOf(lost);
  return {
    demand: demandOf(needs, practices), none: journalOf(none, needs.length, practices), outage: journalOf(outage, needs.length, practices),
    practices: lost.map((_, place) => place), histories: historyOf.map((history) => histories[history]!), onset, period,
  };
}

export function disruptionOf(lost: NonNullable<PairOf["lost"]>): Disruption {
  const histories = [undisturbed, ...lost.flatMap((interval) => (interval === null ? [] : [lossBetween(...interval)]))];
  let history = 0;
  const intervals = lost.filter((interval) => interval !== null);
  return {
    histories, historyOf: lost.map((interval) => (interval === null ? 0 : ++history)),
    onset: Math.min(...intervals.map(([from]) => from)), restored: Math.max(-Infinity, ...intervals.map(([, until]) => until)),
  };
}

function lossBetween(from: Minutes, until: Minutes): History {
  const steps: Steps = { times: [from, until], level: [0, 1], slowness: [1, 1] };
  return { capabilities: capabilities.map(() => steps), services: [{ component: "link", label: "Network link", steps }] };
}

function demandOf(needs: readonly NeedOf[], practices: number): Demand {
  const count = needs.length;
  const practice = Uint16Array.from(needs, (need) => need.practice ?? 0);
  const blank = { count: 0, firstOf: new Int32Array(practices + 1), practice: new Uint16Array(0), arrivesAt: new Float64Array(0), kind: new Uint8Array(0), urgent: new Uint8Array(0), dueAt: new Float64Array(0), key: new Uint32Array(0) };
  return {
    needs: {
      count, practice, patient: Int32Array.from(needs, ({ patient }, need) => patient ?? need),
      firstOf: Int32Array.from({ length: practices + 1 }, (_, place) => practice.filter((value) => value < place).length),
      arrivesAt: Float64Array.from(needs, (need) => need.arrivesAt ?? ONSET), kind: Uint8Array.from(needs, (need) => need.kind ?? BOOKABLE),
      minutes: Float64Array.from(needs, (need) => need.minutes ?? 10), channel: new Uint8Array(count), role: new Uint8Array(count), mode: new Uint8Array(count),
      wantedDays: new Uint8Array(count), key: new Uint32Array(count),
    },
    items: blank,
  };
}

function journalOf({ ends = {}, bookings = [], jobs = [], worked = [], access = [] }: ArmOf, needs: number, practices: number): Journal {
  const column = (value: (end: NeedEnd) => number | undefined, otherwise: number): number[] => Array.from({ length: needs }, (_, need) => value(ends[need] ?? {}) ?? otherwise);
  const journal: Journal = {
    practices, days: 28,
    needs: {
      state: Uint8Array.from(column(({ state }) => state, 0)), records: Uint8Array.from(column(({ records }) => records, 0)),
      closedAt: Float64Array.from(column(({ closedAt }) => closedAt, NaN)), consultedAt: Float64Array.from(column(({ consultedAt }) => consultedAt, NaN)),
      consultedMinutes: Float64Array.from(column(({ consultedMinutes }) => consultedMinutes, 0)),
      entryMinutes: Float64Array.from(column(({ entryMinutes }) => entryMinutes, 0)), enteredAt: Float64Array.from(column(({ enteredAt }) => enteredAt, NaN)),
      prescription: Uint8Array.from(column(({ prescription }) => prescription, 0)), prescribedAt: Float64Array.from(column(({ prescribedAt }) => prescribedAt, NaN)),
    },
    visits: { count: 0, need: new Int32Array(0), to: new Uint8Array(0), at: new Float64Array(0) },
    bookings: {
      count: bookings.length, need: Int32Array.from(bookings, ({ need }) => need), madeAt: Float64Array.from(bookings, ({ madeAt }) => madeAt ?? at(0, 9)),
      startsAt: Float64Array.from(bookings, ({ startsAt }) => startsAt), state: Uint8Array.from(bookings, ({ state }) => state),
      endedAt: Float64Array.from(bookings, ({ endedAt }) => endedAt ?? NaN), slot: new Int32Array(bookings.length), server: new Int32Array(bookings.length),
    },
    jobs: {
      count: jobs.length, practice: Uint16Array.from(jobs, ({ practice }) => practice ?? 0), kind: Uint8Array.from(jobs, ({ kind }) => kind),
      subject: Int32Array.from(jobs, ({ subject }) => subject ?? NO_SUBJECT), role: new Uint8Array(jobs.length), state: Uint8Array.from(jobs, ({ state }) => state ?? 0),
      arrivedAt: Float64Array.from(jobs, ({ arrivedAt }) => arrivedAt), endedAt: Float64Array.from(jobs, ({ endedAt }) => endedAt ?? NaN),
      dueAt: Float64Array.from(jobs, ({ dueAt }) => dueAt ?? Infinity),
      minutes: Float64Array.from(jobs, ({ minutes }) => minutes ?? 1), calledBack: Uint8Array.from(jobs, ({ calledBack }) => calledBack ?? 0),
    },
    worked: new Float64Array(practices * 28 * roles.length * activities.length), overtime: new Float64Array(practices * 28 * roles.length),
    rostered: new Float64Array((practices + 1) * 28 * roles.length), access: new Float64Array(practices * 28).fill(NaN),
  };
  for (const { practice = 0, day, role = "gp", activity = "consultation", minutes, overtime = 0 } of worked) {
    journal.worked[workedIndex(journal, practice, day, roles.indexOf(role), activities.indexOf(activity))]! += minutes;
    journal.overtime[(practice * 28 + day) * roles.length + roles.indexOf(role)]! += overtime;
  }
  for (const { practice = 0, day, workingDays } of access) journal.access[practice * 28 + day] = workingDays;
  return journal;
}

/** Six hundred minutes of GP's work at every practice on every working day, so that a practice-day is 600 minutes. */
export function usualWork(practices = 1): WorkOf[] {
  return Array.from({ length: 28 }, (_, day) => day).filter((day) => day % 7 < 5 && day !== 25).flatMap((day) =>
    Array.from({ length: practices }, (_, practice) => ({ practice, day, minutes: 600 })),
  );
}
