/** All practices that are hit, to look one up. */
import type { Place, ResultDocument } from "../../result/document.js";
import { isBeyondHorizon } from "../charts/recovery.js";
import { horizonOf, labelOf, rowOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { exact, rounded } from "../numbers.js";
import { table } from "../table.js";

const ids = ["appointmentsDisrupted", "contactsNotConnected", "extraWorkHours", "netUndelivered", "needUnmetSameDay"];

/** `practices`: those that are hit, in order of their codes. */
export function everyPractice(document: ResultDocument, practices: readonly Place[]): Html {
  const networks = new Map(document.places.filter(({ kind }) => kind === "neighbourhood").map(({ code, name }) => [code, name]));
  const caption = `All ${exact(practices.length)} affected practices, in order of their codes: means`;
  return table(
    "every-practice-table", caption,
    [{ head: "Practice" }, { head: "Network" }, { head: "Patients", numeric: true }, { head: "Largest backlog, practice-days", numeric: true }, { head: "Recovery, working days", numeric: true }, ...ids.map((id) => ({ head: labelOf(document, id), numeric: true }))],
    [{
      rows: practices.map(({ code, name, parent, patients }) => [
        html`${name} <span class="code whole">${code}</span>`, networks.get(parent ?? "") ?? "–", exact(patients), meanOf(document, "peakBacklog", code), recoveryOf(document, code), ...ids.map((id) => meanOf(document, id, code)),
      ]),
    }],
  );
}

function meanOf(document: ResultDocument, id: string, code: string): string {
  const row = rowOf(document, id, { where: code });
  return row === undefined ? "–" : rounded(row);
}

function recoveryOf(document: ResultDocument, code: string): Content {
  const row = rowOf(document, "backlogRecovery", { where: code });
  if (row === undefined || row.defined === 0) return "no loss of its own";
  return isBeyondHorizon(row) ? `beyond ${horizonOf(document)}` : `${row.censored > 0 ? "at least " : ""}${rounded(row)}`;
}
