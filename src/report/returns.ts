/** What hangs on whom NHS 111 sends back, for the page and for the screen: a row for each share. */
import type { ResultDocument } from "../result/document.js";
import { horizonOf } from "./find.js";
import { cellIn, recoveredWithin, sameRuns, withoutBounds, type RepeatCell, type RepeatColumn } from "./repeat.js";
import { percentOf } from "./slack.js";

/** What stands in a row, in this order. */
export const returnsColumns: readonly RepeatColumn[] = [
  ["sent back", "Sent back to the practice"], ["unmet", "Same-day need not met that day"], ["no line", "Calls and requests not connected"], ["declined", "Requests declined"],
  ["to 111", "More calls to NHS 111"], ["half", "Half of the practices back to normal within"], ["9 in 10", "Nine in ten within"], ["extra hours", "Extra staff hours"],
];

/** Cells of each share in the order of the columns; empty where the run was not repeated. */
export function returnsRows({ returns = [] }: ResultDocument): RepeatCell[][] {
  return returns.map((level) => [
    withoutBounds(percentOf(level.sentBack)), cellIn(level, "needUnmetSameDay"), cellIn(level, "contactsNotConnected"), cellIn(level, "requestsDeclined"), cellIn(level, "contactsElsewhere", "service:111"),
    recoveredWithin(level, "p50"), recoveredWithin(level, "p90"), cellIn(level, "extraWorkHours"),
  ]);
}

/** What the rows are of, and what their words mean: one paragraph of plain text. */
export function returnsCaption(document: ResultDocument): string {
  return "Share of callers whom NHS 111 sends back to their practice, and what hangs on it: " +
    `${sameRuns(document.returns?.[0])}; recovery in working days, “beyond” is later than ${horizonOf(document)}, the end of the simulated time`;
}
