/** Jobs and those who do them: who takes what next. What a job's end means is not decided here. */
import { schedule } from "../engine/calendar.js";
import { dequeueFrom, enqueue } from "../engine/queue.js";
import { DAY } from "../facts/days.js";
import {
  BOOK, CLINICIAN_ENDS, JOB_ENDS, PRESCRIBE, RECEIVE_DOCUMENTS, REFER, RUN_PAYROLL, SEE_RECORDS, SEE_RESULTS, SEND_RETURNS, TAKE_ONLINE, USE_TELEPHONE, WRITE_RECORDS, levelNow,
  messagingNow, slownessNow, type Care,
} from "./care.js";
import {
  ABANDONED, ACTION_TASK, AT_DESK, CALL, CHECK_IN, CONTACT, DEFERRED_PRESCRIPTION, INVITATION, LETTER_TASK, NOTE, ONLINE_REQUEST, PAPER_QUERY, PAPER_REQUEST,
  PAYROLL_TASK, PRESCRIPTION_TASK, REBOOKING, REFERRAL, REPORT_TASK, RESULT_TASK, RETURN_TASK, TASK, TRIAGE, TYPING_IN, URGENT_REFERRAL, URGENT_RESULT, WAITING, jobKinds,
} from "./journal.js";
import { CLOSES, OTHER } from "./plan.js";
import { AT_TASK, BY_ADMIN, BY_BACK_OFFICE, BY_CLINICIAN, BY_HANDLER, IDLE, NOBODY, OFF, addJob, callBacksAt, callersAt } from "./state.js";

export const RECEPTION = 3, ADMIN = 4;
const KINDS = jobKinds.length;
/** Order in which waiting jobs are taken; what has a date comes first once that is near. */
const ORDER = [
  CALL, CHECK_IN, AT_DESK, ONLINE_REQUEST, URGENT_RESULT, URGENT_REFERRAL, TRIAGE, RESULT_TASK, DEFERRED_PRESCRIPTION, PRESCRIPTION_TASK, ACTION_TASK, REFERRAL, PAPER_REQUEST, PAPER_QUERY, REBOOKING,
  INVITATION, LETTER_TASK, REPORT_TASK, NOTE, PAYROLL_TASK, RETURN_TASK,
];
const RANK = Uint8Array.from(jobKinds, (_, kind) => ORDER.indexOf(kind));
/** Kinds whose date decides when they are taken. */
const DATED = Uint8Array.of(PAYROLL_TASK, RETURN_TASK);
const capabilityFor: Readonly<Record<number, number>> = {
  [ONLINE_REQUEST]: TAKE_ONLINE, [TRIAGE]: TAKE_ONLINE, [RESULT_TASK]: SEE_RESULTS, [URGENT_RESULT]: SEE_RESULTS, [LETTER_TASK]: RECEIVE_DOCUMENTS, [ACTION_TASK]: SEE_RECORDS,
  [PRESCRIPTION_TASK]: PRESCRIBE, [DEFERRED_PRESCRIPTION]: PRESCRIBE, [INVITATION]: BOOK, [REBOOKING]: BOOK, [PAPER_REQUEST]: BOOK, [PAPER_QUERY]: SEE_RECORDS, [REFERRAL]: REFER,
  [NOTE]: WRITE_RECORDS, [REPORT_TASK]: SEE_RECORDS, [URGENT_REFERRAL]: REFER, [RETURN_TASK]: SEND_RETURNS, [PAYROLL_TASK]: RUN_PAYROLL,
};
/** What a job cannot be done without; -1: nothing. By kind. */
const NEEDS = Int8Array.from(jobKinds, (_, kind) => capabilityFor[kind] ?? -1);
/** Desks change on the hour and half hour. */
const HALF_HOUR = 30;
/** Tasks are taken up while at least this share of users has what they need. */
export const WORKABLE = 0.5;

