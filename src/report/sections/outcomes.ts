/** Every outcome with its definition and its interval, and folded below it the parts into which it is split. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { longDate } from "../dates.js";
import { figureOf, overPractices } from "../find.js";
import { unfolded } from "../figure.js";
import { html, type Content, type Html } from "../html.js";
import { partName } from "../labels.js";
import { exact, rangeOf } from "../numbers.js";
import { table, type Column, type Group } from "../table.js";
import { intervalOf, meanOf, quantileOf } from "../values.js";
import { quantileNames } from "./backlog.js";
import { section } from "../section.js";
import { pairing } from "./pairing.js";

type Entry = ResultDocument["glossary"][number];

const families: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ["Appointments and consultations", ["appointmentsDisrupted", "appointmentsCancelled", "netUndelivered", "recordedShortfall", "consultations", "consultationsWithoutRecords"]],
  ["Patients who ask for help", ["contactsNotConnected", "requestsDeclined", "excessAbandonment", "needUnmetSameDay", "careDelay", "patientsAffected", "accessDelay"]],
  ["Prescriptions and results", ["prescriptionsWithoutAllergyCheck", "prescriptionDelay", "urgentResultHours"]],
  ["Paper and staff time", ["notesToTypeIn", "documentationLag", "backEntryHours", "workloadFactor", "extraWorkHours", "deadlinesMissed"]],
  ["Backlog and recovery", ["peakBacklog", "worstTenth", "backlogRecovery", "recoveryRatio", "availability", "continuityBreaches"]],
  ["NHS 111, urgent care and pharmacies", ["contactsElsewhere", "waitsElsewhere", "abandonedElsewhere", "backlogElsewhere", "recoveryElsewhere"]],
  ["Teams that serve many practices", ["teamItemsDelayed", "teamBacklog", "teamRecovery"]],
];

export function outcomes(document: ResultDocument): Html {
  const ranged = document.plausible.length > 0;
  const columns = ["Mean", "95% interval", ...(ranged ? ["Plausible range"] : [])].map((head) => ({ head, numeric: true }));
  const isKnown = ({ id }: Entry): boolean => families.some(([, ids]) => ids.includes(id));
  const groups = [
    ...families.map(([name, ids]) => ({ name, entries: ids.flatMap((id) => document.glossary.filter((entry) => entry.id === id)) })),
    { name: "Others", entries: document.glossary.filter((entry) => !isKnown(entry)) },
  ];
  const inAll = groups.map(({ name, entries }): Group => ({ head: name, rows: entries.flatMap((entry) => totals(document, entry, ranged)) })).filter(({ rows }) => rows.length > 0);
  const { window } = document;
  return section("outcomes", "Every outcome", html`<p>Differences are with the outage minus without it, over the same patients; without effect they are exactly 0, and ratios are 1. The interval is the 95% interval of the mean over simulated runs${document.intervals === "willink" ? ", made wider on either side as it must be where the runs themselves decided how many there are" : ""}.</p>
${unfolded(`All ${exact(inAll.reduce((sum, { rows }) => sum + rows.length, 0))} outcomes, with what each counts`, table("outcomes-table", `Everywhere, from ${longDate(window.onset ?? window.start)} to the horizon, ${longDate(window.horizon)}`, [{ head: "Outcome" }, ...columns], inAll, "cards"))}
${groups.map(({ name, entries }, index) => partsOf(document, `parts-${index}-table`, name, entries, [{ head: "Part" }, ...columns], ranged))}${pairing(document)}`);
}

function totals(document: ResultDocument, { id, label, unit, definition }: Entry, ranged: boolean): Content[][] {
  const rows = document.outcomes.filter((row) => row.id === id && row.where === "all" && row.part === "all");
  const isOfPractices = rows.length === 0 && document.outcomes.some((row) => row.id === id && row.part === "all");
  return [
    ...(isOfPractices ? [[html`${label} (${unit}) <span class="code">${id}</span><span class="definition">${definition}</span>`, "by practice", ...(ranged ? ["–", "–"] : ["–"])]] : []),
    ...rows.filter(({ arm }) => arm !== "none").map((row) => [html`${label} (${unit}) <span class="code">${id}</span><span class="definition">${definition}</span>`, ...valuesOf(document, row, ranged)]),
    ...rows.filter(({ arm }) => arm === "none").map((row) => [`${label}, without the outage`, ...valuesOf(document, row, ranged)]),
  ];
}

function partsOf(document: ResultDocument, id: string, name: string, entries: readonly Entry[], columns: readonly Column[], ranged: boolean): Html | null {
  const groups = entries.map((entry): Group => ({ head: `${entry.label} (${entry.unit})`, rows: splitOf(document, entry, ranged) })).filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  return unfolded(`${name}, part by part`, table(id, `${name}, part by part`, columns, groups));
}

function splitOf(document: ResultDocument, { id }: Entry, ranged: boolean): Content[][] {
  const rows = document.outcomes.filter((row) => row.id === id && row.where === "all" && row.part !== "all" && !row.part.startsWith("day:"));
  const spread = id === "backlogRecovery" ? overPractices(document, id) : undefined;
  const quantiles = spread === undefined ? [] : (["p10", "p50", "p90"] as const).map((quantile): Content[] => [
    quantileNames[quantile], quantileOf(document, spread, quantile), "–", ...(ranged ? ["–"] : []),
  ]);
  return [...quantiles, ...rows.map((row): Content[] => [nameIn(document, row), ...valuesOf(document, row, ranged)])];
}

function valuesOf(document: ResultDocument, row: OutcomeRow, ranged: boolean): Content[] {
  return [meanOf(document, row), intervalOf(row), ...(ranged ? [plausibleOf(document, row)] : [])];
}

/** Levels stand once for each arm, so the arm is part of the name. */
function nameIn({ arms, outcomes: rows }: ResultDocument, { id, part, arm }: OutcomeRow): string {
  const hasTwin = rows.some((row) => row.id === id && row.arm === "none");
  const label = arms.find((each) => each.name === arm)?.label ?? arm;
  return hasTwin ? `${partName(part)}, ${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : partName(part);
}

function plausibleOf(document: ResultDocument, row: OutcomeRow): string {
  const figure = figureOf(document, row.id, row);
  return figure === undefined || (figure.low === row.low && figure.high === row.high) ? "–" : rangeOf(figure);
}
