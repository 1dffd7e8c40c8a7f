/** Charts of both on one scale, next to each other. */
import type { Series } from "../../../result/document.js";
import { dateAfter, longDay } from "../../dates.js";
import { backlogsOf, endsOfDays, nameOf, partsOf, recoveriesOf } from "../../find.js";
import { figure, type PageChart } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { plain, rounded } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { chartName, kinds } from "../charts/index.js";
import { letterOf, sides, type Pair, type Side } from "../pair.js";

const titles = { backlog: "Open work", recovery: "Recovery", disrupted: "Appointments disrupted, day by day" } as const;

export function chartSection(pair: Pair, charts: readonly PageChart[]): Html {
  const drawn = kinds.filter((kind) => charts.some(({ name }) => name === chartName(kind, "a")));
  return section("charts", "Side by side", [
    drawn.length === 0 ? html`<p>Neither has anything to draw.</p>\n` : html`<p>Each pair is on one scale. Days are counted from the day on which the outage begins.</p>\n`,
    drawn.map((kind) => html`<h3>${titles[kind]}</h3>
<div class="pairs beside">
${sides.map((side) => figure(charts, chartName(kind, side), numbers[kind](pair, side)))}</div>
`),
  ]);
}

type Numbers = (pair: Pair, side: Side) => Html;

const numbers: Readonly<Record<(typeof kinds)[number], Numbers>> = {
  backlog(pair, side) {
    const curves = backlogsOf(pair[side]);
    if (curves === undefined) return html`<p>This result holds no curve of the backlog.</p>\n`;
    const { none, outage } = curves;
    const at = ({ mean }: Series, step: number): string => plain(mean[step] ?? 0);
    return table(`backlog-${side}-table`, `${letterOf(side)}: open work at the end of each day, in ${outage.unit}`, [{ head: "Day" }, { head: "Without the outage", numeric: true }, { head: "With the outage", numeric: true }], [{
      rows: endsOfDays(outage).map((step): Content[] => [longDay(dateAfter(outage.start, (step * outage.stepMinutes) / 1440)), at(none, step), at(outage, step)]),
    }]);
  },
  recovery(pair, side) {
    const rows = recoveriesOf(pair[side]).sort((one, other) => (other.mean ?? 0) - (one.mean ?? 0));
    return table(`recovery-${side}-table`, `${letterOf(side)}: recovery of each affected practice, longest first, in working days`, [{ head: "Practice" }, { head: "Mean", numeric: true }], [{
      rows: rows.map((row): Content[] => [`${nameOf(pair[side], row.where)} (${row.where})`, `${row.censored > 0 ? "at least " : ""}${plain(row.mean ?? 0, 2)}`]),
    }]);
  },
  disrupted(pair, side) {
    return table(`disrupted-${side}-table`, `${letterOf(side)}: appointments disrupted on each day`, [{ head: "Day" }, { head: "Appointments", numeric: true }], [{
      rows: partsOf(pair[side], "appointmentsDisrupted", "day:").filter(({ mean }) => mean !== 0).map((row): Content[] => [longDay(row.part.slice("day:".length)), rounded(row)]),
    }]);
  },
};
