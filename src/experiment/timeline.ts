/** What was lost and when, everywhere and region by region, in one run that stands for the others; and from when until when in all of them. */
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, type Minutes, type Period } from "../facts/days.js";
import { capabilities, extentOf, type History, type Steps } from "../infrastructure/disruption.js";
import { usersOf } from "../infrastructure/users.js";
import { capabilityLabels } from "./capability-labels.js";
import { meanSteps, type MeanStep } from "./mean-steps.js";
import type { Model } from "./model.js";
import type { Disruptions, Lived } from "./upstream.js";

export interface TimelineRow {
  readonly what: string;
  readonly label: string;
  readonly kind: "service" | "capability";
  /** "all" where there are several regions, or the code of a region. */
  readonly where: string;
  /** There: all practices; those that use it on an ordinary day; of these, those that are without it at some time, in whole or in part. */
  readonly practices: { readonly all: number; readonly users: number; readonly hit: number };
  /** For which the mean of those hit is without it; one that half of its users have counts half. */
  readonly hours: number;
  /** Lowest level at any practice. */
  readonly lowest: number;
  /** Mean level and slowness over the practices that use it; see `meanSteps`. */
  readonly steps: readonly MeanStep[];
}

/** The replication that the timeline shows. */
export interface Typical {
  /** From 0 on. */
  readonly replication: number;
  /** False where each of them lives through the same. */
  readonly differ: boolean;
  /** All practices; those that lose something; and hours for which the mean of these lacks something, whatever it is. */
  readonly practices: { readonly all: number; readonly hit: number };
  readonly hours: number;
}

/** Takes in one replication's disruption after the other, and keeps none. Of a sample it tells what happens in the whole from which that was drawn. */
export class Timeline {
  /** First change of any capability in any replication that touches somebody who is simulated; Infinity where none does. */
  onset: Minutes = Infinity;
  /** Last return in any replication in which something happens before the horizon; -Infinity where there is none. */
  restored: Minutes = -Infinity;

  readonly #model: Pick<Model, "infrastructure" | "period">;
  readonly #estate: Estate;
  readonly #horizon: Minutes;
  /** Replications in which something happens, with the hours that practices are without capabilities in them, added up. */
  readonly #candidates: { readonly replication: number; readonly hours: number }[] = [];
  #replications = 0;

  constructor({ infrastructure, estate, whole = estate, period }: Pick<Model, "infrastructure" | "estate" | "whole" | "period">) {
    this.#model = { infrastructure, period };
    this.#estate = whole;
    this.#horizon = daysOf(period) * DAY;
  }

