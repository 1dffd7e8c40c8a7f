/** What incidents did, in figures over all replications: how often, when they began, how long until found and repaired, whom they hit. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { timestamp, type Minutes, type Period } from "../facts/days.js";
import type { Incident } from "../infrastructure/incident.js";
import type { Infrastructure, Scope } from "../infrastructure/model.js";
import { reachable } from "../infrastructure/reach.js";
import type { Occurrence } from "../infrastructure/story.js";
import type { Upstream } from "../infrastructure/upstream.js";
import { quantile } from "../statistics/quantile.js";

/** Median and range. */
export interface Range {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One time that an incident happened. Times are local; null for what did not come. */
export interface Happened {
  /** From 1. */
  readonly replication: number;
  readonly incident: string;
  readonly began: string;
  readonly found: string | null;
  /** When the wrong suspicion was dropped. */
  readonly known: string | null;
  readonly repaired: string | null;
  /** When the last practice that it hit had it back. */
  readonly back: string | null;
  readonly practices: number;
  readonly patients: number;
  /** Workstations or log-ins that failed. */
  readonly units: number;
}

export interface IncidentFigures {
  readonly name: string;
  readonly component: string;
  readonly label: string;
  readonly scope: Scope;
  readonly begins: "at a time" | "by chance" | "after another";
  /** The other. */
  readonly follows: string | null;
  readonly effect: {
    readonly level: number; readonly slowness: number; readonly units: "workstations" | "log-ins" | null; readonly comesAndGoes: boolean;
    /** Of units: the share that fails, and whether they do so one by one. */
    readonly unitShare: number | null; readonly oneByOne: boolean;
  };
  readonly repair: Incident["repair"]["by"];
  readonly suspected: string | null;
  readonly cause: string | null;
  readonly severity: string | null;
  /** Replications behind these figures, and practices of the estate. */
  readonly replications: number;
  readonly outOf: number;
  /** In a replication; one that comes by chance counts where it hits somebody. */
  readonly times: { readonly mean: number; readonly least: number; readonly most: number };
  /** Local times of its beginnings; null where there are none. */
  readonly began: { readonly median: string; readonly least: string; readonly most: string } | null;
  /** Minutes from the beginning, over those times that it came to it; null where there are none. */
  readonly foundAfter: Range | null;
  readonly repairedAfter: Range | null;
  readonly backAfter: Range | null;
  /** Minutes that went into the wrong suspicion. */
  readonly suspectedFor: Range | null;
  /** Share of its times in which nobody found it before it was over, and in which not all practices had it back. */
  readonly neverFound: number;
  readonly neverBack: number;
  /** Of one time that it happens. */
  readonly practices: Range | null;
  readonly patients: Range | null;
  readonly units: Range | null;
  /** Of what comes and goes, for a practice that it hits: how often it is down, for how many minutes each time, and in all. */
  readonly episodes?: { readonly times: Range; readonly each: Range; readonly all: Range };
  /** Practices that keep none of their units, one or two, or more: means of one time that it happens; null where it hits none by units. */
  readonly keep: { readonly none: number; readonly oneOrTwo: number; readonly more: number } | null;
  /** How often a month (a twelfth of 365.25 days) it hits a practice that it can hit; null for what does not come by chance. */
  readonly monthlyAtPractice: number | null;
}

const MONTH = 365.25 / 12;

const columns = ["began", "foundAfter", "suspectedFor", "repairedAfter", "backAfter", "isBack", "practices", "patients", "units", "keepNone", "keepOneOrTwo", "keepMore"] as const;
type Columns = Record<(typeof columns)[number], number[]>;

/** Takes in one replication after the other. */
export class Figures {
  readonly #incidents: readonly Incident[];
  readonly #estate: Estate;
  readonly #period: Period;
  readonly #labels: ReadonlyMap<string, { readonly label: string; readonly scope: Scope }>;
  /** By incident: how many practices it can hit. */
  readonly #canHit: readonly number[];
  /** By incident: values of each time that it happened, NaN for what did not come; and how often it did, by replication. */
  readonly #values: readonly Columns[];
  readonly #times: readonly number[][];
  readonly #episodes: readonly { readonly times: number[]; readonly each: number[]; readonly all: number[] }[];
  #replications = 0;

  constructor(infrastructure: Infrastructure, incidents: readonly Incident[], estate: Estate, period: Period) {
    this.#incidents = incidents;
    this.#estate = estate;
    this.#period = period;
    this.#labels = new Map(infrastructure.components.map(({ id, label, scope }) => [id, { label, scope }]));
    this.#canHit = incidents.map(({ component, reach }) =>
      reachable(reach, infrastructure.components.find(({ id }) => id === component)!, estate).filter((practice) => reach.harms === undefined || selects(reach.harms, estate, practice)).length);
    this.#values = incidents.map(() => Object.fromEntries(columns.map((column) => [column, [] as number[]])) as Columns);
    this.#times = incidents.map(() => []);
    this.#episodes = incidents.map(() => ({ times: [], each: [], all: [] }));
  }

