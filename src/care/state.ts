/** Everything about a neighbourhood at work that changes: typed arrays and numbers, so that it can be copied where arms part. */
import { createCalendar, type Calendar } from "../engine/calendar.js";
import type { Column } from "../engine/column.js";
import { columnIn, createMemory, rowsIn } from "../engine/memory.js";
import { createQueues, type Queues } from "../engine/queue.js";
import { copyState } from "../engine/state.js";
import { capabilities } from "../infrastructure/disruption.js";
import type { Demand } from "../demand/demand.js";
import { BOOKED, WAITING, jobKinds } from "./journal.js";
import type { Plan } from "./plan.js";

/** Whether a practice whose systems fail has decided how to go on. */
export const UNDECIDED = 0, DECIDING = 1, DECIDED = 2;
/** Modes of a clinician. */
export const OFF = 0, IDLE = 1, WITH_PATIENT = 2, AT_TASK = 3;
/** Beside the channels of demand: the practice books a patient again who was not seen. */
export const AGAIN_BY_PRACTICE = 4;
/** Who works on a job: a call handler, another receptionist, an administrator; clinicians are their server's number plus `BY_CLINICIAN`. */
export const NOBODY = -1, BY_HANDLER = 0, BY_BACK_OFFICE = 1, BY_ADMIN = 2, BY_CLINICIAN = 3;

export interface CareState {
  calendar: Calendar;
  /** Jobs waiting: queue 5p + role, one priority a kind of job; after them callers on the line, and those to be called back, by place: see `callersAt` and `callBacksAt`. */
  work: Queues;
  /** Patients waiting for a clinician: resource is the server, entity the booking. */
  line: Queues;

  /** How many of the `arrivals` have come. */
  arrived: number;
  /** By place: how far the practice is in deciding how to go on (`UNDECIDED` and on). */
  decided: Uint8Array;
  /** By place: when a practice that is deciding will have decided. */
  decidesAt: Float64Array;
  /** By place: 1 while what it decides about is lost to some; since when, in opening hours; since when it is not; how often it has decided; 1 where it has a continuity plan. */
  isDown: Uint8Array;
  lostSince: Float64Array;
  upSince: Float64Array;
  decisions: Int32Array;
  hasPlan: Uint8Array;
  /** By place, how it goes on now: see `settleWays`. `advice` is the number of the instruction that its patients hear, from 1; 0 for none. */
  clinicians: Uint8Array;
  declines: Uint8Array;
  onlineOff: Uint8Array;
  messagingOff: Uint8Array;
  sendsNobodyOn: Uint8Array;
  advice: Uint8Array;
  /** By place: patients of its neighbours whom it has taken today. */
  helped: Int32Array;
  /** By place: hub appointments of today that its patients have been given. */
  atHub: Int32Array;
  /** By capability and place: level and slowness now; index capability * practices + p. */
  level: Float64Array;
  slowness: Float64Array;
  /** By place and pool (handlers, back office, admin): on duty and busy; index 3p + pool. */
  onDuty: Int32Array;
  busy: Int32Array;
  /** By place, role and kind of job: minutes of jobs waiting in `work`; index (5p + role) * kinds + kind. */
  openMinutes: Float64Array;
  /** By place: callers who wait and have not given up; when the line last went dead. */
  onHold: Int32Array;
  lineDeadAt: Float64Array;

  /** By server. */
  mode: Uint8Array;
  doing: Int32Array;
  since: Float64Array;
  sessionEnd: Float64Array;
  overtimeUsed: Float64Array;
  /** By server, half and day: patients added beyond the list; index (2 * server + half) * diaryDays + day. */
  extras: Uint8Array;
  /** By place, the network's after those of the practices, and clinical role: clinicians idle now; index 3p + role. */
  idle: Int32Array;
  /** Practice from which the network's staff take their next task. */
  turn: number;

  /** By slot: booking, or -1; by range of bookable slots: how many at its front are known to be taken. */
  slotBooking: Int32Array;
  taken: Int32Array;
  /** By practice and day of the diary: evening sessions that are held. */
  evenings: Uint8Array;

  /** By need. */
  needState: Uint8Array;
  closedAt: Float64Array;
  consultedAt: Float64Array;
  consultedMinutes: Float64Array;
  records: Uint8Array;
  entryMinutes: Float64Array;
  enteredAt: Float64Array;
  prescription: Uint8Array;
  prescribedAt: Float64Array;
  /** Contacts that came to nothing; how often it was put off to a later time; appointments of which the patient was not called. */
  attempts: Uint8Array;
  delays: Uint16Array;
  /** How often NHS 111 has sent the patient back. */
  sentBack: Uint8Array;
  notCalled: Uint8Array;
  /** The need's latest booking. */
  bookingOf: Int32Array;
  /** Channel by which the patient comes next, or `AGAIN_BY_PRACTICE`. */
  nextChannel: Uint8Array;

  /** By visit elsewhere. */
  visits: number;
  visitNeed: Int32Array;
  visitTo: Uint8Array;
  visitAt: Float64Array;