  /** Adds the next replication, in the order of replications. */
  add(lived: Lived): void {
    const replication = this.#replications++;
    const { onset, restored } = lived.historyOfWhole === undefined ? lived : extentOf(lived.histories);
    if (!(onset < this.#horizon)) return;
    const lost = lived.histories.map(({ capabilities: all }) => all.reduce((sum, steps) => sum + hoursLost(steps, this.#horizon), 0));
    this.#candidates.push({ replication, hours: historiesOf(lived).reduce((sum, history) => sum + lost[history]!, 0) });
    if (!(lived.onset < this.#horizon)) return;
    this.onset = Math.min(this.onset, onset);
    this.restored = Math.max(this.restored, restored);
  }

  /**
   * What happens in the typical replication, which is asked for once more: of those in which something happens the one with the middle loss; the lower of two, the
   * earlier of equals. Nothing where none of them touches anybody who is simulated.
   */
  told({ differ, again }: Pick<Disruptions, "differ" | "again">): { readonly rows: TimelineRow[]; readonly typical: Typical | null } {
    const candidates = [...this.#candidates].sort((a, b) => a.hours - b.hours || a.replication - b.replication);
    const typical = candidates[Math.floor((candidates.length - 1) / 2)];
    if (typical === undefined || this.onset === Infinity) return { rows: [], typical: null };
    const lived = again(typical.replication);
    const { histories } = lived;
    const of = historiesOf(lived);
    const everybody = of.map((_, practice) => practice);
    const { regions, practices } = this.#estate;
    const members = regions.map((): number[] => []);
    practices.forEach(({ region }, practice) => members[region]!.push(practice));
    const places = [...(regions.length > 1 ? [{ where: "all", who: everybody }] : []), ...regions.map(({ code }, region) => ({ where: code, who: members[region]! }))];
    const users = usersOf(this.#model.infrastructure, this.#estate);
    const rows = places.flatMap(({ where, who }) => rowsOf(where, who, countsOf(who.map((practice) => histories[of[practice]!]!)), users, this.#model.period));
    const without = histories.map(({ capabilities: all }) => hoursWithout(all, this.#horizon));
    const hit = of.filter((history) => without[history]! > 0);
    const hours = hit.length === 0 ? 0 : hit.reduce((sum, history) => sum + without[history]!, 0) / hit.length;
    return { rows, typical: { replication: typical.replication, differ, practices: { all: practices.length, hit: hit.length }, hours } };
  }
}

function historiesOf({ historyOf, historyOfWhole = historyOf }: Lived): readonly number[] {
  return historyOfWhole;
}

function countsOf(histories: readonly History[]): Map<History, number> {
  const counts = new Map<History, number>();
  for (const history of histories) counts.set(history, (counts.get(history) ?? 0) + 1);
  return counts;
}

function rowsOf(where: string, who: readonly number[], counts: ReadonlyMap<History, number>, users: ReturnType<typeof usersOf>, period: Period): TimelineRow[] {
  const horizon = daysOf(period) * DAY;
  const row = (what: string, label: string, kind: TimelineRow["kind"], parts: readonly (readonly [Steps, number])[]): TimelineRow[] => {
    const use = users(who, kind, what);
    const steps = meanSteps(parts, use, period);
    if (steps.length === 0) return [];
    const lost = parts.map(([each, count]) => ({ count, hours: hoursLost(each, horizon) })).filter(({ hours }) => hours > 0);
    const hit = lost.reduce((sum, { count }) => sum + count, 0);
    const hours = hit === 0 ? 0 : lost.reduce((sum, each) => sum + each.count * each.hours, 0) / hit;
    const lowest = parts.reduce((least, [{ times, level }]) => level.reduce((low, value, step) => (times[step]! < horizon ? Math.min(low, value) : low), least), 1);
    return [{ what, label, kind, where, practices: { all: who.length, users: use, hit }, hours, lowest, steps }];
  };
  const services = new Map<string, { readonly label: string; readonly parts: (readonly [Steps, number])[] }>();
  for (const [history, count] of counts) {
    for (const { component, label, steps } of history.services) {
      const service = services.get(component) ?? { label, parts: [] };
      services.set(component, service);
      service.parts.push([steps, count]);
    }
  }
  return [
    ...[...services].flatMap(([component, { label, parts }]) => row(component, label, "service", parts)),
    ...capabilities.flatMap((capability, index) => row(capability, capabilityLabels[capability], "capability", [...counts].map(([history, count]) => [history.capabilities[index]!, count]))),
  ];
}

function hoursLost({ times, level }: Steps, horizon: Minutes): number {
  return times.reduce((sum, time, step) => sum + Math.max(0, Math.min(times[step + 1] ?? horizon, horizon) - time) * (1 - level[step]!), 0) / 60;
}

/** Hours in which at least one of them is lost, in whole or in part. */
function hoursWithout(all: readonly Steps[], horizon: Minutes): number {
  const lost = [...new Set(all)].flatMap(({ times, level }) => times.flatMap((from, step) => (level[step]! < 1 ? [{ from, to: Math.min(times[step + 1] ?? horizon, horizon) }] : [])));
  let [minutes, end] = [0, -Infinity];
  for (const { from, to } of lost.sort((a, b) => a.from - b.from)) {
    minutes += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return minutes / 60;
}
