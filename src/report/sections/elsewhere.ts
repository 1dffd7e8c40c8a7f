/** What becomes of those whom practices could not help, and of prescriptions, service by service; and of the work of teams that serve many practices. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf, horizonOf, isNothing, rowOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { listed, partName } from "../labels.js";
import { exact, negated, percent, plain, stated } from "../numbers.js";
import { inOneCell } from "../repeat.js";
import { returnsCaption, returnsColumns, returnsRows } from "../returns.js";
import { outagesIn } from "../outages.js";
import { table } from "../table.js";
import { stacked, stackedBound } from "../values.js";
import { section } from "../section.js";

const services = ["service:111", "service:urgent care", "service:pharmacy"] as const;

/** True where anything differs downstream of practices, or it was asked what hangs on it. */
export function isFeltElsewhere(document: ResultDocument): boolean {
  return document.returns !== undefined || [...["contactsElsewhere", "abandonedElsewhere", "backlogElsewhere", "teamItemsDelayed", "teamBacklog"].map((id) => rowOf(document, id)), rowOf(document, "prescriptionDelay", { part: "at pharmacies" })]
    .some((row) => row !== undefined && !isNothing(row));
}

export function elsewhere(document: ResultDocument): Html {
  return section("elsewhere", "What it does elsewhere", html`
<p>Patients whom their practice could not help, or who were told not to ask it, call NHS 111 or go to urgent care or a pharmacy. There they wait with everybody else, and everybody else with them: waits are those of all who call or come.</p>
${table(
    "elsewhere-table", "NHS 111, urgent care and pharmacies, compared with an ordinary period",
    [{ head: "Service" }, ...["More calls or visits", "More give up", "Wait on the worst day, minutes", "Largest backlog, days of its work", ...after(document, "Back to normal after, days")].map((head) => ({ head, numeric: true }))],
    [{ rows: services.map((part) => rowFor(document, part)) }],
  )}
${givingUp(document)}${dispensing(document)}${teams(document)}<p class="note">How these services and teams are staffed, and that regions do not help each other, is assumed; those who hang up or leave are not followed further. NHS 111 sends the same share of its callers back to their practices, however busy it is.</p>
${returnsTable(document)}`);
}

function returnsTable(document: ResultDocument): Html | null {
  const rows = returnsRows(document).map((cells) => cells.map(inOneCell));
  return rows.length === 0 ? null : table("returns-table", returnsCaption(document), returnsColumns.map(([, head], column) => ({ head, numeric: column > 0 })), [{ rows }]);
}

function rowFor(document: ResultDocument, part: (typeof services)[number]): Content[] {
  const of = (id: string): OutcomeRow | undefined => figureOf(document, id, { part });
  return [partName(part), stacked(of("contactsElsewhere")), stacked(of("abandonedElsewhere")), worstWait(document, part), stacked(of("backlogElsewhere")), ...after(document, stackedBound(of("recoveryElsewhere")))];
}

/** Time from the first of several outages until all is well says nothing of any of them. */
function after<T>(document: ResultDocument, cell: T): T[] {
  return outagesIn(document) > 1 ? [] : [cell];
}

/** None where the scenario has no teams. */
function teams(document: ResultDocument): Html | null {
  const parts = document.outcomes.filter(({ id, where, part }) => id === "teamItemsDelayed" && where === "all" && part !== "all").map(({ part }) => part);
  if (parts.length === 0) return null;
  const of = (id: string, part: string): OutcomeRow | undefined => figureOf(document, id, { part });
  return html`${table(
    "teams-table", "Teams that serve many practices, compared with an ordinary period",
    [{ head: "Team" }, ...["Items not done on their day", "Largest backlog, days of its work", ...after(document, "Back to normal after, working days")].map((head) => ({ head, numeric: true }))],
    [{ rows: parts.map((part): Content[] => [teamName(document, part), stacked(of("teamItemsDelayed", part)), stacked(of("teamBacklog", part)), ...after(document, stackedBound(of("teamRecovery", part)))]) }],
  )}\n`;
}

/** `Bromley team: serves 40 practices and 365,000 patients`. */
function teamName({ teams: all = [] }: ResultDocument, part: string): string {
  const team = all.find(({ name }) => part === `team:${name}`);
  return team === undefined ? partName(part) : `${team.name}: serves ${exact(team.practices)} ${team.practices === 1 ? "practice" : "practices"} and ${exact(team.patients)} patients`;
}

/** `11 instead of 2.1`. */
function worstWait(document: ResultDocument, service: string): string {
  const [none, outage] = ["none", "outage"].map((arm) => figureOf(document, "waitsElsewhere", { part: `${service}, worst day`, arm })?.mean);
  return none == null || outage == null ? "–" : `${plain(outage, 2)} instead of ${plain(none, 2)}`;
}

/** Where at least this share of those who come in addition is matched by people who give up, the reader is told why. */
const MANY = 0.5;
const lines = [["service:111", "NHS 111"], ["service:urgent care", "urgent care"]] as const;

function givingUp(document: ResultDocument): Html | null {
  const full = lines.filter(([part]) => {
    const [more, lost] = ["contactsElsewhere", "abandonedElsewhere"].map((id) => figureOf(document, id, { part })?.mean ?? 0) as [number, number];
    return lost > 0 && lost >= MANY * more;
  }).map(([, name]) => name);
  if (full.length === 0) return null;
  const who = listed(full);
  return html`<p>${who.slice(0, 1).toUpperCase()}${who.slice(1)} ${full.length === 1 ? "is" : "are"} staffed for an ordinary hour and no more, so for most of those who call or come in addition somebody gives up. That staffing is assumed.</p>\n`;
}

function dispensing(document: ResultDocument): Html | null {
  const delay = figureOf(document, "prescriptionDelay", { part: "at pharmacies" });
  if (delay === undefined || isNothing(delay)) return null;
  const [hours, word] = (delay.mean ?? 0) < 0 ? [negated(delay), "less"] : [delay, "longer"];
  const item = figureOf(document, "prescriptionDelay", { part: "at pharmacies, an item" })?.mean ?? null;
  const wait = item === null || item * (delay.mean ?? 0) < 0
    ? `prescribed items wait ${stated(hours)} hours ${word}, all together, from when they are issued until they are dispensed.`
    : `a prescribed item waits about ${plain(Math.abs(item), 2)} hours ${word}, from when it is issued until it is dispensed, on average over all that are issued by ${horizonOf(document)}.`;
  return html`<p>At pharmacies ${wait}${margin(document)}</p>\n`;
}

/** What the recovery of pharmacies rests on. */
function margin({ assumptions }: ResultDocument): string {
  const found = assumptions.find(({ id }) => id === "overflow.pharmacyMargin");
  return found === undefined ? "" : ` How long pharmacies take to catch up rests on what they can dispense beyond an ordinary day: ${percent(Number(found.value))}, a share without a source.`;
}
