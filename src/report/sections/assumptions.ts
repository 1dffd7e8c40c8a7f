/** Every assumption with its value, unit, source and grade. */
import type { Assumption, ResultDocument } from "../../result/document.js";
import { unfolded } from "../figure.js";
import { html, type Html } from "../html.js";
import { exact } from "../numbers.js";
import { table } from "../table.js";
import { section } from "../section.js";

const grades: readonly (readonly [Assumption["grade"], string])[] = [
  ["A", "official statistic"], ["B", "sound, but narrower or older"], ["C", "a single place, or the press"], ["D", "a vendor, or old"], ["assumption", "no source known"],
];

const groupNames: Readonly<Record<string, string>> = { estate: "Practices and their staff", demand: "What patients need", care: "How practices work", response: "What people do in an outage", overflow: "NHS 111, urgent care and pharmacies" };

export function assumptions({ assumptions: rows }: ResultDocument): Html {
  const changed = rows.filter((row) => row.changed).length;
  const groups = [...new Set(rows.map(groupOf))].map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) }));
  const summary = changed === 0 ? "the scenario changes none" : html`the scenario changes <strong>${changed}</strong>, marked “changed”`;
  return section("assumptions", "Every assumption", html`
<p>${rows.length} in all; ${summary}. Grades: ${grades.map(([grade, meaning]) => `${grade}, ${meaning}`).join("; ")}.</p>
${changed === 0 ? null : assumptionTable("changed-table", "Assumptions that the scenario changes", rows.filter((row) => row.changed))}
${groups.map(({ name, rows: members }, index) => {
    const title = Object.hasOwn(groupNames, name) ? groupNames[name]! : name;
    return unfolded(`${title}: ${members.length} ${members.length === 1 ? "assumption" : "assumptions"}`, assumptionTable(`assumptions-${index}-table`, title, members), "printed");
  })}`);
}

function assumptionTable(id: string, caption: string, rows: readonly Assumption[]): Html {
  return table(id, caption, [{ head: "Assumption" }, { head: "Value" }, { head: "Source and grade" }], [{ rows: rows.map(cells) }], "cards");
}

function groupOf({ id }: Assumption): string {
  return id.includes(".") ? id.slice(0, id.indexOf(".")) : "other";
}

function cells({ id, value, unit, meaning, source, grade, changed }: Assumption): readonly [Html, Html, Html] {
  const numbers = typeof value === "number" ? exact(value) : value.map(exact).join(", ");
  return [
    html`${meaning} <span class="code">${id}</span>`,
    html`${numbers} ${unit}${changed ? html` <strong class="changed">changed</strong>` : null}`,
    html`${source} <span class="grade">${grade === "assumption" ? "assumption" : `grade ${grade}`}</span>`,
  ];
}