  /** By booking; its slot is -1 for a place at the end of a session. */
  bookings: number;
  bookingNeed: Int32Array;
  bookingSlot: Int32Array;
  bookingServer: Int32Array;
  madeAt: Float64Array;
  startsAt: Float64Array;
  bookingState: Uint8Array;
  bookingEndedAt: Float64Array;

  /** By job. */
  jobs: number;
  jobPlace: Uint16Array;
  jobKind: Uint8Array;
  jobSubject: Int32Array;
  jobRole: Uint8Array;
  jobState: Uint8Array;
  jobArrivedAt: Float64Array;
  jobStartedAt: Float64Array;
  jobEndedAt: Float64Array;
  jobDueAt: Float64Array;
  jobMinutes: Float64Array;
  jobBy: Int32Array;
  jobCalledBack: Uint8Array;

  worked: Float64Array;
  overtime: Float64Array;
  access: Float64Array;
}

/** `memory` must not be taken back while the state, or a journal of it, is in use. */
export function createState(plan: Plan, { needs, items }: Demand, memory = createMemory()): CareState {
  const { practices, days } = plan;
  const servers = plan.serverPlace.length;
  const bookings = Math.ceil(needs.count * 0.8) + 64;
  const jobs = Math.ceil(needs.count * 1.6 + items.count * 1.4) + 256;
  const visits = Math.ceil(needs.count * 0.05) + 64;
  return {
    calendar: createCalendar(2048),
    work: createQueues(practices * 7, jobKinds.length, jobs, memory), line: createQueues(servers, 1, bookings, memory),
    arrived: 0, decided: columnIn(memory, Uint8Array, practices), decidesAt: columnIn(memory, Float64Array, practices),
    isDown: columnIn(memory, Uint8Array, practices), lostSince: columnIn(memory, Float64Array, practices, NaN), upSince: columnIn(memory, Float64Array, practices, -Infinity),
    decisions: columnIn(memory, Int32Array, practices), hasPlan: columnIn(memory, Uint8Array, practices),
    clinicians: columnIn(memory, Uint8Array, practices), declines: columnIn(memory, Uint8Array, practices), onlineOff: columnIn(memory, Uint8Array, practices), messagingOff: columnIn(memory, Uint8Array, practices),
    sendsNobodyOn: columnIn(memory, Uint8Array, practices), advice: columnIn(memory, Uint8Array, practices), helped: columnIn(memory, Int32Array, practices), atHub: columnIn(memory, Int32Array, practices),
    level: columnIn(memory, Float64Array, capabilities.length * practices, 1), slowness: columnIn(memory, Float64Array, capabilities.length * practices, 1),
    onDuty: columnIn(memory, Int32Array, practices * 3), busy: columnIn(memory, Int32Array, practices * 3), openMinutes: columnIn(memory, Float64Array, practices * 5 * jobKinds.length),
    onHold: columnIn(memory, Int32Array, practices), lineDeadAt: columnIn(memory, Float64Array, practices, -Infinity),
    mode: columnIn(memory, Uint8Array, servers), doing: columnIn(memory, Int32Array, servers, -1), since: columnIn(memory, Float64Array, servers), sessionEnd: columnIn(memory, Float64Array, servers),
    overtimeUsed: columnIn(memory, Float64Array, servers), extras: columnIn(memory, Uint8Array, servers * 2 * plan.diaryDays), idle: columnIn(memory, Int32Array, (practices + 1) * 3), turn: 0,
    slotBooking: columnIn(memory, Int32Array, plan.slotStart.length, -1), taken: columnIn(memory, Int32Array, plan.slotFrom.length), evenings: columnIn(memory, Uint8Array, practices * plan.diaryDays),
    needState: columnIn(memory, Uint8Array, needs.count), closedAt: columnIn(memory, Float64Array, needs.count, NaN), consultedAt: columnIn(memory, Float64Array, needs.count, NaN),
    consultedMinutes: columnIn(memory, Float64Array, needs.count), records: columnIn(memory, Uint8Array, needs.count), entryMinutes: columnIn(memory, Float64Array, needs.count),
    enteredAt: columnIn(memory, Float64Array, needs.count, NaN), prescription: columnIn(memory, Uint8Array, needs.count), prescribedAt: columnIn(memory, Float64Array, needs.count, NaN),
    attempts: columnIn(memory, Uint8Array, needs.count), delays: columnIn(memory, Uint16Array, needs.count), sentBack: columnIn(memory, Uint8Array, needs.count), notCalled: columnIn(memory, Uint8Array, needs.count),
    bookingOf: columnIn(memory, Int32Array, needs.count, -1), nextChannel: needs.channel.slice(),
    visits: 0, visitNeed: rowsIn(memory, Int32Array, visits), visitTo: rowsIn(memory, Uint8Array, visits), visitAt: rowsIn(memory, Float64Array, visits),
    bookings: 0, bookingNeed: rowsIn(memory, Int32Array, bookings), bookingSlot: rowsIn(memory, Int32Array, bookings), bookingServer: rowsIn(memory, Int32Array, bookings),
    madeAt: rowsIn(memory, Float64Array, bookings), startsAt: rowsIn(memory, Float64Array, bookings), bookingState: rowsIn(memory, Uint8Array, bookings), bookingEndedAt: rowsIn(memory, Float64Array, bookings),
    jobs: 0, jobPlace: rowsIn(memory, Uint16Array, jobs), jobKind: rowsIn(memory, Uint8Array, jobs), jobSubject: rowsIn(memory, Int32Array, jobs), jobRole: rowsIn(memory, Uint8Array, jobs), jobState: rowsIn(memory, Uint8Array, jobs),
    jobArrivedAt: rowsIn(memory, Float64Array, jobs), jobStartedAt: rowsIn(memory, Float64Array, jobs), jobEndedAt: rowsIn(memory, Float64Array, jobs), jobDueAt: rowsIn(memory, Float64Array, jobs), jobMinutes: rowsIn(memory, Float64Array, jobs),
    jobBy: rowsIn(memory, Int32Array, jobs), jobCalledBack: rowsIn(memory, Uint8Array, jobs),
    worked: columnIn(memory, Float64Array, practices * days * 5 * 4), overtime: columnIn(memory, Float64Array, practices * days * 5),
    access: columnIn(memory, Float64Array, practices * days, NaN),
  };
}

