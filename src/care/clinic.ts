/** Clinicians at work: sessions, patients, consultations with records or on paper, and tasks between them. */
import { schedule } from "../engine/calendar.js";
import { choice } from "../engine/discrete.js";
import { fromTable } from "../engine/table.js";
import { hash, unit } from "../engine/random.js";
import { dequeue, enqueue } from "../engine/queue.js";
import { DAY } from "../facts/days.js";
import { AT_HOME, BY_TELEPHONE, LETTER, PAYROLL, REPORT, RESULT, SAME_DAY, YEAR_END } from "../demand/demand.js";
import { ACTION, ATTENDANCE, CALLED, CHECK_IN_MINUTES, RECORD_ACCESS, REFERRAL_MINUTES, REFERRED, TASK_MINUTES, TASK_ROLE, TIME_CRITICAL, TYPIST } from "../demand/purposes.js";
import { CLINICIAN_ENDS, SEE_LIST, SEE_RECORDS, USE_TELEPHONE, WRITE_RECORDS, isInPerson, levelNow, messagingNow, slownessNow, type Care } from "./care.js";
import { afterDeadLine, close, openDayAfter } from "./fate.js";
import { CLOSES, clockOf, sessionStart } from "./opening.js";
import { rebook } from "./contacts.js";
import { CANCEL_ROUTINE } from "./policies.js";
import {
  ACTION_TASK, ATTENDED, BOOKED, CHECK_IN, CONSULTING, DID_NOT_ATTEND, FULL_RECORDS, LETTER_TASK, MET, NOTE, NOT_ATTENDED, NO_RECORDS, PARTIAL_RECORDS,
  PAYROLL_TASK, PRESCRIPTION_TASK, REFERRAL, REPORT_TASK, RESULT_TASK, RETURN_TASK, SENT_HOME, TASK, TYPING_IN, URGENT_REFERRAL, URGENT_RESULT,
} from "./journal.js";
import { prescribe } from "./prescriptions.js";
import { SLOT_KINDS } from "./slots.js";
import { AT_TASK, IDLE, OFF, WITH_PATIENT } from "./state.js";
import { ADMIN, RECEPTION, WORKABLE, bookTime, employClinician, openJob } from "./work.js";

/** Roles in the order of `care.prescriptionRoles`. */
const PRESCRIBERS = [0, 2, ADMIN] as const;

export function beginSession(care: Care, place: number, half: number): void {
  const { state, plan, parameters } = care;
  const now = state.calendar.now;
  const day = Math.floor(now / DAY);
  for (let role = 0; role < 3; role++) {
    const first = plan.firstServer[3 * place + role]!;
    const count = plan.on[((3 * place + role) * plan.diaryDays + day) * 2 + half]!;
    for (let server = first; server < first + count; server++) {
      state.sessionEnd[server] = now + parameters.care.sessionMinutes;
      state.overtimeUsed[server] = 0;
      if (state.mode[server] === OFF) serveNext(care, server);
    }
    fetchAhead(care, 3 * place + role, now, now + parameters.care.sessionMinutes);
  }
}

/** What the rows read in advance add up to: nobody asks for it, but without it they would not be read. */
const fetched = new Float64Array(1);

/**
 * Reads the rows of a session's booked patients. Most were written days or weeks ago and have left the machine's caches since: read together they come in together, in a fraction of the time
 * that waiting for each column of each takes when its patient is there.
 */
function fetchAhead({ state, plan, demand: { needs } }: Care, group: number, from: number, to: number): void {
  const { line } = state;
  const range = (group * plan.diaryDays + Math.floor(from / DAY)) * SLOT_KINDS;
  let sum = 0;
  for (let slot = plan.slotFrom[range]!; slot < plan.slotFrom[range + SLOT_KINDS]!; slot++) {
    const booking = state.slotBooking[slot]!;
    if (booking === -1 || plan.slotStart[slot]! < from || plan.slotStart[slot]! >= to) continue;
    const need = state.bookingNeed[booking]!;
    sum += state.bookingState[booking]! + state.startsAt[booking]! + state.madeAt[booking]! + state.bookingServer[booking]! + state.bookingEndedAt[booking]! + line.line[booking]! + line.next[booking]! + line.previous[booking]!
      + needs.key[need]! + needs.practice[need]! + needs.kind[need]! + needs.mode[need]! + needs.minutes[need]!
      + state.needState[need]! + state.closedAt[need]! + state.consultedAt[need]! + state.consultedMinutes[need]! + state.records[need]! + state.entryMinutes[need]! + state.notCalled[need]!
      + state.prescription[need]! + state.prescribedAt[need]! + state.attempts[need]!;
  }
  fetched[0] = sum;
}

