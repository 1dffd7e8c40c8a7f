/** Recovery at other slack, for the page and for the screen: a row for each share. */
import type { ResultDocument, SlackLevel } from "../result/document.js";
import { horizonOf } from "./find.js";
import { exact, plain, rounded, wholePercent } from "./numbers.js";

/** What stands in a row, in this order, by a word for narrow columns and by a heading. */
export const slackColumns: readonly (readonly [short: string, head: string])[] = [
  ["slack", "Slack"], ["half", "Half of the practices within"], ["9 in 10", "Nine in ten within"], ["region", "Region as a whole"], ["not back", "Not back by the end"],
  ["backlog", "Largest backlog, practice-days"], ["extra hours", "Extra staff hours"], ["disrupted", "Appointments disrupted"],
];

/** Cells of each share in the order of the columns; empty where the run was not repeated. `beyond`: later than the end of the simulated time. */
export function slackRows({ slack = [] }: ResultDocument): string[][] {
  return slack.map((level) => {
    const rowOf = (id: string, part = "all"): SlackLevel["outcomes"][number] | undefined => level.outcomes.find((row) => row.id === id && row.part === part && row.where === "all");
    const [practices, region] = [rowOf("backlogRecovery"), rowOf("backlogRecovery", "region")];
    const within = (quantile: "p50" | "p90"): string => (level.affected === 0 || practices === undefined ? "–" : practices[quantile] === null ? "beyond" : plain(practices[quantile], 2));
    const mean = (id: string): string => (rowOf(id) === undefined ? "–" : rounded(rowOf(id)!));
    return [
      percentOf(level), within("p50"), within("p90"), region === undefined || region.defined === 0 ? "–" : `${region.censored > 0 ? "at least " : ""}${rounded(region)}`,
      level.affected === 0 || practices === undefined ? "–" : wholePercent(practices.censored / level.affected), mean("peakBacklog"), mean("extraWorkHours"), mean("appointmentsDisrupted"),
    ];
  });
}

/** What the rows are of, and what their words mean: one paragraph of plain text. */
export function slackCaption(document: ResultDocument): string {
  const replications = document.slack?.[0]?.outcomes[0]?.replications ?? 0;
  return "Working days until the backlog is back to normal, and what goes with them, with slack the same for all five kinds of staff, whatever the scenario says of it: " +
    `the same patients and outages each time, ${replications} simulated run${replications === 1 ? "" : "s"}; “beyond” is later than ${horizonOf(document)}, the end of the simulated time`;
}

/** As `--slack` takes it. */
export function percentOf({ slack }: Pick<SlackLevel, "slack">): string {
  return `${exact(Math.round(slack * 1e6) / 1e4)}%`;
}
