/** What somebody who mistyped a word probably meant. */
import { distance } from "fastest-levenshtein";

/** The candidate that is nearest to `word`, upper and lower case alike; undefined where none is near enough: a third of its letters. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return allNearest(word, [...candidates], (candidate) => candidate)[0];
}

/** All the candidates that are equally near, and near enough. */
export function allNearest<T>(word: string, candidates: readonly T[], nameOf: (candidate: T) => string): T[] {
  const sought = word.slice(0, 100).toLowerCase();
  let best: T[] = [];
  let least = Infinity;
  for (const candidate of candidates) {
    const name = nameOf(candidate).toLowerCase();
    const steps = distance(sought, name);
    if (steps > least || steps > Math.max(1, Math.floor(Math.max(sought.length, name.length) / 3))) continue;
    if (steps < least) best = [];
    least = steps;
    best.push(candidate);
  }
  return best;
}
