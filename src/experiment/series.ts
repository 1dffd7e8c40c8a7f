/** Curves of the result: hourly for all and for regions that the incident touches, daily for affected practices. */
import { DAY, timestamp } from "../facts/days.js";
import { practiceDays, queues } from "../outcomes/backlog.js";
import { meanInterval } from "../statistics/interval.js";
import type { Ledger } from "./ledger.js";
import { rounded } from "./rounded.js";
import type { HourlyTally, PracticeTally } from "./tally.js";

/**
 * `backlog`: open work in practice-days, the sum over affected practices of the minutes that each has open over its own ordinary day, of both arms; its parts
 * `excess` and `excess:notes`, … are what the outage arm has beyond its twin. Hourly at the full hour, daily at the end of the day. `calls` and
 * `consultationsWithoutRecords`: what came in or began during the hour, in neighbourhoods that the incident touches; `contactsNotConnected` and `appointmentsCancelled`: what the outage adds to these
 * in the hour. By the day, what `daySumsOf` counts. A replication in which none is affected, or touched, counts 0.
 */
export interface Series {
  readonly id: string;
  readonly part: string;
  readonly arm: string;
  readonly where: string;
  /** Time of the first value, or beginning of the first step. */
  readonly start: string;
  readonly stepMinutes: number;
  readonly unit: string;
  /** Over replications, with the 95% interval of the mean; its bounds are the mean itself where one replication gives none. */
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Digits that curves keep. */
const DIGITS = 6;

/** Hourly series of "all" and of every region in which something is simulated. */
export function regionSeries(ledger: Ledger): Series[] {
  const { places, period, pages } = ledger;
  const start = timestamp(period, period.warmUpDays * DAY);
  return places.codes.slice(0, places.firstNeighbourhood).flatMap((where, place) => {
    if (pages.every(({ hourly }) => hourly[place] === undefined)) return [];
    const hourly = (id: string, part: string, arm: string, unit: string, value: (of: HourlyTally, hour: number) => number): Series => ({
      id, part, arm, where, start, stepMinutes: 60, unit,
      ...curve(period.days * 24, (hour) => pages.map((page) => (page.hourly[place] === undefined ? 0 : value(page.hourly[place], hour)))),
    });
    const excess = (of: HourlyTally, hour: number): number => of.excess.reduce((sum, queue) => sum + queue[hour]!, 0);
    return [
      hourly("backlog", "all", "none", "practice-days", (of, hour) => of.usual[hour]!),
      hourly("backlog", "all", "outage", "practice-days", (of, hour) => of.usual[hour]! + excess(of, hour)),
      hourly("backlog", "excess", "outage", "practice-days", excess),
      ...queues.map((queue, index) => hourly("backlog", `excess:${queue}`, "outage", "practice-days", (of, hour) => of.excess[index]![hour]!)),
      hourly("calls", "all", "none", "calls", (of, hour) => of.calls.none[hour]!),
      hourly("calls", "all", "outage", "calls", (of, hour) => of.calls.outage[hour]!),
      hourly("consultationsWithoutRecords", "all", "outage", "consultations", (of, hour) => of.blind[hour]!),
      hourly("contactsNotConnected", "all", "outage", "contacts", (of, hour) => of.unconnected[hour]!),
      hourly("appointmentsCancelled", "all", "outage", "appointments", (of, hour) => of.cancelled[hour]!),
    ];
  });
}

/** Daily series of "all" and of every region in which something is simulated; of work by role and kind, of "all" alone. */
export function daySeries({ places, period, pages }: Ledger): Series[] {
  const start = timestamp(period, period.warmUpDays * DAY);
  return places.codes.slice(0, places.firstNeighbourhood).flatMap((where, place) => {
    const named = new Map(pages.flatMap(({ days }) => [...(days[place] ?? [])]));
    const told = [...named].filter(([, { part }]) => place === 0 || !part.includes("activity:")).sort(([a], [b]) => (a < b ? -1 : 1));
    return told.map(([name, { id, part, arm, unit }]): Series => ({
      id, part, arm, where, start, stepMinutes: DAY, unit, ...curve(period.days, (day) => pages.map(({ days }) => days[place]?.get(name)?.values[day] ?? 0)),
    }));
  });
}

/** Daily backlog of every practice that is affected in at least one replication. */
export function practiceSeries(ledger: Ledger): Series[] {
  const { places, period, pages } = ledger;
  const start = timestamp(period, (period.warmUpDays + 1) * DAY);
  return places.above.flatMap(([, , place], practice) => {
    const tallies = pages.map(({ practices }) => practices[practice]);
    if (tallies.every((tally) => tally === undefined || Number.isNaN(tally.restored))) return [];
    const daily = (part: string, arm: string, minutes: (tally: PracticeTally, day: number) => number): Series => ({
      id: "backlog", part, arm, where: places.codes[place]!, start, stepMinutes: DAY, unit: "practice-days",
      ...curve(period.days, (day) => tallies.map((tally) => (tally === undefined || Number.isNaN(tally.restored) ? 0 : practiceDays(minutes(tally, period.warmUpDays + day), tally.day)))),
    });
    return [
      daily("all", "none", ({ usual }, day) => usual[day]!),
      daily("all", "outage", ({ usual, excess }, day) => usual[day]! + excess[day]!),
      daily("excess", "outage", ({ excess }, day) => excess[day]!),
    ];
  });
}

function curve(length: number, valuesAt: (step: number) => number[]): Pick<Series, "mean" | "low" | "high"> {
  const mean: number[] = [], low: number[] = [], high: number[] = [];
  for (let step = 0; step < length; step++) {
    const interval = meanInterval(valuesAt(step));
    mean.push(rounded(interval.mean!, DIGITS));
    low.push(rounded(interval.low ?? interval.mean!, DIGITS));
    high.push(rounded(interval.high ?? interval.mean!, DIGITS));
  }
  return { mean, low, high };
}
