/** What somebody who mistyped a word probably meant. */
import { distance } from "fastest-levenshtein";

/** The candidate that is nearest to `word`, upper and lower case alike, or else the first that has it in it; undefined where none does. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  return allNearest(word, all, (candidate) => candidate)[0] ?? (word.length < 3 ? undefined : all.find((candidate) => candidate.toLowerCase().includes(word.toLowerCase())));
}

/** All the candidates that are equally near, and near enough: within a third of their letters. The same letters in another order are one slip. */
export function allNearest<T>(word: string, candidates: readonly T[], nameOf: (candidate: T) => string): T[] {
  const sought = word.slice(0, 100).toLowerCase();
  let best: T[] = [];
  let least = Infinity;
  for (const candidate of candidates) {
    const name = nameOf(candidate).toLowerCase();
    const steps = sought !== name && inOrder(sought) === inOrder(name) ? 1 : distance(sought, name);
    if (steps > least || steps > Math.max(1, Math.floor(Math.max(sought.length, name.length) / 3))) continue;
    if (steps < least) best = [];
    least = steps;
    best.push(candidate);
  }
  return best;
}

const inOrder = (word: string): string => [...word].sort().join("");
