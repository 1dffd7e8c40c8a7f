/** What one unit of work hands over: all that the result needs of a neighbourhood's two journals, as plain data that can be sent between threads. */
import type { Minutes } from "../facts/days.js";
import { meanDay, openAt, openWork, practiceDays, queues, type OpenWork } from "../outcomes/backlog.js";
import { outcomes } from "../outcomes/index.js";
import { serviceOf, type Service } from "../outcomes/continuity.js";
import { daySumsOf, type DaySum } from "../outcomes/day-sums.js";
import { lossOf } from "../outcomes/loss.js";
import { declaredAs, type Fold, type Pair } from "../outcomes/outcome.js";
import { workingTimeOf } from "../outcomes/working-time.js";
import { blindByHour, callsByHour, cancelledByHour, unconnectedByHour } from "./by-hour.js";

/** Sums of one part of one outcome, by place; `over` only for ratios. */
export interface Sum {
  readonly id: string;
  readonly part: string;
  readonly arm: "none" | "outage";
  readonly values: Float64Array;
  readonly over: Float64Array | null;
  /** How many of the values were cut at the horizon: of a region or of teams, since practices' recovery is known only once all replications are in. */
  readonly censored: number;
}

/** Of one practice. */
export interface PracticeTally {
  /** Index in the estate. */
  readonly practice: number;
  /** End of the practice's loss (`Loss.restored`); NaN for a practice that goes through nothing before the horizon. */
  readonly restored: Minutes;
  /** Working days lost before the horizon. */
  readonly lostDays: number;
  /** Minutes of open work: in excess of the twin's at `restored`, and at the end of every simulated day; and the twin's own. */
  readonly excessAtRestored: number;
  readonly excess: Float64Array;
  readonly usual: Float64Array;
  /** Minutes of the twin's mean day. */
  readonly day: number;
  /** Where the scenario states a minimum. */
  readonly service?: Service | undefined;
}

/** Of the neighbourhood, by hour from the first reported midnight. */
export interface HourlyTally {
  /** Open work at the full hour, in practice-days, added up over practices that the incident touches: the twin's, and what the outage arm has in excess of it, by queue. */
  readonly usual: Float64Array;
  readonly excess: readonly Float64Array[];
  /** Calls that come in during the hour. */
  readonly calls: { readonly none: Float64Array; readonly outage: Float64Array };
  /** Consultations without records that begin during the hour in the outage arm. */
  readonly blind: Float64Array;
  /** Beyond the twin's: calls and online requests that do not connect, bookings that practices cancel. */
  readonly unconnected: Float64Array;
  readonly cancelled: Float64Array;
}

export interface UnitTally {
  /** Of the replication: first change for any practice of the estate. */
  readonly onset: Minutes;
  readonly sums: readonly Sum[];
  /** By place. */
  readonly practices: readonly PracticeTally[];
  readonly hourly: HourlyTally;
  readonly days: readonly DaySum[];
}

/** `minimumService`: where the scenario states one, a share. */
export function tallyUnit(pair: Pair, minimumService?: number): UnitTally {
  const clock = workingTimeOf(pair.period);
  const losses = pair.histories.map((history) => lossOf(history, pair.period, clock));
  const none = openWork(pair, pair.none);
  const outage = openWork(pair, pair.outage);
  const days = meanDay(pair);
  const times = losses.map(({ restored }) => restored);
  const services = minimumService === undefined ? undefined : serviceOf(pair, minimumService, clock);
  const [usualThen, openThen] = [openAt(pair, pair.none, times), openAt(pair, pair.outage, times)];
  return {
    onset: pair.onset,
    sums: sumsOf(outcomes, pair),
    practices: pair.practices.map((practice, place) => {
      const usual = closing(none, place, pair.none.days);
      return {
        practice, restored: times[place]!, lostDays: losses[place]!.workingDays, day: days[place]!, ...(services && { service: services[place] }),
        excessAtRestored: openThen[place]! - usualThen[place]!, usual,
        excess: closing(outage, place, pair.none.days).map((minutes, day) => minutes - usual[day]!),
      };
    }),
    hourly: {
      usual: daysByHour(pair, days, times, (place, hour) => none.reduce((sum, places) => sum + places[place]![hour]!, 0)),
      excess: queues.map((_, queue) => daysByHour(pair, days, times, (place, hour) => outage[queue]![place]![hour]! - none[queue]![place]![hour]!)),
      calls: { none: callsByHour(pair, pair.none), outage: callsByHour(pair, pair.outage) },
      blind: blindByHour(pair), unconnected: unconnectedByHour(pair), cancelled: cancelledByHour(pair),
    },
    days: daySumsOf(pair),
  };
}

export function sumsOf(folds: readonly Fold<Pair>[], pair: Pair): Sum[] {
  return sumsAt(folds, pair, pair.practices.length);
}

type Writable = Omit<Sum, "censored"> & { censored: number };

/** Runs the folds over what has so many places. Throws where one adds to a part that its outcome does not declare. */
export function sumsAt<Both>(folds: readonly Fold<Both>[], both: Both, places: number): Sum[] {
  const sums: Writable[] = [];
  const zeros = (): Float64Array => new Float64Array(places);
  for (const outcome of folds) {
    // By arm and part: one look-up by a string whose hash is known, since folds of few rows add once for each; those of many sum them up first (`PartSums`).
    const found = { none: new Map<string, Writable>(), outage: new Map<string, Writable>() };
    outcome.fold(both, {
      add(id, part, place, value, over, arm = "outage") {
        let sum = found[arm].get(part);
        if (sum === undefined) {
          if (id !== outcome.id || !outcome.parts.includes(declaredAs(part))) throw new RangeError(`"${outcome.id}" adds to "${id} ${part}", which it does not declare`);
          sum = { id, part, arm, values: zeros(), over: over === undefined ? null : zeros(), censored: 0 };
          found[arm].set(part, sum);
          sums.push(sum);
        }
        sum.values[place]! += value;
        if (sum.over !== null) sum.over[place]! += over!;
      },
      cut: (_, part) => void found.outage.get(part)!.censored++,
    });
  }
  return sums;
}

/** By day: open minutes of all queues at its end. */
function closing(open: OpenWork, place: number, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => open.reduce((sum, places) => sum + places[place]![(day + 1) * 24]!, 0));
}

/** By reported hour: minutes of the affected practices, each over its own mean day. */
function daysByHour({ period }: Pair, days: Float64Array, restored: readonly Minutes[], minutes: (place: number, hour: number) => number): Float64Array {
  const skip = period.warmUpDays * 24;
  const sums = new Float64Array(period.days * 24);
  restored.forEach((time, place) => {
    if (Number.isNaN(time)) return;
    for (let hour = 0; hour < sums.length; hour++) sums[hour]! += practiceDays(minutes(place, skip + hour), days[place]!);
  });
  return sums;
}
