/** What options avert and change of more outcomes than the board's page has, arm by arm. */
import type { CompareDocument, Effect } from "../../result/compare-document.js";
import { html, type Html } from "../html.js";
import { stated } from "../numbers.js";
import { section } from "../section.js";
import { shell } from "../shell.js";
import { table } from "../table.js";
import { stacked } from "../values.js";
import { likely, shortOf } from "./words.js";

/** Outcomes that the page shows, in this order. */
const shownOutcomes = ["appointmentsDisrupted", "consultationsWithoutRecords", "needUnmetSameDay", "careDelay", "extraWorkHours", "backlogRecovery"] as const;

/** A complete HTML document. Every text of `document` is escaped. */
export function comparePage(document: CompareDocument): string {
  return shell({
    name: `Effects of options, ${document.scenario.name}`,
    question: "What does each option avert, and what does it change?",
    contents: [["averted", "What each averts"], ["best", "Which averts most"], ["ordinary", "Ordinary days"]],
    sections: [averted(document), best(document), ordinary(document)],
    footer: `Made with Outage Lab ${document.version}, a simulation, from the figures that compare.json beside this page holds unrounded.`,
  });
}

/** The whole of an outcome in all places, in the unit of the glossary's first entry: some have two. */
function effectFor({ effects, glossary }: CompareDocument, arm: string, id: string): Effect | undefined {
  const unit = glossary.find((entry) => entry.id === id)?.unit;
  return effects.find((effect) => effect.arm === arm && effect.id === id && effect.unit === unit && effect.part === "all" && effect.where === "all");
}

function named({ glossary }: CompareDocument, id: string): string {
  return glossary.find((entry) => entry.id === id)?.label ?? id;
}

/** `Second firewall + paper pack`, as on the board's page. */
function nameOf(document: CompareDocument, arm: string): string {
  const row = document.decision.candidates.find(({ name }) => name === arm);
  return row === undefined ? arm : shortOf(document, row);
}

function averted(document: CompareDocument): Html {
  const { replications, arms, warnings } = document;
  return section("averted", "What each averts", html`${warnings.length === 0 ? null : html`<div class="warnings">${warnings.map((warning) => html`<p>${warning}</p>`)}</div>
`}<p>What the outage does without an option, less what it does with it, in ${String(replications)} ${replications === 1 ? "replication" : "replications"} of the same patients
and the same faults; what averts most comes first. In brackets the 95% interval of the mean: chance alone. Below 0 it makes worse. What options cost, and what to buy, stands on <a href="index.html">the page for the board</a> (index.html, beside this page).</p>
${shownOutcomes.filter((id) => effectFor(document, arms[0]?.name ?? "", id) !== undefined).map((id) => {
    const { unit, without } = effectFor(document, arms[0]!.name, id)!;
    const name = named(document, id);
    const rows = arms.map(({ name: arm, isWithoutEffect }) => ({ arm, isWithoutEffect, effect: effectFor(document, arm, id)! }))
      .sort((a, b) => Number(a.isWithoutEffect) - Number(b.isWithoutEffect) || (b.effect.averted.mean ?? 0) - (a.effect.averted.mean ?? 0));
    return table(`averted-${id}`, `${name}${name.toLowerCase().includes(unit) ? "" : `, ${unit}`}: ${stated(without)} without an option`, [{ head: "Option" }, { head: "With it", numeric: true }, { head: "Averted", numeric: true }],
      [{ rows: rows.map(({ arm, isWithoutEffect, effect }) => [nameOf(document, arm), stacked(effect.with), isWithoutEffect ? "nothing" : stacked(effect.averted)]) }]);
  })}`);
}

/** Less likely ones are not named. */
const LEAST = 0.05;

function best(document: CompareDocument): Html {
  const rows = shownOutcomes.flatMap((id) => {
    const unit = document.glossary.find((entry) => entry.id === id)?.unit;
    const found = document.best.find((each) => each.id === id && each.unit === unit && each.where === "all");
    return found === undefined ? [] : [[named(document, id), found.arms.filter(({ probability }) => probability >= LEAST).map(({ arm, probability }) => `${nameOf(document, arm)} ${likely(probability)}`).join("; ")]];
  });
  return section("best", "Which averts most", html`<p>The chance that an option by itself averts more than every other, whatever it costs: how often it comes first where the replications are drawn again with repetition. Those that avert the same share the chance.</p>
${rows.length === 0 ? html`<p>None of them averts anything.</p>` : table("best-table", "Options with the highest chance to avert most", [{ head: "Outcome" }, { head: "Options" }], [{ rows }])}`);
}

function ordinary(document: CompareDocument): Html {
  const felt = document.arms.filter(({ name }) => document.effects.some((effect) => effect.arm === name && effect.ordinary.mean !== null && effect.ordinary.mean !== 0));
  if (felt.length === 0) return section("ordinary", "Ordinary days", html`<p>None of them shows on a day without an outage.</p>`);
  return section("ordinary", "Ordinary days", table("ordinary-table", "What options add from the onset to the horizon where nothing fails; below 0 they save", [{ head: "Outcome" }, { head: "Added", numeric: true }], felt.map(({ name }) => ({
    head: nameOf(document, name),
    rows: shownOutcomes.flatMap((id) => {
      const effect = effectFor(document, name, id)?.ordinary;
      return effect === undefined || effect.mean === null ? [] : [[named(document, id), stacked(effect)]];
    }),
  }))));
}
