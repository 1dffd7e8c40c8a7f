import { advance, type Calendar } from "./calendar.js";

/** What happens at an event: the model's switch over kinds. It may schedule further events; the time is `calendar.now`. */
export type Handle = (kind: number, subject: number) => void;

/** What happens at an event of one kind. */
export type Handler = (subject: number) => void;

/**
 * Lets happen, in order, all events before `until`, those scheduled on the way among them; then the present is `until`. Events at exactly `until` are
 * left for the next run, so running to 5 and then to 10 is running to 10.
 *
 * @param happen one function for all kinds, or a list of functions by kind.
 */
export function run(calendar: Calendar, until: number, happen: Handle | readonly Handler[]): void {
  if (until !== until) throw new RangeError("a simulation runs until a time, not until NaN");
  const handle = byKind(happen);
  calendar.stopped = 0;
  while (advance(calendar, until)) {
    handle(calendar.kind, calendar.subject);
    if (calendar.stopped === 1) return;
  }
  if (until < Infinity && until > calendar.now) calendar.now = until;
}

/** Ends the run after the event that is happening, which is then the present. Another run goes on from there. */
export function stop(calendar: Calendar): void {
  calendar.stopped = 1;
}

/** What happens, with every event noted just before it does. A run without a trace pays nothing for there being one. */
export function traced(calendar: Calendar, happen: Handle | readonly Handler[], note: (time: number, kind: number, subject: number) => void): Handle {
  const handle = byKind(happen);
  return (kind, subject) => {
    note(calendar.now, kind, subject);
    handle(kind, subject);
  };
}

function byKind(happen: Handle | readonly Handler[]): Handle {
  if (typeof happen === "function") return happen;
  return (kind, subject) => {
    const handler = happen[kind];
    if (handler === undefined) throw new RangeError(`there is no handler for events of kind ${kind}`);
    handler(subject);
  };
}
