/** Incidents spread through the graph of components: what each practice loses, and when. */
import type { Estate } from "../estate/estate.js";
import { capabilities, restoredAt, undisturbed, type Disruption, type History, type Steps } from "./disruption.js";
import { problems } from "./extend.js";
import { failedBeneath, inOrder, levelOf, levelsOf } from "./levels.js";
import type { Component, Expression, Incident, Infrastructure } from "./model.js";
import { situations, type Situation } from "./reach.js";
import { stepsOf, type Dip } from "./steps.js";

/**
 * What `incidents` take from the practices of `estate`. A capability or service that a practice would lack on an ordinary day is not lost by it and
 * has no step. Services are listed in the order of the components.
 * @throws RangeError where the infrastructure has problems or a fault is in a component that does not exist.
 */
export function disrupt(infrastructure: Infrastructure, incidents: readonly Incident[], estate: Estate): Disruption {
  const [problem] = problems(infrastructure);
  if (problem !== undefined) throw new RangeError(problem.message);
  const ordered = { ...infrastructure, components: inOrder(infrastructure.components) };
  const { distinct, of } = situations(ordered.components, incidents, estate);

  const histories: History[] = [undisturbed];
  const numbers = new Map([[fingerprint(undisturbed), 0]]);
  const numberOf = distinct.map((situation) => {
    const history = situation.faults.length === 0 ? undisturbed : historyOf(situation, ordered, infrastructure.components, incidents);
    const key = fingerprint(history);
    const number = numbers.get(key) ?? histories.push(history) - 1;
    numbers.set(key, number);
    return number;
  });

  let onset = Infinity;
  let restored = -Infinity;
  for (const history of histories) {
    // Slowness comes only after a fall, so a capability's first step is its fall.
    for (const { times } of history.capabilities) onset = Math.min(onset, times[0] ?? Infinity);
    restored = Math.max(restored, restoredAt(history));
  }
  return { histories, historyOf: of.map((situation) => numberOf[situation]!), onset, restored: restored === -Infinity ? onset : restored };
}

/** What practices in one situation go through. */
function historyOf({ lacks, faults }: Situation, ordered: Infrastructure, listed: readonly Component[], incidents: readonly Incident[]): History {
  const needsOf = new Map(ordered.components.map(({ id, needs }) => [id, needs]));
  const present = (component: string): number => (lacks.has(component) ? 0 : 1);
  const ordinary = levelsOf(ordered.components, present);
  const times = [...new Set(faults.flatMap(({ from, until }) => [from, until]))].filter((time) => time < Infinity).sort((a, b) => a - b);
  const moments = times.map((time) => {
    const active = faults.filter(({ from, until }) => from <= time && time < until);
    const depth = new Map<string, number>();
    for (const { component, level } of active) depth.set(component, Math.min(level, depth.get(component) ?? 1));
    const own = (component: string): number => depth.get(component) ?? present(component);
    return { time, active, own, levels: levelsOf(ordered.components, own) };
  });

  const stepsFor = (expression: Expression): Steps => {
    if (levelOf(expression, ordinary) === 0) return { times: [], level: [], slowness: [] };
    const levels = moments.map((moment) => levelOf(expression, moment.levels));
    const dips: Dip[] = [];
    let behind = new Set<number>();
    moments.forEach(({ time, active, own, levels: found }, index) => {
      if (levels[index]! < 1) {
        const failed = failedBeneath(expression, found, own, needsOf);
        for (const { component, incident } of active) if (failed.has(component)) behind.add(incident);
      } else if (behind.size > 0) {
        dips.push({ end: time, tails: [...behind].flatMap((incident) => incidents[incident]!.tail ?? []) });
        behind = new Set();
      }
    });
    return stepsOf(times, levels, dips);
  };

  return {
    capabilities: capabilities.map((capability) => stepsFor(ordered.capabilities[capability])),
    services: listed.flatMap(({ id, label, service }) => {
      const steps = service ? stepsFor(id) : undefined;
      return steps === undefined || steps.times.length === 0 ? [] : [{ component: id, label, steps }];
    }),
  };
}

/** Equal for equal histories; keeps infinite times, which JSON does not. */
function fingerprint({ capabilities: all, services }: History): string {
  const written = ({ times, level, slowness }: Steps): string => `${times.join()};${level.join()};${slowness.join()}`;
  return [...all.map(written), ...services.map(({ component, steps }) => `${component}:${written(steps)}`)].join("|");
}
