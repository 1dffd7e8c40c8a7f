/** Evening sessions of GPs that a practice holds for some weeks after an outage, to catch up: a policy, in overtime. */
import { schedule } from "../engine/calendar.js";
import { DAY } from "../facts/days.js";
import type { Steps } from "../infrastructure/disruption.js";
import { EVENING_BEGINS, EXTRA_SESSIONS, SEE_RECORDS, SESSION_ENDS, type Care } from "./care.js";
import { serveNext } from "./clinic.js";
import { nextOpenDay } from "./fate.js";
import { CLOSES, OPENS, WORKING_DAYS_A_WEEK } from "./opening.js";
import { eveningServer } from "./slots.js";
import { OFF } from "./state.js";
import { WORKABLE } from "./work.js";

/** Has the place decide on extra sessions whenever records return that were lost for at least a working day's opening hours. */
export function scheduleExtraSessions(care: Care, place: number): void {
  const { state, plan, parameters, histories } = care;
  if (parameters.response.extraSessions === 0) return;
  const { times, level }: Steps = histories[place]!.capabilities[SEE_RECORDS]!;
  let lostAt = -1;
  for (let step = 0; step < times.length; step++) {
    const isLost = level[step]! < WORKABLE;
    if (isLost && lostAt === -1) lostAt = times[step]!;
    if (isLost || lostAt === -1) continue;
    if (openMinutes(plan.open, lostAt, times[step]!) >= CLOSES - OPENS) schedule(state.calendar, times[step]!, EXTRA_SESSIONS, place);
    lostAt = -1;
  }
}

/** Opens the evenings from the next working day on to bookings, spread evenly over working days. */
export function openExtraSessions(care: Care, place: number): void {
  const { state, plan, parameters } = care;
  const { extraSessions, extraSessionWeeks } = parameters.response;
  const first = nextOpenDay(care, Math.floor(state.calendar.now / DAY) + 1);
  if (first === -1) return;
  for (let day = first, held = 0; day < Math.min(plan.diaryDays, first + 7 * extraSessionWeeks); day++) {
    if (plan.open[day] === 0) continue;
    const sessions = Math.floor(((held + 1) * extraSessions) / WORKING_DAYS_A_WEEK) - Math.floor((held * extraSessions) / WORKING_DAYS_A_WEEK);
    held++;
    const at = place * plan.diaryDays + day;
    // A second return while the evenings of a first one are still held adds none to them.
    if (sessions <= state.evenings[at]!) continue;
    if (state.evenings[at] === 0) schedule(state.calendar, day * DAY + CLOSES, EVENING_BEGINS, place);
    state.evenings[at] = Math.min(sessions, plan.mostEvenings[place]!);
  }
}

export function beginEvening(care: Care, place: number): void {
  const { state, plan, parameters } = care;
  const { calendar } = state;
  const day = Math.floor(calendar.now / DAY);
  for (let session = 0; session < state.evenings[place * plan.diaryDays + day]!; session++) {
    const server = eveningServer(plan.firstServer[3 * place]!, plan.firstServer[3 * place + 1]!, day, session);
    state.sessionEnd[server] = calendar.now + parameters.response.extraSessionMinutes;
    if (state.mode[server] === OFF) serveNext(care, server);
  }
  schedule(calendar, calendar.now + parameters.response.extraSessionMinutes, SESSION_ENDS, 2 * place);
}

/** Minutes between two times at which practices are open. */
function openMinutes(open: Uint8Array, from: number, to: number): number {
  let minutes = 0;
  for (let day = Math.max(0, Math.floor(from / DAY)); day < open.length && day * DAY < to; day++) {
    if (open[day] === 1) minutes += Math.max(0, Math.min(to, day * DAY + CLOSES) - Math.max(from, day * DAY + OPENS));
  }
  return minutes;
}
