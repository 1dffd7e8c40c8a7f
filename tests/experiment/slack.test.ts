/** The same run with other slack: what is changed, what is run again, what is kept of it. */
import { expect, test } from "vitest";
import type { Model } from "../../src/experiment/model.js";
import type { Run } from "../../src/experiment/run.js";
import { slackLevels, withSlack } from "../../src/experiment/slack.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { fixture } from "../report/fixture.js";

const model = { seed: "1", parameters: parametersWith({ care: { slackGp: 0.08 } }), replications: { minimum: 5, maximum: 100 } } as Model;
const { outcomes, places } = fixture();
const practices = new Set(places.filter(({ kind }) => kind === "practice").map(({ code }) => code));
const run = { findings: { places, rows: outcomes.filter(({ where }) => !practices.has(where)), practiceRows: outcomes.filter(({ where }) => practices.has(where)) } } as unknown as Run;

test("all five kinds of staff get the share, whatever the scenario says, and nothing else changes", async () => {
  const { slackGp, slackNurse, slackOther, slackReception, slackAdmin, ...rest } = withSlack(model, 0.05).parameters.care;
  expect([slackGp, slackNurse, slackOther, slackReception, slackAdmin]).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
  expect(model.parameters.care).toMatchObject(rest);
  expect(withSlack(model, 0.05).seed).toBe(model.seed);
});

test("each share is run with as many replications as the run had, and the run's own is not run again", async () => {
  const asked: Model[] = [];
  const again = async (other: Model): Promise<Run> => { asked.push(other); return run; };
  const levels = await slackLevels(withSlack(model, 0.1), run, [0.05, 0.1, 0.15], again);
  expect(levels.map(({ slack }) => slack)).toEqual([0.05, 0.1, 0.15]);
  expect(asked.map(({ parameters, replications }) => [parameters.care.slackAdmin, replications])).toEqual([[0.05, { minimum: 20, maximum: 20 }], [0.15, { minimum: 20, maximum: 20 }]]);
  // GPs alone are at 8%: no share is the run's own.
  await slackLevels(model, run, [0.08, 0.1], again);
  expect(asked).toHaveLength(4);
});

test("rows of all and of regions are kept, and how many practices were affected in all replications together", async () => {
  const [level] = await slackLevels(model, run, [0.05], async () => run);
  expect(level!.affected).toBe(12 * 20);
  expect(new Set(level!.outcomes.map(({ where }) => where))).toEqual(new Set(["all", "QKS"]));
  expect(new Set(level!.outcomes.map(({ id, part }) => `${id} ${part}`))).toEqual(new Set(["backlogRecovery all", "backlogRecovery region", "peakBacklog all", "extraWorkHours all", "appointmentsDisrupted all"]));
});