export function endSession(care: Care, place: number): void {
  const { state, plan } = care;
  for (let role = 0; role < 3; role++) {
    for (let server = plan.firstServer[3 * place + role]!; server < plan.firstServer[3 * place + role + 1]!; server++) {
      if (state.mode[server] !== IDLE || state.sessionEnd[server]! > state.calendar.now) continue;
      state.idle[3 * place + role]!--;
      state.mode[server] = OFF;
      employClinician(care, server);
    }
  }
}

/** The time of an appointment: the patient is there, is called, stays away, or is sent home. */
export function arrive(care: Care, booking: number): void {
  const { state, demand } = care;
  if (state.bookingState[booking] !== BOOKED) return;
  const need = state.bookingNeed[booking]!;
  const lead = Math.floor(state.startsAt[booking]! / DAY) - Math.floor(state.madeAt[booking]! / DAY);
  if (unit(hash(demand.needs.key[need]!, ATTENDANCE, 0)) < care.parameters.care.notAttendedByLead[leadClass(lead)]!) {
    state.bookingState[booking] = DID_NOT_ATTEND;
    state.bookingEndedAt[booking] = state.calendar.now;
    return close(care, need, NOT_ATTENDED);
  }
  const place = demand.needs.practice[need]!;
  const host = care.plan.serverPlace[state.bookingServer[booking]!]!;
  // A neighbour's own systems work: it knows who comes, and can call.
  if (host !== place && host < care.plan.practices) return admit(care, booking);
  if (!isSeen(care, need)) return sendHome(care, booking);
  // At the desk nobody is left in the evening, or there at a weekend.
  const isAtDesk = isInPerson(care, need) && clockOf(state.startsAt[booking]!) < CLOSES && care.plan.open[Math.floor(state.startsAt[booking]! / DAY)] === 1;
  if (!isAtDesk || levelNow(care, SEE_LIST, place) >= WORKABLE) return admit(care, booking);
  // Nobody knows who is to come: patients are asked at the desk, and written down.
  const minutes = care.parameters.response.checkInMinutes * fromTable(care.tables.handling, hash(demand.needs.key[need]!, CHECK_IN_MINUTES, 0));
  openJob(care, place, CHECK_IN, RECEPTION, need, minutes);
}

/** A patient who came cannot be seen. */
export function sendHome(care: Care, booking: number): void {
  const { state, demand } = care;
  if (state.bookingState[booking] !== BOOKED) return;
  const need = state.bookingNeed[booking]!;
  state.bookingState[booking] = SENT_HOME;
  state.bookingEndedAt[booking] = state.calendar.now;
  if (!isInPerson(care, need)) state.notCalled[need]!++;
  if (demand.needs.kind[need] === SAME_DAY) afterDeadLine(care, need);
  else rebook(care, need);
}

/** The patient is there and waits for the clinician, or is seen at once; not so who was cancelled while asked at the desk. */
export function admit(care: Care, booking: number): void {
  const { state } = care;
  if (state.bookingState[booking] !== BOOKED) return;
  const server = state.bookingServer[booking]!;
  const mode = state.mode[server]!;
  if (mode === IDLE) {
    state.idle[3 * care.plan.serverPlace[server]! + care.plan.serverRole[server]!]!--;
    consult(care, server, booking);
  } else if (mode === OFF && state.startsAt[booking]! <= state.calendar.now) consult(care, server, booking);
  // Who comes before the session begins waits for it, too.
  else enqueue(state.line, server, booking);
}

/** A clinician ends what the event says: a consultation or a task. Answers the job that is done, or -1. */
export function finish(care: Care, server: number): number {
  const { state, plan } = care;
  const role = plan.serverRole[server]!;
  const now = state.calendar.now;
  const since = state.since[server]!;
  const doing = state.doing[server]!;
  // Whoever employs the clinician, it is work of the patient's practice.
  if (state.mode[server] === AT_TASK) {
    const place = state.jobPlace[doing]!;
    bookTime(care, place, role, state.jobKind[doing] === NOTE ? TYPING_IN : TASK, since, now - since, outsideSessions(care, server, since, now));
    return doing;
  }
  const place = care.demand.needs.practice[state.bookingNeed[doing]!]!;
  bookTime(care, place, role, CONSULTING, since, now - since, outsideSessions(care, server, since, now));
  endConsultation(care, doing, place, role);
  return -1;
}

