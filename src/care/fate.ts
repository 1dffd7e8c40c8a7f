/** What patients do whom the practice could not help now: try again, go elsewhere, or let it rest. */
import { schedule } from "../engine/calendar.js";
import { choice } from "../engine/discrete.js";
import { hash, unit } from "../engine/random.js";
import { DAY } from "../facts/days.js";
import { BY_PRACTICE, DESK, PRESCRIPTION, SAME_DAY, TELEPHONE } from "../demand/demand.js";
import { ASKS_SOON, DELAY, FATE, LATER, SENT_BACK, SENT_ON } from "../demand/purposes.js";
import { timeOfDay } from "../demand/tables.js";
import { COMES_AGAIN, type Care } from "./care.js";
import { LAPSED, TO_111, TO_PHARMACY, TO_URGENT_CARE } from "./journal.js";
import { CLOSES, OPENS, clockOf } from "./opening.js";
import { addVisit } from "./state.js";

/** Ways of trying again, in minutes from now; later than closing time they mean the next working day. */
interface Retry {
  readonly from: number;
  readonly to: number;
  readonly channel?: number;
}
const NEXT_DAY: Retry = { from: DAY, to: DAY };
const WITHIN_HOUR: Retry = { from: 5, to: 60 };
const LATER_TODAY: Retry = { from: 60, to: 180 };
const IN_PERSON: Retry = { from: 20, to: 90, channel: DESK };
/** Who is told by NHS 111 to see the practice within hours, and who has days. */
const SENT_BACK_SOON: Retry = { from: 30, to: 180, channel: TELEPHONE };
const SENT_BACK_LATER: Retry = { ...NEXT_DAY, channel: TELEPHONE };
const ELSEWHERE = [TO_111, TO_URGENT_CARE, TO_PHARMACY, LAPSED] as const;
/** A patient who does not get through tries until this many minutes before closing time. */
const LAST_CALL = 10;

export function afterTurnedAway(care: Care, need: number): void {
  decide(care, need, care.tables.turnedAway, [NEXT_DAY], true);
}

export function afterGivingUp(care: Care, need: number): void {
  decide(care, need, care.tables.redial, [WITHIN_HOUR, NEXT_DAY]);
}

export function afterDeadLine(care: Care, need: number): void {
  // Who found the online tool dead, or nobody at home at the other end, telephones next.
  care.state.nextChannel[need] = TELEPHONE;
  decide(care, need, care.tables.notConnected, [LATER_TODAY, NEXT_DAY, IN_PERSON]);
}

export function afterDeclined(care: Care, need: number): void {
  decide(care, need, care.tables.declined, [NEXT_DAY], true);
}

/** Whom the online tool turns away telephones within the hour, or, before opening, when the practice opens. */
export function telephoneInstead(care: Care, need: number): void {
  const { state } = care;
  state.nextChannel[need] = TELEPHONE;
  if (clockOf(state.calendar.now) < OPENS) comeAtOpening(care, need);
  else comeAgain(care, need, WITHIN_HOUR);
}

/** Who only wants to hear what the menu says tries the line again. */
export function callLater(care: Care, need: number): void {
  if (++care.state.attempts[need]! >= care.parameters.care.mostAttempts) close(care, need, LAPSED);
  else comeAgain(care, need, LATER_TODAY);
}

export function comeAgain(care: Care, need: number, retry: Retry): void {
  const { state, demand, tables } = care;
  const now = state.calendar.now;
  const key = demand.needs.key[need]!;
  const count = state.delays[need]!++;
  if (retry.channel !== undefined) state.nextChannel[need] = retry.channel;
  const time = now + retry.from + (retry.to - retry.from) * unit(hash(key, DELAY, 2 * count));
  const closing = Math.floor(now / DAY) * DAY + CLOSES - LAST_CALL;
  if (time < closing) return schedule(state.calendar, time, COMES_AGAIN, need);
  // A later morning's pattern is that of patients who wait for the doors to open.
  const day = openDayAfter(care, Math.floor(now / DAY), daysLater(care, need, count));
  if (day !== -1) schedule(state.calendar, day * DAY + timeOfDay(tables.demand.profiles[DESK]!, hash(key, DELAY, 2 * count + 1)), COMES_AGAIN, need);
}

