/** Why a practice lost what it lost: from each capability down to what failed, moment by moment. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { timestamp, type Minutes, type Period } from "../facts/days.js";
import { equipmentsOf } from "./disrupt.js";
import { capabilities, levelAt, slownessAt, type Capability } from "./disruption.js";
import type { Incident } from "./incident.js";
import { graphOf } from "./levels.js";
import type { Infrastructure } from "./model.js";
import { reachable } from "./reach.js";
import { componentOf, detoursIn, levelOf, momentOf, pathsTo, slownessOf, type Alternative, type Detour, type Moment, type Path } from "./trace.js";
import { unitsOf } from "./units.js";
import type { Upstream } from "./upstream.js";

export interface Named {
  readonly component: string;
  readonly label: string;
  readonly service: boolean;
}

/** What is wrong with a component by itself. */
export interface Fault extends Named {
  readonly incident: string;
  /** Number of the time that it happened, from 1. */
  readonly occurrence: number;
  /** How many workstations or log-ins the practice has, where it loses them one by one. */
  readonly units: { readonly of: "workstations" | "log-ins"; readonly number: number } | null;
  /** True where the incident was in another component, after whose return this one comes back later. */
  readonly comesLater: boolean;
}

/** From the lowest to the highest of a stretch of time. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
}

/** Capabilities that are lost, or slow, for the same reasons. */
export interface Loss {
  readonly kind: "lost" | "slow";
  readonly capabilities: readonly Capability[];
  /** Share of users who have them. */
  readonly level: Extent;
  readonly slowness: Extent;
  /** One for each component that failed by itself. */
  readonly causes: readonly {
    readonly faults: readonly Fault[];
    /** For each capability that it takes: what it needs, what that needs and so on; the last has failed by itself. */
    readonly chains: readonly { readonly capability: Capability; readonly components: readonly Named[] }[];
  }[];
  /** What might have stood in, with the capabilities for which it might. */
  readonly alternatives: readonly (Alternative<Named> & { readonly for: readonly Capability[] })[];
}

/** Local times; `until` is null for what lasts beyond all that happens. */
export interface Stretch {
  readonly from: string;
  readonly until: string | null;
  readonly losses: readonly Loss[];
  /** Services below their full level, by label. */
  readonly services: readonly string[];
  readonly intact: readonly Capability[];
  /** Where something has failed and another way is used. */
  readonly detours: readonly Detour<Named>[];
}

/** How an incident met the practice, with its own times; null for those that did not come. */
export interface Met {
  readonly incident: string;
  readonly label: string;
  readonly met: "hit" | "did not happen" | "does not have it" | "is not among those it may reach" | "is not harmed" | "was spared";
  readonly severity: string | null;
  readonly suspected: string | null;
  readonly cause: string | null;
  /** Each time that it hit the practice. */
  readonly occurrences: readonly {
    readonly occurrence: number; readonly began: string; readonly found: string | null; readonly known: string | null; readonly repaired: string | null;
  }[];
}

export interface Explanation {
  readonly practice: { readonly code: string; readonly name: string };
  readonly incidents: readonly Met[];
  /** In order, without times at which nothing is amiss. */
  readonly stretches: readonly Stretch[];
  /** Capabilities that it never has. */
  readonly never: readonly Capability[];
}

/** Of one replication, `upstream`. */
export function explain(infrastructure: Infrastructure, incidents: readonly Incident[], estate: Estate, period: Period, upstream: Upstream, practice: number): Explanation {
  const graph = graphOf(infrastructure);
  const equipment = equipmentsOf(graph, { ...estate, practices: [estate.practices[practice]!] })[0]!;
  const troubles = upstream.troubles[practice]!.filter(({ component }) => !equipment.lacks.has(component));
  const times = [...new Set(troubles.flatMap(({ steps }) => steps.times))].sort((a, b) => a - b);
  const uses = infrastructure.capabilities;
  const named = (id: string): Named => {
    const { label, service } = componentOf(graph, id);
    return { component: id, label, service };
  };
  const faultsAt = (id: string, time: Minutes, kind: Loss["kind"]): Fault[] => troubles
    .filter(({ component, steps }) => component === id && (kind === "lost" ? levelAt(steps, time) < 1 : slownessAt(steps, time) > 1))
    .map(({ component, occurrence }) => {
      const { name, effect, component: failing } = incidents[upstream.occurrences[occurrence]!.incident]!;
      const units = effect.units === undefined || failing !== component ? null : { of: effect.units.of, number: unitsOf(estate.practices[practice]!, effect.units.of) };
      return { ...named(id), incident: name, occurrence: occurrence + 1, units, comesLater: failing !== component };
    });

  const stretches = times.map((time, index): Stretch => {
    const moment = momentOf(graph, equipment, troubles, time);
    const had = capabilities.filter((capability) => levelOf(graph, uses[capability], equipment.ordinary) > 0);
    const losses = lossesAt(uses, moment, had, (id, kind) => faultsAt(id, time, kind), named);
    const lost = new Set(losses.flatMap((loss) => loss.capabilities));
    const intact = had.filter((capability) => !lost.has(capability));
    const detours = intact.flatMap((capability) => detoursIn(moment, uses[capability]));
    return {
      from: timestamp(period, time), until: index + 1 < times.length ? timestamp(period, times[index + 1]!) : null, losses,
      services: graph.components.flatMap(({ service, label }, place) => (service && moment.state.level[place]! < equipment.ordinary.level[place]! ? [label] : [])),
      intact, detours: distinct(detours).map(({ failed, by }) => ({ failed: named(failed), by: named(by) })),
    };
  });
  return {
    practice: { code: estate.practices[practice]!.code, name: estate.practices[practice]!.name },
    incidents: incidents.map((incident, index) => metBy(incident, index, infrastructure, estate, period, upstream, practice)),
    stretches: joined(stretches).filter(({ losses, services, detours }) => losses.length + services.length + detours.length > 0),
    never: capabilities.filter((capability) => levelOf(graph, uses[capability], equipment.ordinary) === 0),
  };
}

