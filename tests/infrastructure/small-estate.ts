/** A hand-made estate and short ways of asking what its practices went through. */
import type { Estate, Practice, Selector } from "../../src/estate/estate.js";
import type { Minutes, Period } from "../../src/facts/days.js";
import { capabilities, levelAt, type Capability, type Disruption, type History } from "../../src/infrastructure/disruption.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import type { Expression, Infrastructure } from "../../src/infrastructure/model.js";
import { simulateUpstream } from "../../src/infrastructure/upstream.js";

/** One neighbourhood a region; every practice is on EMIS Web with cloud telephones unless it says otherwise. */
export function estateOf(regions: Readonly<Record<string, readonly Partial<Practice>[]>>): Estate {
  const codes = Object.keys(regions);
  const practices = codes.flatMap((code, region) =>
    regions[code]!.map((given, place): Practice => ({
      code: `${code}${place}`, name: `Practice ${place} of ${code}`, region, neighbourhood: region, patients: 9000, clinicalSystem: "EMIS Web", tags: [],
      workstations: 30, lines: 10, telephony: "cloud", staff: { gp: 4, nurse: 2, other: 3, reception: 6, admin: 5 }, ...given,
    })),
  );
  return {
    regions: codes.map((code) => ({ code, name: code, appointmentRate: 20 })),
    neighbourhoods: codes.map((code, region) => ({
      code: `U${code}`, name: code, region, practices: practices.flatMap((practice, index) => (practice.region === region ? [index] : [])),
    })),
    practices,
    source: "Made for a test.",
  };
}

export const onePractice = estateOf({ QKS: [{}] });

/** What the practice with this code goes through. */
export function historyIn(disruption: Disruption, estate: Estate, code: string): History {
  const practice = estate.practices.findIndex((candidate) => candidate.code === code);
  return disruption.histories[disruption.historyOf[practice]!]!;
}

/** Capabilities below level 1 at `time`, sorted. */
export function lostAt(history: History, time: Minutes): Capability[] {
  return capabilities.filter((_, index) => levelAt(history.capabilities[index]!, time) < 1).sort();
}

/** Labels of services below level 1 at `time`, sorted. */
export function servicesLostAt(history: History, time: Minutes): string[] {
  return history.services.filter(({ steps }) => levelAt(steps, time) < 1).map(({ label }) => label).sort();
}

export function stepsOf(history: History, capability: Capability): History["capabilities"][number] {
  return history.capabilities[capabilities.indexOf(capability)]!;
}

/** Plumbing `0`, `1`, `2`… with the needs given; every capability rests on `use`. */
export function graphOf(needs: readonly (Expression | undefined)[], use: Expression): Infrastructure {
  return {
    components: needs.map((expression, id) => ({ id: String(id), label: String(id), scope: "site", service: false, ...(expression !== undefined && { needs: expression }) })),
    capabilities: Object.fromEntries(capabilities.map((capability) => [capability, use])) as Record<Capability, Expression>,
  };
}

/** Minute 0 is the midnight before Monday 13 March 2023. */
export const eightWeeks: Period = { start: "2023-03-13", warmUpDays: 0, days: 56 };

/** The plainest incident: something is down, or at a level, from one moment to another. */
export interface Fault {
  readonly component: string;
  readonly where?: Selector;
  readonly from: Minutes;
  readonly until: Minutes;
  readonly level: number;
}

export function incidentOf({ component, where, from, until, level }: Fault, tail?: Incident["tail"], name = component): Incident {
  return {
    name, component, begins: { at: from }, reach: where === undefined ? {} : { where }, effect: { level, slowness: 1 }, repair: { by: "end", until }, ...(tail !== undefined && { tail }),
  };
}

/** What incidents take in one replication. */
export function disruptionBy(infrastructure: Infrastructure, incidents: readonly Incident[], estate: Estate, replication = 0): Disruption {
  return simulateUpstream(infrastructure, incidents, estate, eightWeeks, { seed: "test", replication }).disruption;
}