/** A new job that waits for staff, or is taken at once; to be done by `dueAt`, if by any time. */
export function openJob(care: Care, place: number, kind: number, role: number, subject: number, minutes: number, dueAt = Infinity): number {
  const { state } = care;
  const job = addJob(state, place, kind, role, subject, state.calendar.now, minutes, dueAt);
  if (isPossible(care, place, kind)) {
    if (role < RECEPTION) {
      const server = idleClinician(care, place, role);
      if (server !== NOBODY) {
        startTask(care, server, job);
        return job;
      }
    } else {
      const pool = freePool(care, place, role, kind);
      if (pool !== NOBODY) {
        startJob(care, job, pool);
        return job;
      }
    }
  }
  if (kind === CALL) {
    enqueue(state.work, callersAt(care.plan, place), job);
    state.onHold[place]!++;
  } else {
    enqueue(state.work, 5 * place + role, job, RANK[kind]!);
    state.openMinutes[(5 * place + role) * KINDS + kind]! += minutes;
  }
  return job;
}

/** After the end of a job that was not a clinician's: the time is booked, and whoever did it takes the next. */
export function closeJob(care: Care, job: number, state_: number): void {
  const { state } = care;
  const place = state.jobPlace[job]!;
  state.jobState[job] = state_;
  state.jobEndedAt[job] = state.calendar.now;
  const pool = state.jobBy[job]!;
  const kind = state.jobKind[job]!;
  const started = state.jobStartedAt[job]!;
  const activity = kind <= AT_DESK || kind === CHECK_IN ? CONTACT : kind === NOTE ? TYPING_IN : TASK;
  bookTime(care, place, pool === BY_ADMIN ? ADMIN : RECEPTION, activity, started, state.jobMinutes[job]!, afterHours(care, place, pool, started));
  state.busy[3 * place + pool]!--;
  employ(care, place, pool);
}

/** Lets free staff of a pool take what waits. */
export function employ(care: Care, place: number, pool: number): void {
  const { state } = care;
  const at = 3 * place + pool;
  while (state.busy[at]! < state.onDuty[at]!) {
    let job = -1;
    if (pool === BY_HANDLER) {
      // Where nobody else is at the desk, who stands there to be asked goes before who is on the line.
      if (state.onDuty[3 * place + BY_BACK_OFFICE] === 0) job = takeKind(care, place, RECEPTION, CHECK_IN);
      if (job === -1) job = nextCaller(care, place);
      if (job === -1 && canHelp(care, place)) job = takeJob(care, place, RECEPTION);
    } else job = takeJob(care, place, pool === BY_BACK_OFFICE ? RECEPTION : ADMIN);
    if (job === -1) return;
    startJob(care, job, pool);
  }
}

/** The next job of this role that can be done now, out of the queue; -1 where there is none. */
export function takeJob(care: Care, place: number, role: number): number {
  const { head } = care.state.work;
  const first = (5 * place + role) * KINDS;
  for (let i = 0; i < DATED.length; i++) {
    const next = head[first + RANK[DATED[i]!]!]!;
    if (next !== -1 && isPressing(care, next) && isPossible(care, place, DATED[i]!)) return takeNext(care, place, role, DATED[i]!);
  }
  for (let rank = 0; rank < KINDS; rank++) {
    if (head[first + rank] !== -1 && isPossible(care, place, ORDER[rank]!)) return takeNext(care, place, role, ORDER[rank]!);
  }
  return -1;
}

/** The next job of this kind, which nothing hinders, out of the queue; -1 where there is none. */
function takeKind(care: Care, place: number, role: number, kind: number): number {
  return care.state.work.head[(5 * place + role) * KINDS + RANK[kind]!]! === -1 ? -1 : takeNext(care, place, role, kind);
}

function isPressing({ state, parameters }: Care, job: number): boolean {
  return state.jobDueAt[job]! - state.calendar.now <= parameters.care.pressingDays * DAY;
}

function takeNext({ state }: Care, place: number, role: number, kind: number): number {
  const job = dequeueFrom(state.work, 5 * place + role, RANK[kind]!);
  state.openMinutes[(5 * place + role) * KINDS + kind]! -= state.jobMinutes[job]!;
  return job;
}

/** Minutes of waiting work of this role that could be done now. */
export function possibleMinutes(care: Care, place: number, role: number): number {
  let minutes = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    if (isPossible(care, place, kind)) minutes += care.state.openMinutes[(5 * place + role) * KINDS + kind]!;
  }
  return minutes;
}

/** A clinician takes up a task; the server must be idle or just free. */
export function startTask(care: Care, server: number, job: number): void {
  const { state, plan } = care;
  if (state.mode[server] === IDLE) state.idle[3 * plan.serverPlace[server]! + plan.serverRole[server]!]!--;
  state.mode[server] = AT_TASK;
  state.doing[server] = job;
  state.since[server] = state.calendar.now;
  begin(care, job, BY_CLINICIAN + server);
  schedule(state.calendar, state.calendar.now + state.jobMinutes[job]!, CLINICIAN_ENDS, server);
}

