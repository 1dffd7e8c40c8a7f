/** What was lost and when, region by region, in the mean over replications; and from when until when. */
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, type Minutes, type Period } from "../facts/days.js";
import { capabilities, type Disruption, type History } from "../infrastructure/disruption.js";
import { capabilityLabels } from "./capability-labels.js";
import { MeanSteps, type MeanStep } from "./mean-steps.js";
import { placesOf, type Places } from "./places.js";

export interface TimelineRow {
  readonly what: string;
  readonly label: string;
  readonly kind: "service" | "capability";
  readonly where: string;
  /**
   * Mean level and slowness over the region's patients and over replications; one step a minute at most, those of no change left out. Where there are more
   * than 200 such minutes the values are those of every fifth, 15th or 60th minute: of the finest of these that leaves 200, or of every hour.
   */
  readonly steps: readonly MeanStep[];
}

/** What a region loses, over all replications added so far. */
interface Losses {
  /** By component, in the order in which they are met. */
  readonly services: Map<string, { readonly label: string; readonly mean: MeanSteps }>;
  /** By index of `capabilities`. */
  readonly capabilities: readonly MeanSteps[];
}

/** Takes in one replication's disruption after the other, and keeps none but the last. */
export class Timeline {
  /** First change of any capability in any replication; Infinity where nothing happens. */
  onset: Minutes = Infinity;
  /** Last return in any replication in which something happens before the horizon; -Infinity where there is none. */
  restored: Minutes = -Infinity;
  replications = 0;

  readonly #estate: Estate;
  readonly #places: Places;
  readonly #period: Period;
  readonly #horizon: Minutes;
  readonly #losses: readonly Losses[];
  /** Equal replications in a row are taken in together. */
  #last: Disruption | undefined;
  #times = 0;

  constructor(estate: Estate, period: Period) {
    this.#estate = estate;
    this.#places = placesOf(estate);
    this.#period = period;
    this.#horizon = daysOf(period) * DAY;
    this.#losses = estate.regions.map(() => ({ services: new Map(), capabilities: capabilities.map(() => new MeanSteps()) }));
  }

  /** Adds the next replication; in the order of replications, so that sums are the same however they are run. */
  add(disruption: Disruption): void {
    if (disruption !== this.#last) this.#takeIn();
    this.#last = disruption;
    this.#times++;
    this.replications++;
    if (!(disruption.onset < this.#horizon)) return;
    this.onset = Math.min(this.onset, disruption.onset);
    this.restored = Math.max(this.restored, disruption.restored);
  }

  /**
   * By region, every service and capability that falls or slows for at least one of its practices in a replication. A practice that does not go through it in
   * one, or does not have it, counts with level 1.
   */
  rows(): TimelineRow[] {
    this.#takeIn();
    return this.#estate.regions.flatMap(({ code: where }, region) => {
      const all = this.#places.patients[1 + region]! * this.replications;
      const row = (what: string, label: string, kind: TimelineRow["kind"], mean: MeanSteps): TimelineRow[] => {
        const steps = mean.over(all, this.#period);
        return steps.length === 0 ? [] : [{ what, label, kind, where, steps }];
      };
      const losses = this.#losses[region]!;
      return [
        ...[...losses.services].flatMap(([component, { label, mean }]) => row(component, label, "service", mean)),
        ...capabilities.flatMap((capability, index) => row(capability, capabilityLabels[capability], "capability", losses.capabilities[index]!)),
      ];
    });
  }

  #takeIn(): void {
    if (this.#last === undefined) return;
    const { histories, historyOf } = this.#last;
    this.#losses.forEach((losses, region) => {
      const patients = new Map<History, number>();
      for (const practice of this.#places.practices[1 + region]!) {
        const history = histories[historyOf[practice]!]!;
        patients.set(history, (patients.get(history) ?? 0) + this.#estate.practices[practice]!.patients * this.#places.weights[practice]!);
      }
      for (const [history, registered] of patients) addTo(losses, history, registered * this.#times, this.#horizon);
    });
    this.#last = undefined;
    this.#times = 0;
  }
}

function addTo({ services, capabilities: all }: Losses, history: History, weight: number, horizon: Minutes): void {
  for (const { component, label, steps } of history.services) {
    const service = services.get(component) ?? { label, mean: new MeanSteps() };
    services.set(component, service);
    service.mean.add(steps, weight, horizon);
  }
  history.capabilities.forEach((steps, index) => all[index]!.add(steps, weight, horizon));
}
