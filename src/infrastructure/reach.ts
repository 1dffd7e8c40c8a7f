/** Whom faults reach, and who has what: the practices for which everything is the same share a situation. */
import type { Estate, Selector } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Component, Fault, Incident } from "./model.js";

export interface ReachingFault extends Fault {
  /** Index of the incident that it belongs to. */
  readonly incident: number;
}

export interface Situation {
  /** Components that the practices do not have. */
  readonly lacks: ReadonlySet<string>;
  /** Faults that hit them: that last, take something away, and stand in a component that they have. */
  readonly faults: readonly ReachingFault[];
}

/**
 * Distinct situations, and by practice index which of them it is in.
 * @throws RangeError where a fault is in a component that does not exist.
 */
export function situations(components: readonly Component[], incidents: readonly Incident[], estate: Estate): { readonly distinct: readonly Situation[]; readonly of: readonly number[] } {
  const faults = incidents.flatMap((incident, index) =>
    incident.faults.filter(({ from, until, level }) => from < until && level < 1).map((fault) => ({ ...fault, incident: index, component: componentOf(fault, incident, components) })),
  );
  const optional = components.flatMap(({ id, where }) => (where === undefined ? [] : [{ id, has: estate.practices.map((_, practice) => selects(where, estate, practice)) }]));
  const reach = reachIn(estate);
  const reaching = estate.practices.map((): number[] => []);
  faults.forEach((fault, index) => {
    for (const practice of reach(fault)) reaching[practice]!.push(index);
  });
  const numbers = new Map<string, number>();
  const distinct: Situation[] = [];
  const of = estate.practices.map((_, practice) => {
    const lacks = new Set(optional.filter(({ has }) => !has[practice]).map(({ id }) => id));
    const hits = reaching[practice]!.filter((index) => !lacks.has(faults[index]!.component.id));
    const key = `${[...lacks].join()}|${hits.join()}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = distinct.push({ lacks, faults: hits.map((index) => ({ ...faults[index]!, component: faults[index]!.component.id })) }) - 1;
      numbers.set(key, number);
    }
    return number;
  });
  return { distinct, of };
}

function componentOf({ component }: Fault, { name }: Incident, components: readonly Component[]): Component {
  const found = components.find(({ id }) => id === component);
  if (found === undefined) throw new RangeError(`Incident "${name}" has a fault in "${component}", which is not a component.`);
  return found;
}

type Placed = Pick<Fault, "where"> & { readonly component: Component };

/** Indices of the practices that a fault reaches. Faults that say the same, as in a flapping line, share one answer. */
function reachIn(estate: Estate): (fault: Placed) => readonly number[] {
  const answers = new Map<string, readonly number[]>();
  return ({ component: { scope }, where = {} }) => {
    const key = `${scope === "region"} ${JSON.stringify(where)}`;
    const answer = answers.get(key) ?? (scope === "region" ? widened(where, estate) : selectedBy(where, estate));
    answers.set(key, answer);
    return answer;
  };
}

/** All practices of each region in which one is selected; of those in the ICBs that the selector names, where it names any. */
function widened(where: Selector, estate: Estate): readonly number[] {
  const hit = new Set(selectedBy(where, estate).map((practice) => estate.practices[practice]!.region));
  const named = where.region === undefined ? {} : { region: where.region };
  return selectedBy(named, estate).filter((practice) => hit.has(estate.practices[practice]!.region));
}

function selectedBy(where: Selector, estate: Estate): readonly number[] {
  return [...estate.practices.keys()].filter((practice) => selects(where, estate, practice));
}
