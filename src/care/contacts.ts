/** Patients who ask: by telephone, online, at the desk; and what comes of it. */
import { schedule } from "../engine/calendar.js";
import { fromTable } from "../engine/table.js";
import { enqueue, leaveQueue } from "../engine/queue.js";
import { hash, unit } from "../engine/random.js";
import { BY_PRACTICE, DESK, INFORMATION, ONLINE, PLANNED, PRESCRIPTION, SAME_DAY, TELEPHONE } from "../demand/demand.js";
import {
  BOOKING_ACCESS, CALL_BACK, CONNECTION, HANDLING, HEEDS, INVITATION_MINUTES, ONLINE_CONNECTION, PATIENCE, REBOOKING_MINUTES, REQUEST_MINUTES, TASK_MINUTES, TRIAGED,
  TRIAGE_MINUTES, URGENCY,
} from "../demand/purposes.js";
import { BOOK, CALL_BACK_OFFERED, GIVES_UP, SEE_RECORDS, TAKE_ONLINE, USE_TELEPHONE, levelNow, type Care } from "./care.js";
import { bookAhead, bookToday } from "./diary.js";
import { afterDeadLine, afterDeclined, afterGivingUp, afterTurnedAway, callLater, close, comeAtOpening, comeNextDay, telephoneInstead, turnElsewhere } from "./fate.js";
import { sendToHub } from "./hub.js";
import { bookWithNeighbour } from "./mutual-aid.js";
import { URGENT_ONLY, type Directive } from "./policies.js";
import {
  ABANDONED, AT_DESK, CALL, CLOSED, DECLINED, ENDED_IN_MENU, INVITATION, IN_MENU, LAPSED, MET, NOT_CONNECTED, ONLINE_REQUEST, ON_PAPER, NO_SUBJECT, PAPER_QUERY,
  PAPER_REQUEST, PRESCRIPTION_TASK, REBOOKING, SERVED, TO_111, TO_PHARMACY, TRIAGE, TURNED_AWAY, WAITING,
} from "./journal.js";
import { CLOSES, OPENS, clockOf } from "./opening.js";
import { AGAIN_BY_PRACTICE, BY_HANDLER, NOBODY, addJob, callBacksAt } from "./state.js";
import { RECEPTION, openJob } from "./work.js";

/** A patient asks, for the first time or again; or the practice sets about booking one. */
export function ask(care: Care, need: number): void {
  const { demand, state } = care;
  const advice = state.advice[demand.needs.practice[need]!]!;
  if (advice > 0 && heeds(care, need, care.instructions[advice - 1]!.directive.advice!)) return;
  switch (state.nextChannel[need]) {
    case TELEPHONE: return telephone(care, need);
    case ONLINE: return askOnline(care, need);
    case DESK: {
      openJob(care, demand.needs.practice[need]!, AT_DESK, RECEPTION, need, handling(care, need, HANDLING, care.parameters.care.deskMinutes));
      return;
    }
    case BY_PRACTICE: return void openJob(care, demand.needs.practice[need]!, INVITATION, RECEPTION, need, handling(care, need, INVITATION_MINUTES, care.parameters.care.invitationMinutes));
    case AGAIN_BY_PRACTICE: return rebook(care, need);
  }
}

/** The practice is to find another appointment for a patient who was not seen. */
export function rebook(care: Care, need: number): void {
  openJob(care, care.demand.needs.practice[need]!, REBOOKING, RECEPTION, need, handling(care, need, REBOOKING_MINUTES, care.parameters.response.rebookingMinutes));
}

/** A patient who has been asked to come only if it must be, and whose need can wait, does not ask now; true where that is so. Whom NHS 111 has sent back asks. */
function heeds(care: Care, need: number, { heeded, to111, toPharmacy }: NonNullable<Directive["advice"]>): boolean {
  const { state, demand } = care;
  const kind = demand.needs.kind[need]!;
  if (kind === INFORMATION || state.nextChannel[need]! >= BY_PRACTICE || state.sentBack[need]! > 0 || isUrgent(care, need)) return false;
  const key = demand.needs.key[need]!;
  if (unit(hash(key, HEEDS, 0)) >= heeded) return false;
  if (kind !== SAME_DAY) comeNextDay(care, need);
  else {
    const where = unit(hash(key, HEEDS, 1));
    if (where < to111 + toPharmacy) turnElsewhere(care, need, where < to111 ? TO_111 : TO_PHARMACY);
    else close(care, need, LAPSED);
  }
  return true;
}

