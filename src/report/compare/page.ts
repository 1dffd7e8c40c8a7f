/** The page of a comparison of options. */
import type { CompareDocument, Effect, Option } from "../../result/compare-document.js";
import { html, type Html } from "../html.js";
import { exact, percent } from "../numbers.js";
import { section } from "../section.js";
import { shell } from "../shell.js";
import { table } from "../table.js";
import { stacked } from "../values.js";

/** Outcomes that the page shows, in this order. */
const shownOutcomes = ["appointmentsDisrupted", "consultationsWithoutRecords", "needUnmetSameDay", "careDelay", "extraWorkHours", "backlogRecovery"] as const;

/** A complete HTML document. Every text of `document` is escaped. */
export function comparePage(document: CompareDocument): string {
  return shell({
    name: `${document.scenario.name}, options compared`,
    question: document.scenario.question,
    contents: [["averted", "What each averts"], ["best", "Which averts most"], ["ordinary", "Ordinary days"], ["against", "What it is for"], ["prices", "Prices"]],
    sections: [averted(document), best(document), ordinary(document), against(document), prices(document)],
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

function averted(document: CompareDocument): Html {
  const { replications, arms } = document;
  return section("averted", "What each averts", html`<p>What the outage does without an option, less what it does with it, in ${String(replications)} ${replications === 1 ? "replication" : "replications"} of the same patients
and the same faults. In brackets the 95% interval of the mean: simulation error alone. Below 0 it makes worse.</p>
${shownOutcomes.filter((id) => effectFor(document, arms[0]?.name ?? "", id) !== undefined).map((id) => {
    const { unit, without } = effectFor(document, arms[0]!.name, id)!;
    return table(`averted-${id}`, html`${named(document, id)}, ${unit}: ${stacked(without)} without an option`, [{ head: "Option" }, { head: "With it", numeric: true }, { head: "Averted", numeric: true }],
      [{ rows: arms.map(({ name, label, isWithoutEffect }) => {
        const effect = effectFor(document, name, id)!;
        return [label, stacked(effect.with), isWithoutEffect ? "nothing" : stacked(effect.averted)];
      }) }]);
  })}`);
}

function best(document: CompareDocument): Html {
  const labels = new Map(document.arms.map(({ name, label }) => [name, label]));
  const rows = shownOutcomes.flatMap((id) => {
    const unit = document.glossary.find((entry) => entry.id === id)?.unit;
    const found = document.best.find((each) => each.id === id && each.unit === unit && each.where === "all");
    return found === undefined ? [] : [[named(document, id), html`${found.arms.slice(0, 3).map(({ arm, probability }, index) => `${index === 0 ? "" : "; "}${labels.get(arm) ?? arm} ${percent(probability)}`)}`]];
  });
  return section("best", "Which averts most", html`<p>The chance that an option by itself averts more than every other, whatever it costs: how often it comes first where the replications are drawn again with repetition.</p>
${rows.length === 0 ? html`<p>None of them averts anything.</p>` : table("best-table", "Options with the highest chance to avert most", [{ head: "Outcome" }, { head: "Options" }], [{ rows }])}`);
}

function ordinary(document: CompareDocument): Html {
  const felt = document.arms.filter(({ name }) => document.effects.some((effect) => effect.arm === name && effect.ordinary.mean !== null && effect.ordinary.mean !== 0));
  if (felt.length === 0) return section("ordinary", "Ordinary days", html`<p>None of them shows on a day without an outage.</p>`);
  return section("ordinary", "Ordinary days", table("ordinary-table", "What options do from the onset to the horizon where nothing fails", [{ head: "Option" }, ...shownOutcomes.map((id) => ({ head: named(document, id), numeric: true }))],
    [{ rows: felt.map(({ name, label }) => [label, ...shownOutcomes.map((id) => stacked(effectFor(document, name, id)?.ordinary))]) }]));
}

function against({ options, arms }: CompareDocument): Html {
  const faults = Object.keys(options[0]?.against ?? {}) as (keyof Option["against"])[];
  const idle = arms.filter(({ isWithoutEffect, options: own }) => isWithoutEffect && own.length === 1).map(({ label }) => label);
  return section("against", "What it is for, and what it is not", html`${idle.length === 0 ? null : html`<p>In this scenario nothing changes with: ${idle.join("; ")}.</p>`}
${table("against-table", "Against each fault: averts most, some or none of it", [{ head: "Option" }, ...faults.map((fault) => ({ head: fault }))], [{ rows: options.map(({ label, against: own }) => [label, ...faults.map((fault) => own[fault])]) }])}`);
}

function prices({ options }: CompareDocument): Html {
  return section("prices", "Prices", table("prices-table", "What each costs, and where the figure is from", [{ head: "Item" }, { head: "Pounds", numeric: true }, { head: "Range", numeric: true }, { head: "For each" }, { head: "Paid" }, { head: "By" }, { head: "Source" }],
    options.map(({ label, cost }) => ({ head: label, rows: cost.map(({ item, amount, low, high, per, paid, life, payer, source, priceYear }) =>
      [item, exact(amount), `${exact(low)} to ${exact(high)}`, per, paid === "yearly" ? "yearly" : `every ${exact(life!)} years`, payer, `${source}, prices of ${priceYear}`]) }))));
}
