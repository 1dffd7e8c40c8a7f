/** Booking: which slot a need gets. */
import { fromTable } from "../engine/table.js";
import { schedule } from "../engine/calendar.js";
import { hash, unit } from "../engine/random.js";
import { DAY } from "../facts/days.js";
import { AT_HOME } from "../demand/demand.js";
import { DAYS_BEFORE } from "../demand/working-days.js";
import { EMPLOYER, PUNCTUALITY, WEEKDAY } from "../demand/purposes.js";
import { BOOK, PATIENT_ARRIVES, isInPerson, levelNow, type Care } from "./care.js";
import { CANCELLED_BY_PRACTICE } from "./journal.js";
import { WORKING_DAYS_A_WEEK } from "./opening.js";
import { GP, OTHER } from "./plan.js";
import { BOOKABLE_SLOT, EVENING_SLOT, SAME_DAY_SLOT, SLOT_KINDS, VISIT_SLOT } from "./slots.js";
import { addBooking } from "./state.js";

const SATURDAY = 5, WEEK = 7;
/** Notice that a patient needs to come to a slot of today, in minutes. */
const NOTICE = 10;
/** Own clinical role first, then whom else a same-day need may be given to. */
const ALTERNATIVES = [[0, 2, 1], [1, 2, 0], [2, 0, 1]] as const;

/**
 * Books a slot of today, or a place at the end of a session; a home visit after a list of today, or else of the next day that has room. False where there is
 * nothing left.
 */
export function bookToday(care: Care, need: number): boolean {
  const now = care.state.calendar.now;
  const today = Math.floor(now / DAY);
  if (care.demand.needs.mode[need] === AT_HOME) {
    // Today's visits are known without the system, those of days to come are not.
    return visitToday(care, need, now) || (levelNow(care, BOOK, care.demand.needs.practice[need]!) > 0 && bookFrom(care, need, now, today + 1, today + care.parameters.care.horizonDays));
  }
  for (const role of ALTERNATIVES[care.demand.needs.role[need]!]!) {
    const group = groupFor(care, need, role);
    if (bookNow(care, need, group, now) || (role === OTHER && bookNow(care, need, otherEmployer(care, need, group), now))) return true;
  }
  return addToList(care, need, now);
}

/** Books a slot of today, or a place at the end of a session, with the clinicians of another practice; false where they have no room, or would have to go to the patient. */
export function bookTodayAt(care: Care, need: number, place: number): boolean {
  const now = care.state.calendar.now;
  if (care.demand.needs.mode[need] === AT_HOME) return false;
  const roles = ALTERNATIVES[care.demand.needs.role[need]!]!;
  return roles.some((role) => bookNow(care, need, 3 * place + role, now)) || addToListOf(care, need, 3 * place + roles[0], now);
}

/**
 * Books a slot from the wanted day on, at the earliest tomorrow. Who already wants to come, or was not seen when booked, and finds nothing free soon is
 * fitted in today or, as far as some of the extras are given ahead, on one of the next days. False where the diary is full to its horizon.
 */
export function bookAhead(care: Care, need: number): boolean {
  const { state, demand } = care;
  const { needs } = demand;
  const { fitInDays, horizonDays } = care.parameters.care;
  const now = state.calendar.now;
  if (bookWeekend(care, need, now)) return true;
  const today = Math.floor(now / DAY);
  const wanted = wantedDay(care, need);
  const horizon = today + horizonDays;
  const from = Math.min(horizon, Math.max(today + 1, wanted));
  if (bookFrom(care, need, now, from, Math.min(horizon, from + fitInDays))) return true;
  if (wanted <= today + 1 && (needs.mode[need] === AT_HOME ? visitToday(care, need, now) : fitIn(care, need, now, Math.min(horizon, today + fitInDays)))) return true;
  return bookFrom(care, need, now, from + fitInDays + 1, horizon);
}

