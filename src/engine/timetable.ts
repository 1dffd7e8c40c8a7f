import { schedule, type Calendar } from "./calendar.js";
import { nextEdge, valueAt, type Profile } from "./profile.js";
import { setServers, type Resources } from "./resource.js";

/**
 * Puts on duty as many servers as the rota has now, and schedules its next change as an event of `kind` with the resource as its subject; at that event
 * it is called again. Whoever waits is then let in with `admit`; where fewer are on duty than are busy, work goes on unless it is taken back with
 * `withdraw`.
 */
export function followTimetable(resources: Resources, calendar: Calendar, resource: number, rota: Profile, kind: number): void {
  setServers(resources, calendar, resource, valueAt(rota, calendar.now));
  schedule(calendar, nextEdge(rota, calendar.now), kind, resource);
}
