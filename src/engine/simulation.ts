import { advance, nextTime, type Calendar } from "./calendar.js";

/** What happens at an event: the model's switch over kinds. It may schedule further events; the time is `calendar.now`. */
export type Handle = (kind: number, subject: number) => void;

/**
 * Lets happen, in order, all events before `until`, those scheduled on the way among them; then the present is `until`. Events at exactly `until` are
 * left for the next run, so running to 5 and then to 10 is running to 10.
 */
export function run(calendar: Calendar, until: number, handle: Handle): void {
  while (nextTime(calendar) < until) {
    advance(calendar);
    handle(calendar.kind, calendar.subject);
  }
  if (until < Infinity && until > calendar.now) calendar.now = until;
}

/** The same handle, with every event noted just before it happens. A run without a trace pays nothing for there being one. */
export function traced(calendar: Calendar, handle: Handle, note: (time: number, kind: number, subject: number) => void): Handle {
  return (kind, subject) => {
    note(calendar.now, kind, subject);
    handle(kind, subject);
  };
}