/** Minutes between two times of a day for which the clinician is not rostered. */
function outsideSessions({ plan, parameters }: Care, server: number, from: number, to: number): number {
  const role = plan.serverRole[server]!;
  const group = 3 * plan.serverPlace[server]! + role;
  const day = Math.floor(from / DAY);
  const minutes = plan.open[day] === 1 ? parameters.care.sessionMinutes : plan.clinicMinutes[role * plan.diaryDays + day]!;
  let outside = to - from;
  for (let half = 0; half < 2; half++) {
    if (server - plan.firstServer[group]! >= plan.on[(group * plan.diaryDays + day) * 2 + half]!) continue;
    const begins = day * DAY + sessionStart(plan.open[day]!, half, parameters);
    outside -= Math.max(0, Math.min(to, begins + minutes) - Math.max(from, begins));
  }
  return outside;
}

/** The next patient in line, else other work. */
export function serveNext(care: Care, server: number): void {
  const booking = dequeue(care.state.line, server);
  if (booking !== -1) consult(care, server, booking);
  else employClinician(care, server);
}

/** Consultations under way when the share of users who can write records falls from `before` are finished; what had been entered is lost, and typed again from a note. */
export function loseEntries(care: Care, place: number, before: number): void {
  const { state, plan } = care;
  const level = levelNow(care, WRITE_RECORDS, place);
  for (let server = 0; server < plan.serverRole.length; server++) {
    if (state.mode[server] !== WITH_PATIENT) continue;
    const need = state.bookingNeed[state.doing[server]!]!;
    if (care.demand.needs.practice[need] !== place) continue;
    const draw = unit(hash(care.demand.needs.key[need]!, RECORD_ACCESS, 0));
    // Who had found a log-in beyond the share of users who had one keeps it as long as there is any.
    if (state.records[need] === FULL_RECORDS && draw >= level && (draw < before || level === 0)) state.entryMinutes[need] = entryOf(care, need);
  }
}

/** Results, letters and requests that come in become tasks of whoever deals with them. */
export function receive(care: Care, item: number): void {
  const { demand, tables } = care;
  const { care: means } = care.parameters;
  const key = demand.items.key[item]!;
  const place = demand.items.practice[item]!;
  const kind = demand.items.kind[item]!;
  const factor = fromTable(tables.handling, hash(key, TASK_MINUTES, 0));
  if (kind === YEAR_END) return void openJob(care, place, RETURN_TASK, ADMIN, item, means.yearEndMinutes * factor, demand.items.dueAt[item]!);
  if (kind === PAYROLL) return void openJob(care, place, PAYROLL_TASK, ADMIN, item, means.payrollMinutes * factor, demand.items.dueAt[item]!);
  if (kind === LETTER) return void openJob(care, place, LETTER_TASK, ADMIN, item, means.letterMinutes * factor);
  const who = hash(key, TASK_ROLE, 0);
  if (kind === RESULT) {
    const task = demand.items.urgent[item] === 1 ? URGENT_RESULT : RESULT_TASK;
    return void openJob(care, place, task, choice(tables.resultRoles, who), item, means.resultMinutes * factor);
  }
  if (kind === REPORT) return void openJob(care, place, REPORT_TASK, unit(who) < means.reportByGp ? 0 : ADMIN, item, means.reportMinutes * factor);
  openJob(care, place, PRESCRIPTION_TASK, PRESCRIBERS[choice(tables.prescriptionRoles, who)]!, item, means.prescriptionMinutes * factor);
}

/** A letter that has been filed goes on to a GP where it asks for action. */
export function passOn(care: Care, item: number): void {
  const { demand, parameters, tables } = care;
  const key = demand.items.key[item]!;
  const draw = hash(key, ACTION, 0);
  if (unit(draw) >= parameters.care.letterActionShare) return;
  openJob(care, demand.items.practice[item]!, ACTION_TASK, 0, item, parameters.care.letterActionMinutes * fromTable(tables.handling, hash(key, TASK_MINUTES, 1)));
}

function consult(care: Care, server: number, booking: number): void {
  const { state, demand, parameters } = care;
  const need = state.bookingNeed[booking]!;
  const place = demand.needs.practice[need]!;
  const now = state.calendar.now;
  const draw = unit(hash(demand.needs.key[need]!, RECORD_ACCESS, 0));
  const sees = draw < logInsLeft(care, SEE_RECORDS, WRITE_RECORDS, place, server);
  const writes = draw < logInsLeft(care, WRITE_RECORDS, SEE_RECORDS, place, server);
  const slowness = Math.max(slownessNow(care, SEE_RECORDS, place), slownessNow(care, WRITE_RECORDS, place));
  const minutes = demand.needs.minutes[need]! * (sees && writes ? slowness : parameters.response.paperMultiplier);
  state.mode[server] = WITH_PATIENT;
  state.doing[server] = booking;
  state.since[server] = now;
  state.records[need] = sees && writes ? FULL_RECORDS : sees || writes ? PARTIAL_RECORDS : NO_RECORDS;
  state.consultedAt[need] = now;
  state.consultedMinutes[need] = minutes;
  schedule(state.calendar, now + minutes, CLINICIAN_ENDS, server);
}

