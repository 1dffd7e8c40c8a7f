/** The same run with others sent back by NHS 111: what is changed, what is run again, what is kept of it. */
import { expect, test } from "vitest";
import type { Model } from "../../src/experiment/model.js";
import { returnsLevels, withReturns } from "../../src/experiment/returns.js";
import type { Run } from "../../src/experiment/run.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { fixture } from "../report/fixture.js";

const modelWith = (sentBackShare: number): Model => ({ seed: "1", parameters: parametersWith({ response: { sentBackShare } }), replications: { minimum: 5, maximum: 100 } }) as Model;
const { outcomes, places } = fixture();
const run = { findings: { places, rows: outcomes, practiceRows: [] } } as unknown as Run;

test("the share is the scenario's times the factor, all of them at most, and nothing else changes", () => {
  const shares = [0, 0.5, 2, 4].map((factor) => withReturns(modelWith(0.3), factor).parameters.response.sentBackShare);
  expect(shares).toEqual([0, 0.15, 0.6, 1]);
  const { sentBackShare, ...rest } = withReturns(modelWith(0.3), 2).parameters.response;
  expect(modelWith(0.3).parameters.response).toMatchObject(rest);
});

test("the run's own share is not run again, nor one that cannot grow; others are, with as many replications", async () => {
  const asked: Model[] = [];
  const again = async (other: Model): Promise<Run> => { asked.push(other); return run; };
  const levels = await returnsLevels(modelWith(0.3), run, [0, 1, 2], again);
  expect(levels.map(({ factor, sentBack }) => [factor, sentBack])).toEqual([[0, 0], [1, 0.3], [2, 0.6]]);
  expect(asked.map(({ parameters, replications }) => [parameters.response.sentBackShare, replications])).toEqual([[0, { minimum: 20, maximum: 20 }], [0.6, { minimum: 20, maximum: 20 }]]);
  await returnsLevels(modelWith(1), run, [1, 2], again);
  expect(asked).toHaveLength(2);
});

test("what hangs on who is sent back is kept", async () => {
  const [level] = await returnsLevels(modelWith(0.3), run, [1], async () => run);
  const kept = new Set(level!.outcomes.filter(({ where }) => where === "all").map(({ id, part }) => `${id} ${part}`));
  for (const name of ["needUnmetSameDay all", "contactsNotConnected all", "requestsDeclined all", "contactsElsewhere service:111", "backlogRecovery all", "extraWorkHours all"]) expect(kept).toContain(name);
});
