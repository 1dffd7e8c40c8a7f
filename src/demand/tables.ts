/** Inverse-transform tables that demand is drawn with, made once for a set of parameters. */
import { choice, cumulative } from "../engine/discrete.js";
import { empiricalTable, lognormalTable, type Table } from "../engine/table.js";
import { unit } from "../engine/random.js";
import type { Parameters } from "../facts/defaults.js";

/** A day's pattern: shares between clock times, even within each interval. */
export interface Profile {
  readonly edges: readonly number[];
  readonly cumulative: Float64Array;
}

export interface DemandTables {
  /** By channel: telephone, online, desk, practice. */
  readonly profiles: readonly Profile[];
  /** By role: cumulative shares of modes. */
  readonly modes: readonly Float64Array[];
  readonly wantedBookable: Float64Array;
  readonly wantedPlanned: Float64Array;
  readonly faceToFace: readonly Table[];
  readonly byTelephone: Table;
  readonly online: Table;
  readonly atHome: Table;
  readonly call: Table;
}

export const CALL_EDGES = [360, 480, 510, 540, 570, 600, 720, 840, 960, 1080, 1110] as const;
const ONLINE_EDGES = [360, 480, 600, 720, 840, 960, 1080, 1320] as const;
/** Practices invite patients between 09:00 and 17:00. */
const INVITATION_EDGES = [540, 1020] as const;
/** Longest call that is drawn: the published class is open above 5 minutes. */
const CALL_MINUTES = [0.2, 1, 2, 5, 12] as const;
const LEAD_FROM = [1, 2, 8, 15, 22, 29] as const, LEAD_TO = [1, 7, 14, 21, 28, 42] as const;

const made = new WeakMap<Parameters, DemandTables>();

export function tablesOf(parameters: Parameters): DemandTables {
  const before = made.get(parameters);
  if (before) return before;
  const { demand } = parameters;
  const lognormal = ([mean, sd]: readonly number[]) => lognormalTable(mean!, sd!);
  const calls = { edges: CALL_EDGES, cumulative: cumulative(demand.callsByTime) };
  const tables: DemandTables = {
    profiles: [
      calls,
      { edges: ONLINE_EDGES, cumulative: cumulative(demand.onlineByTime) },
      // Nobody stands at the desk before the doors open.
      { edges: CALL_EDGES, cumulative: cumulative([0, ...demand.callsByTime.slice(1)]) },
      { edges: INVITATION_EDGES, cumulative: cumulative([1]) },
    ],
    modes: [demand.modesGp, demand.modesNurse, demand.modesOther].map((shares) => cumulative(shares)),
    wantedBookable: cumulative(demand.wantedBookable),
    wantedPlanned: cumulative(demand.wantedPlanned),
    faceToFace: [lognormal(demand.minutesGp), lognormal(demand.minutesNurse), lognormal(demand.minutesOther)],
    byTelephone: lognormal(demand.minutesByTelephone),
    online: lognormal(demand.minutesOnline),
    atHome: lognormal(demand.minutesAtHome),
    call: empiricalTable(CALL_MINUTES, demand.callMinutes),
  };
  made.set(parameters, tables);
  return tables;
}

/** Minutes after midnight at this 32-bit draw. */
export function timeOfDay({ edges, cumulative }: Profile, draw: number): number {
  const u = unit(draw);
  let bin = 0;
  while (bin < cumulative.length - 1 && u >= cumulative[bin]!) bin++;
  const low = bin === 0 ? 0 : cumulative[bin - 1]!;
  return edges[bin]! + (edges[bin + 1]! - edges[bin]!) * ((u - low) / (cumulative[bin]! - low));
}

/** Days ahead at this 32-bit draw: a class by its share, then evenly within it. */
export function wantedDays(classes: Float64Array, draw: number): number {
  const bin = choice(classes, draw);
  const low = bin === 0 ? 0 : classes[bin - 1]!;
  const within = (unit(draw) - low) / (classes[bin]! - low);
  return LEAD_FROM[bin]! + Math.min(LEAD_TO[bin]! - LEAD_FROM[bin]!, Math.floor(within * (LEAD_TO[bin]! - LEAD_FROM[bin]! + 1)));
}
