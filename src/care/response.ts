/** Systems that fail and return, and what a practice decides meanwhile. */
import { schedule } from "../engine/calendar.js";
import { dequeueFrom, isWaiting } from "../engine/queue.js";
import { hash, unit } from "../engine/random.js";
import { fromTable } from "../engine/table.js";
import { DAY } from "../facts/days.js";
import { SAME_DAY } from "../demand/demand.js";
import { DECIDES, TOLD } from "../demand/purposes.js";
import { capabilities, levelAt, slownessAt } from "../infrastructure/disruption.js";
import { BOOK, INSTRUCTIONS_CHANGE, PRACTICE_DECIDES, SEE_LIST, SYSTEMS_CHANGE, USE_TELEPHONE, SEE_RECORDS, WRITE_RECORDS, levelNow, messagingNow, type Care } from "./care.js";
import { hangUp, rebook } from "./contacts.js";
import { loseEntries } from "./clinic.js";
import { afterDeadLine, nextOpenDay } from "./fate.js";
import { CANCEL_ROUTINE } from "./policies.js";
import { cancel } from "./diary.js";
import { BOOKED, NOT_CONNECTED, WAITING } from "./journal.js";
import { CLOSES, OPENS, OTHER } from "./plan.js";
import { SLOT_KINDS } from "./slots.js";
import { DECIDED, DECIDING, UNDECIDED, callersAt } from "./state.js";
import { handOverPlans, settleWays } from "./ways.js";
import { WORKABLE, employ, employClinicians } from "./work.js";

/** What practices decide about: below this share of users it counts as lost. What else fails is worked around. */
const DECISIVE = [SEE_RECORDS, WRITE_RECORDS, SEE_LIST, BOOK] as const, DISTURBED = 0.95;
/** Patients whose appointment is closer than this cannot be told in time, in minutes. */
const TOO_LATE = 30;

/** Schedules the first change of the place's systems after `after`. */
export function scheduleChange(care: Care, place: number, after: number): void {
  let next = Infinity;
  for (const { times } of care.histories[place]!.capabilities) {
    for (const time of times) if (time > after && time < next) next = time;
  }
  if (next < Infinity) schedule(care.state.calendar, next, SYSTEMS_CHANGE, place);
}

export function systemsChange(care: Care, place: number): void {
  const { state, plan, histories } = care;
  const now = state.calendar.now;
  const before = levelNow(care, WRITE_RECORDS, place);
  capabilities.forEach((_, capability) => {
    const steps = histories[place]!.capabilities[capability]!;
    const level = levelAt(steps, now);
    state.level[capability * plan.practices + place] = level;
    state.slowness[capability * plan.practices + place] = slownessAt(steps, now);
  });
  if (levelNow(care, WRITE_RECORDS, place) < before) loseEntries(care, place, before);
  if (levelNow(care, USE_TELEPHONE, place) === 0) dropCallers(care, place);
  const isDown = DECISIVE.some((capability) => levelNow(care, capability, place) < DISTURBED);
  if (isDown && state.isDown[place] === 0) beginToDecide(care, place);
  else if (!isDown && state.isDown[place] === 1) state.upSince[place] = now;
  state.isDown[place] = Number(isDown);
  settleWays(care, place);
  cancelToday(care, place);
  for (let pool = 0; pool < 3; pool++) employ(care, place, pool);
  for (let role = 0; role < 3; role++) employClinicians(care, place, role);
  scheduleChange(care, place, now);
}

/** What fails soon after its return is the same outage: a decision taken, or about to be taken, holds. */
function beginToDecide(care: Care, place: number): void {
  const { state, parameters } = care;
  const { now } = state.calendar;
  if (state.decided[place] !== UNDECIDED && now - state.upSince[place]! < parameters.response.gapMinutes) return;
  state.decided[place] = DECIDING;
  state.lostSince[place] = openAfter(care, now, 0);
  state.decidesAt[place] = openAfter(care, now, delayOf(care, place));
  if (state.decidesAt[place]! < Infinity) schedule(state.calendar, state.decidesAt[place]!, PRACTICE_DECIDES, place);
}