/** Lets idle clinicians take what waits, as when a system has come back. */
export function employClinicians(care: Care, place: number, role: number): void {
  for (let server = idleClinician(care, place, role); server !== NOBODY; server = idleClinician(care, place, role)) {
    const job = takeJob(care, place, role);
    if (job === -1) return;
    startTask(care, server, job);
  }
}

/** Adds worked minutes, and those of them that are `overtime`, to the ledger of the day on which the work began. */
export function bookTime({ state, plan }: Care, place: number, role: number, activity: number, started: number, minutes: number, overtime: number): void {
  const day = place * plan.days + Math.floor(started / DAY);
  state.worked[(day * 5 + role) * 4 + activity]! += minutes;
  state.overtime[day * 5 + role]! += overtime;
}

/** When the desks of a pool change: those who are still at work though their desk was not manned any more for the last half hour did it in overtime. */
export function bookStayers({ state, plan }: Care, place: number, pool: number): void {
  const stayers = state.busy[3 * place + pool]! - state.onDuty[3 * place + pool]!;
  if (stayers > 0) state.overtime[(place * plan.days + Math.floor(state.calendar.now / DAY)) * 5 + (pool === BY_ADMIN ? ADMIN : RECEPTION)]! += HALF_HOUR * stayers;
}

/** Minutes that whoever finishes a job now has worked on it without being rostered: after closing, or since the desks were last changed and there was none left for all who were at work. */
function afterHours({ state }: Care, place: number, pool: number, started: number): number {
  const { now } = state.calendar;
  const closing = Math.floor(started / DAY) * DAY + CLOSES;
  if (now > closing) return now - Math.max(started, closing);
  return state.busy[3 * place + pool]! > state.onDuty[3 * place + pool]! ? now % HALF_HOUR : 0;
}

/** Patients still at the desk when the practice closes leave, `kind` by kind; answers whom the next one was, or -1 when all have. */
export function sendAway(care: Care, place: number, kind: number): number {
  const { state } = care;
  const resource = 5 * place + RECEPTION;
  const job = dequeueFrom(state.work, resource, RANK[kind]!);
  if (job === -1) return -1;
  state.openMinutes[resource * KINDS + kind]! -= state.jobMinutes[job]!;
  state.jobState[job] = ABANDONED;
  state.jobEndedAt[job] = state.calendar.now;
  return state.jobSubject[job]!;
}

/** Whoever has waited longest, on the line or to be called back, and has not given up, or -1. */
function nextCaller(care: Care, place: number): number {
  const { state, plan } = care;
  const { work } = state;
  const [callers, callBacks] = [callersAt(plan, place), callBacksAt(plan, place)];
  let onLine = work.head[callers * KINDS]!;
  for (; onLine !== -1 && state.jobState[onLine] !== WAITING; onLine = work.head[callers * KINDS]!) dequeueFrom(work, callers, 0);
  const back = work.head[callBacks * KINDS]!;
  if (back !== -1 && levelNow(care, USE_TELEPHONE, place) >= WORKABLE && (onLine === -1 || state.jobArrivedAt[back]! < state.jobArrivedAt[onLine]!)) return dequeueFrom(work, callBacks, 0);
  if (onLine !== -1) {
    dequeueFrom(work, callers, 0);
    state.onHold[place]!--;
  }
  return onLine;
}

function startJob(care: Care, job: number, pool: number): void {
  const { state } = care;
  state.busy[3 * state.jobPlace[job]! + pool]!++;
  begin(care, job, pool);
  schedule(state.calendar, state.calendar.now + state.jobMinutes[job]!, JOB_ENDS, job);
}

function begin(care: Care, job: number, by: number): void {
  const { state } = care;
  const place = state.jobPlace[job]!;
  const kind = state.jobKind[job]!;
  state.jobBy[job] = by;
  state.jobStartedAt[job] = state.calendar.now;
  if (kind <= AT_DESK) {
    // What cannot be entered is written down.
    const factor = levelNow(care, BOOK, place) < WORKABLE ? care.parameters.response.paperContactFactor : slownessNow(care, BOOK, place);
    state.jobMinutes[job]! *= kind === AT_DESK ? factor : Math.max(factor, slownessNow(care, kind === CALL ? USE_TELEPHONE : TAKE_ONLINE, place));
  } else if (NEEDS[kind] !== -1) state.jobMinutes[job]! *= slownessNow(care, NEEDS[kind]!, place);
}

