/** `outagelab run --incident-only`: what it writes and prints, and what it leaves alone. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runsOf } from "../../src/cli/incident-summary.js";
import type { AvailabilityRow, IncidentDocument } from "../../src/index.js";
import { outagelab, tiny } from "./outagelab.js";

const mixed = fileURLToPath(new URL("./mixed.yaml", import.meta.url));

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

const widest = (text: string): number => Math.max(...text.split("\n").map(({ length }) => length));

test("the story of an incident, what practices can do, and where the files are", async () => {
  const { status, out, err } = await outagelab(["run", tiny, "--incident-only"], folder);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toBe(`tiny

Firewall fails
  The regional firewall is down from Thursday 16 March 2023 08:00. Over after 4
  h, Thursday 16 March 2023 12:00. It hits both practices with 7,000 patients.

What practices can do, as shares of 2 practices and 7,000 patients in Local
area.
  See records, write records, see the appointment list, book appointments,
  prescribe electronically, see results, receive documents, refer, telephone,
  take online requests, message patients, send claims and returns and run the
  payroll
    from                 for   practices   patients
    Thu 16 Mar 08:00     4 h          0%         0%

Files: ${join("reports", "tiny")}
`);
  expect((await readdir(join(folder, "reports", "tiny"), { recursive: true })).sort()).toEqual([
    "charts", join("charts", "availability.svg"), join("charts", "availability.vl.json"), "incident.json", "incident.txt",
    "tables", ...["availability.csv", "incident-journal.csv", "practice-timeline.csv"].map((file) => join("tables", file)),
  ].sort());
});

test("chance: medians, ranges and means over replications, in 80 columns", async () => {
  const { status, out: screen } = await outagelab(["run", mixed, "--incident-only"], folder);
  expect(status).toBe(0);
  // A screen of 24 lines, the last of them the prompt's; what has no room there stands in a file.
  expect(screen.split("\n").length).toBeLessThanOrEqual(24);
  expect(screen).toContain(`\nAll of it: ${join("reports", "mixed", "incident.txt")}\nFiles: `);
  for (const name of ["Firewall fails", "Log-ins lost", "Email fails"]) expect(screen).toContain(`\n  ${name}: `);
  const out = await readFile(join(folder, "reports", "mixed", "incident.txt"), "utf8");
  expect(widest(screen + out)).toBeLessThanOrEqual(80);
  const words = out.replaceAll(/\n */g, " ");
  expect(words).toContain("log-ins to EMIS Web fail, one by one from Monday 20 March 2023 08:00.");
  expect(words).toMatch(/Noticed after \d+ min \(median; \d+ min to \d+ min\)\. First blamed: the network, for 1 h\. Cause: a third party's update\./);
  expect(words).toMatch(/Mended by crews after [^.]* \(median; [^.]*\)\./);
  expect(words).toMatch(/It hits [^.]* of 3 practices with [^.]* patients, and [\d.]+ \(median; \d+ to \d+\) log-ins\. Of these practices about [\d.]+ keep none of their log-ins, [\d.]+ one or two, and [\d.]+ more\. Reported severity: medium \(category 3\)\./);
  expect(words).toContain("in Local area, mean of 10 replications.");
  // P2 has a mobile router: one of three practices, 3,000 of 16,000 patients.
  expect(out).toContain("    Thu 16 Mar 08:00     4 h         33%        19%\n");
  expect(out).toContain("\n  Receive documents, refer, telephone, take online requests, message patients\n  and run the payroll\n");
});

test("--json prints the very file; --seed and --replications count; the same seed gives the same bytes", async () => {
  const run = (out: string, ...options: string[]) => outagelab(["run", mixed, "--incident-only", "--json", "--out", out, ...options], folder);
  const one = await run("one");
  expect(one.status).toBe(0);
  expect(one.out).toBe(await readFile(join(folder, "one", "mixed", "incident.json"), "utf8"));
  expect(one.err).toContain("Files: ");
  expect((await run("two")).out).toBe(one.out);
  const document = JSON.parse(one.out) as IncidentDocument;
  expect(document).toMatchObject({ schema: 1, kind: "incident", seed: "mixed", replications: 10, scenario: { name: "mixed" } });
  expect(document.scenario).toHaveProperty("hash");
  const other = JSON.parse((await run("three", "--seed", "other", "--replications", "3")).out) as IncidentDocument;
  expect(other).toMatchObject({ seed: "other", replications: 3, journal: { replications: 3 } });
  expect(other.happened.rows.filter(({ replication }) => replication === 1)).not.toEqual(document.happened.rows.filter(({ replication }) => replication === 1));
});

