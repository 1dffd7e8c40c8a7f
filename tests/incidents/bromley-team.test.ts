/** The team that serves over 40 practices and 365,000 patients, on the Friday of 26 May 2023 and in the fortnight before. */
import { describe, expect, test } from "vitest";
import type { Incident } from "../../src/infrastructure/incident.js";
import { disruptionsOf } from "../../src/experiment/upstream.js";
import { DAY, daysOf } from "../../src/facts/days.js";
import type { TeamJournal, TeamJournals } from "../../src/overflow/journal.js";
import { systemsOf } from "../../src/overflow/systems.js";
import { simulateTeam } from "../../src/overflow/team.js";
import { teamOutcomes } from "../../src/outcomes/index.js";
import { sumsAt } from "../../src/experiment/tally.js";
import { estimate } from "./lived.js";
import { momentIn, shipped } from "./shipped.js";

const model = await shipped("emis-code-push-2023-after-a-fortnight");
const { seed, period } = model;
const team = model.teams![0]!;
const [friday, ...fortnight] = model.incidents;
const replications = Array.from({ length: 24 }, (_, replication) => replication);

function livedBy(incidents: readonly Incident[]): TeamJournals[] {
  const disruptions = disruptionsOf({ ...model, incidents });
  return replications.map((replication) => {
    const { histories, historyOf, historyOfWhole = historyOf } = disruptions.of(replication);
    return simulateTeam({ seed, replication, team, systems: systemsOf(team, (practice) => histories[historyOfWhole[practice]!]!), period });
  });
}

const [both, before, alone] = [model.incidents, fortnight, [friday!]].map(livedBy);
const figureOf = (journals: TeamJournals, id: string): number => sumsAt(teamOutcomes, { teams: [journals], period }, 1).find((sum) => sum.id === id && sum.part === "all")!.values[0]!;
const openAt = ({ at, doneAt }: TeamJournal, time: number): number => at.filter((came, item) => came < time && !(doneAt[item]! < time)).length;

test("it is the team of the other file: forty practices on EMIS Web and 365,000 patients", async () => {
  expect(team.practices.length).toBe(40);
  expect(team.patients.reduce((sum, own) => sum + own, 0)).toBeCloseTo(365_000, 6);
  for (const practice of team.practices) expect(model.whole!.practices[practice]!.clinicalSystem).toBe("EMIS Web");
  expect((await shipped("emis-code-push-2023")).teams).toEqual(model.teams);
});

test("the Friday by itself costs it some of a day, of the practices that were hit", () => {
  // Six in ten of its practices, for four of its nine hours: a quarter of a day's 438 items, the tasks of which can still be done in the afternoon.
  for (const journals of alone!) {
    expect(figureOf(journals, "teamItemsDelayed")).toBeGreaterThan(20);
    expect(figureOf(journals, "teamBacklog")).toBeLessThan(1);
  }
});

describe("E7: the same push after a fortnight of shorter failures", () => {
  const horizon = daysOf(period) * DAY;
  const spent = ({ at, doneAt }: TeamJournal): number => at.reduce((sum, came, item) => sum + (Number.isNaN(doneAt[item]!) ? horizon : doneAt[item]!) - came, 0);
  const waited = ({ none, outage }: TeamJournals): number => spent(outage) - spent(none);
  const delayed = (journals: TeamJournals): number => figureOf(journals, "teamItemsDelayed");

  test("the fortnight by itself stops the team again and again, and it is not dug out when the Friday comes", () => {
    const friday8am = momentIn(model, "2023-05-26", "08:00");
    for (const journals of before!) {
      // More than a day's work comes late: its appointments of nine failures, and on most of these days some of its tasks.
      expect(delayed(journals)).toBeGreaterThan(team.itemsADay);
      expect(openAt(journals.outage, friday8am) - openAt(journals.none, friday8am)).toBeGreaterThan(20);
    }
  });

  test.each([["delays more of its work", delayed], ["makes its patients wait longer", waited]])("%s than alone", (_, cost) => {
    // What the Friday adds to the fortnight, less what it costs by itself, with the same work in all three. Both are some four standard errors: one seed in forty falls short of two.
    const { mean, error } = estimate(replications.map((index) => cost(both![index]!) - cost(before![index]!) - cost(alone![index]!)));
    expect(mean).toBeGreaterThan(2 * error);
  });

  test("all is done in the end", () => {
    const last = (period.warmUpDays + period.days - 7) * DAY;
    for (const { none, outage } of both!) expect(openAt(outage, last)).toBe(openAt(none, last));
  });
});
