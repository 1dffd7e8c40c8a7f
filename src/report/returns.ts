/** What hangs on whom NHS 111 sends back, for the page and for the screen: a row for each share. */
import type { ResultDocument } from "../result/document.js";
import { horizonOf } from "./find.js";
import { meanIn, recoveredWithin, sameRuns, type RepeatColumn } from "./repeat.js";
import { percentOf } from "./slack.js";

/** What stands in a row, in this order. */
export const returnsColumns: readonly RepeatColumn[] = [
  ["sent back", "Sent back to the practice"], ["unmet", "Same-day need not met that day"], ["dead", "Calls and requests not connected"], ["declined", "Requests declined"],
  ["to 111", "More calls to NHS 111"], ["half", "Half of the practices back to normal within"], ["9 in 10", "Nine in ten within"], ["extra hours", "Extra staff hours"],
];

/** Cells of each share in the order of the columns; empty where the run was not repeated. */
export function returnsRows({ returns = [] }: ResultDocument): string[][] {
  return returns.map((level) => [
    percentOf(level.sentBack), meanIn(level, "needUnmetSameDay"), meanIn(level, "contactsNotConnected"), meanIn(level, "requestsDeclined"), meanIn(level, "contactsElsewhere", "service:111"),
    recoveredWithin(level, "p50"), recoveredWithin(level, "p90"), meanIn(level, "extraWorkHours"),
  ]);
}

/** What the rows are of, and what their words mean: one paragraph of plain text. */
export function returnsCaption(document: ResultDocument): string {
  return "With other shares of those who call NHS 111 in place of their practice sent back to it, since how busy NHS 111 is sends nobody back or away: " +
    `${sameRuns(document.returns?.[0])}; recovery in working days, “beyond” is later than ${horizonOf(document)}, the end of the simulated time`;
}
