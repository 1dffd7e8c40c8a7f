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
  /** By channel (telephone, online, desk, practice), Tuesday to Friday and on Mondays. */
  readonly profiles: readonly Profile[];
  readonly mondays: readonly Profile[];
  /** By role: cumulative shares of modes. */
  readonly modes: readonly Float64Array[];
  readonly wantedBookable: Float64Array;
  readonly faceToFace: readonly Table[];
  readonly byTelephone: Table;
  readonly online: Table;
  readonly atHome: Table;
  readonly call: Table;
  /** Who asks, as a part of the list, from those who ask most often: 0.1 ends the first tenth. */
  readonly person: Table;
}

export const CALL_EDGES = [360, 480, 510, 540, 570, 600, 720, 840, 960, 1080, 1110] as const;
const ONLINE_EDGES = [360, 480, 600, 720, 840, 960, 1080, 1320] as const;
/** Practices invite patients between 09:00 and 17:00. */
const INVITATION_EDGES = [540, 1020] as const;
/** Longest call that is drawn: the published class is open above 5 minutes. */
const CALL_MINUTES = [0.2, 1, 2, 5, 12] as const;
/** Classes of lead time in days, both ends included. */
export const LEAD_FROM = [1, 2, 8, 15, 22, 29] as const, LEAD_TO = [1, 7, 14, 21, 28, 42] as const;

const made = new WeakMap<Parameters, DemandTables>();

export function tablesOf(parameters: Parameters): DemandTables {
  const before = made.get(parameters);
  if (before) return before;
  const { demand } = parameters;
  const lognormal = ([mean, sd]: readonly number[]) => lognormalTable(mean!, sd!);
  const tables: DemandTables = {
    profiles: profilesOf(otherDays(demand.callsByTime, demand.callsByTimeMonday, demand.contactsByWeekday), demand.onlineByTime),
    mondays: profilesOf(demand.callsByTimeMonday, demand.onlineByTime),
    modes: [demand.modesGp, demand.modesNurse, demand.modesOther].map((shares) => cumulative(shares)),
    wantedBookable: cumulative(demand.wantedBookable),
    faceToFace: [lognormal(demand.minutesGp), lognormal(demand.minutesNurse), lognormal(demand.minutesOther)],
    byTelephone: lognormal(demand.minutesByTelephone),
    online: lognormal(demand.minutesOnline),
    atHome: lognormal(demand.minutesAtHome),
    call: empiricalTable(CALL_MINUTES, demand.callMinutes),
    person: empiricalTable(demand.contactsByTenth.map((_, at, tenths) => at / tenths.length).concat(1), demand.contactsByTenth),
  };
  made.set(parameters, tables);
  return tables;
}

function profilesOf(calls: readonly number[], online: readonly number[]): Profile[] {
  return [
    { edges: CALL_EDGES, cumulative: cumulative(calls) },
    { edges: ONLINE_EDGES, cumulative: cumulative(online) },
    // Nobody stands at the desk before the doors open.
    { edges: CALL_EDGES, cumulative: cumulative([0, ...calls.slice(1)]) },
    { edges: INVITATION_EDGES, cumulative: cumulative([1]) },
  ];
}

/** The pattern of the other days: what Mondays, with their share of the week, leave of the whole week's. Where a Monday has more than all of it, nothing. */
function otherDays(week: readonly number[], monday: readonly number[], byWeekday: readonly number[]): number[] {
  const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
  const share = byWeekday[0]! / sum(byWeekday);
  return week.map((whole, bin) => Math.max(0, whole / sum(week) - share * (monday[bin]! / sum(monday))));
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
