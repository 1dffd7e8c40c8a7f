/** What differs in what was asked: the settings of both scenarios, and the figures of the model that follow from them. */
import type { Assumption } from "../../../result/document.js";
import { longDate, moment } from "../../dates.js";
import { unfolded } from "../../figure.js";
import { simulatedRuns } from "../../find.js";
import { isMerelySlow } from "../../losses.js";
import { html, type Content, type Html } from "../../html.js";
import { exact } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { letterOf, placesIn, sides, type Pair } from "../pair.js";
import { figureChanges, settingChanges, type SettingChange } from "../scenario-changes.js";

/** Beyond so many, two scenarios are rather two than one with a change. */
const MOST_CHANGES = 60;

export function scenarios(pair: Pair): Html {
  const changes = settingChanges(pair);
  const figures = figureChanges(pair);
  return section("scenarios", "What differs in the scenarios", [
    changes.length === 0 ? html`<p>Both scenarios set the same${pair.a.scenario.hash === pair.b.scenario.hash ? ", to the letter" : "; they differ in comments alone"}.</p>\n`
      : html`<p>Lines that differ; comments are left out.${changes.length > MOST_CHANGES ? ` The first ${MOST_CHANGES} of ${changes.length} changes.` : ""}</p>
${table("settings-table", "Settings that differ", [{ head: "Under" }, { head: "A" }, { head: "B" }], [{ rows: changes.slice(0, MOST_CHANGES).map(cells) }], "cards")}`,
    figures.length === 0 ? null : figureTable(pair),
    resultTable(pair),
    sides.map((side) => unfolded(`The whole scenario of ${letterOf(side)}`, html`<pre class="scenario" tabindex="0" role="region" aria-label="Text of the scenario of ${letterOf(side)}"><code>${pair[side].scenario.text}</code></pre>\n`)),
  ]);
}

function cells({ under, a, b }: SettingChange): Content[] {
  return [under === "" ? "the scenario" : html`<code>${under}</code>`, linesIn(a), linesIn(b)];
}

function linesIn(lines: readonly string[]): Html {
  return lines.length === 0 ? html`–` : html`<code class="lines">${lines.join("\n")}</code>`;
}

/** Of regions of other places each has its own: those that one result alone has are counted. */
function figureTable(pair: Pair): Html {
  const rows = figureChanges(pair);
  const both = rows.filter(({ a, b }) => a !== undefined && b !== undefined);
  const single = rows.length - both.length;
  return html`${both.length === 0 ? null : table("figures-table", "Figures of the model that differ", [{ head: "Figure" }, { head: "A", numeric: true }, { head: "B", numeric: true }], [{
    rows: both.map(({ meaning, id, a, b }) => [html`${meaning} <span class="code">${id}</span>`, valueOf(a!), valueOf(b!)]),
  }], "cards")}${single === 0 ? null : html`<p class="note">${single} more ${single === 1 ? "figure stands" : "figures stand"} in one of them alone.</p>\n`}`;
}

function valueOf({ value, unit }: Assumption): string {
  return `${typeof value === "number" ? exact(value) : value.map(exact).join(", ")} ${unit}`;
}

function resultTable({ a, b }: Pair): Html {
  const both = (head: string, of: (document: Pair["a"]) => Content): Content[] => [head, of(a), of(b)];
  return table("results-table", "The two results", [{ head: "What" }, { head: "A" }, { head: "B" }], [{
    rows: [
      both("Scenario", ({ scenario }) => scenario.name),
      both("Question", ({ scenario }) => scenario.question),
      both("Places", placesIn),
      both("The outage begins", ({ window: { onset } }) => (onset === null ? "nothing is lost" : moment(onset))),
      both("Systems are back", (document) => (isMerelySlow(document) ? "none is lost; they are slow" : whenBack(document))),
      both("Counted until", ({ window }) => longDate(window.horizon)),
      both("Simulated runs", (document) => String(simulatedRuns(document))),
      both("Seed", ({ seed }) => html`<code>${seed}</code>`),
      both("Outage Lab", ({ version }) => `version ${version}`),
      both("Scenario hash", ({ scenario }) => html`<code>${scenario.hash.slice(0, 16)}</code>`),
    ],
  }], "cards");
}

function whenBack({ window: { onset, restored } }: Pair["a"]): string {
  return onset === null ? "–" : restored === null ? "not within the simulated time" : moment(restored);
}