function isUrgent({ demand, parameters }: Care, need: number): boolean {
  return demand.needs.kind[need] === SAME_DAY && unit(hash(demand.needs.key[need]!, URGENCY, 0)) < parameters.response.urgentShare;
}

/** A caller's patience ends. Who is to be called back has put the telephone down and waits at ease. */
export function giveUp(care: Care, job: number): void {
  const { state } = care;
  if (state.jobState[job] !== WAITING || state.jobBy[job] !== NOBODY || state.jobCalledBack[job] === 1) return;
  hangUp(care, job, ABANDONED);
  afterGivingUp(care, state.jobSubject[job]!);
}

/** A caller who still waits asks to be called back: the line is free again, the place in the queue is kept. */
export function takeCallBack({ state, plan }: Care, job: number): void {
  if (state.jobState[job] !== WAITING || state.jobBy[job] !== NOBODY) return;
  state.jobCalledBack[job] = 1;
  const place = state.jobPlace[job]!;
  state.onHold[place]!--;
  leaveQueue(state.work, job);
  enqueue(state.work, callBacksAt(plan, place), job);
}

/** The line goes dead, or the lines close, on a caller who waits. */
export function hangUp(care: Care, job: number, how: number): void {
  const { state } = care;
  state.jobState[job] = how;
  state.jobEndedAt[job] = state.calendar.now;
  state.onHold[state.jobPlace[job]!]!--;
}

/** What a finished contact comes to: the state in which it ends. */
export function outcomeOf(care: Care, job: number): number {
  const { state, demand } = care;
  const need = state.jobSubject[job]!;
  const place = state.jobPlace[job]!;
  const kind = demand.needs.kind[need]!;
  // Who is on the line when it goes dead begins again, though it may be back by now.
  if (state.jobKind[job] === CALL && state.lineDeadAt[place]! > state.jobStartedAt[job]!) {
    afterDeadLine(care, need);
    return NOT_CONNECTED;
  }
  const isClinical = kind <= PLANNED;
  const canEnter = hasAccess(care, place, need, isClinical ? BOOK : SEE_RECORDS);
  if (!isClinical) {
    if (canEnter) return settle(care, need);
    return onPaper(care, need, place);
  }
  if (canEnter) return state.jobKind[job] === ONLINE_REQUEST && isTriaged(care, need) ? triage(care, need, place) : book(care, need);
  if (isUrgent(care, need) && bookWithNeighbour(care, need)) return SERVED;
  if (state.declines[place] === 1 || (state.clinicians[place] === URGENT_ONLY && !isUrgent(care, need))) return decline(care, need);
  // The day's free slots are known without the system: the list goes on with pen and paper.
  return kind === SAME_DAY ? book(care, need) : onPaper(care, need, place);
}

/** Books a clinical need as it asks for; the state in which the contact ends. */
export function book(care: Care, need: number): number {
  const isBooked = care.demand.needs.kind[need] === SAME_DAY ? bookToday(care, need) || sendToHub(care, need) : bookAhead(care, need);
  if (isBooked) return SERVED;
  afterTurnedAway(care, need);
  return TURNED_AWAY;
}

/** Books what the practice itself is to book, for the first time or again; tries on the next working day where the diary is full. */
export function bookByPractice(care: Care, need: number, isAgain: boolean): void {
  if (bookAhead(care, need)) return;
  care.state.nextChannel[need] = isAgain ? AGAIN_BY_PRACTICE : BY_PRACTICE;
  comeNextDay(care, need);
}

/** A request that waited on paper until the system came back. */
export function settleOnReturn(care: Care, need: number): void {
  if (care.demand.needs.kind[need]! > PLANNED) settle(care, need);
  else book(care, need);
}

function telephone(care: Care, need: number): void {
  const { state, demand, plan, tables } = care;
  const place = demand.needs.practice[need]!;
  const now = state.calendar.now;
  const clock = clockOf(now);
  const key = demand.needs.key[need]!;
  const attempt = state.attempts[need]!;
  const isInformation = demand.needs.kind[need] === INFORMATION;
  // A dead line before opening is no worse than the message that the practice is closed.
  if (clock < OPENS) {
    endedCall(care, place, need, CLOSED);
    if (isInformation) return close(care, need, ENDED_IN_MENU);
    return comeAtOpening(care, need);
  }
  if (unit(hash(key, CONNECTION, attempt)) >= levelNow(care, USE_TELEPHONE, place)) {
    endedCall(care, place, need, NOT_CONNECTED);
    return isInformation ? callLater(care, need) : afterDeadLine(care, need);
  }
  if (clock >= CLOSES) {
    endedCall(care, place, need, CLOSED);
    return comeNextDay(care, need);
  }
  if (isInformation) {
    endedCall(care, place, need, IN_MENU);
    return close(care, need, ENDED_IN_MENU);
  }
  if (state.onHold[place]! + state.busy[3 * place + BY_HANDLER]! >= plan.lines[place]!) {
    endedCall(care, place, need, NOT_CONNECTED);
    return afterGivingUp(care, need);
  }
  const job = openJob(care, place, CALL, RECEPTION, need, fromTable(tables.demand.call, hash(key, HANDLING, attempt)) + care.parameters.care.afterCallMinutes);
  if (state.jobBy[job] !== NOBODY) return;
  const { callBackAfter, callBackShare } = care.parameters.care;
  const patience = fromTable(tables.patience, hash(key, PATIENCE, attempt));
  if (patience > callBackAfter && unit(hash(key, CALL_BACK, attempt)) < callBackShare) schedule(state.calendar, now + callBackAfter, CALL_BACK_OFFERED, job);
  else schedule(state.calendar, now + patience, GIVES_UP, job);
}