/** Takes an appointment out of the diary; its slot is free again. */
export function cancel(care: Care, booking: number): void {
  const { state, plan } = care;
  const slot = state.bookingSlot[booking]!;
  state.bookingState[booking] = CANCELLED_BY_PRACTICE;
  state.bookingEndedAt[booking] = state.calendar.now;
  if (slot === -1) return;
  state.slotBooking[slot] = -1;
  const server = state.bookingServer[booking]!;
  const group = 3 * plan.serverPlace[server]! + plan.serverRole[server]!;
  const range = (group * plan.diaryDays + Math.floor(plan.slotStart[slot]! / DAY)) * SLOT_KINDS;
  let kind = SLOT_KINDS - 1;
  while (slot < plan.slotFrom[range + kind]!) kind--;
  state.taken[range + kind] = Math.min(state.taken[range + kind]!, slot - plan.slotFrom[range + kind]!);
}

/** The first free slot of a range that can be booked ahead on the day `today`, or -1. */
function freeSlot(care: Care, range: number, today: number): number {
  const { state, plan } = care;
  const from = plan.slotFrom[range]!;
  const open = openSlots(care, range, today);
  let taken = state.taken[range]!;
  while (taken < open && state.slotBooking[from + taken] !== -1) taken++;
  state.taken[range] = taken;
  return taken < open ? from + taken : -1;
}

/**
 * How many slots of a range, from its first on, can be booked on `today`. The last bookable ones of a day are kept back until shortly before, and all of them
 * from before the first day; of evening sessions those can be booked that are held.
 */
export function openSlots({ state, plan, parameters }: Care, range: number, today: number): number {
  const { embargoShare, embargoDays } = parameters.care;
  const size = plan.slotFrom[range + 1]! - plan.slotFrom[range]!;
  const kind = range % SLOT_KINDS;
  if (size === 0 || kind === VISIT_SLOT) return size;
  const day = Math.floor(range / SLOT_KINDS) % plan.diaryDays;
  if (kind === EVENING_SLOT) return plan.eveningSlots * state.evenings[Math.floor(range / (3 * SLOT_KINDS * plan.diaryDays)) * plan.diaryDays + day]!;
  const isNear = today >= 0 && plan.workingDay[day]! - plan.workingDay[today]! <= embargoDays;
  return isNear ? size : size - Math.floor(size * embargoShare);
}

/** The day when the patient, or the practice, would have the appointment, whether practices are open then or not. */
function wishedDay({ demand: { needs } }: Care, need: number): number {
  return Math.floor(needs.arrivesAt[need]! / DAY) + needs.wantedDays[need]!;
}

/** The day of a practice that is wanted. Who would come to a weekend and finds no room in its clinic takes some day of the week that it ends, if still to come, or of the next. */
export function wantedDay(care: Care, need: number): number {
  const { plan, demand } = care;
  const asked = Math.floor(demand.needs.arrivesAt[need]! / DAY);
  const day = wishedDay(care, need);
  // Whole weeks back, weekdays are the same.
  const weekday = plan.weekday[day < 0 ? day + DAYS_BEFORE : day]!;
  if (!(weekday >= SATURDAY)) return day;
  const monday = weekday === SATURDAY ? day - SATURDAY : day + 1;
  const instead = monday + Math.floor(WORKING_DAYS_A_WEEK * unit(hash(demand.needs.key[need]!, WEEKDAY, 0)));
  return instead > asked ? instead : instead + WEEK;
}

/** Books the network's clinic for who would come on a day to come when practices are closed; false where it has no room, or the patient is to be visited. */
export function bookWeekend(care: Care, need: number, madeAt: number): boolean {
  const { plan, demand: { needs } } = care;
  const today = Math.floor(madeAt / DAY);
  const day = wishedDay(care, need);
  if (!(plan.open[day] === 0) || day <= today || day > today + care.parameters.care.horizonDays || needs.mode[need] === AT_HOME) return false;
  const slot = freeSlot(care, ((3 * plan.practices + needs.role[need]!) * plan.diaryDays + day) * SLOT_KINDS + BOOKABLE_SLOT, today);
  if (slot === -1) return false;
  takeSlot(care, need, slot, madeAt);
  return true;
}