/**
 * Log-ins that are left for this clinician: those that work are shared among the clinicians who are there, of the practice or of the network with its patients, and
 * whoever needs one takes it. From 1 on there is one; what is left of a whole one is a chance. Who has but one of the two capabilities has that of which more is left.
 */
function logInsLeft(care: Care, capability: number, other: number, place: number, clinician: number): number {
  const { state, plan, demand } = care;
  const level = levelNow(care, capability, place);
  if (level === 0 || level === 1) return level;
  const isMore = level >= levelNow(care, other, place);
  let [present, inUse] = [1, 0];
  for (let server = 0; server < plan.serverRole.length; server++) {
    if (server === clinician || state.mode[server] === OFF) continue;
    const need = state.mode[server] === WITH_PATIENT ? state.bookingNeed[state.doing[server]!]! : -1;
    if (need === -1 ? plan.serverPlace[server] !== place : demand.needs.practice[need] !== place) continue;
    present++;
    if (need !== -1 && (state.records[need] === FULL_RECORDS || (state.records[need] === PARTIAL_RECORDS && isMore))) inUse++;
  }
  return level * present - inUse;
}

function endConsultation(care: Care, booking: number, place: number, role: number): void {
  const { state, demand, parameters } = care;
  const need = state.bookingNeed[booking]!;
  const key = demand.needs.key[need]!;
  state.bookingState[booking] = ATTENDED;
  state.bookingEndedAt[booking] = state.calendar.now;
  close(care, need, MET);
  // Minutes of entry beside full records are those of an entry that was lost.
  if (state.records[need] !== FULL_RECORDS || state.entryMinutes[need]! > 0) openNote(care, need, place, role);
  prescribe(care, need, place, role);
  if (unit(hash(key, REFERRED, 0)) < parameters.care.referralShare) refer(care, need, place, role);
}

function refer(care: Care, need: number, place: number, role: number): void {
  const { referralMinutes, urgentReferralShare, urgentReferralDays } = care.parameters.care;
  const key = care.demand.needs.key[need]!;
  const minutes = referralMinutes * fromTable(care.tables.handling, hash(key, REFERRAL_MINUTES, 0));
  if (unit(hash(key, TIME_CRITICAL, 0)) >= urgentReferralShare) return void openJob(care, place, REFERRAL, role, need, minutes);
  const day = openDayAfter(care, Math.floor(care.state.calendar.now / DAY), urgentReferralDays);
  openJob(care, place, URGENT_REFERRAL, role, need, minutes, day === -1 ? Infinity : (day + 1) * DAY);
}

function openNote(care: Care, need: number, place: number, role: number): void {
  const { state, demand, parameters } = care;
  const minutes = state.entryMinutes[need] = entryOf(care, need);
  const isWriter = unit(hash(demand.needs.key[need]!, TYPIST, 0)) < parameters.response.noteByWriter;
  openJob(care, place, NOTE, isWriter ? role : ADMIN, need, minutes);
}

/** Minutes that typing a consultation's note in takes. */
function entryOf({ demand, parameters }: Care, need: number): number {
  return demand.needs.minutes[need]! * parameters.response.entryShare;
}

/** False for a routine patient of a practice that has cancelled these, and for one whom nobody can call. */
function isSeen(care: Care, need: number): boolean {
  const { state, demand } = care;
  const place = demand.needs.practice[need]!;
  if (state.clinicians[place] === CANCEL_ROUTINE && demand.needs.kind[need] !== SAME_DAY && levelNow(care, SEE_RECORDS, place) < WORKABLE) return false;
  if (isInPerson(care, need) || demand.needs.mode[need] === AT_HOME) return true;
  const draw = unit(hash(demand.needs.key[need]!, CALLED, state.notCalled[need]!));
  const knowsWhom = Math.max(levelNow(care, SEE_LIST, place), levelNow(care, SEE_RECORDS, place));
  // Who cannot be seen by video is telephoned.
  const byTelephone = levelNow(care, USE_TELEPHONE, place);
  const reaches = demand.needs.mode[need] === BY_TELEPHONE ? byTelephone : Math.max(byTelephone, messagingNow(care, place));
  return draw < Math.min(knowsWhom, reaches);
}

function leadClass(days: number): number {
  if (days <= 0) return 0;
  if (days === 1) return 1;
  if (days <= 7) return 2;
  if (days <= 14) return 3;
  if (days <= 21) return 4;
  return days <= 28 ? 5 : 6;
}
