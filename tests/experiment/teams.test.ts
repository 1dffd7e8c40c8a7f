/** Teams and hubs in a run: from a scenario to rows of the result. */
import { describe, expect, test } from "vitest";
import { runExperiment } from "../../src/experiment/run.js";
import { simulateUnit } from "../../src/experiment/unit.js";
import { compile } from "../../src/scenario/compile.js";

const scenario = (estate: string): string => `question: What of those who serve many practices?
name: many
calendar: {start: 2023-03-13, days: 14, warmUp: 7}
estate:
  generate: {region: QKK}
  sample: 1 neighbourhood
${estate}incidents:
  - {name: All systems, component: hscn, at: 2023-03-16 08:00, for: 1 working day}
response: {receptionDeclines: 1}
experiment: {replications: 2}
`;

const teams = `  teams:
    - {name: Whole, serves: {region: QKK}, practices: 40}
    - {name: Elsewhere, serves: {region: QKK}, logsInTo: {records: 0}}
`;

async function rowsOf(estate: string) {
  const { model } = await compile(scenario(estate), "many.yaml", () => Promise.reject(new Error("no file")));
  const { findings } = await runExperiment(model, async (unit) => structuredClone(simulateUnit(model, structuredClone(unit))));
  return { model, findings, mean: (id: string, part = "all") => findings.rows.find((row) => row.id === id && row.part === part && row.where === "all")?.mean };
}

describe("a sample of one neighbourhood", async () => {
  const [plain, withTeams, withHub] = [await rowsOf(""), await rowsOf(teams), await rowsOf("  hubs:\n    - {name: Hub, serves: {region: QKK}, appointments: 400}\n")];

  test("has rows of teams in all alone, one for each, and of the one whose work lies in no record exactly 0", () => {
    const rows = withTeams.findings.rows.filter(({ id }) => id.startsWith("team"));
    expect(rows.map(({ id, part }) => `${id} ${part}`)).toEqual(["teamItemsDelayed", "teamBacklog", "teamRecovery"].flatMap((id) => ["all", "team:Whole", "team:Elsewhere"].map((part) => `${id} ${part}`)));
    expect(new Set(rows.map(({ where }) => where))).toEqual(new Set(["all"]));
    for (const { part, mean } of rows) if (part === "team:Elsewhere") expect(mean).toBe(0);
  });

  test("lets a team lose the work of its forty practices, though fewer are simulated", () => {
    expect(withTeams.model.estate.practices.length).toBeLessThan(20);
    const { itemsADay } = withTeams.model.teams![0]!;
    // What came on the Thursday while systems were down; the tasks of it that were done after their return are not late.
    expect(withTeams.mean("teamItemsDelayed")!).toBeGreaterThan(0.5 * itemsADay);
    expect(withTeams.mean("teamBacklog")!).toBeGreaterThan(0.5);
  });

  test("is otherwise what it is without them", () => {
    expect(withTeams.findings.rows.filter(({ id }) => !id.startsWith("team"))).toEqual(plain.findings.rows);
    expect(plain.findings.glossary.some(({ id }) => id.startsWith("team"))).toBe(false);
  });

  test("sends more patients to the hub than on ordinary days, and none without one", () => {
    expect(withHub.mean("needUnmetSameDay", "destination:hub")!).toBeGreaterThan(0);
    expect(plain.mean("needUnmetSameDay", "destination:hub")).toBe(0);
  });
});
