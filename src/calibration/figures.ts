/** Figures of what was simulated, from weighted tallies of neighbourhoods. */
import { dispersionOf, type Daily } from "./dispersion.js";
import type { ExpectedOfAll } from "./expected.js";
import { observed } from "./observed.js";
import { noSums, type Measure, type Sums, type Tally } from "./tally.js";
import { weightedQuantile, type Weighted } from "./weighted-quantile.js";

/** By id and part of a row (`leadTime 2-7 days`). NaN where there is nothing to go by. */
export type Values = Readonly<Record<string, number>>;

/** A tally, how many of its like it stands for, and where and when it is from. */
export interface Counted {
  readonly tally: Tally;
  readonly weight: number;
  readonly region: number;
  readonly neighbourhood: number;
  readonly replication: number;
}

/**
 * The second: of all practices for which `counted` stands. By luck a sample's practices need more or less than those, and with 30 neighbourhoods that is some
 * percent; but what each practice is expected to need is known, so rates are taken in proportion to it (a ratio estimate), and how practices
 * differ in online requests, which nothing that happens alters, is taken from all of them. Other figures are those of the sample.
 */
export function figuresOf(counted: readonly Counted[], { rates, onlinePercentiles }: ExpectedOfAll): Values {
  const sums = totalOf(counted);
  const values: Record<string, number> = {};
  const set = (id: string, found: readonly number[]): void => {
    partsOf(id).forEach((part, at) => {
      if (at < found.length) values[`${id} ${part}`] = found[at]!;
    });
  };
  const rate = (count: number, of: number): number => (count / sums.expected[of]!) * rates[of]!;
  const appointments = total(sums.appointmentsByDay), calls = total(sums.callsByDay), online = total(sums.onlineByDay);
  const [gp, nurse, other] = sharesOf(sums.appointmentsByRole) as [number, number, number];
  set("appointments", [rate(appointments, 0)]);
  const weekdays = total(sums.appointmentsByDay.subarray(0, 5)) / 5;
  set("appointmentsByWeekday", Array.from(sums.appointmentsByDay, (count) => count / weekdays));
  const { days, weeks } = dispersionOf(regionsOf(counted));
  set("dispersion", [days, weeks]);
  set("leadTime", sharesOf(sums.appointmentsByLead));
  set("clinician", [gp, nurse + other, nurse, other]);
  set("mode", sharesOf(sums.appointmentsByMode));
  set("notAttended", [total(sums.notAttendedByLead) / total(sums.endedByLead)]);
  set("notAttendedByLead", Array.from(sums.notAttendedByLead, (missed, lead) => missed / sums.endedByLead[lead]!));
  set("sameDay", [sums.sameDayByRole[0]! / sums.appointmentsByRole[0]!, total(sums.sameDayByRole.subarray(1)) / total(sums.appointmentsByRole.subarray(1))]);
  set("duration", durations(sums.consultationsByMinute));
  set("calls", [rate(calls, 1), ...callPercentiles(counted)]);
  set("callOutcome", sharesOf(sums.callsByOutcome));
  set("callWait", sharesOf(sums.answeredByWait));
  set("callLength", sharesOf(sums.answeredByLength));
  set("callsByWeekday", sharesOf(sums.callsByDay.subarray(0, 5)));
  set("callsByTime", [...sharesOf(sums.callsByTime), sums.mondayCallsByTime[1]! / total(sums.mondayCallsByTime)]);
  set("online", [rate(online, 2), ...onlinePercentiles]);
  set("onlineShare", [sums.onlineClinical[0]! / online, sums.onlineByDay[0]! / online, sums.onlineByDay[4]! / online, sums.onlineFromEight[0]! / online]);
  set("access", [sums.accessEarly[0]! / sums.accessEarly[1]!, sums.accessLate[0]! / sums.accessLate[1]!]);
  set("utilisation", Array.from(sums.workedByStaff, (worked, staff) => worked / sums.rosteredByStaff[staff]!));
  set("overtime", Array.from(sums.overtimeByStaff, (overtime, staff) => overtime / sums.workedByStaff[staff]!));
  return values;
}

function totalOf(counted: readonly Counted[]): Sums {
  const sums = noSums();
  for (const { tally, weight } of counted) {
    for (const measure of Object.keys(sums) as Measure[]) tally.sums[measure].forEach((value, at) => (sums[measure][at]! += weight * value));
  }
  return sums;
}

/** Parts of a figure, in the order of its rows. */
function partsOf(id: string): string[] {
  return observed.filter((row) => row.id === id).map(({ part }) => part);
}

/** By region and replication: appointments of each practice. */
function regionsOf(counted: readonly Counted[]): Daily[] {
  const regions = new Map<string, Float64Array[]>();
  for (const { tally: { daily, callRate: { length } }, region, replication } of counted) {
    const practices = Array.from({ length }, (_, place) => daily.subarray((place * daily.length) / length, ((place + 1) * daily.length) / length));
    const key = `${replication} ${region}`;
    regions.set(key, [...(regions.get(key) ?? []), ...practices]);
  }
  return [...regions.values()];
}

/** Of practices' mean rates over replications. */
function callPercentiles(counted: readonly Counted[]): number[] {
  const byNeighbourhood = new Map<number, Counted[]>();
  for (const one of counted) byNeighbourhood.set(one.neighbourhood, [...(byNeighbourhood.get(one.neighbourhood) ?? []), one]);
  const rates = [...byNeighbourhood.values()].flatMap((replications) => Array.from(replications[0]!.tally.callRate, (_, place): Weighted => {
    const rate = replications.reduce((sum, { tally }) => sum + tally.callRate[place]!, 0) / replications.length;
    return [rate, replications[0]!.weight];
  }));
  return [0.1, 0.5, 0.9].map((p) => weightedQuantile(rates, p));
}

/** Last whole minute of a class. The published ones leave out what is shorter than one minute, or longer than sixty. */
const ENDS = [5, 10, 15, 20, 30, 60] as const;

/** Shares of the classes, mean and median. */
function durations(byMinute: Float64Array): number[] {
  const known = byMinute.subarray(1, 61);
  const all = total(known);
  const shares = ENDS.map((end, at) => total(known.subarray(at === 0 ? 0 : ENDS[at - 1]!, end)) / all);
  const mean = known.reduce((sum, count, at) => sum + count * (at + 1), 0) / all;
  let [passed, at] = [0, 0];
  while (at < known.length && passed + known[at]! < all / 2) passed += known[at++]!;
  // A whole minute holds what is within half a minute of it.
  const median = all > 0 ? at + 0.5 + (all / 2 - passed) / known[at]! : NaN;
  return [...shares, mean, median];
}

function sharesOf(counts: Float64Array): number[] {
  const all = total(counts);
  return Array.from(counts, (count) => count / all);
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
