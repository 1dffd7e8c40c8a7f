/** What care reads of a model, neighbourhood by neighbourhood: where it is the same in two models, so is all that happens in the same circumstances. */
import { quotaOf } from "../care/hub-quota.js";
import { ordinaryParameters } from "../care/ordinary.js";
import { selects } from "../estate/selector.js";
import { daysOf } from "../facts/days.js";
import type { History } from "../infrastructure/disruption.js";
import type { Model } from "./model.js";

/** Numbers for contents: the same content has the same number, and none but it. */
export class Contents {
  readonly #numbers = new Map<string, number>();
  readonly #histories = new WeakMap<History, number>();

  /** By neighbourhood of the model. */
  of(model: Model): readonly number[] {
    return this.#of(model, model.parameters);
  }

  /** The same of what ordinary days read. */
  ofOrdinary(model: Model): readonly number[] {
    return this.#of(model, ordinaryParameters(model.parameters));
  }

  #of({ seed, estate, period, policies, hubs = [], objectives }: Model, parameters: object): readonly number[] {
    const shared = this.number(JSON.stringify(["model", seed, period, parameters, policies, objectives]));
    const days = daysOf(period);
    return estate.neighbourhoods.map(({ practices }) => this.number(JSON.stringify(["neighbourhood", shared, practices.map((index) => {
      // Systems and labels decide what a practice goes through, and what it is told: care reads these, and not them.
      const { clinicalSystem: _, tags: __, telephony: ___, ...practice } = estate.practices[index]!;
      const quota = quotaOf(hubs, index, days);
      return [practice, policies.directives.map(({ where }) => where === undefined || selects(where, estate, index)), quota && { ...quota, byDay: [...quota.byDay] }];
    })])));
  }

  /** What goes on downstream of practices reads. */
  ofRegions({ seed, period, parameters }: Model): number {
    return this.number(JSON.stringify(["regions", seed, period, parameters]));
  }

  /** Of what practices go through, services but those that a hub needs are for the page alone. */
  ofHistory(history: History, hubs: Model["hubs"] = []): number {
    const known = this.#histories.get(history);
    if (known !== undefined) return known;
    const read = history.services.filter(({ component }) => hubs.some((hub) => hub.component === component));
    const number = this.number(JSON.stringify(["history", history.capabilities.map(inWords), read.map(({ component, steps }) => [component, inWords(steps)])]));
    this.#histories.set(history, number);
    return number;
  }

  number(content: string): number {
    const known = this.#numbers.get(content) ?? this.#numbers.size;
    this.#numbers.set(content, known);
    return known;
  }
}

/** JSON would write null for infinity. */
function inWords({ times, level, slowness }: History["capabilities"][number]): string {
  return [times, level, slowness].map((numbers) => numbers.join(" ")).join("; ");
}
