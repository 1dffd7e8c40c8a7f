/** Everything about a neighbourhood at work that changes: typed arrays and numbers, so that it can be copied where arms part. */
import { createCalendar, type Calendar } from "../engine/calendar.js";
import { createQueues, type Queues } from "../engine/queue.js";
import { capabilities } from "../infrastructure/disruption.js";
import type { Demand } from "../demand/demand.js";
import { jobKinds } from "./journal.js";
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
  /** Jobs waiting: resource 5p + role, one priority a kind of job. */
  work: Queues;
  /** Callers waiting, and those to be called back, by place. */
  callers: Queues;
  callBacks: Queues;
  /** Patients waiting for a clinician: resource is the server, entity the booking. */
  line: Queues;

  /** By place: next need and item to arrive, how far the practice is in deciding how to go on (`UNDECIDED` and on). */
  nextNeed: Int32Array;
  nextItem: Int32Array;
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

export function createState(plan: Plan, { needs, items }: Demand): CareState {
  const { practices, days } = plan;
  const servers = plan.serverPlace.length;
  const bookings = Math.ceil(needs.count * 0.8) + 64;
  const jobs = Math.ceil(needs.count * 1.6 + items.count * 1.4) + 256;
  const visits = Math.ceil(needs.count * 0.05) + 64;
  return {
    calendar: createCalendar(2048),
    work: createQueues(practices * 5, jobKinds.length, jobs), callers: createQueues(practices, 1, jobs), callBacks: createQueues(practices, 1, jobs), line: createQueues(servers, 1, bookings),
    nextNeed: needs.firstOf.slice(0, practices), nextItem: items.firstOf.slice(0, practices), decided: new Uint8Array(practices), decidesAt: new Float64Array(practices),
    isDown: new Uint8Array(practices), lostSince: new Float64Array(practices).fill(NaN), upSince: new Float64Array(practices).fill(-Infinity),
    decisions: new Int32Array(practices), hasPlan: new Uint8Array(practices),
    clinicians: new Uint8Array(practices), declines: new Uint8Array(practices), onlineOff: new Uint8Array(practices), messagingOff: new Uint8Array(practices),
    sendsNobodyOn: new Uint8Array(practices), advice: new Uint8Array(practices), helped: new Int32Array(practices), atHub: new Int32Array(practices),
    level: new Float64Array(capabilities.length * practices).fill(1), slowness: new Float64Array(capabilities.length * practices).fill(1),
    onDuty: new Int32Array(practices * 3), busy: new Int32Array(practices * 3), openMinutes: new Float64Array(practices * 5 * jobKinds.length),
    onHold: new Int32Array(practices), lineDeadAt: new Float64Array(practices).fill(-Infinity),
    mode: new Uint8Array(servers), doing: new Int32Array(servers).fill(-1), since: new Float64Array(servers), sessionEnd: new Float64Array(servers),
    overtimeUsed: new Float64Array(servers), extras: new Uint8Array(servers * 2 * plan.diaryDays), idle: new Int32Array((practices + 1) * 3), turn: 0,
    slotBooking: new Int32Array(plan.slotStart.length).fill(-1), taken: new Int32Array(plan.slotFrom.length), evenings: new Uint8Array(practices * plan.diaryDays),
    needState: new Uint8Array(needs.count), closedAt: new Float64Array(needs.count).fill(NaN), consultedAt: new Float64Array(needs.count).fill(NaN),
    consultedMinutes: new Float64Array(needs.count), records: new Uint8Array(needs.count), entryMinutes: new Float64Array(needs.count),
    enteredAt: new Float64Array(needs.count).fill(NaN), prescription: new Uint8Array(needs.count), prescribedAt: new Float64Array(needs.count).fill(NaN),
    attempts: new Uint8Array(needs.count), delays: new Uint16Array(needs.count), sentBack: new Uint8Array(needs.count), notCalled: new Uint8Array(needs.count),
    bookingOf: new Int32Array(needs.count).fill(-1), nextChannel: needs.channel.slice(),
    visits: 0, visitNeed: new Int32Array(visits), visitTo: new Uint8Array(visits), visitAt: new Float64Array(visits),
    bookings: 0, bookingNeed: new Int32Array(bookings), bookingSlot: new Int32Array(bookings), bookingServer: new Int32Array(bookings),
    madeAt: new Float64Array(bookings), startsAt: new Float64Array(bookings), bookingState: new Uint8Array(bookings), bookingEndedAt: new Float64Array(bookings),
    jobs: 0, jobPlace: new Uint16Array(jobs), jobKind: new Uint8Array(jobs), jobSubject: new Int32Array(jobs), jobRole: new Uint8Array(jobs), jobState: new Uint8Array(jobs),
    jobArrivedAt: new Float64Array(jobs), jobStartedAt: new Float64Array(jobs), jobEndedAt: new Float64Array(jobs), jobDueAt: new Float64Array(jobs), jobMinutes: new Float64Array(jobs),
    jobBy: new Int32Array(jobs), jobCalledBack: new Uint8Array(jobs),
    worked: new Float64Array(practices * days * 5 * 4), overtime: new Float64Array(practices * days * 5),
    access: new Float64Array(practices * days).fill(NaN),
  };
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
  state.jobArrivedAt[job] = arrivedAt;
  state.jobEndedAt[job] = NaN;
  state.jobDueAt[job] = dueAt;
  state.jobMinutes[job] = minutes;
  state.jobBy[job] = NOBODY;
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
