/** Every outcome with its definition, its parts and its intervals. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf, overPractices } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { partName } from "../labels.js";
import { rangeOf } from "../numbers.js";
import { table, type Group } from "../table.js";
import { intervalOf, meanOf, quantileOf } from "../values.js";
import { quantileNames } from "./backlog.js";
import { section } from "../section.js";

export function outcomes(document: ResultDocument): Html {
  const ranged = document.plausible.length > 0;
  const columns = [{ head: "Part" }, ...["Mean", "95% interval", ...(ranged ? ["Plausible range"] : [])].map((head) => ({ head, numeric: true }))];
  return section("outcomes", "Every outcome", html`<p>Differences are with the outage minus without it, over the same patients; without effect they are exactly 0, and ratios are 1. The interval is the 95% interval of the mean over simulated runs.</p>
${table("outcomes-table", "Outcomes everywhere, from the first reported day to the horizon", columns, document.glossary.map((entry) => group(document, entry, ranged)).filter(({ rows }) => rows.length > 0))}`);
}

function group(document: ResultDocument, { id, label, unit, definition }: ResultDocument["glossary"][number], ranged: boolean): Group {
  const everywhere = document.outcomes.filter((row) => row.id === id && row.where === "all" && !row.part.startsWith("day:"));
  const spread = id === "backlogRecovery" ? overPractices(document, id) : undefined;
  const quantiles = spread === undefined ? [] : (["p10", "p50", "p90"] as const).map((quantile): Content[] => [
    quantileNames[quantile], quantileOf(document, spread, quantile), "–", ...(ranged ? ["–"] : []),
  ]);
  const rows = everywhere.map((row): Content[] => [nameIn(document, row), meanOf(document, row), intervalOf(row), ...(ranged ? [plausibleOf(document, row)] : [])]);
  return { head: html`${label} (${unit})<span class="definition">${definition}</span>`, rows: [...rows, ...quantiles] };
}

/** Levels stand once for each arm, so the arm is part of the name. */
function nameIn({ arms, outcomes: rows }: ResultDocument, { id, part, arm }: OutcomeRow): string {
  const name = id === "backlogRecovery" && part === "all" ? "Mean over affected practices" : partName(part);
  const hasTwin = rows.some((row) => row.id === id && row.arm === "none");
  return hasTwin ? `${name} (${arms.find((each) => each.name === arm)?.label ?? arm})` : name;
}

function plausibleOf(document: ResultDocument, row: OutcomeRow): string {
  const figure = figureOf(document, row.id, row);
  return figure === undefined || (figure.low === row.low && figure.high === row.high) ? "–" : rangeOf(figure);
}