  /** Returns what happened in this replication, in the order in which it began. */
  add({ occurrences, journal }: Upstream): Happened[] {
    const replication = ++this.#replications;
    const [backs, units, failed] = [occurrences.map(() => NaN), occurrences.map(() => 0), occurrences.map(() => new Map<number, number>())];
    for (const { what, occurrence, practice, time } of journal) {
      if (what === "practice has it back") backs[occurrence] = time;
      else if (what === "unit fails") {
        units[occurrence]!++;
        failed[occurrence]!.set(practice, (failed[occurrence]!.get(practice) ?? 0) + 1);
      }
    }
    for (const times of this.#times) times.push(0);
    const local = (time: Minutes): string | null => (Number.isNaN(time) ? null : timestamp(this.#period, time));
    return occurrences.map(({ number, incident, began, found, known, repaired, hits }) => {
      // What comes by chance, and spares everybody by chance, has not happened to anybody.
      const isFelt = hits.length > 0 || !("rate" in this.#incidents[incident]!.begins);
      if (isFelt) this.#times[incident]![replication - 1]!++;
      const isBack = hits.every((hit) => hit.isBack);
      const back = isBack ? backs[number]! : NaN;
      const patients = hits.reduce((sum, { practice }) => sum + this.#estate.practices[practice]!.patients, 0);
      const kept = hits.map((hit) => hit.units - (failed[number]!.get(hit.practice) ?? 0));
      const keeping = (isSo: (left: number) => boolean): number => kept.filter(isSo).length;
      const values: Record<keyof Columns, number> = {
        keepNone: keeping((left) => left === 0), keepOneOrTwo: keeping((left) => left === 1 || left === 2), keepMore: keeping((left) => left > 2),
        began, foundAfter: found - began, suspectedFor: known - found, repairedAfter: repaired - began, backAfter: back - began, isBack: Number(isBack), practices: hits.length, patients, units: units[number]!,
      };
      if (isFelt) for (const column of columns) this.#values[incident]![column].push(values[column]);
      if (this.#incidents[incident]!.effect.flapping !== undefined) this.#addEpisodes(incident, hits);
      return {
        replication, incident: this.#incidents[incident]!.name, began: timestamp(this.#period, began), found: local(found), known: local(known), repaired: local(repaired), back: local(back),
        practices: hits.length, patients, units: units[number]!,
      };
    });
  }

  /** Practices that share its rhythm and have it back together count once. */
  #addEpisodes(incident: number, hits: Occurrence["hits"]): void {
    const kept = this.#episodes[incident]!;
    for (const { times, levels, slownesses } of new Map(hits.map(({ course }) => [course.times.join(), course])).values()) {
      const lengths = times.flatMap((from, step) => ((levels[step]! < 1 || slownesses[step]! > 1) && step + 1 < times.length ? [times[step + 1]! - from] : []));
      if (lengths.length === 0) continue;
      kept.times.push(lengths.length);
      kept.each.push(...lengths);
      kept.all.push(lengths.reduce((sum, length) => sum + length, 0));
    }
  }

  rows(): IncidentFigures[] {
    return this.#incidents.map((incident, index): IncidentFigures => {
      const { name, component, begins, effect, found, suspected, cause, severity, repair } = incident;
      const values = this.#values[index]!;
      const began = rangeOf(values.began);
      const shareOf = (of: readonly number[], isSo: (value: number) => boolean): number => (of.length === 0 ? 0 : of.filter(isSo).length / of.length);
      const times = this.#times[index]!;
      return {
        name, component, ...this.#labels.get(component)!,
        begins: "at" in begins ? "at a time" : "rate" in begins ? "by chance" : "after another", follows: "follows" in begins ? begins.follows : null,
        effect: { level: effect.level, slowness: effect.slowness, units: effect.units?.of ?? null, comesAndGoes: effect.flapping !== undefined, unitShare: effect.units?.share ?? null, oneByOne: incident.spread !== undefined && "over" in incident.spread },
        repair: repair.by, suspected: suspected?.cause ?? null, cause: cause ?? null, severity: severity ?? null, replications: this.#replications, outOf: this.#estate.practices.length,
        times: { mean: times.reduce((sum, count) => sum + count, 0) / Math.max(1, times.length), least: Math.min(...times), most: Math.max(...times) },
        began: began && {
          median: timestamp(this.#period, began.median), least: timestamp(this.#period, began.least), most: timestamp(this.#period, began.most),
        },
        // One that is known at once was not found.
        foundAfter: found === undefined ? null : rangeOf(values.foundAfter), repairedAfter: rangeOf(values.repairedAfter), backAfter: rangeOf(values.backAfter),
        suspectedFor: suspected === undefined ? null : rangeOf(values.suspectedFor),
        neverFound: found === undefined ? 0 : shareOf(values.foundAfter, Number.isNaN), neverBack: shareOf(values.isBack, (is) => is === 0),
        practices: rangeOf(values.practices), patients: rangeOf(values.patients), units: effect.units === undefined ? null : rangeOf(values.units),
        ...episodesIn(this.#episodes[index]!),
        keep: effect.units === undefined || values.practices.length === 0 ? null : { none: meanOf(values.keepNone), oneOrTwo: meanOf(values.keepOneOrTwo), more: meanOf(values.keepMore) },
        monthlyAtPractice: "rate" in begins && this.#canHit[index]! > 0 ? (values.practices.reduce((sum, count) => sum + count, 0) * MONTH) / (this.#canHit[index]! * this.#period.days * this.#replications) : null,
      };
    });
  }
}

function episodesIn({ times, each, all }: { readonly times: readonly number[]; readonly each: readonly number[]; readonly all: readonly number[] }): Pick<IncidentFigures, "episodes"> {
  return times.length === 0 ? {} : { episodes: { times: rangeOf(times)!, each: rangeOf(each)!, all: rangeOf(all)! } };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rangeOf(values: readonly number[]): Range | null {
  const known = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  return known.length === 0 ? null : { median: quantile(known, 0.5)!, least: known[0]!, most: known.at(-1)! };
}
