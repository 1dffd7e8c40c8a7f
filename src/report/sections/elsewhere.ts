/** What becomes of those whom practices could not help, and of prescriptions, service by service. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf, isNothing, rowOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { partName } from "../labels.js";
import { plain, stated } from "../numbers.js";
import { table } from "../table.js";
import { stacked } from "../values.js";
import { section } from "../section.js";

const services = ["service:111", "service:urgent care", "service:pharmacy"] as const;

/** True where anything differs downstream of practices. */
export function isFeltElsewhere(document: ResultDocument): boolean {
  return [...["contactsElsewhere", "abandonedElsewhere", "backlogElsewhere"].map((id) => rowOf(document, id)), rowOf(document, "prescriptionDelay", { part: "at pharmacies" })]
    .some((row) => row !== undefined && !isNothing(row));
}

export function elsewhere(document: ResultDocument): Html {
  return section("elsewhere", "What it does elsewhere", html`
<p>Patients whom their practice could not help, or who were told not to ask it, call NHS 111 or go to urgent care or a pharmacy. There they wait with everybody else, and everybody else with them: waits are those of all who call or come.</p>
${table(
    "elsewhere-table", "NHS 111, urgent care and pharmacies, compared with an ordinary period",
    [{ head: "Service" }, ...["More calls or visits", "More give up", "Wait on the worst day, minutes", "Largest backlog, days of its work", "Back to normal after, days"].map((head) => ({ head, numeric: true }))],
    [{ rows: services.map((part) => rowFor(document, part)) }],
  )}
${dispensing(document)}<p class="note">How these services are staffed, and that regions do not help each other, is assumed; those who hang up or leave are not followed further.</p>
`);
}

function rowFor(document: ResultDocument, part: (typeof services)[number]): Content[] {
  const of = (id: string): OutcomeRow | undefined => figureOf(document, id, { part });
  return [partName(part), stacked(of("contactsElsewhere")), stacked(of("abandonedElsewhere")), worstWait(document, part), stacked(of("backlogElsewhere")), stacked(of("recoveryElsewhere"))];
}

/** `11 instead of 2.1`. */
function worstWait(document: ResultDocument, service: string): string {
  const [none, outage] = ["none", "outage"].map((arm) => figureOf(document, "waitsElsewhere", { part: `${service}, worst day`, arm })?.mean);
  return none == null || outage == null ? "–" : `${plain(outage, 2)} instead of ${plain(none, 2)}`;
}

function dispensing(document: ResultDocument): Html | null {
  const delay = figureOf(document, "prescriptionDelay", { part: "at pharmacies" });
  if (delay === undefined || isNothing(delay)) return null;
  return html`<p>At pharmacies prescribed items wait ${stated(delay)} hours longer, all together, from when they are issued until they are dispensed.</p>\n`;
}
