/** Troubles go up the graph of components: what each practice loses by them, and when. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { capabilities, extentOf, undisturbed, type Disruption, type History, type Steps } from "./disruption.js";
import { problems } from "./extend.js";
import { createState, graphOf, settle, type Graph, type State } from "./levels.js";
import type { Infrastructure } from "./model.js";
import type { Trouble } from "./trouble.js";

/**
 * What `troubles`, by practice index, take from the practices of `estate`. A capability or service that a practice would lack on an ordinary day is not lost by it
 * and has no step. Services are listed in the order of the components.
 * @throws RangeError where the infrastructure has problems.
 */
export function disrupt(infrastructure: Infrastructure, estate: Estate, troubles: readonly (readonly Trouble[])[]): Disruption {
  const [problem] = problems(infrastructure);
  if (problem !== undefined) throw new RangeError(problem.message);
  const graph = graphOf(infrastructure);
  const equipments = equipmentsOf(graph, estate);
  const services = infrastructure.components.filter(({ service }) => service).map(({ id, label }) => ({ id, label, place: graph.placeOf.get(id)! }));
  const histories: History[] = [undisturbed];
  // By what lies behind them, and by what they are.
  const numbers = new Map<string, number>();
  const contents = new Map([[digest(undisturbed), [0]]]);
  const nameOf = numbering<Trouble>();

  const historyOf = estate.practices.map((_, practice) => {
    const equipment = equipments[practice]!;
    const own = troubles[practice]!.filter(({ component }) => !equipment.lacks.has(component));
    if (own.length === 0) return 0;
    const key = `${equipment.number}|${own.map(nameOf).join()}`;
    let number = numbers.get(key);
    if (number === undefined) {
      const history = historyIn(graph, equipment, own, services);
      const content = digest(history);
      const alike = contents.get(content);
      number = alike?.find((other) => isSameHistory(histories[other]!, history));
      if (number === undefined) {
        number = histories.push(history) - 1;
        if (alike === undefined) contents.set(content, [number]);
        else alike.push(number);
      }
      numbers.set(key, number);
    }
    return number;
  });
  return { histories, historyOf, ...extentOf(histories) };
}

/** What practices have and have not; those for which it is the same share one. */
export interface Equipment {
  readonly number: number;
  readonly lacks: ReadonlySet<string>;
  /** State of the components by themselves on an ordinary day, and what becomes of it. */
  readonly own: State;
  readonly ordinary: State;
}

export function equipmentsOf(graph: Graph, estate: Estate): readonly Equipment[] {
  const optional = graph.components.flatMap(({ id, where }) => (where === undefined ? [] : [{ id, has: estate.practices.map((_, practice) => selects(where, estate, practice)) }]));
  const found = new Map<string, Equipment>();
  return estate.practices.map((_, practice) => {
    const lacks = optional.filter(({ has }) => !has[practice]).map(({ id }) => id);
    const key = lacks.join();
    let equipment = found.get(key);
    if (equipment === undefined) {
      const [own, ordinary] = [createState(graph), createState(graph)];
      for (const id of lacks) own.level[graph.placeOf.get(id)!] = ordinary.level[graph.placeOf.get(id)!] = 0;
      settle(graph, ordinary);
      equipment = { number: found.size, lacks: new Set(lacks), own, ordinary };
      found.set(key, equipment);
    }
    return equipment;
  });
}

/** Moments at which something changes, ascending, each with the state of the graph from then on. `see` must not keep the state. */
export function eachMoment(graph: Graph, { own }: Equipment, troubles: readonly Trouble[], see: (time: number, state: State) => void): void {
  const coming = troubles.map(({ component, steps }) => courseOf(graph.placeOf.get(component)!, steps)).sort((a, b) => a.until - b.until);
  let begun = 0;
  // Only what lasts is looked at: a year has many troubles, and few at a time.
  let lasting: Course[] = [];
  const state = createState(graph);
  for (;;) {
    let time = begun < coming.length ? coming[begun]!.until : Infinity;
    for (const { until } of lasting) if (until < time) time = until;
    if (time === Infinity) return;
    while (begun < coming.length && coming[begun]!.until === time) lasting.push(coming[begun++]!);
    state.level.set(own.level);
    state.slowness.set(own.slowness);
    let areOver = false;
    for (const course of lasting) {
      if (course.until === time) step(course);
      const { place, level, slowness } = course;
      // Of several troubles of one component the deepest counts, and the slowest: they are taken to hit the same users.
      if (level < state.level[place]!) state.level[place] = level;
      if (slowness > state.slowness[place]!) state.slowness[place] = slowness;
      areOver ||= isOver(course);
    }
    if (areOver) lasting = lasting.filter((course) => !isOver(course));
    settle(graph, state);
    see(time, state);
  }
}

