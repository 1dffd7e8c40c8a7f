/** The hold model with the engine's public calendar: each operation takes the next event out and schedules one an exponential time later. */
import { advance, createCalendar, createVariates, exponential, next, schedule, stream } from "outagelab/engine";

export function hold(pending, operations, seed) {
  const calendar = createCalendar(pending);
  const gaps = createVariates(exponential(1), stream(seed, "gaps"));
  for (let subject = 0; subject < pending; subject++) schedule(calendar, next(gaps), 0, subject);
  const began = performance.now();
  for (let i = 0; i < operations; i++) {
    advance(calendar);
    schedule(calendar, calendar.now + next(gaps), 0, calendar.subject);
  }
  return { seconds: (performance.now() - began) / 1000, now: calendar.now, events: operations };
}
