/** The next resort for who needs care today and finds none at the practice, before 111 and all others: an appointment of those that a hub sets aside for its patients. */
import { hash, unit } from "../engine/random.js";
import { SAME_DAY } from "../demand/demand.js";
import { HUB_ACCESS } from "../demand/purposes.js";
import { DAY } from "../facts/days.js";
import { levelAt } from "../infrastructure/disruption.js";
import type { Care } from "./care.js";
import { AT_HUB } from "./journal.js";

/** Gives the patient one of today's appointments at the hub, which ends the need; false where there is none left, the hub has closed or cannot see records. */
export function sendToHub({ state, plan, demand, histories }: Care, need: number): boolean {
  const place = demand.needs.practice[need]!;
  const hub = plan.hubs[place]!;
  if (hub === null || demand.needs.kind[need] !== SAME_DAY) return false;
  const { now } = state.calendar;
  const day = Math.floor(now / DAY);
  if (state.atHub[place]! >= hub.byDay[day]! || now >= day * DAY + hub.hours.to) return false;
  const service = histories[place]!.services.find(({ component }) => component === hub.component);
  if (service !== undefined && unit(hash(demand.needs.key[need]!, HUB_ACCESS, 0)) >= levelAt(service.steps, now)) return false;
  state.atHub[place]!++;
  state.needState[need] = AT_HUB;
  state.closedAt[need] = Math.max(now, day * DAY + hub.hours.from);
  return true;
}
