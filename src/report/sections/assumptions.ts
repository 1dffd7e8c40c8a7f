/** Every assumption with its value, unit, plausible range, source and grade. */
import { spreads } from "../../facts/range.js";
import type { Assumption, ResultDocument } from "../../result/document.js";
import { unfolded } from "../figure.js";
import { html, type Content, type Html } from "../html.js";
import { exact, plain } from "../numbers.js";
import { table } from "../table.js";
import { section } from "../section.js";
import { hasStory } from "./story.js";

const grades: readonly (readonly [Assumption["grade"], string])[] = [
  ["A", "an official statistic"], ["B", "sound, but narrower or older"], ["C", "a single place, or the press"], ["D", "a vendor, or old"], ["assumption", "no source known"],
];

const groupNames: Readonly<Record<string, string>> = { estate: "Practices and their staff", demand: "What patients need", care: "How practices work", response: "What people do in an outage", overflow: "NHS 111, urgent care and pharmacies", region: "Regions" };

export function assumptions(document: ResultDocument): Html {
  const { assumptions: rows } = document;
  const changed = rows.filter((row) => row.changed).length;
  const groups = [...new Set(rows.map(groupOf))].map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) }));
  const summary = changed === 0 ? "the scenario changes none of them" : html`the scenario changes <strong>${changed}</strong>, marked “changed”`;
  const own = html`What a scenario sets for itself, such as what fails, when, for whom and for how long, stands in its text below${hasStory(document) ? html`, and what of that is assumed under <a href="#story">What is known and what is assumed</a>` : null}; it takes the place of a figure here.`;
  return section("assumptions", "Every assumption", html`
<p>${rows.length} assumptions of the model in all; ${summary}. ${own}</p>
${changed === 0 ? null : assumptionTable("changed-table", "Assumptions that the scenario changes", rows.filter((row) => row.changed))}
${groups.map(({ name, rows: members }, index) => {
    const title = Object.hasOwn(groupNames, name) ? groupNames[name]! : name;
    return unfolded(`${title}: ${members.length} ${members.length === 1 ? "assumption" : "assumptions"}`, assumptionTable(`assumptions-${index}-table`, title, members));
  })}
<p>Grades tell how good a source is, and how far from the value the truth may plausibly lie: ${grades.map(([grade, meaning]) => `${grade}, ${meaning}, ${spreads[grade].join(" to ")} times the value`).join("; ")}. Where
more is known, the range says so. Shares stay between 0 and 1, and of a factor it is what it adds to 1 that varies. Ranges are those of the product’s own values, whatever a scenario sets.</p>`);
}

function assumptionTable(id: string, caption: string, rows: readonly Assumption[]): Html {
  return table(id, caption, [{ head: "Assumption" }, { head: "Value" }, { head: "Plausible range" }, { head: "Source and grade" }], [{ rows: rows.map(cells) }]);
}

function groupOf({ id }: Assumption): string {
  return id.includes(".") ? id.slice(0, id.indexOf(".")) : "other";
}

function cells({ id, value, unit, meaning, source, grade, changed, range }: Assumption): readonly Content[] {
  const numbers = typeof value === "number" ? exact(value) : value.map(exact).join(", ");
  return [
    html`${meaning} <span class="code">${id}</span>`,
    html`${numbers} ${unit}${changed ? html` <strong class="changed">changed</strong>` : null}`,
    rangeIn(range),
    html`${source} <span class="grade">${grade === "assumption" ? "assumption" : `grade ${grade}`}</span>`,
  ];
}

/** `0.05 to 0.15`; nothing in a document of before ranges. */
function rangeIn(range: Assumption["range"]): string | null {
  if (range === undefined) return null;
  if ("fixed" in range) return `not varied: ${range.fixed}`;
  const [low, high] = [range.low, range.high].map((end) => (typeof end === "number" ? [end] : end)) as [readonly number[], readonly number[]];
  const pairs = low.map((least, index) => (least === high[index] ? plain(least) : `${plain(least)} to ${plain(high[index]!)}`)).join(", ");
  return range.sum === undefined ? pairs : `${pairs}; scaled to ${exact(range.sum)} together`;
}