/** The queue of callers on the line of a place, and of those to be called back. */
export function callersAt({ practices }: Plan, place: number): number {
  return 5 * practices + place;
}

export function callBacksAt({ practices }: Plan, place: number): number {
  return 6 * practices + place;
}

/** A copy of `state`, in `blank`, a state made of the same plan and demand, whatever has become of it: of rows those that there are. */
export function forkOf(state: CareState, blank: CareState): CareState {
  const { work, line } = state;
  const used = new Map<Column, number>();
  const note = (columns: readonly Column[], rows: number): void => columns.forEach((column) => used.set(column, rows));
  note(visitColumns.map((name) => state[name]), state.visits);
  // The column that says in which line each waits goes as a whole: rows that are yet to come must be found waiting in none.
  note([...bookingColumns.map((name) => state[name]), line.next, line.previous], state.bookings);
  note([...jobColumns.map((name) => state[name]), work.next, work.previous], state.jobs);
  return copyState(state, blank, used);
}

const visitColumns = ["visitNeed", "visitTo", "visitAt"] as const;

export function addVisit(state: CareState, need: number, to: number): void {
  const visit = state.visits++;
  if (visit === state.visitNeed.length) lengthen(state, visitColumns);
  state.visitNeed[visit] = need;
  state.visitTo[visit] = to;
  state.visitAt[visit] = state.calendar.now;
}

const bookingColumns = ["bookingNeed", "bookingSlot", "bookingServer", "madeAt", "startsAt", "bookingState", "bookingEndedAt"] as const;

export function addBooking(state: CareState, need: number, slot: number, server: number, madeAt: number, startsAt: number): number {
  const booking = state.bookings++;
  if (booking === state.bookingNeed.length) lengthen(state, bookingColumns);
  state.bookingNeed[booking] = need;
  state.bookingOf[need] = booking;
  state.bookingSlot[booking] = slot;
  state.bookingServer[booking] = server;
  state.madeAt[booking] = madeAt;
  state.startsAt[booking] = startsAt;
  state.bookingState[booking] = BOOKED;
  state.bookingEndedAt[booking] = NaN;
  return booking;
}

const jobColumns = ["jobPlace", "jobKind", "jobSubject", "jobRole", "jobState", "jobArrivedAt", "jobStartedAt", "jobEndedAt", "jobDueAt", "jobMinutes", "jobBy", "jobCalledBack"] as const;

export function addJob(state: CareState, place: number, kind: number, role: number, subject: number, arrivedAt: number, minutes: number, dueAt = Infinity): number {
  const job = state.jobs++;
  if (job === state.jobPlace.length) lengthen(state, jobColumns);
  state.jobPlace[job] = place;
  state.jobKind[job] = kind;
  state.jobSubject[job] = subject;
  state.jobRole[job] = role;
  state.jobState[job] = WAITING;
  state.jobArrivedAt[job] = arrivedAt;
  state.jobStartedAt[job] = NaN;
  state.jobEndedAt[job] = NaN;
  state.jobDueAt[job] = dueAt;
  state.jobMinutes[job] = minutes;
  state.jobBy[job] = NOBODY;
  state.jobCalledBack[job] = 0;
  return job;
}

/** Makes room for as many rows again. */
function lengthen(state: CareState, columns: readonly (typeof visitColumns | typeof bookingColumns | typeof jobColumns)[number][]): void {
  for (const name of columns) {
    const column = state[name];
    const larger = new (column.constructor as Uint8ArrayConstructor)(column.length * 2);
    larger.set(column);
    (state as unknown as Record<string, ArrayBufferView>)[name] = larger;
  }
}
