/** What an incident takes from practices, minute by minute: the only thing of `infrastructure/` that care reads. */
import type { Minutes } from "../facts/days.js";

export const capabilities = [
  "seeRecords", "writeRecords", "seeAppointmentList", "book", "prescribeElectronically", "seeResults", "receiveDocuments", "refer",
  "telephone", "takeOnlineRequests", "messagePatients", "sendReturns", "runPayroll",
] as const;
export type Capability = (typeof capabilities)[number];

/** A step function of time. Before the first step level and slowness are both 1. A step at a time already counts at that time. */
export interface Steps {
  readonly times: readonly Minutes[];
  /** Share of users who have it, 0 to 1. */
  readonly level: readonly number[];
  /** 1 is normal; 1.2 means that work done with it takes a fifth longer. */
  readonly slowness: readonly number[];
}

/** What one practice, or all those that fare alike, goes through. */
export interface History {
  /** By index of `capabilities`. */
  readonly capabilities: readonly Steps[];
  /** Components that were at some time below level 1 or slow as seen from the practice, by name, with what is needed for the page. */
  readonly services: readonly { readonly component: string; readonly label: string; readonly steps: Steps }[];
}

export interface Disruption {
  /** Distinct histories; number 0 is the undisturbed one, with no step at all. */
  readonly histories: readonly History[];
  /** By practice index: which history it has. */
  readonly historyOf: readonly number[];
  /** When the first capability of any practice falls or slows; Infinity where nothing happens. */
  readonly onset: Minutes;
  /** When the last interval ends in which any capability of any practice is below 0.95; equal to `onset` where none is. */
  readonly restored: Minutes;
}

export const undisturbed: History = { capabilities: capabilities.map(() => ({ times: [], level: [], slowness: [] })), services: [] };

/** Share of users who have it at `time`, 0 to 1. */
export function levelAt(steps: Steps, time: Minutes): number {
  return steps.level[indexAt(steps, time)] ?? 1;
}

/** Multiplier of the time that work with it takes at `time`. */
export function slownessAt(steps: Steps, time: Minutes): number {
  return steps.slowness[indexAt(steps, time)] ?? 1;
}

/** End of the last interval in which any capability of this history is below `level`; -Infinity where none ever is. */
export function restoredAt(history: History, level = 0.95): Minutes {
  let restored = -Infinity;
  for (const steps of history.capabilities) {
    steps.level.forEach((value, step) => {
      if (value < level) restored = Math.max(restored, steps.times[step + 1] ?? Infinity);
    });
  }
  return restored;
}

/** First fall or slowing of any capability in any of the histories, Infinity where there is none; and the end of the last loss below 0.95, `onset` where there is none. */
export function extentOf(histories: Iterable<History>): Pick<Disruption, "onset" | "restored"> {
  let onset = Infinity;
  let restored = -Infinity;
  for (const history of histories) {
    for (const { times } of history.capabilities) onset = Math.min(onset, times[0] ?? Infinity);
    restored = Math.max(restored, restoredAt(history));
  }
  return { onset, restored: restored === -Infinity ? onset : restored };
}

function indexAt({ times }: Steps, time: Minutes): number {
  let index = times.length - 1;
  while (index >= 0 && times[index]! > time) index--;
  return index;
}
