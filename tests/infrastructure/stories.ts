/** Small estates on which stories of incidents are played, and short ways of asking how they went. */
import type { Estate, Practice } from "../../src/estate/estate.js";
import type { Minutes, Period } from "../../src/facts/days.js";
import type { Steps } from "../../src/infrastructure/disruption.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import type { Entry, Happening } from "../../src/infrastructure/journal.js";
import type { Infrastructure, Scope } from "../../src/infrastructure/model.js";
import { simulateUpstream, type Upstream } from "../../src/infrastructure/upstream.js";
import { eightWeeks, estateOf, graphOf } from "./small-estate.js";

const scopes = ["site", "region", "national"] as const satisfies readonly Scope[];

/** One component of each scope, named for it, that needs nothing; every capability needs all three. */
export const oneOfEach: Infrastructure = {
  components: scopes.map((scope) => ({ id: scope, label: scope, scope, service: false })),
  capabilities: graphOf([], { all: scopes }).capabilities,
};

/** So many practices of one region, QKS0, QKS1…, each with so many workstations. */
export function practices(number: number, given: Partial<Practice> = {}): Estate {
  return estateOf({ QKS: Array.from({ length: number }, () => given) });
}

/** The plainest incident, with whatever makes it less plain: what is one a site is down from minute 100 on for an hour. */
export function incident(given: Partial<Incident> = {}): Incident {
  return { name: "story", component: "site", begins: { at: 100 }, reach: {}, effect: { level: 0, slowness: 1 }, repair: { by: "end", lasts: 60 }, ...given };
}

export interface Setting {
  readonly infrastructure?: Infrastructure;
  readonly period?: Period;
  readonly seed?: string;
  readonly replication?: number;
}

export function play(estate: Estate, incidents: readonly Incident[], { infrastructure = oneOfEach, period = eightWeeks, seed = "test", replication = 0 }: Setting = {}): Upstream {
  return simulateUpstream(infrastructure, incidents, estate, period, { seed, replication });
}

/** What the practice with this index has of the capabilities, which all fare alike here. */
export function stepsAt({ disruption: { histories, historyOf } }: Upstream, practice: number): Steps {
  return histories[historyOf[practice]!]!.capabilities[0]!;
}

/** The same as one array a step: time, level, slowness. */
export function courseAt(upstream: Upstream, practice: number): number[][] {
  const { times, level, slowness } = stepsAt(upstream, practice);
  return times.map((time, step) => [time, level[step]!, slowness[step]!]);
}

/** Entries of one kind, of all practices or of one. */
export function entries({ journal }: Upstream, what: Happening, practice?: number): Entry[] {
  return journal.filter((entry) => entry.what === what && (practice === undefined || entry.practice === practice));
}

export function timesOf(upstream: Upstream, what: Happening, practice?: number): Minutes[] {
  return entries(upstream, what, practice).map(({ time }) => time);
}

/** Indices of the practices that an incident of this name hit, each as often as it did, ascending. */
export function hitBy(upstream: Upstream, incidents: readonly Incident[], name: string): number[] {
  return upstream.occurrences.filter(({ incident: index }) => incidents[index]!.name === name).flatMap(({ hits }) => hits.map(({ practice }) => practice)).sort((a, b) => a - b);
}

/** The same estate with its practices, neighbourhoods and regions listed backwards. */
export function backwards({ regions, neighbourhoods, practices: listed, source }: Estate): Estate {
  const turned = (index: number, { length }: { readonly length: number }): number => length - 1 - index;
  return {
    regions: regions.toReversed(), source,
    neighbourhoods: neighbourhoods.toReversed().map((each) => ({ ...each, region: turned(each.region, regions), practices: each.practices.map((practice) => turned(practice, listed)).reverse() })),
    practices: listed.toReversed().map((each) => ({ ...each, region: turned(each.region, regions), neighbourhood: turned(each.neighbourhood, neighbourhoods) })),
  };
}

/** The estate with only those practices whose code fits; neighbourhoods and regions stay, some of them empty. */
export function only(estate: Estate, fits: (code: string) => boolean): Estate {
  const kept = estate.practices.flatMap(({ code }, index) => (fits(code) ? [index] : []));
  return {
    ...estate, practices: kept.map((index) => estate.practices[index]!),
    neighbourhoods: estate.neighbourhoods.map((each) => ({ ...each, practices: each.practices.flatMap((practice) => (kept.includes(practice) ? [kept.indexOf(practice)] : [])) })),
  };
}

/** Regions A, B, … of so many neighbourhoods of so many practices each, named A.0.0 and so on. */
export function country(regions: number, neighbourhoods: number, size: number): Estate {
  const codes = Array.from({ length: regions }, (_, region) => String.fromCharCode(65 + region));
  const flat = estateOf(Object.fromEntries(codes.map((code) => [code, Array.from({ length: neighbourhoods * size }, (_, place) => ({ code: `${code}.${Math.floor(place / size)}.${place % size}` }))])));
  const placed = flat.practices.map((practice) => ({ ...practice, neighbourhood: practice.region * neighbourhoods + Number(practice.code.split(".")[1]) }));
  return {
    ...flat, practices: placed,
    neighbourhoods: codes.flatMap((code, region) => Array.from({ length: neighbourhoods }, (_, place) => {
      const number = region * neighbourhoods + place;
      return { code: `${code}.${place}`, name: `${code}.${place}`, region, practices: placed.flatMap(({ neighbourhood }, index) => (neighbourhood === number ? [index] : [])) };
    })),
  };
}
