/** Slots: the times in clinicians' sessions that can be given to patients. */
import { DAY } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { CLOSES, sessionStart, type Days } from "./opening.js";
import type { GroupWork } from "./roster.js";

/** Kinds of slot. */
export const SAME_DAY_SLOT = 0, BOOKABLE_SLOT = 1, VISIT_SLOT = 2, EVENING_SLOT = 3, SLOT_KINDS = 4;

/** Slots of all groups so far. Those of a group, a day and a kind stand together, in order of time. */
export interface Slots {
  /** First slot of (group * days + day) * SLOT_KINDS + kind. */
  readonly from: Int32Array;
  readonly start: number[];
  readonly server: number[];
}

/** Who works when in a group: its first server, and by 2 * day + half how many are on. */
export interface Sessions {
  readonly group: number;
  readonly firstServer: number;
  readonly on: Uint16Array;
  /** By day: slots of a weekend's clinic. */
  readonly clinics: Uint16Array;
  /** Most evening sessions of a day, should the practice come to hold any, and the server after the last who could hold one. */
  readonly evenings: number;
  readonly endServer: number;
}

/** Slots of an evening session. */
export function eveningSlots(work: GroupWork, { response }: Parameters): number {
  return Math.floor(response.extraSessionMinutes / work.consultation);
}

/** Who of the servers from `first` until `end` holds an evening session of this day: they take turns. */
export function eveningServer(first: number, end: number, day: number, session: number): number {
  return first + ((day + session) % (end - first));
}

/**
 * Lays the slots of a group into its sessions: in each session the list, bookable slots first and same-day ones behind them, then home visits; those of a
 * weekend's clinic; and those of evening sessions, which stay empty until these are held.
 */
export function layOutSlots(work: GroupWork, sessions: Sessions, parameters: Parameters, days: Days, phases: readonly number[], slots: Slots): void {
  const carried = [...phases];
  for (let day = 0; day < days.open.length; day++) {
    const range = (sessions.group * days.open.length + day) * SLOT_KINDS;
    const isOpen = days.open[day]!;
    const counts = isOpen === 1 ? listOf(work, sessions, parameters, days.contacts[day]!, day, carried) : [0, sessions.clinics[day]!];
    const listMinutes = layOutLists(work, counts, sessions, parameters, isOpen, day, range, slots);
    slots.from[range + VISIT_SLOT] = slots.start.length;
    if (isOpen === 1 && work.hasVisits) layOutVisits(listMinutes, sessions, parameters, day, slots);
    slots.from[range + EVENING_SLOT] = slots.start.length;
    if (isOpen === 1) layOutEvenings(work, sessions, parameters, day, slots);
  }
}

/** How many same-day and bookable slots a day has: together they follow its sessions, the same-day ones the contacts to be expected. Fractions are carried on. */
function listOf(work: GroupWork, { on }: Sessions, { care }: Parameters, contacts: number, day: number, carried: number[]): number[] {
  const sessions = on[2 * day]! + on[2 * day + 1]!;
  if (sessions === 0) return [0, 0];
  const all = (sessions * (work.sameDay + work.ahead) * care.sessionMinutes) / work.minutes;
  const expected = Math.min(all, work.sameDay * contacts);
  carried[SAME_DAY_SLOT]! += expected * (1 + care.sameDayMargin);
  carried[BOOKABLE_SLOT]! += (all - expected) * (1 + care.bookableMargin);
  return [SAME_DAY_SLOT, BOOKABLE_SLOT].map((kind) => {
    const whole = Math.floor(carried[kind]!);
    carried[kind]! -= whole;
    return whole;
  });
}

/** Spreads the slots of a day evenly over its sessions; answers how many minutes the longest list takes. */
function layOutLists(work: GroupWork, counts: readonly number[], { firstServer, on }: Sessions, parameters: Parameters, isOpen: number, day: number, range: number, slots: Slots): number {
  const sessions = Math.max(1, on[2 * day]! + on[2 * day + 1]!);
  const deepest = Math.ceil((counts[0]! + counts[1]!) / sessions);
  // A long list is squeezed into the session rather than run over its end.
  const length = Math.min(work.consultation, parameters.care.sessionMinutes / Math.max(1, deepest));
  for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
    slots.from[range + kind] = slots.start.length;
    const from = kind === BOOKABLE_SLOT ? 0 : counts[BOOKABLE_SLOT]!;
    const to = from + counts[kind]!;
    for (let half = 0; half < 2; half++) {
      const before = half === 0 ? 0 : on[2 * day]!;
      // Slot i of the day is position floor(i / sessions) in session i mod sessions.
      for (let position = Math.floor(from / sessions); position * sessions < to; position++) {
        for (let server = 0; server < on[2 * day + half]!; server++) {
          const slot = position * sessions + before + server;
          if (slot < from || slot >= to) continue;
          slots.start.push(day * DAY + sessionStart(isOpen, half, parameters) + position * length);
          slots.server.push(firstServer + server);
        }
      }
    }
  }
  return deepest * length;
}

function layOutVisits(listMinutes: number, { firstServer, on }: Sessions, { care, demand }: Parameters, day: number, slots: Slots): void {
  [care.morningSession, care.afternoonSession].forEach((begins, half) => {
    const here = on[2 * day + half]!;
    for (let visit = 0; visit < care.visitsPerSession; visit++) {
      for (let turn = 0; turn < here; turn++) {
        slots.start.push(day * DAY + begins + listMinutes + visit * demand.minutesAtHome[0]!);
        // So that it is not always the same colleague who goes first.
        slots.server.push(firstServer + ((turn + day) % here));
      }
    }
  });
}

function layOutEvenings(work: GroupWork, { firstServer, endServer, evenings }: Sessions, parameters: Parameters, day: number, slots: Slots): void {
  for (let session = 0; session < evenings; session++) {
    for (let slot = 0; slot < eveningSlots(work, parameters); slot++) {
      slots.start.push(day * DAY + CLOSES + slot * work.consultation);
      slots.server.push(eveningServer(firstServer, endServer, day, session));
    }
  }
}