function askOnline(care: Care, need: number): void {
  const { state, demand } = care;
  const place = demand.needs.practice[need]!;
  if (state.onlineOff[place] === 1) {
    ended(care, place, need, ONLINE_REQUEST, NOT_CONNECTED);
    return telephoneInstead(care, need);
  }
  if (unit(hash(demand.needs.key[need]!, ONLINE_CONNECTION, state.attempts[need]!)) >= levelNow(care, TAKE_ONLINE, place)) {
    ended(care, place, need, ONLINE_REQUEST, NOT_CONNECTED);
    if (clockOf(state.calendar.now) >= OPENS) return afterDeadLine(care, need);
    return telephoneInstead(care, need);
  }
  openJob(care, place, ONLINE_REQUEST, RECEPTION, need, handling(care, need, HANDLING, care.parameters.care.onlineMinutes));
}

function isTriaged({ demand, parameters }: Care, need: number): boolean {
  return unit(hash(demand.needs.key[need]!, TRIAGED, 0)) < parameters.care.triageShare;
}

/** A GP reads the request before it is booked. */
function triage(care: Care, need: number, place: number): number {
  openJob(care, place, TRIAGE, 0, need, handling(care, need, TRIAGE_MINUTES, care.parameters.care.triageMinutes));
  return SERVED;
}

/** A request that a GP has read is booked, or waits on paper where nobody can book ahead by then. */
export function settleTriaged(care: Care, need: number): void {
  const place = care.demand.needs.practice[need]!;
  if (care.demand.needs.kind[need] === SAME_DAY || hasAccess(care, place, need, BOOK)) book(care, need);
  else takeDown(care, need, place);
}

function settle(care: Care, need: number): number {
  const { demand, parameters } = care;
  if (demand.needs.kind[need] === PRESCRIPTION) {
    openJob(care, demand.needs.practice[need]!, PRESCRIPTION_TASK, 0, NO_SUBJECT, handling(care, need, TASK_MINUTES, parameters.care.prescriptionMinutes));
  }
  close(care, need, MET);
  return SERVED;
}

function onPaper(care: Care, need: number, place: number): number {
  if (care.state.declines[place] === 1) return decline(care, need);
  takeDown(care, need, place);
  return ON_PAPER;
}

function takeDown(care: Care, need: number, place: number): void {
  const kind = care.demand.needs.kind[need]! <= PLANNED ? PAPER_REQUEST : PAPER_QUERY;
  openJob(care, place, kind, RECEPTION, need, handling(care, need, REQUEST_MINUTES, care.parameters.response.paperRequestMinutes));
}

function decline(care: Care, need: number): number {
  if (sendToHub(care, need)) return SERVED;
  afterDeclined(care, need);
  return DECLINED;
}

function hasAccess(care: Care, place: number, need: number, capability: number): boolean {
  const level = levelNow(care, capability, place);
  return level === 1 || unit(hash(care.demand.needs.key[need]!, BOOKING_ACCESS, care.state.attempts[need]!)) < level;
}

function endedCall(care: Care, place: number, need: number, how: number): void {
  ended(care, place, need, CALL, how);
}

function ended(care: Care, place: number, need: number, kind: number, how: number): void {
  const { state } = care;
  const job = addJob(state, place, kind, RECEPTION, need, state.calendar.now, 0);
  state.jobState[job] = how;
  state.jobEndedAt[job] = state.calendar.now;
}

function handling(care: Care, need: number, purpose: number, mean: number): number {
  return mean * fromTable(care.tables.handling, hash(care.demand.needs.key[need]!, purpose, care.state.attempts[need]!));
}