/** Patients of today's slots, with clinicians of this place, set out. */
export function callToday(care: Care, place: number, today: number): void {
  const { state, plan } = care;
  for (let role = 0; role < 3; role++) {
    const range = ((3 * place + role) * plan.diaryDays + today) * SLOT_KINDS;
    for (let slot = plan.slotFrom[range]!; slot < plan.slotFrom[range + SLOT_KINDS]!; slot++) {
      if (state.slotBooking[slot] !== -1) scheduleArrival(care, state.slotBooking[slot]!);
    }
  }
}

/** The group that is to see the patient where a clinician of this role does: of the practice, or of the network with the probability of its share. */
export function groupFor({ plan, demand }: Care, need: number, role: number): number {
  const place = demand.needs.practice[need]!;
  const isShared = role === OTHER && unit(hash(demand.needs.key[need]!, EMPLOYER, 0)) < plan.networkShare[place]!;
  return 3 * (isShared ? plan.practices : place) + role;
}

/** Of other direct care: the network's for the practice's own, and the practice's own for the network's. */
export function otherEmployer({ plan, demand }: Care, need: number, group: number): number {
  const place = group < 3 * plan.practices ? plan.practices : demand.needs.practice[need]!;
  return 3 * place + OTHER;
}

/** Books a slot of today with this group. */
function bookNow(care: Care, need: number, group: number, now: number): boolean {
  return bookAfter(care, need, group, SAME_DAY_SLOT, now + NOTICE, now) || bookAfter(care, need, group, BOOKABLE_SLOT, now + NOTICE, now);
}

/** A home visit of today by whoever is to make it, or else by the other employer's staff of that role. */
function visitToday(care: Care, need: number, now: number): boolean {
  const { visitsAskedBy, afternoonSession } = care.parameters.care;
  const midnight = Math.floor(now / DAY) * DAY;
  const after = Math.max(now + NOTICE, now - midnight < visitsAskedBy ? 0 : midnight + afternoonSession);
  const role = care.demand.needs.role[need]!;
  const group = groupFor(care, need, role);
  return bookAfter(care, need, group, VISIT_SLOT, after, now) || (role === OTHER && bookAfter(care, need, otherEmployer(care, need, group), VISIT_SLOT, after, now));
}

/** Books today's first free slot of a kind that does not begin before `after`. */
function bookAfter(care: Care, need: number, group: number, kind: number, after: number, now: number): boolean {
  const { state, plan } = care;
  const range = (group * plan.diaryDays + Math.floor(now / DAY)) * SLOT_KINDS + kind;
  for (let slot = plan.slotFrom[range]!; slot < plan.slotFrom[range + 1]!; slot++) {
    if (state.slotBooking[slot] !== -1 || plan.slotStart[slot]! < after) continue;
    takeSlot(care, need, slot, now);
    return true;
  }
  return false;
}

/** Books the first free bookable slot, or home visit, of the days `from` to `to` with whoever is to see the patient, or else with the other employer's staff of that role. */
function bookFrom(care: Care, need: number, madeAt: number, from: number, to: number): boolean {
  const role = care.demand.needs.role[need]!;
  const group = groupFor(care, need, role);
  return bookWith(care, need, group, madeAt, from, to) || (role === OTHER && bookWith(care, need, otherEmployer(care, need, group), madeAt, from, to));
}