test("results of a full run in the same folder stay as they are", async () => {
  await mkdir(join(folder, "kept", "tiny", "tables"), { recursive: true });
  const files = ["result.json", "index.html", "run.json", join("tables", "timeline.csv")].map((file) => join(folder, "kept", "tiny", file));
  for (const file of files) await writeFile(file, "of a full run");
  expect((await outagelab(["run", tiny, "--incident-only", "--quiet", "--out", "kept"], folder))).toEqual({ status: 0, out: "", err: "" });
  for (const file of files) expect(await readFile(file, "utf8")).toBe("of a full run");
});

test("where nothing is lost it says so, and an old picture goes", async () => {
  await writeFile(join(folder, "calm.yaml"), (await readFile(tiny, "utf8")).replace("regional-firewall", "email"));
  await outagelab(["run", tiny, "--incident-only", "--quiet", "--out", "calm"], folder);
  const picture = join(folder, "calm", "tiny", "charts", "availability.svg");
  expect(existsSync(picture)).toBe(true);
  const { status, out } = await outagelab(["run", "calm.yaml", "--incident-only", "--out", "calm"], folder);
  expect(status).toBe(0);
  expect(out).toContain("\n\nNo practice loses any capability.\n\n");
  expect(existsSync(picture)).toBe(false);
});

test("--gate does not go with it", async () => {
  const { status, out, err } = await outagelab(["run", tiny, "--incident-only", "--gate", "--out", "gated"], folder);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("--gate judges hypotheses");
  expect(existsSync(join(folder, "gated"))).toBe(false);
});

describe("runs of hours", () => {
  const rowOf = (shares: readonly number[], start = "2023-03-16T08:00", slowness = shares.map(() => 1)): AvailabilityRow => {
    const band = { mean: shares, low: shares, high: shares };
    return { where: "all", capabilities: ["book"], start, stepMinutes: 60, practices: band, patients: band, slowness };
  };

  test("hours with the same rounded figures are one; 0% and 100% are exact", () => {
    expect(runsOf(rowOf([0, 0, 0.004, 0.431, 0.429, 0.996, 1])).runs.map(({ from, hours, practices }) => [from, hours, practices])).toEqual([[0, 2, "0%"], [2, 1, "<1%"], [3, 2, "43%"], [5, 1, ">99%"]]);
  });

  test("hours as usual before, between and after: only those between are shown", () => {
    expect(runsOf(rowOf([1, 0, 1, 1, 0, 1])).runs.map(({ from, hours, practices }) => [from, hours, practices])).toEqual([[1, 1, "0%"], [2, 2, "100%"], [4, 1, "0%"]]);
  });

  test("what does not come back goes on", () => {
    expect(runsOf(rowOf([0, 0.5])).runs.map(({ from, hours }) => [from, hours])).toEqual([[0, 1], [1, Infinity]]);
  });

  test("slowness above a hundredth is shown", () => {
    expect(runsOf(rowOf([1, 1, 1], undefined, [1.2, 1.004, 1])).runs).toEqual([{ from: 0, hours: 1, practices: "100%", patients: "100%", slowness: "x 1.20" }]);
  });

  test("more than twelve are shown at coarser steps that begin at full multiples from midnight, each the mean of its hours", () => {
    // 24 hours from 08:00, each other than the last.
    const shares = [...Array.from({ length: 24 }, (_, hour) => hour / 24), 1];
    const { hours, runs } = runsOf(rowOf(shares));
    expect(hours).toBe(3);
    expect(runs.map(({ from }) => from)).toEqual([0, 1, 4, 7, 10, 13, 16, 19, 22]);
    // Hours 1, 2 and 3 of 24: their mean is 2 of 24.
    expect(runs.slice(0, 2).map(({ practices }) => practices)).toEqual(["0%", "8%"]);
    // Hours 22 and 23, and one in which all are back.
    expect(runs.at(-1)).toMatchObject({ hours: 3, practices: `${Math.round((100 * (22 / 24 + 23 / 24 + 1)) / 3)}%` });
  });
});
