/** Recovery at other slack, for the page and for the screen: a row for each share. */
import type { ResultDocument, SlackLevel } from "../result/document.js";
import { horizonOf } from "./find.js";
import { exact, wholePercent } from "./numbers.js";
import { cellIn, recoveredWithin, rowIn, sameRuns, withoutBounds, type RepeatCell, type RepeatColumn } from "./repeat.js";

/** What stands in a row, in this order. */
export const slackColumns: readonly RepeatColumn[] = [
  ["slack", "Slack"], ["half", "Half of the practices within"], ["9 in 10", "Nine in ten within"], ["region", "Region as a whole"], ["not back", "Not back by the end"],
  ["backlog", "Largest backlog, practice-days"], ["extra hours", "Extra staff hours"], ["disrupted", "Appointments disrupted"],
];

/** Cells of each share in the order of the columns; empty where the run was not repeated. */
export function slackRows({ slack = [] }: ResultDocument): RepeatCell[][] {
  return slack.map((level) => {
    const practices = rowIn(level, "backlogRecovery");
    return [
      withoutBounds(percentOf(level.slack)), recoveredWithin(level, "p50"), recoveredWithin(level, "p90"), regionCell(level),
      withoutBounds(level.affected === 0 || practices === undefined ? "–" : wholePercent(practices.censored / level.affected)),
      cellIn(level, "peakBacklog"), cellIn(level, "extraWorkHours"), cellIn(level, "appointmentsDisrupted"),
    ];
  });
}

/** What was cut at the end of the simulated time is a lower bound. */
function regionCell(level: SlackLevel): RepeatCell {
  const row = rowIn(level, "backlogRecovery", "region");
  if (row === undefined || row.defined === 0) return withoutBounds("–");
  const { text, bounds } = cellIn(level, "backlogRecovery", "region");
  return { text: `${row.censored > 0 ? "at least " : ""}${text}`, bounds };
}

/** What the rows are of, and what their words mean: one paragraph of plain text. */
export function slackCaption(document: ResultDocument): string {
  return "Working days until the backlog is back to normal, and what goes with them, with slack the same for all five kinds of staff, whatever the scenario says of it: " +
    `${sameRuns(document.slack?.[0])}; “beyond” is later than ${horizonOf(document)}, the end of the simulated time. More slack means more staff at the telephones, so on any day more appointments of that day are given out, and an outage disrupts more of them`;
}

/** As `--slack` takes it. */
export function percentOf(share: SlackLevel["slack"]): string {
  return `${exact(Math.round(share * 1e6) / 1e4)}%`;
}
