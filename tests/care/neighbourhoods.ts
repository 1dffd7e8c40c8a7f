/** Small neighbourhoods, and an outage of everything, for tests of care. */
import { simulateNeighbourhood, type Arms } from "../../src/care/neighbourhood.js";
import { noPolicies, type Policies } from "../../src/care/policies.js";
import type { Place } from "../../src/demand/draw.js";
import { writtenEstate } from "../../src/estate/written.js";
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { DAY, minutesAt, type Minutes, type Period } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Capability, type Disruption, type History } from "../../src/infrastructure/disruption.js";
import type { Pair } from "../../src/outcomes/outcome.js";

/** Monday to Friday of the week after next, with a fortnight before and a fortnight after. */
export const fourWeeks: Period = { start: "2023-03-13", warmUpDays: 14, days: 21 };

export function placeOf({ patients = [8000, 3000], seed = "care", replication = 0, period = fourWeeks, overrides = {} }: {
  patients?: readonly number[]; seed?: string; replication?: number; period?: Period; overrides?: Overrides;
} = {}): Place {
  // Practices need as much as others of their size, so that what a test counts on does not hang on the seed.
  const parameters = parametersWith({ ...overrides, demand: { practiceSd: 0, ...overrides.demand } });
  const estate = writtenEstate({
    regions: [{ code: "QKS" }],
    practices: patients.map((list, index) => ({ code: `P${index}`, patients: list, region: "QKS", neighbourhood: "N" })),
  }, parameters);
  return { seed, replication, estate, neighbourhood: 0, period, parameters };
}

/** `lost` falls to `level` for everybody at `from` and is back at `until`. */
export function disruptionOf(place: Place, from: Minutes, until: Minutes, { level = 0, lost = capabilities as readonly Capability[] } = {}): Disruption {
  const history: History = {
    capabilities: capabilities.map((capability) => (lost.includes(capability) ? { times: [from, until], level: [level, 1], slowness: [1, 1] } : { times: [], level: [], slowness: [] })),
    services: [],
  };
  return { histories: [undisturbed, history], historyOf: place.estate.practices.map(() => 1), onset: from, restored: until };
}

/** Thursday 16 March 2023 08:00, for a number of calendar days. */
export function outageOf(place: Place, days: number, options: { level?: number; lost?: readonly Capability[] } = {}): Disruption {
  const from = minutesAt(place.period, "2023-03-16", "08:00");
  return disruptionOf(place, from, from + days * DAY, options);
}

/** What the neighbourhood's practices go through, by place, and since when: what a pair says of a disruption. */
export function sufferedBy({ estate, neighbourhood }: Place, { histories, historyOf, onset }: Disruption): Pick<Pair, "histories" | "onset"> {
  return { histories: estate.neighbourhoods[neighbourhood]!.practices.map((practice) => histories[historyOf[practice]!]!), onset };
}

export function simulate(place: Place, disruption: Disruption, policies: Policies = noPolicies): Arms {
  return simulateNeighbourhood(place, sufferedBy(place, disruption).histories, policies);
}

/** Nobody loses anything. */
export const calm: Disruption = { histories: [undisturbed], historyOf: [0, 0, 0], onset: Infinity, restored: Infinity };
