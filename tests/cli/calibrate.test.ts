/** `outagelab calibrate`: what it prints and writes, and how it ends. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CalibrationDocument } from "../../src/index.js";
import { outagelab, within, type Outcome } from "./outagelab.js";

let folder: string, done: Outcome, document: CalibrationDocument;
const small = ["calibrate", "--region", "QKS", "--neighbourhoods", "2", "--replications", "1"];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  done = await outagelab([...small, "--threads", "2", "--out", "two"], folder);
  document = JSON.parse(await readFile(join(folder, "two", "calibration-QKS", "calibration.json"), "utf8"));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test("the table has every figure, in 80 columns, and says what it is of", () => {
  expect(document).toMatchObject({ schema: 1, kind: "calibration", region: "QKS", name: "Kent and Medway", replications: 1, neighbourhoods: { simulated: 2 }, clusters: "neighbourhoods" });
  const lines = done.out.split("\n");
  expect(document.figures.filter(({ label, part, role }) => !lines.includes(label) || !lines.some((line) => line.startsWith(`  ${part}`.padEnd(24) + role)))).toEqual([]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(done.out.trimEnd().split("\n").at(-1)).toBe(`Page: ${join("two", "calibration-QKS", "calibration.html")}`);
});

test("the exit status says whether a figure with a tolerance is out", () => {
  const out = document.figures.filter(({ verdict }) => verdict === "out").length;
  expect(done.status).toBe(out > 0 ? 4 : 0);
  expect(done.out.match(/ out$/gm)?.length ?? 0).toBe(out);
});

test("what is left of the start is said of every measure, and week by week in a table", async () => {
  const { warmUp: { verdicts, series, weeks } } = document;
  expect(verdicts.filter(({ label, agrees, isStable }) => !done.out.split("\n").some((line) => line.startsWith(`  ${label}`) && line.endsWith(agrees && isStable ? " ok" : " no")))).toEqual([]);
  const table = await readFile(join(folder, "two", "calibration-QKS", "tables", "warm-up.csv"), "utf8");
  expect(table.trimEnd().split("\r\n").length).toBe(1 + series.length * weeks);
});

test("the same seed gives the same bytes with any number of threads, another seed others", async () => {
  const files = async (out: string): Promise<string[]> =>
    Promise.all(["calibration.json", join("tables", "calibration.csv"), join("tables", "warm-up.csv"), "calibration.html"].map((file) => readFile(join(folder, out, "calibration-QKS", file), "utf8")));
  await within([...small, "--threads", "1", "--out", "one", "--quiet"], folder);
  expect(await files("one")).toEqual(await files("two"));
  await within([...small, "--seed", "other", "--out", "other", "--quiet"], folder);
  expect((await files("other"))[1]).not.toEqual((await files("two"))[1]);
}, 120_000);

test("the table as CSV has a line for each figure", async () => {
  const lines = (await readFile(join(folder, "two", "calibration-QKS", "tables", "calibration.csv"), "utf8")).trimEnd().split("\r\n");
  expect(lines.length).toBe(document.figures.length + 1);
  const guide = await readFile(new URL("../../docs/calibration.md", import.meta.url), "utf8");
  expect(lines[0]!.split(",").filter((column) => !new RegExp(`^\\|.*\`${column}\`.*\\|`, "m").test(guide))).toEqual([]);
  expect((await readdir(join(folder, "two", "calibration-QKS"))).sort()).toEqual(["calibration.html", "calibration.json", "tables"]);
});

test("the page shows what the document holds, with a picture of each distribution", async () => {
  const page = await readFile(join(folder, "two", "calibration-QKS", "calibration.html"), "utf8");
  expect(page).toContain("Do simulated ordinary weeks look like Kent and Medway’s?");
  expect(page.match(/<figure>/g)!.length).toBeGreaterThan(20);
  // Rows of the table of every figure, which headings of groups divide.
  const rows = /<table id="figures-table".*?<\/table>/s.exec(page)![0].match(/<th scope="row"/g)!;
  expect(rows).toHaveLength(document.figures.length);
  expect(document.callsByHalfHour.map(({ length }) => length)).toEqual([28, 28, 28, 28, 28]);
});

test("a region that is none, or a file for a folder, is bad input", async () => {
  const { status, out, err } = await within(["calibrate", "--region", "Kent"], folder);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain('"Kent" is no ICB code');
  await writeFile(join(folder, "file"), "");
  expect(await within([...small, "--out", "file"], folder)).toMatchObject({ status: 2, err: "--out file is a file; name a folder\n" });
});