/** Books the first free bookable slot, or home visit, of the days `from` to `to` with this group. */
export function bookWith(care: Care, need: number, group: number, madeAt: number, from: number, to: number): boolean {
  const { plan, demand } = care;
  const isVisit = demand.needs.mode[need] === AT_HOME;
  const today = Math.floor(madeAt / DAY);
  const last = Math.min(plan.diaryDays - 1, to);
  for (let day = from; day <= last; day++) {
    if (plan.open[day] === 0) continue;
    const range = (group * plan.diaryDays + day) * SLOT_KINDS;
    let slot = freeSlot(care, range + (isVisit ? VISIT_SLOT : BOOKABLE_SLOT), today);
    if (slot === -1 && !isVisit) slot = freeSlot(care, range + EVENING_SLOT, today);
    if (slot === -1) continue;
    takeSlot(care, need, slot, madeAt);
    return true;
  }
  return false;
}

function takeSlot(care: Care, need: number, slot: number, madeAt: number): void {
  const { state, plan } = care;
  const start = plan.slotStart[slot]!;
  const booking = addBooking(state, need, slot, plan.slotServer[slot]!, madeAt, start);
  state.slotBooking[slot] = booking;
  if (Math.floor(start / DAY) === Math.floor(madeAt / DAY)) scheduleArrival(care, booking);
}

/** A place at the end of a session of today, or of one of the days until `last`, with whoever is to see the patient. */
function fitIn(care: Care, need: number, now: number, last: number): boolean {
  if (addToList(care, need, now)) return true;
  for (let day = Math.floor(now / DAY) + 1; day <= last; day++) if (care.plan.open[day] === 1 && addToList(care, need, now, day)) return true;
  return false;
}

/** A place at the end of a session of today, or of another day, with whoever is to see the patient, or else with the other employer's staff of that role. */
function addToList(care: Care, need: number, now: number, day = Math.floor(now / DAY)): boolean {
  const role = care.demand.needs.role[need]!;
  const group = groupFor(care, need, role);
  return addToListOf(care, need, group, now, day) || (role === OTHER && addToListOf(care, need, otherEmployer(care, need, group), now, day));
}

/**
 * One more patient for the colleague of this group who has room for most, behind the list of the session that has time left: the duty doctor first. Of another day
 * only so many are given ahead; the rest are for those who ask on the day.
 */
function addToListOf(care: Care, need: number, group: number, now: number, day = Math.floor(now / DAY)): boolean {
  const { state, plan, parameters } = care;
  const { care: ways } = parameters;
  const isAhead = day > Math.floor(now / DAY);
  for (let half = 0; half < 2; half++) {
    const begins = day * DAY + (half === 0 ? ways.morningSession : ways.afternoonSession);
    const listEnds = begins + ways.sessionMinutes * ways.extrasAfter;
    if (now + NOTICE > listEnds) continue;
    const first = plan.firstServer[group]!;
    const here = plan.on[(group * plan.diaryDays + day) * 2 + half]!;
    // The GPs take turns, also where two of them are there in both halves.
    const duty = group % 3 === GP ? first + ((day + half) % here) : -1;
    let least = -1, most = 0;
    for (let server = first; server < first + here; server++) {
      const given = isAhead ? ways.extrasAhead : server === duty ? ways.dutyExtras : ways.extrasPerSession;
      const room = given - state.extras[(2 * server + half) * plan.diaryDays + day]!;
      if (room > most) {
        least = server;
        most = room;
      }
    }
    if (least === -1) continue;
    state.extras[(2 * least + half) * plan.diaryDays + day]!++;
    scheduleArrival(care, addBooking(state, need, -1, least, now, listEnds));
    return true;
  }
  return false;
}

function scheduleArrival(care: Care, booking: number): void {
  const { state, demand, tables } = care;
  const need = state.bookingNeed[booking]!;
  // Only who comes can be early or late.
  const early = isInPerson(care, need) ? fromTable(tables.punctuality, hash(demand.needs.key[need]!, PUNCTUALITY, 0)) : 0;
  schedule(state.calendar, Math.max(state.calendar.now, state.startsAt[booking]! + early), PATIENT_ARRIVES, booking);
}