interface Traced {
  readonly capability: Capability;
  readonly kind: Loss["kind"];
  readonly level: number;
  readonly slowness: number;
  readonly paths: readonly Path[];
}

/** Those that have the same level and speed for the same reasons are one loss. */
function lossesAt(uses: Infrastructure["capabilities"], moment: Moment, had: readonly Capability[], faultsAt: (id: string, kind: Loss["kind"]) => Fault[], named: (id: string) => Named): Loss[] {
  const groups = new Map<string, Traced[]>();
  for (const capability of had) {
    const level = levelOf(moment.graph, uses[capability], moment.state);
    // Nobody is slow with what nobody has.
    const slowness = level === 0 ? 1 : slownessOf(moment.graph, uses[capability], moment.state);
    for (const kind of ["lost", "slow"] as const) {
      if (kind === "lost" ? level === 1 : slowness === 1) continue;
      const paths = withoutEchoes(pathsTo(moment, uses[capability], kind), (id) => faultsAt(id, kind));
      const key = [kind, level, slowness, ...paths.map(({ components }) => components.at(-1)!).sort()].join();
      groups.set(key, [...(groups.get(key) ?? []), { capability, kind, level, slowness, paths }]);
    }
  }
  return [...groups.values()].map((group): Loss => {
    const [{ kind, level, slowness, paths: first }] = group as [Traced];
    const roots = [...new Set(first.map(({ components }) => components.at(-1)!))];
    return {
      kind, capabilities: group.map(({ capability }) => capability), level: { lowest: level, highest: level }, slowness: { lowest: slowness, highest: slowness },
      causes: roots.map((root) => ({
        faults: faultsAt(root, kind),
        chains: group.map(({ capability, paths }) => ({ capability, components: paths.find(({ components }) => components.at(-1) === root)!.components.map(named) })),
      })),
      alternatives: kind === "slow" ? [] : alternativesOf(group, named),
    };
  });
}

/** What comes back later than the component that failed is no cause of its own while that one is away. */
function withoutEchoes(paths: readonly Path[], faultsOf: (id: string) => readonly Fault[]): readonly Path[] {
  const ends = paths.map(({ components }) => faultsOf(components.at(-1)!));
  const failing = new Set(ends.flat().filter(({ comesLater }) => !comesLater).map(({ occurrence }) => occurrence));
  return paths.filter((_, index) => !ends[index]!.every(({ comesLater, occurrence }) => comesLater && failing.has(occurrence)));
}

function alternativesOf(group: readonly Traced[], named: (id: string) => Named): Loss["alternatives"] {
  const found = new Map<string, { alternative: Alternative<string>; for: Capability[] }>();
  for (const { capability, paths } of group) {
    for (const alternative of paths.flatMap((path) => path.alternatives)) {
      const key = `${alternative.of} ${alternative.state}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { alternative, for: [capability] });
      else if (!known.for.includes(capability)) known.for.push(capability);
    }
  }
  return [...found.values()].map(({ alternative, for: capability }) => ({ ...alternative, of: named(alternative.of), for: capability }));
}

/** Stretches that differ in levels and speeds alone are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const shapeOf = ({ losses, services, intact, detours }: Stretch): string => JSON.stringify([losses.map(({ level: _, slowness: __, ...loss }) => loss), services, intact, detours]);
  const all: Stretch[] = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    if (last === undefined || shapeOf(last) !== shapeOf(stretch)) all.push(stretch);
    else {
      const losses = last.losses.map((loss, index) => ({ ...loss, level: over(loss.level, stretch.losses[index]!.level), slowness: over(loss.slowness, stretch.losses[index]!.slowness) }));
      all[all.length - 1] = { ...last, until: stretch.until, losses };
    }
  }
  return all;
}

function over(one: Extent, other: Extent): Extent {
  return { lowest: Math.min(one.lowest, other.lowest), highest: Math.max(one.highest, other.highest) };
}

function distinct<T>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}

function metBy(incident: Incident, index: number, { components }: Infrastructure, estate: Estate, period: Period, { occurrences }: Upstream, practice: number): Met {
  const component = components.find(({ id }) => id === incident.component)!;
  const own = occurrences.filter((occurrence) => occurrence.incident === index);
  const hitBy = own.filter(({ hits }) => hits.some((hit) => hit.practice === practice));
  const local = (time: Minutes): string | null => (Number.isNaN(time) ? null : timestamp(period, time));
  return {
    incident: incident.name, label: component.label,
    met: hitBy.length > 0 ? "hit" : own.length === 0 ? "did not happen" : !selects(component.where ?? {}, estate, practice) ? "does not have it"
      : !reachable(incident.reach, component, estate).includes(practice) ? "is not among those it may reach"
      : incident.reach.harms !== undefined && !selects(incident.reach.harms, estate, practice) ? "is not harmed" : "was spared",
    severity: incident.severity ?? null, suspected: incident.suspected?.cause ?? null, cause: incident.cause ?? null,
    occurrences: hitBy.map(({ number, began, found, known, repaired }) => ({
      occurrence: number + 1, began: timestamp(period, began), found: incident.found === undefined ? null : local(found), known: local(known), repaired: local(repaired),
    })),
  };
}
