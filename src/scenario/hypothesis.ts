/**
 * One expectation: `backlogRecovery p90 of practices <= 5 working days where region QKS`. In order: outcome; perhaps one of its parts (`role:gp`,
 * `day:2023-03-16`); statistic; perhaps "of practices" or "of replications"; comparison; number; perhaps the outcome's unit; perhaps a place. Without "of"
 * an outcome that is averaged over practices, as `backlogRecovery` is, is judged over practices, any other over replications.
 */
import type { Hypothesis } from "../experiment/model.js";
import { descriptionOf, descriptions } from "../outcomes/index.js";
import { byDay } from "../outcomes/outcome.js";
import { isDate } from "../facts/days.js";
import { messages, type Words } from "./messages.js";
import { nearest } from "./nearest.js";

const statistics = ["mean", "p5", "p10", "p50", "p90", "p95"] as const satisfies readonly Hypothesis["statistic"][];
const populations = ["practices", "replications"] as const;
const comparisons = ["<", "<=", ">", ">="] as const;
export const placeKinds = ["region", "neighbourhood", "practice"] as const;

/** What is wrong, and how many characters into the text. */
export interface Trouble {
  readonly words: Words;
  readonly within: number;
}

export interface ReadHypothesis {
  readonly hypothesis: Hypothesis;
  /** Kind of the place that "where" names, and how many characters into the text its code stands. */
  readonly place?: { readonly kind: (typeof placeKinds)[number]; readonly within: number };
}

interface Word {
  readonly text: string;
  readonly within: number;
}

/** Reads `text`; `subject` is what the sentence about a trouble calls it. */
export function hypothesisOf(text: string, subject: string): ReadHypothesis | Trouble {
  const words: Word[] = [...text.matchAll(/[<>=]+|[^\s<>=]+/g)].map((match) => ({ text: match[0], within: match.index }));
  let next = 0;
  const take = (): Word => words[next++] ?? { text: "", within: Math.max(0, text.trimEnd().length - 1) };
  const takeUntil = (isEnd: (word: string) => boolean): Word[] => {
    const from = next;
    while (next < words.length && !isEnd(words[next]!.text)) next++;
    return words.slice(from, next);
  };
  const trouble = ({ within }: Word, found: Words): Trouble => ({ words: found, within });
  const joined = (taken: readonly Word[]): string => taken.map((word) => word.text).join(" ");

  const outcome = take();
  const ids = [...new Set(descriptions.map(({ id }) => id))];
  if (!ids.includes(outcome.text)) {
    return trouble(outcome, words.length < 3 ? messages.notAHypothesis(subject, text) : messages.unknownOutcome(subject, outcome.text, nearest(outcome.text, ids), ids));
  }

  const parts = descriptions.filter(({ id }) => id === outcome.text).flatMap((description) => description.parts);
  const before = takeUntil((word) => isIn(statistics, word) || word === "of" || /^[<>=]+$/.test(word));
  const statistic = take();
  if (!isIn(statistics, statistic.text)) {
    // What stands in its place may be a statistic misspelt.
    const written = before.at(-1);
    return trouble(written ?? statistic, messages.unknownStatistic(subject, written?.text, written && nearest(written.text, statistics), statistics));
  }
  const part = before.length === 0 ? "all" : joined(before);
  const description = descriptionOf(outcome.text, part);
  if (!description || (part.startsWith(byDay) && !isDate(part.slice(byDay.length)))) {
    if (before.length === 0) return trouble(outcome, messages.partNeeded(subject, outcome.text, parts));
    return trouble(before[0]!, messages.unknownPart(subject, part, outcome.text, nearest(part, parts), parts));
  }

  let of: Hypothesis["of"] = description.combination === "practices" && part === "all" ? "practices" : "replications";
  if (words[next]?.text === "of") {
    next++;
    const population = take();
    if (!isIn(populations, population.text)) return trouble(population, messages.unknownPopulation(subject, population.text, populations));
    of = population.text;
  }
  const comparison = take();
  if (!isIn(comparisons, comparison.text)) return trouble(comparison, messages.unknownComparison(subject, comparison.text, comparisons));
  const value = take();
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value.text)) return trouble(value, messages.notANumber(subject, value.text));
  const unit = takeUntil((word) => word === "where");
  if (unit.length > 0 && singular(joined(unit)) !== singular(description.unit)) {
    return trouble(unit[0]!, messages.wrongUnit(subject, joined(unit), outcome.text, description.unit));
  }

  const read = { text, outcome: outcome.text, part, statistic: statistic.text, of, comparison: comparison.text, value: Number(value.text) };
  const regional = description.ofRegions === true ? outcome.text : part;
  const isOfRegions = part === "region" || part.startsWith(byDay) || description.ofRegions === true;
  if (description.ofTeams === true && (of === "practices" || next < words.length)) return trouble(outcome, messages.keptByTeam(subject, outcome.text));
  if (isOfRegions && of === "practices") return trouble(before[0] ?? outcome, messages.partOfRegions(subject, regional));
  if (next === words.length) return { hypothesis: { ...read, where: "all" } };
  next++;
  const kind = take();
  if (!isIn(placeKinds, kind.text)) return trouble(kind, messages.notAPlace(subject, kind.text, placeKinds));
  const code = take();
  if (code.text === "") return trouble(kind, messages.notAPlace(subject, kind.text, placeKinds));
  if (isOfRegions && kind.text !== "region") return trouble(kind, messages.partOfRegions(subject, regional));
  const surplus = words[next];
  if (surplus) return trouble(surplus, messages.unexpectedWord(subject, surplus.text));
  return { hypothesis: { ...read, where: code.text }, place: { kind: kind.text, within: code.within } };
}

function isIn<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word);
}

/** "working day" for "working days". */
function singular(unit: string): string {
  return unit.replace(/s\b/g, "");
}
