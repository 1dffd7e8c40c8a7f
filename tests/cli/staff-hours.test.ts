/** The table of staff hours before a run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staffHours } from "../../src/cli/staff-hours.js";
import type { Balance } from "../../src/index.js";
import { outagelab, tiny } from "./outagelab.js";

const gps: Balance = { role: "gp", appointments: 60, contacts: 0, tasks: 20, slack: 10, breaks: 10, rostered: 100 };
const england: Balance = { role: "reception", appointments: 0, contacts: 123_456.7, tasks: 9876.5, slack: 22_222, breaks: 66_666.1, rostered: 222_221.3 };

test("says hours by role in 80 columns, whether for one practice or for England", () => {
  const table = staffHours([gps, { ...gps, role: "other", rostered: 0, appointments: 0, tasks: 0, slack: 0, breaks: 0 }, england]);
  for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  const cellsOf = (name: string): string[] => table.split("\n").find((line) => line.startsWith(name))!.slice(name.length).trim().split(/ +/);
  expect(cellsOf("GPs")).toEqual(["60.0", "0", "20.0", "10.0", "10.0", "100", "80%"]);
  expect(cellsOf("Receptionists")).toEqual(["0", "123,457", "9,877", "22,222", "66,666", "222,221", "60%"]);
  // Nobody is rostered, so nothing of it can be in use.
  expect(cellsOf("Other direct care")).toEqual(["0", "0", "0", "0", "0", "0"]);
});

test("says what the columns hold, so that nobody takes what is left for breaks alone", () => {
  const words = staffHours([gps, england]).split("\n");
  expect(words[2]!.trim().split(/ +/)).toEqual(["patients", "contacts", "tasks", "slack", "other", "rostered", "used"]);
  expect(words.slice(-2).join(" ")).toContain("Other: breaks, and duties that are not simulated; it is what is left of rostered time.");
  expect(words[1]!.trim()).toBe("with");
});

test("says for whom slack does not fit, and only then", () => {
  expect(staffHours([gps, england])).not.toContain("slack does not fit");
  const tight = staffHours([{ ...gps, slack: 25, breaks: -5 }, { ...gps, role: "nurse", slack: 25, breaks: -5 }, england]).split("\n").slice(-2).join(" ");
  expect(tight).toContain("For GPs and nurses slack does not fit");
});

test("is printed on standard error before a run, and not where quiet is asked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  const { out, err } = await outagelab(["run", tiny, "--json"], folder);
  expect(err).toMatch(/^Staff hours an average working day[^]*\nGPs [^]*\nAdministrators [^]*\n\n/);
  expect(err.indexOf("Staff hours")).toBeLessThan(err.indexOf("Page: "));
  expect(out).not.toContain("Staff hours an");
  await rm(folder, { recursive: true });
});
