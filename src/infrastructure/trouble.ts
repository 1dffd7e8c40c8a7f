/** What is wrong with a component as seen from a practice, and when: what the upstream simulation leaves to the graph. */
import { delayed, stepsOf } from "./steps.js";
import type { Steps } from "./disruption.js";
import { incidentOf, type Hit, type Story } from "./story.js";

export interface Trouble {
  readonly component: string;
  /** Number of the occurrence of which it is a part. */
  readonly occurrence: number;
  readonly steps: Steps;
}

/** By practice index. Practices that go through the same in an occurrence share their troubles. */
export function troublesOf(story: Story): Trouble[][] {
  const troubles = story.estate.practices.map((): Trouble[] => []);
  const shared = new Map<string, readonly Trouble[]>();
  for (const hit of story.hits) {
    if (hit.course.times.length === 0) continue;
    // Units fail one by one: no two practices go through the same.
    const key = hit.units > 0 ? undefined : keyOf(hit);
    let own = key === undefined ? undefined : shared.get(key);
    if (own === undefined) {
      own = troublesIn(story, hit);
      if (key !== undefined) shared.set(key, own);
    }
    troubles[hit.practice]!.push(...own);
  }
  return troubles;
}

function troublesIn(story: Story, { occurrence, course }: Hit): Trouble[] {
  const { component, tail, return: back } = incidentOf(story, occurrence);
  const parts = [[component, course] as const, ...Object.entries(back?.services ?? {}).map(([service, delay]) => [service, delayed(course, delay)] as const)];
  return parts.map(([id, own]) => ({ component: id, occurrence: occurrence.number, steps: stepsOf(own, tail) })).filter(({ steps }) => steps.times.length > 0);
}

function keyOf({ occurrence, course: { times, levels, slownesses, returned } }: Hit): string {
  return `${occurrence.number};${times.join()};${levels.join()};${slownesses.join()};${returned}`;
}
