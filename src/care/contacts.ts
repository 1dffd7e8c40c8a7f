/** Patients who ask: by telephone, online, at the desk; and what comes of it. */
import { schedule } from "../engine/calendar.js";
import { fromTable } from "../engine/table.js";
import { hash, unit } from "../engine/random.js";
import { DAY } from "../facts/days.js";
import { BY_PRACTICE, DESK, INFORMATION, ONLINE, PLANNED, PRESCRIPTION, SAME_DAY, TELEPHONE } from "../demand/demand.js";
import { BOOKING_ACCESS, CONNECTION, HANDLING, INVITATION_MINUTES, PATIENCE, REBOOKING_MINUTES, REQUEST_MINUTES, TASK_MINUTES, URGENCY } from "../demand/purposes.js";
import { BOOK, GIVES_UP, SEE_RECORDS, TAKE_ONLINE, USE_TELEPHONE, levelNow, type Care } from "./care.js";
import { bookAhead, bookToday } from "./diary.js";
import { afterDeadLine, afterDeclined, afterGivingUp, afterTurnedAway, close, comeAtOpening, comeNextDay } from "./fate.js";
import { URGENT_ONLY } from "./policies.js";
import { ABANDONED, AT_DESK, CALL, CLOSED, DECLINED, ENDED_IN_MENU, INVITATION, IN_MENU, MET, NOT_CONNECTED, ONLINE_REQUEST, ON_PAPER, NO_SUBJECT, PAPER_QUERY, PAPER_REQUEST, PRESCRIPTION_TASK, REBOOKING, SERVED, TURNED_AWAY, WAITING } from "./journal.js";
import { CLOSES, OPENS } from "./plan.js";
import { AGAIN_BY_PRACTICE, BY_HANDLER, DECIDED, NOBODY, addJob } from "./state.js";
import { RECEPTION, openJob } from "./work.js";

/** A patient asks, for the first time or again; or the practice sets about booking one. */
export function ask(care: Care, need: number): void {
  const { demand, state } = care;
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

/** A caller's patience ends. */
export function giveUp(care: Care, job: number): void {
  const { state } = care;
  if (state.jobState[job] !== WAITING || state.jobBy[job] !== NOBODY) return;
  hangUp(care, job, ABANDONED);
  afterGivingUp(care, state.jobSubject[job]!);
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
  const { state, demand, habits } = care;
  const need = state.jobSubject[job]!;
  const place = state.jobPlace[job]!;
  const kind = demand.needs.kind[need]!;
  const isClinical = kind <= PLANNED;
  const canEnter = hasAccess(care, place, need, isClinical ? BOOK : SEE_RECORDS);
  if (!isClinical) {
    if (canEnter) return settle(care, need);
    return onPaper(care, need, place);
  }
  if (canEnter) return book(care, need);
  const { declines, clinicians } = habits[place]!;
  if (state.decided[place] === DECIDED) {
    const isUrgent = kind === SAME_DAY && unit(hash(demand.needs.key[need]!, URGENCY, 0)) < care.parameters.response.urgentShare;
    if (declines || (clinicians === URGENT_ONLY && !isUrgent)) return decline(care, need);
  }
  // The day's free slots are known without the system: the list goes on with pen and paper.
  return kind === SAME_DAY ? book(care, need) : onPaper(care, need, place);
}

/** Books a clinical need as it asks for; the state in which the contact ends. */
export function book(care: Care, need: number): number {
  const isBooked = care.demand.needs.kind[need] === SAME_DAY ? bookToday(care, need) : bookAhead(care, need);
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
  const clock = now - Math.floor(now / DAY) * DAY;
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
    return afterDeadLine(care, need);
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
  if (state.jobBy[job] === NOBODY) schedule(state.calendar, now + fromTable(tables.patience, hash(key, PATIENCE, attempt)), GIVES_UP, job);
}

function askOnline(care: Care, need: number): void {
  const { state, demand } = care;
  const place = demand.needs.practice[need]!;
  if (unit(hash(demand.needs.key[need]!, CONNECTION, state.attempts[need]!)) >= levelNow(care, TAKE_ONLINE, place)) {
    ended(care, place, need, ONLINE_REQUEST, NOT_CONNECTED);
    if (state.calendar.now % DAY >= OPENS) return afterDeadLine(care, need);
    // Who finds the tool dead before opening telephones when the practice opens.
    state.nextChannel[need] = TELEPHONE;
    return comeAtOpening(care, need);
  }
  openJob(care, place, ONLINE_REQUEST, RECEPTION, need, handling(care, need, HANDLING, care.parameters.care.onlineMinutes));
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
  if (care.state.decided[place] === DECIDED && care.habits[place]!.declines) return decline(care, need);
  const kind = care.demand.needs.kind[need]! <= PLANNED ? PAPER_REQUEST : PAPER_QUERY;
  openJob(care, place, kind, RECEPTION, need, handling(care, need, REQUEST_MINUTES, care.parameters.response.paperRequestMinutes));
  return ON_PAPER;
}

function decline(care: Care, need: number): number {
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