function isPossible(care: Care, place: number, kind: number): boolean {
  const needs = NEEDS[kind]!;
  if (needs !== -1 && levelNow(care, needs, place) < WORKABLE) return false;
  // Whom the practice is to book, it has to reach.
  return (kind !== REBOOKING && kind !== INVITATION) || Math.max(levelNow(care, USE_TELEPHONE, place), messagingNow(care, place)) >= WORKABLE;
}

function freePool(care: Care, place: number, role: number, kind: number): number {
  if (role === ADMIN) return freeIn(care, place, BY_ADMIN) > 0 ? BY_ADMIN : NOBODY;
  if (kind === CALL) return freeIn(care, place, BY_HANDLER) > 0 ? BY_HANDLER : NOBODY;
  if (freeIn(care, place, BY_BACK_OFFICE) > 0) return BY_BACK_OFFICE;
  return canHelp(care, place) ? BY_HANDLER : NOBODY;
}

/** Call handlers help with what waits at reception; where there is more than one, one stays free for callers. */
function canHelp(care: Care, place: number): boolean {
  return freeIn(care, place, BY_HANDLER) > (care.state.onDuty[3 * place + BY_HANDLER]! > 1 ? 1 : 0);
}

function freeIn({ state }: Care, place: number, pool: number): number {
  return state.onDuty[3 * place + pool]! - state.busy[3 * place + pool]!;
}

/** An idle clinician of the practice, or else of the network; `NOBODY` where all are busy. */
function idleClinician(care: Care, place: number, role: number): number {
  const { state, plan } = care;
  let group = 3 * place + role;
  if (state.idle[group] === 0 && role === OTHER && isWorkingDay(care)) group = 3 * plan.practices + OTHER;
  if (state.idle[group] === 0) return NOBODY;
  for (let server = plan.firstServer[group]!; ; server++) if (state.mode[server] === IDLE) return server;
}

/** False at weekends: whoever holds the network's clinic sees patients and does nothing else. */
function isWorkingDay({ state, plan }: Care): boolean {
  return plan.open[Math.floor(state.calendar.now / DAY)] === 1;
}

/** The next task for a clinician of this place, out of the queue; the network's take those of its practices in turn. -1 where there is none. */
function takeTask(care: Care, place: number, role: number): number {
  const { state, plan } = care;
  if (place < plan.practices) return takeJob(care, place, role);
  if (!isWorkingDay(care)) return -1;
  for (let tried = 0; tried < plan.practices; tried++) {
    const job = takeJob(care, state.turn, role);
    state.turn = (state.turn + 1) % plan.practices;
    if (job !== -1) return job;
  }
  return -1;
}

/** Minutes of waiting work that a clinician of this place could do now. */
function possibleTasks(care: Care, place: number, role: number): number {
  if (place < care.plan.practices) return possibleMinutes(care, place, role);
  let minutes = 0;
  for (let practice = 0; practice < care.plan.practices; practice++) minutes += possibleMinutes(care, practice, role);
  return minutes;
}

/** A clinician without patients: takes a task, stays on for a while where much has piled up, or goes. */
export function employClinician(care: Care, server: number): void {
  const { state, plan } = care;
  const place = plan.serverPlace[server]!;
  const role = plan.serverRole[server]!;
  if (state.calendar.now < state.sessionEnd[server]!) {
    const job = takeTask(care, place, role);
    if (job !== -1) return startTask(care, server, job);
    state.mode[server] = IDLE;
    state.idle[3 * place + role]!++;
    return;
  }
  const { overtimeMinutes, overtimeTrigger } = care.parameters.response;
  const colleagues = Math.max(1, plan.firstServer[3 * place + role + 1]! - plan.firstServer[3 * place + role]!);
  if (state.overtimeUsed[server]! < overtimeMinutes && possibleTasks(care, place, role) > overtimeTrigger * colleagues) {
    const job = takeTask(care, place, role);
    if (job !== -1) {
      startTask(care, server, job);
      state.overtimeUsed[server]! += state.jobMinutes[job]!;
      return;
    }
  }
  state.mode[server] = OFF;
}
