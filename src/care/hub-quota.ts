/** What hubs set aside for a practice. */
import type { Hub } from "../estate/hub.js";
import type { OpeningHours } from "../estate/team.js";

export interface HubQuota {
  readonly hours: OpeningHours;
  readonly component: string | undefined;
  /** Appointments by simulated day. */
  readonly byDay: Uint16Array;
}

/** null where no hub serves the practice with this index. */
export function quotaOf(hubs: readonly Hub[], practice: number, days: number): HubQuota | null {
  for (const { hours, component, practices, quotas } of hubs) {
    const place = practices.indexOf(practice);
    if (place !== -1) return { hours, component, byDay: quotas.subarray(place * days, (place + 1) * days) };
  }
  return null;
}
