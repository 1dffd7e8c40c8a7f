/** How each practice goes on when its systems fail: drawn once by practice, whatever the replication's other draws. */
import { choice, cumulative } from "../engine/discrete.js";
import { draw, stream, uniform } from "../engine/random.js";
import type { Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";

export interface Habits {
  readonly clinicians: number;
  /** True where reception declines all requests; elsewhere it takes details on paper. */
  readonly declines: boolean;
}

export function habitsOf(practice: Practice, parameters: Parameters, seed: string, replication: number): Habits {
  const { response } = parameters;
  const random = stream(seed, replication, practice.code, "habits");
  return {
    clinicians: choice(cumulative([response.carryOnWithPaper, response.cancelRoutine, response.urgentOnly]), draw(random)),
    declines: uniform(random) < response.receptionDeclines,
  };
}
