/** A comparison of options on a screen of 80 columns. */
import type picocolors from "picocolors";
import { effectFor, stated, wholePercent, type CompareDocument } from "../index.js";
import { cut, inLine, WIDTH, wrapped } from "./lines.js";

/** Outcomes on the screen, and arms of each; the page has more. */
const shown = ["appointmentsDisrupted", "careDelay", "extraWorkHours"] as const;
const MOST_ARMS = 10;

/** `page`: what was written, as the user may open it. */
export function compareSummary(document: CompareDocument, page: string, colours: ReturnType<typeof picocolors.createColors>): string {
  const { scenario, arms, replications, best, glossary, excluded } = document;
  const idle = arms.filter(({ isWithoutEffect, options }) => isWithoutEffect && options.length === 1).map(({ name }) => name);
  // A pair of which one changes nothing is the other by itself.
  const felt = arms.filter(({ options }) => !options.some((option) => idle.includes(option)));
  const blocks = felt.length === 0 ? [] : shown.flatMap((id) => {
    const entry = glossary.find((each) => each.id === id);
    if (entry === undefined) return [];
    const rows = felt.map(({ name }) => ({ name, effect: effectFor(document, name, id)! })).sort((a, b) => (b.effect.averted.mean ?? 0) - (a.effect.averted.mean ?? 0));
    const [first] = rows as [(typeof rows)[number]];
    const winner = best.find((each) => each.id === id && each.where === "all")?.arms[0];
    return [[
      wrapped(`${entry.label} (${first.effect.unit}), without an option ${stated(first.effect.without)}; averted with:`),
      ...rows.slice(0, MOST_ARMS).map(({ name, effect }) => `  ${cut(name, 42).padEnd(43)}${stated(effect.averted)}`),
      ...(rows.length > MOST_ARMS ? [colours.dim(`  and ${rows.length - MOST_ARMS} more, on the page`)] : []),
      ...(winner === undefined ? [] : [colours.dim(wrapped(`By itself ${winner.arm} averts most, with a probability of ${wholePercent(winner.probability)}.`, "  "))]),
    ].join("\n")];
  });
  return `${[
    colours.bold(cut(inLine(`${scenario.name}, ${document.options.length} ${document.options.length === 1 ? "option" : "options"} in ${replications} ${replications === 1 ? "replication" : "replications"}`), WIDTH)),
    ...blocks,
    ...(idle.length === 0 ? [] : [wrapped(`Nothing changes in this scenario with: ${idle.join(", ")}.`)]),
    ...excluded.map(({ reason }) => wrapped(reason)),
    `${wrapped("In brackets the 95% interval of the mean over paired replications: simulation error alone.")}\nPage: ${colours.cyan(page)}`,
  ].join("\n\n")}\n`;
}
