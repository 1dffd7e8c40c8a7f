/** A comparison of options on a screen of 80 columns. */
import type picocolors from "picocolors";
import { effectFor, shownOutcomes, stated, wholePercent, type CompareDocument } from "../index.js";
import { cut, inLine, WIDTH, wrapped } from "./lines.js";

/** `page`: what was written, as the user may open it. */
export function compareSummary(document: CompareDocument, page: string, colours: ReturnType<typeof picocolors.createColors>): string {
  const { scenario, arms, replications, best, glossary, excluded } = document;
  const blocks = shownOutcomes.flatMap((id) => {
    const entry = glossary.find((each) => each.id === id);
    const first = arms[0] && effectFor(document, arms[0].name, id);
    if (entry === undefined || first === undefined) return [];
    // Those that avert nothing are named once, below.
    const rows = arms.filter(({ isWithoutEffect }) => !isWithoutEffect).map(({ name }) => ({ name, averted: effectFor(document, name, id)!.averted }));
    const winner = best.find((each) => each.id === id && each.where === "all")?.arms[0];
    return [[
      wrapped(`${entry.label} (${first.unit}), without an option ${stated(first.without)}; averted with:`),
      ...rows.sort((a, b) => (b.averted.mean ?? 0) - (a.averted.mean ?? 0)).map(({ name, averted }) => `  ${cut(name, 44).padEnd(45)}${stated(averted)}`),
      ...(winner === undefined ? [] : [colours.dim(wrapped(`Averts most by itself: ${winner.arm}, with a probability of ${wholePercent(winner.probability)}.`, "  "))]),
    ].join("\n")];
  });
  const idle = arms.filter(({ isWithoutEffect, options }) => isWithoutEffect && options.length === 1).map(({ name }) => name);
  return `${[
    colours.bold(cut(inLine(`${scenario.name}, ${document.options.length} options in ${replications} ${replications === 1 ? "replication" : "replications"}`), WIDTH)),
    ...blocks,
    ...(idle.length === 0 ? [] : [wrapped(`Nothing changes in this scenario with: ${idle.join(", ")}.`)]),
    ...excluded.map(({ reason }) => wrapped(reason)),
    `${wrapped("In brackets the 95% interval of the mean over paired replications: simulation error alone.")}\nPage: ${colours.cyan(page)}`,
  ].join("\n\n")}\n`;
}
