/** What the outage does to teams that serve many practices. */
import { DAY, daysOf, type Minutes } from "../facts/days.js";
import type { TeamJournal, TeamJournals } from "../overflow/journal.js";
import { byTeam, type TeamOutcome, type TeamsPair } from "./outcome.js";
import { dayAt } from "./window.js";
import { workingDaysAt, workingTimeOf } from "./working-time.js";

export const teamItemsDelayed: TeamOutcome = {
  id: "teamItemsDelayed", unit: "items", kind: "difference", combination: "sum", ofTeams: true,
  label: "Work of teams not done on its day",
  definition: "Appointments and tasks of teams that serve many practices that are not done on the day on which they come, beyond those of an ordinary period.",
  parts: ["all", byTeam],
  fold({ teams }, tally) {
    for (const { team, none, outage } of teams) {
      for (const part of ["all", byTeam + team]) tally.add("teamItemsDelayed", part, 0, delayed(outage) - delayed(none));
    }
  },
};

export const teamBacklog: TeamOutcome = {
  id: "teamBacklog", unit: "team-days", kind: "difference", combination: "sum", ofTeams: true,
  label: "Largest backlog of teams",
  definition:
    "Largest excess over an ordinary period of items that a team has not done, at any full hour, over those that come to it on a day on which it is open: in all, of the team on which it is largest.",
  parts: ["all", byTeam],
  fold: (pair, tally) => {
    const largest = pair.teams.map((team) => excessOf(team, pair).reduce((most, value) => Math.max(most, value), 0));
    eachTeam(pair, largest, (part, value) => tally.add("teamBacklog", part, 0, value));
  },
};

/** Excess that counts as normal, as a share of a day's items. */
const NORMAL = 0.05;

export const teamRecovery: TeamOutcome = {
  id: "teamRecovery", unit: "working days", kind: "difference", combination: "sum", ofTeams: true,
  label: "Time until teams are back to normal",
  definition:
    "Working days from when all that a team reaches its work through has returned until the last hour at which its backlog exceeds that of an ordinary period by more than 5% of a day's items, or until the end of the simulated time, which is a lower bound: " +
    "in all, of the last team. 0 where it never does.",
  parts: ["all", byTeam],
  fold: (pair, tally) => {
    const clock = workingTimeOf(pair.period);
    const excess = pair.teams.map((team) => excessOf(team, pair));
    const last = excess.map((hours) => hours.findLastIndex((value) => value > NORMAL));
    const days = pair.teams.map(({ restored }, team) => (last[team]! < 0 ? 0 : Math.max(0, workingDaysAt(clock, (last[team]! + 1) * 60) - workingDaysAt(clock, restored))));
    eachTeam(pair, days, (part, value) => tally.add("teamRecovery", part, 0, value));
    // Who waits for something to return at the horizon is not seen to recover, as no practice is.
    const isCut = pair.teams.map(({ restored }, team) => last[team]! >= 0 && (last[team] === excess[team]!.length - 1 || restored >= daysOf(pair.period) * DAY));
    pair.teams.forEach(({ team }, index) => isCut[index] && tally.cut("teamRecovery", byTeam + team));
    if (isCut.includes(true)) tally.cut("teamRecovery", "all");
  },
};

function eachTeam({ teams }: TeamsPair, values: readonly number[], add: (part: string, value: number) => void): void {
  teams.forEach(({ team }, index) => add(byTeam + team, values[index]!));
  add("all", Math.max(0, ...values));
}

function delayed({ at, doneAt }: TeamJournal): number {
  let count = 0;
  for (let item = 0; item < at.length; item++) if (!(dayAt(doneAt[item]!) <= dayAt(at[item]!))) count++;
  return count;
}

/** At every full hour, in days of items. */
function excessOf({ none, outage, itemsADay }: TeamJournals, { period }: TeamsPair): Float64Array {
  const hours = (daysOf(period) * DAY) / 60;
  const [usual, open] = [openOf(none, hours), openOf(outage, hours)];
  return open.map((items, hour) => (itemsADay > 0 ? (items - usual[hour]!) / itemsADay : 0));
}

function openOf({ at, doneAt }: TeamJournal, hours: number): Float64Array {
  const open = new Float64Array(hours + 1);
  const from = (time: Minutes, sign: number): void => void (open[Math.min(hours, Math.ceil(time / 60))]! += sign);
  for (let item = 0; item < at.length; item++) {
    from(at[item]!, 1);
    if (!Number.isNaN(doneAt[item]!)) from(doneAt[item]!, -1);
  }
  for (let hour = 1; hour <= hours; hour++) open[hour]! += open[hour - 1]!;
  return open;
}
