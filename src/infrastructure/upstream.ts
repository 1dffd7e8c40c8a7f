/** The upstream simulation: incidents begin, spread, are found, blamed on the wrong thing, repaired, and everything comes back. What practices lose by it follows in disrupt.ts. */
import { run } from "../engine/simulation.js";
import type { Estate } from "../estate/estate.js";
import type { Period } from "../facts/days.js";
import { beginPlanned, planBeginning } from "./beginning.js";
import type { Chance } from "./chance.js";
import { arrive, beginShift, createCrews, endShift, mended, usersMend } from "./crews.js";
import { disrupt } from "./disrupt.js";
import type { Disruption } from "./disruption.js";
import { backAgain, failUnit, hitPractice, unitBack } from "./hit.js";
import type { Incident } from "./incident.js";
import type { Entry } from "./journal.js";
import type { Component, Infrastructure } from "./model.js";
import { find, know, repair } from "./remedy.js";
import { turn } from "./rhythm.js";
import {
  BEGINS, COMES_BACK, CREW_ARRIVES, CREW_MENDED, createStory, IS_FOUND, IS_HIT, IS_KNOWN, IS_REPAIRED, SHIFT_BEGINS, SHIFT_ENDS, TURNS, UNIT_COMES_BACK, UNIT_FAILS, USERS_MEND,
  type Occurrence,
} from "./story.js";
import { troublesOf, type Trouble } from "./trouble.js";

export { isLeftToChance, type Chance } from "./chance.js";

export interface Upstream {
  readonly disruption: Disruption;
  readonly occurrences: readonly Occurrence[];
  readonly journal: readonly Entry[];
  /** By practice index: what is wrong with which component, and when. */
  readonly troubles: readonly (readonly Trouble[])[];
}

/**
 * What `incidents` do to the practices of `estate` in one replication. Those that come by chance begin from the first reported day to the horizon; what has begun
 * goes on to its end, beyond the horizon if need be.
 * @throws RangeError where the infrastructure has problems or an incident is in a component that does not exist.
 */
export function simulateUpstream(infrastructure: Infrastructure, incidents: readonly Incident[], estate: Estate, period: Period, chance: Chance): Upstream {
  const story = createStory(incidents.map((incident) => componentOf(incident, infrastructure)), incidents, estate, period, chance);
  const crews = createCrews(story);
  incidents.forEach((_, index) => planBeginning(story, index));
  run(story.calendar, Infinity, (kind, subject) => {
    switch (kind) {
      case BEGINS: return beginPlanned(story, subject);
      case IS_FOUND: return find(story, story.occurrences[subject]!);
      case IS_KNOWN: return know(story, crews, story.occurrences[subject]!);
      case IS_REPAIRED: return repair(story, story.occurrences[subject]!);
      case IS_HIT: return hitPractice(story, crews, story.hits[subject]!);
      case UNIT_FAILS: return failUnit(story, crews, subject);
      case TURNS: return turn(story, subject);
      case COMES_BACK: return backAgain(story, story.hits[subject]!);
      case UNIT_COMES_BACK: return unitBack(story, subject);
      case USERS_MEND: return usersMend(story, crews, subject);
      case CREW_ARRIVES: return arrive(story, crews, subject);
      case CREW_MENDED: return mended(story, crews, subject);
      case SHIFT_BEGINS: return beginShift(story, crews, subject);
      case SHIFT_ENDS: return endShift(story, crews, subject);
    }
  });
  const troubles = troublesOf(story);
  return { disruption: disrupt(infrastructure, estate, troubles), occurrences: story.occurrences, journal: story.journal, troubles };
}

function componentOf({ name, component }: Incident, { components }: Infrastructure): Component {
  const found = components.find(({ id }) => id === component);
  if (found === undefined) throw new RangeError(`Incident "${name}" has a fault in "${component}", which is not a component.`);
  return found;
}