/** On how many working days from now a patient tries again who does not try today: the next, or, where it is not urgent, later in the week. */
function daysLater({ state, demand, parameters }: Care, need: number, count: number): number {
  if (demand.needs.kind[need] === SAME_DAY || state.nextChannel[need]! >= BY_PRACTICE) return 1;
  const later = unit(hash(demand.needs.key[need]!, LATER, count)) / parameters.response.laterInWeek;
  return later < 1 ? 2 + Math.floor(later * 3) : 1;
}

/** The open day that is the `count`-th after `day`, or -1 where that is beyond what is simulated. */
export function openDayAfter(care: Care, day: number, count: number): number {
  let open = day;
  for (let i = 0; i < count && open !== -1; i++) open = nextOpenDay(care, open + 1);
  return open;
}

/** Comes in the first half hour of this day, whose doors are not open yet. */
export function comeAtOpening(care: Care, need: number): void {
  const { state, demand } = care;
  const today = Math.floor(state.calendar.now / DAY) * DAY;
  schedule(state.calendar, today + OPENS + 30 * unit(hash(demand.needs.key[need]!, DELAY, 2 * state.delays[need]!++)), COMES_AGAIN, need);
}

/** The patient takes the need to `service`, a final state that stands for one; NHS 111 sends some of those who call it back to the practice. */
export function turnElsewhere(care: Care, need: number, service: number): void {
  addVisit(care.state, need, service);
  if (service === TO_111 && isSentBack(care, need)) askAfter111(care, need);
  else close(care, need, service);
}

export function comeNextDay(care: Care, need: number): void {
  comeAgain(care, need, NEXT_DAY);
}

/** First open day from `day` on, or -1 where that is beyond what is simulated. */
export function nextOpenDay({ plan }: Care, day: number): number {
  for (let next = day; next < plan.days; next++) if (plan.open[next] === 1) return next;
  return -1;
}

export function close(care: Care, need: number, state: number): void {
  care.state.needState[need] = state;
  care.state.closedAt[need] = care.state.calendar.now;
}

/** `isSentOn`: some of those who go elsewhere are sent there by the practice, unless it sends nobody on. */
function decide(care: Care, need: number, shares: Float64Array, retries: readonly Retry[], isSentOn = false): void {
  const { state, demand, parameters } = care;
  const attempt = ++state.attempts[need]!;
  const next = choice(shares, hash(demand.needs.key[need]!, FATE, attempt));
  const kind = demand.needs.kind[need]!;
  const isLast = attempt >= parameters.care.mostAttempts;
  if (next < retries.length && !isLast) return comeAgain(care, need, retries[next]!);
  // Only what cannot wait is taken elsewhere; a pharmacy helps with a prescription too.
  const destination = next < retries.length ? LAPSED : ELSEWHERE[next - retries.length]!;
  const staysPut = isSentOn && !isLast && destination !== LAPSED && state.sendsNobodyOn[demand.needs.practice[need]!] === 1;
  if (staysPut && unit(hash(demand.needs.key[need]!, SENT_ON, attempt)) < parameters.response.sentOnShare) return comeNextDay(care, need);
  if (destination === LAPSED) return close(care, need, LAPSED);
  if (kind === SAME_DAY || (kind === PRESCRIPTION && destination === TO_PHARMACY)) return turnElsewhere(care, need, destination);
  if (isLast) return close(care, need, LAPSED);
  comeNextDay(care, need);
}

/** Nobody is who would not try the practice again. How busy NHS 111 is plays no part: it is simulated afterwards. */
function isSentBack({ state, demand, parameters: { care, response } }: Care, need: number): boolean {
  return state.attempts[need]! < care.mostAttempts && unit(hash(demand.needs.key[need]!, SENT_BACK, state.sentBack[need]!)) < response.sentBackShare;
}

function askAfter111(care: Care, need: number): void {
  const isSoon = unit(hash(care.demand.needs.key[need]!, ASKS_SOON, care.state.sentBack[need]!++)) < care.parameters.response.sentBackSoonShare;
  comeAgain(care, need, isSoon ? SENT_BACK_SOON : SENT_BACK_LATER);
}