export function decide(care: Care, place: number): void {
  const { state } = care;
  // Another outage may have begun since.
  if (state.decided[place] !== DECIDING || state.decidesAt[place] !== state.calendar.now) return;
  state.decided[place] = DECIDED;
  settleWays(care, place);
  cancelToday(care, place);
}

/** Sets the beginnings and ends of what practices are told. */
export function scheduleInstructions({ state, instructions }: Care): void {
  const times = new Set(instructions.flatMap(({ directive: { at, until } }) => [at, until]));
  for (const time of times) if (time < Infinity) schedule(state.calendar, time, INSTRUCTIONS_CHANGE, 0);
}

export function instructionsChange(care: Care): void {
  handOverPlans(care);
  settleAll(care);
}

/** Settles how every practice goes on now, and cancels today's patients where that is the way; before a weekend's clinic, too. */
export function settleAll(care: Care): void {
  for (let place = 0; place < care.plan.practices; place++) {
    settleWays(care, place);
    cancelToday(care, place);
  }
}

/** Minutes of opening hours until the practice has decided: to notice, to be told what it is, and to make up its mind, which takes longer without a plan. */
function delayOf({ state, habits, parameters, tables }: Care, place: number): number {
  const { noticeMinutes, newsMinutes, decisionMinutes, withoutPlanFactor } = parameters.response;
  const count = state.decisions[place]!++;
  return [noticeMinutes, newsMinutes, decisionMinutes * (state.hasPlan[place] === 1 ? 1 : withoutPlanFactor)]
    .reduce((sum, mean, stage) => sum + mean * fromTable(tables.handling, hash(habits[place]!.key, DECIDES, 3 * count + stage)), 0);
}

/** Where routine is cancelled: today's patients who can be told are told. Nobody can be, without the list of who comes or a channel that works. */
export function cancelToday(care: Care, place: number): void {
  const { state, plan, demand } = care;
  if (state.clinicians[place] !== CANCEL_ROUTINE || levelNow(care, SEE_RECORDS, place) >= WORKABLE) return;
  const reached = Math.min(levelNow(care, SEE_LIST, place), Math.max(levelNow(care, USE_TELEPHONE, place), messagingNow(care, place)));
  const now = state.calendar.now;
  const today = Math.floor(now / DAY);
  const [own, shared] = [3 * place, 3 * plan.practices];
  for (const group of [own, own + 1, own + OTHER, shared, shared + 1, shared + OTHER]) {
    const range = (group * plan.diaryDays + today) * SLOT_KINDS;
    for (let slot = plan.slotFrom[range]!; slot < plan.slotFrom[range + SLOT_KINDS]!; slot++) {
      const booking = state.slotBooking[slot]!;
      if (booking === -1 || state.bookingState[booking] !== BOOKED || state.startsAt[booking]! < now + TOO_LATE) continue;
      const need = state.bookingNeed[booking]!;
      // Who has come early already is seen.
      if (isWaiting(state.line, booking) || !Number.isNaN(state.consultedAt[need]!)) continue;
      if (demand.needs.practice[need] !== place || demand.needs.kind[need] === SAME_DAY || unit(hash(demand.needs.key[need]!, TOLD, state.attempts[need]!)) >= reached) continue;
      cancel(care, booking);
      rebook(care, need);
    }
  }
}

/** When so many minutes of opening hours have gone by after `time`; Infinity where that is beyond what is simulated. Nobody decides at night. */
function openAfter(care: Care, time: number, minutes: number): number {
  let left = minutes;
  let from = time;
  for (let day = nextOpenDay(care, Math.floor(time / DAY)); day !== -1; day = nextOpenDay(care, day + 1)) {
    from = Math.max(from, day * DAY + OPENS);
    const closing = day * DAY + CLOSES;
    if (from + left < closing) return from + left;
    left -= Math.max(0, closing - from);
  }
  return Infinity;
}

function dropCallers(care: Care, place: number): void {
  const { state, plan } = care;
  const callers = callersAt(plan, place);
  state.lineDeadAt[place] = state.calendar.now;
  for (let job = dequeueFrom(state.work, callers, 0); job !== -1; job = dequeueFrom(state.work, callers, 0)) {
    if (state.jobState[job] !== WAITING) continue;
    hangUp(care, job, NOT_CONNECTED);
    afterDeadLine(care, state.jobSubject[job]!);
  }
}
