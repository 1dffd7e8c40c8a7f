/** `outagelab run` on practices that are not in balance without the outage. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal } from "../../src/cli/steady.js";
import type { ResultDocument, Steadiness } from "../../src/index.js";
import { outagelab } from "./outagelab.js";

/** The region as a whole has staff enough; the smaller practice has not. */
const scenario = `question: What would a morning without the regional firewall do where one practice is short of staff?
name: short-of-staff
calendar: {start: 2023-03-13, days: 21, warmUp: 14}
estate:
  written:
    neighbourhoods: [{code: N1, name: Coast}, {code: N2, name: Hills}]
    practices:
      - {code: P1, name: Seaside Surgery, patients: 2000, neighbourhood: N1, staff: {gp: 0.4, nurse: 0.36, other: 0.4, reception: 2, admin: 2}}
      - {code: P2, name: Hilltop Practice, patients: 4000, neighbourhood: N2}
incidents:
  - {name: Firewall fails, component: regional-firewall, at: 2023-03-16 08:00, for: 4h}
objectives: {recoveryTime: 1 working day, minimumService: 20%}
hypotheses:
  - {hypothesis: appointmentsDisrupted mean >= -100000, weight: 3}
  - appointmentsDisrupted mean < -100000
experiment: {replications: 2}
`;

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

test("it stops before anything fails: what is out of balance, where, by how much, and what to do", async () => {
  await writeFile(join(folder, "short.yaml"), scenario);
  const { status, out, err } = await outagelab(["run", "short.yaml", "--quiet"], folder);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(/^short\.yaml: without any outage the practices are not in balance, so that a recovery would rest on staff who do not exist:/m);
  expect(err.replace(/\s+/g, " ")).toMatch(/- In Coast \(N1\) GPs work 1\d\d% \(\d+% to \d+%\) of the time that they are employed for, where 100% is the most\./);
  expect(err).not.toContain("Hills");
  expect(err.replace(/\s+/g, " ")).toContain("set: {staff: {gp: 5, nurse: 5}}");
  // More weeks are advised where something grows; these work too much in any.
  expect(err).not.toContain("calendar: {");
  expect(err).toContain("experiment: {steady: ignore}");
  expect(existsSync(join(folder, "reports", "short-of-staff", "result.json"))).toBe(false);
});

test("where the scenario says so it goes on, and page, result and screen warn of it; objectives and score stand there too", async () => {
  await writeFile(join(folder, "short.yaml"), scenario.replace("{replications: 2}", "{replications: 2, steady: ignore}"));
  const { status, out, err } = await outagelab(["run", "short.yaml"], folder);
  expect(status).toBe(0);
  expect(err).toMatch(/^Warning: Without the outage the practices are not in balance: in Coast/m);
  expect(err).toContain("Without the outage: not in balance (3 weeks, too few to see whether work or waits grow, 2 of 2 neighbourhoods).");
  expect(out).toMatch(/^Back to normal within 1 working day: \d+%.* of affected practices$/m);
  expect(out).toMatch(/^At least 20% of an ordinary day's consultations: \d+%.* of affected practices$/m);
  // The heavier of the two holds for certain, the other is broken.
  expect(out).toContain("Hypotheses: 1 held, 1 broken. Resilience score 75%");
  const result = JSON.parse(await readFile(join(folder, "reports", "short-of-staff", "result.json"), "utf8")) as ResultDocument;
  expect(result.steadiness).toMatchObject({ verdict: "unsteady", neighbourhoods: [{ code: "N1", name: "Coast" }, { code: "N2", name: "Hills" }], replications: 6 });
  expect(result.warnings[0]).toMatch(/^Without the outage the practices are not in balance: in Coast \(N1\) GPs work/);
  expect(result).toMatchObject({ resilience: { held: 0.75, undecided: 0, weight: 4 }, objectives: [{ id: "recoveryTime", objective: 1 }, { id: "minimumService", objective: 20 }] });
  expect(result.outcomes.some(({ id, part }) => id === "continuityBreaches" && part === "minimum service")).toBe(true);
  expect(await readFile(join(folder, "reports", "short-of-staff", "index.html"), "utf8")).toContain("the practices are not in balance");
});

test("what grows is named by its measure, and a longer warm-up and more weeks are advised; staff of those whom it is about", () => {
  const measure = { where: "all", unit: "", isSteady: true, limit: null };
  const worked = (part: string, mean: number) => ({ ...measure, id: "timeWorked" as const, part, mean, low: mean, high: mean });
  const drift = (id: "openWorkDrift" | "accessDrift", isSteady: boolean) => ({ ...measure, id, part: "all", limit: 1, mean: 3, low: 2, high: 4, isSteady });
  const told = (open: boolean, access: boolean): string => {
    const measures = [worked("role:gp", 70), worked("role:reception", 85), drift("openWorkDrift", open), drift("accessDrift", access)];
    const steadiness: Steadiness = { verdict: "unsteady", weeks: 4, replications: 12, neighbourhoods: [{ code: "N1", name: "Coast" }], of: 1, measures };
    return refusal("grows.yaml", steadiness).replace(/\s+/g, " ");
  };
  expect(told(false, true)).toMatch(/- In Coast open work grows by 3\.0% \(2\.0% to 4\.0%\) of a week's work a week\. Give them more staff, .*\{reception: 5\}.* calendar: \{warmUp: 56\}; .* calendar: \{days: 56\}\./);
  expect(told(true, false)).toMatch(/from what grows anyway: - In Coast the third next available appointment moves away by 3\.0 \(2\.0 to 4\.0\) working days a week\. Give them more staff, .*\{gp: 5\}.* calendar: \{days: 56\}\./);
});

test("a comparison warns of it on the screen and on both of its pages", async () => {
  await writeFile(join(folder, "short.yaml"), scenario.replace("{replications: 2}", "{replications: 2, steady: ignore}"));
  const { status, err } = await outagelab(["compare", "short.yaml", "--options", "dual-circuit", "--replications", "1", "--quiet"], folder);
  expect(status).toBe(0);
  expect(err).toMatch(/^Warning: Without the outage the practices are not in balance: in Coast/m);
  for (const page of ["index.html", "effects.html"]) expect(await readFile(join(folder, "reports", "short-of-staff-compared", page), "utf8")).toMatch(/<div class="warnings"><p>Without the outage the practices are not in balance: in Coast/);
});