/** A trouble at one moment: its level and slowness, and until when they hold. */
interface Course {
  readonly place: number;
  readonly steps: Steps;
  next: number;
  level: number;
  slowness: number;
  until: number;
}

function courseOf(place: number, steps: Steps): Course {
  return { place, steps, next: 0, level: 1, slowness: 1, until: steps.times[0]! };
}

function step(course: Course): void {
  const { times, level, slowness } = course.steps;
  course.level = level[course.next]!;
  course.slowness = slowness[course.next]!;
  course.next++;
  course.until = course.next < times.length ? times[course.next]! : Infinity;
}

function isOver({ until, level, slowness }: Course): boolean {
  return until === Infinity && level === 1 && slowness === 1;
}

/** What practices of one equipment with the same troubles go through. */
function historyIn(graph: Graph, equipment: Equipment, troubles: readonly Trouble[], services: readonly { readonly id: string; readonly label: string; readonly place: number }[]): History {
  const ofCapabilities = capabilities.map((_, index) => recorder(graph.firstCapability + index));
  const ofServices = services.map(({ place }) => recorder(place));
  const recorders = [...ofCapabilities, ...ofServices].filter(({ place }) => equipment.ordinary.level[place]! > 0);
  eachMoment(graph, equipment, troubles, (time, state) => {
    for (const each of recorders) {
      const level = state.level[each.place]!;
      // Nobody is slow with what nobody has.
      const slowness = level === 0 ? 1 : state.slowness[each.place]!;
      if (level === each.level && slowness === each.slowness) continue;
      each.level = level;
      each.slowness = slowness;
      each.steps.times.push(time);
      each.steps.level.push(level);
      each.steps.slowness.push(slowness);
    }
  });
  // Much is lost together: the same steps are kept once.
  const kept: Steps[] = [];
  const shared = ({ steps }: Recorder): Steps => {
    const same = kept.find((other) => isSame(other, steps));
    if (same === undefined) kept.push(steps);
    return same ?? steps;
  };
  return {
    capabilities: ofCapabilities.map(shared),
    services: services.flatMap(({ id, label }, index) => (ofServices[index]!.steps.times.length === 0 ? [] : [{ component: id, label, steps: shared(ofServices[index]!) }])),
  };
}

interface Recorder {
  readonly place: number;
  readonly steps: { readonly times: number[]; readonly level: number[]; readonly slowness: number[] };
  level: number;
  slowness: number;
}

function recorder(place: number): Recorder {
  return { place, steps: { times: [], level: [], slowness: [] }, level: 1, slowness: 1 };
}

function isSame(one: Steps, other: Steps): boolean {
  return one === other || (one.times.length === other.times.length && one.times.every((time, step) => time === other.times[step] && one.level[step] === other.level[step] && one.slowness[step] === other.slowness[step]));
}

function isSameHistory(one: History, other: History): boolean {
  return one.capabilities.every((steps, index) => isSame(steps, other.capabilities[index]!)) && one.services.length === other.services.length &&
    one.services.every(({ component, steps }, index) => component === other.services[index]!.component && isSame(steps, other.services[index]!.steps));
}

/** Equal for equal histories, and seldom for others. */
function digest({ capabilities: all, services }: History): number {
  let sum = services.length;
  [...all, ...services.map(({ steps }) => steps)].forEach(({ times, level }, index) => (sum += (index + 1) * (times.length + (times[0] ?? 0) + (times.at(-1) ?? 0) + (level[0] ?? 0))));
  return sum;
}

function numbering<T>(): (thing: T) => number {
  const numbers = new Map<T, number>();
  return (thing) => {
    if (!numbers.has(thing)) numbers.set(thing, numbers.size);
    return numbers.get(thing)!;
  };
}
