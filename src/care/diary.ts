/** Booking: which slot a need gets. */
import { fromTable } from "../engine/table.js";
import { schedule } from "../engine/calendar.js";
import { hash } from "../engine/random.js";
import { DAY } from "../facts/days.js";
import { BY_TELEPHONE, BY_VIDEO } from "../demand/demand.js";
import { PUNCTUALITY } from "../demand/purposes.js";
import { PATIENT_ARRIVES, type Care } from "./care.js";
import { CANCELLED_BY_PRACTICE } from "./journal.js";
import { BOOKABLE_SLOT, SAME_DAY_SLOT } from "./plan.js";
import { addBooking } from "./state.js";

/** Notice that a patient needs to come to a slot of today, in minutes. */
const NOTICE = 10;
/** Own clinical role first, then whom else a same-day need may be given to. */
const ALTERNATIVES = [[0, 2, 1], [1, 2, 0], [2, 0, 1]] as const;

/** Books a slot of today, or a place at the end of a session; false where there is none left. */
export function bookToday(care: Care, need: number): boolean {
  const { state, plan, demand } = care;
  const now = state.calendar.now;
  const place = demand.needs.practice[need]!;
  const today = Math.floor(now / DAY);
  const roles = ALTERNATIVES[demand.needs.role[need]!]!;
  for (const role of roles) {
    const range = ((3 * place + role) * plan.diaryDays + today) * 2;
    for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
      const to = plan.slotFrom[range + kind + 1]!;
      for (let slot = plan.slotFrom[range + kind]!; slot < to; slot++) {
        if (state.slotBooking[slot] !== -1 || plan.slotStart[slot]! < now + NOTICE) continue;
        takeSlot(care, need, slot, now);
        return true;
      }
    }
  }
  return addToList(care, need, place, roles[0], today);
}

/**
 * Books a slot from the wanted day on, at the earliest tomorrow. Who already wants to come, or was not seen when booked, and finds nothing free soon is
 * fitted in today, as far as extras go. False where the diary is full to its horizon.
 */
export function bookAhead(care: Care, need: number): boolean {
  const { state, demand } = care;
  const { needs } = demand;
  const { fitInDays, horizonDays } = care.parameters.care;
  const now = state.calendar.now;
  const today = Math.floor(now / DAY);
  const wanted = Math.floor(needs.arrivesAt[need]! / DAY) + needs.wantedDays[need]!;
  const from = Math.max(today + 1, wanted);
  if (bookFrom(care, need, now, from, from + fitInDays)) return true;
  if (wanted <= today + 1 && addToList(care, need, needs.practice[need]!, needs.role[need]!, today)) return true;
  return bookFrom(care, need, now, from + fitInDays + 1, today + horizonDays);
}

/** Takes an appointment out of the diary; its slot is free again. */
export function cancel(care: Care, booking: number): void {
  const { state, plan, demand } = care;
  const slot = state.bookingSlot[booking]!;
  state.bookingState[booking] = CANCELLED_BY_PRACTICE;
  state.bookingEndedAt[booking] = state.calendar.now;
  if (slot === -1) return;
  state.slotBooking[slot] = -1;
  const server = state.bookingServer[booking]!;
  const group = 3 * demand.needs.practice[state.bookingNeed[booking]!]! + plan.serverRole[server]!;
  const range = (group * plan.diaryDays + Math.floor(plan.slotStart[slot]! / DAY)) * 2 + BOOKABLE_SLOT;
  if (slot >= plan.slotFrom[range]!) state.taken[range] = Math.min(state.taken[range]!, slot - plan.slotFrom[range]!);
}

/** Fills the diary with a need from before the first simulated day; false where there is no slot for it. */
export function bookBefore(care: Care, need: number): boolean {
  const { needs } = care.demand;
  const asked = needs.arrivesAt[need]!;
  const day = Math.floor(asked / DAY);
  return bookFrom(care, need, asked, Math.max(0, day + needs.wantedDays[need]!), day + care.parameters.care.horizonDays);
}

/** Patients of today's slots set out. */
export function callToday(care: Care, place: number, today: number): void {
  const { state, plan } = care;
  for (let role = 0; role < 3; role++) {
    const range = ((3 * place + role) * plan.diaryDays + today) * 2;
    for (let slot = plan.slotFrom[range]!; slot < plan.slotFrom[range + 2]!; slot++) {
      if (state.slotBooking[slot] !== -1) scheduleArrival(care, state.slotBooking[slot]!);
    }
  }
}

/** Books the first free bookable slot of the days `from` to `to`. */
function bookFrom(care: Care, need: number, madeAt: number, from: number, to: number): boolean {
  const { state, plan, demand } = care;
  const group = 3 * demand.needs.practice[need]! + demand.needs.role[need]!;
  const last = Math.min(plan.diaryDays - 1, to);
  for (let day = from; day <= last; day++) {
    if (plan.open[day] === 0) continue;
    const range = (group * plan.diaryDays + day) * 2 + BOOKABLE_SLOT;
    const size = plan.slotFrom[range + 1]! - plan.slotFrom[range]!;
    let taken = state.taken[range]!;
    while (taken < size && state.slotBooking[plan.slotFrom[range]! + taken] !== -1) taken++;
    state.taken[range] = taken;
    if (taken < size) {
      takeSlot(care, need, plan.slotFrom[range]! + taken, madeAt);
      return true;
    }
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

/** One more patient for the colleague of this role with the fewest extras, behind the list of the session that has time left. */
function addToList(care: Care, need: number, place: number, role: number, today: number): boolean {
  const { state, plan, parameters } = care;
  const { care: ways } = parameters;
  const now = state.calendar.now;
  const group = 3 * place + role;
  for (let half = 0; half < 2; half++) {
    const begins = today * DAY + (half === 0 ? ways.morningSession : ways.afternoonSession);
    const listEnds = begins + ways.sessionMinutes * 0.75;
    if (now + NOTICE > listEnds) continue;
    let fewest = -1;
    const first = plan.firstServer[group]!;
    for (let server = first; server < first + plan.on[(group * plan.diaryDays + today) * 2 + half]!; server++) {
      const extras = state.extras[2 * server + half]!;
      if (extras < ways.extrasPerSession && (fewest === -1 || extras < state.extras[2 * fewest + half]!)) fewest = server;
    }
    if (fewest === -1) continue;
    state.extras[2 * fewest + half]!++;
    scheduleArrival(care, addBooking(state, need, -1, fewest, now, listEnds));
    return true;
  }
  return false;
}

function scheduleArrival(care: Care, booking: number): void {
  const { state, demand, tables } = care;
  const need = state.bookingNeed[booking]!;
  const mode = demand.needs.mode[need]!;
  const early = mode === BY_TELEPHONE || mode === BY_VIDEO ? 0 : fromTable(tables.punctuality, hash(demand.needs.key[need]!, PUNCTUALITY, 0));
  schedule(state.calendar, Math.max(state.calendar.now, state.startsAt[booking]! + early), PATIENT_ARRIVES, booking);
}
