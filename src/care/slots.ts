/** Slots: the times in clinicians' sessions that can be given to patients. */
import { DAY } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { CLOSES, type Days } from "./opening.js";
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
 * Lays the slots of a group into its sessions: bookable ones first, same-day ones behind them, evenly over the day's sessions. All slots
 * together follow the sessions of the day, the same-day ones among them the contacts to be expected. Visits follow the list.
 * Evening sessions have theirs, too, and stay empty until they are held.
 */
export function layOutSlots(work: GroupWork, { group, firstServer, endServer, on, evenings }: Sessions, parameters: Parameters, { open, contacts }: Days, phases: readonly number[], slots: Slots): void {
  const { care, demand } = parameters;
  const starts = [care.morningSession, care.afternoonSession];
  const perSession = work.minutes > 0 ? ((work.sameDay + work.ahead) * care.sessionMinutes) / work.minutes : 0;
  const carried = [phases[0]!, phases[1]!];
  for (let day = 0; day < open.length; day++) {
    const at = (group * open.length + day) * SLOT_KINDS;
    const sessions = on[2 * day]! + on[2 * day + 1]!;
    const counts = [0, 0];
    if (sessions > 0) {
      const all = perSession * sessions;
      const expected = Math.min(all, work.sameDay * contacts[day]!);
      carried[SAME_DAY_SLOT]! += expected * (1 + care.sameDayMargin);
      carried[BOOKABLE_SLOT]! += (all - expected) * (1 + care.bookableMargin);
      for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
        counts[kind] = Math.floor(carried[kind]!);
        carried[kind]! -= counts[kind]!;
      }
    }
    const deepest = sessions > 0 ? Math.ceil((counts[0]! + counts[1]!) / sessions) : 0;
    // A long list is squeezed into the session rather than run over its end.
    const length = Math.min(work.consultation, care.sessionMinutes / Math.max(1, deepest));
    for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
      slots.from[at + kind] = slots.start.length;
      const from = kind === BOOKABLE_SLOT ? 0 : counts[BOOKABLE_SLOT]!;
      const to = from + counts[kind]!;
      for (let half = 0; half < 2; half++) {
        const before = half === 0 ? 0 : on[2 * day]!;
        const here = on[2 * day + half]!;
        // Slot i of the day is position floor(i / sessions) in session i mod sessions.
        for (let position = Math.floor(from / Math.max(1, sessions)); position * sessions < to; position++) {
          for (let server = 0; server < here; server++) {
            const slot = position * sessions + before + server;
            if (slot < from || slot >= to) continue;
            slots.start.push(day * DAY + starts[half]! + position * length);
            slots.server.push(firstServer + server);
          }
        }
      }
    }
    slots.from[at + VISIT_SLOT] = slots.start.length;
    for (let half = 0; work.hasVisits && half < 2; half++) {
      const here = on[2 * day + half]!;
      for (let visit = 0; visit < care.visitsPerSession; visit++) {
        for (let turn = 0; turn < here; turn++) {
          slots.start.push(day * DAY + starts[half]! + deepest * length + visit * demand.minutesAtHome[0]!);
          // So that it is not always the same colleague who goes first.
          slots.server.push(firstServer + ((turn + day) % here));
        }
      }
    }
    slots.from[at + EVENING_SLOT] = slots.start.length;
    for (let session = 0; open[day] === 1 && session < evenings; session++) {
      for (let slot = 0; slot < eveningSlots(work, parameters); slot++) {
        slots.start.push(day * DAY + CLOSES + slot * work.consultation);
        slots.server.push(eveningServer(firstServer, endServer, day, session));
      }
    }
  }
}
