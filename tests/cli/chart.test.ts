/** `outagelab chart`: which charts there are, one of them or all, in each format; and what is said where there is none. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BAD_INPUT, RAN } from "../../src/cli/ending.js";
import { calibration } from "../report/calibration-fixture.js";
import { charted } from "../report/chart-fixture.js";
import { fixture, unaffected } from "../report/fixture.js";
import { within } from "./outagelab.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-chart-"));
  const files = { "new/result.json": charted(), "old/result.json": fixture(), "none/result.json": unaffected(), "weeks/calibration.json": calibration(), "other.json": { kind: "sweep", schema: 1 }, "compared/compare.json": { kind: "compare", schema: 1 }, "later.json": { ...fixture(), schema: 2, version: "9.9.9" } };
  for (const [name, content] of Object.entries(files)) {
    if (name.includes("/")) await mkdir(join(folder, name.split("/")[0]!));
    await writeFile(join(folder, name), JSON.stringify(content));
  }
  await writeFile(join(folder, "half.json"), `{"kind": "run", `);
  await writeFile(join(folder, "torn.json"), `{"kind": "run", "schema": 1}`);
});
afterAll(() => rm(folder, { recursive: true }));

const chart = (...args: string[]) => within(["chart", ...args], folder);

/** Width and height of a PNG, as it says itself. */
function sizeOf(png: Buffer): [number, number] {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("without a name it lists the charts, and what this result has not", async () => {
  const { status, out } = await chart("old");
  expect(status).toBe(RAN);
  for (const name of ["timeline", "disrupted", "reasons", "calls", "backlog", "queues", "recovery", "practices", "workload", "roles", "paper", "convergence"]) expect(out).toContain(`\n  ${name} `);
  expect(out.replace(/\s+/g, " ")).toContain("whether there were enough replications (not of this result: it holds no values of single replications");
  expect(out.split("\n").filter((line) => line.length > 80 && !line.includes("outagelab chart"))).toEqual([]);
  const weeks = await chart("weeks/calibration.json");
  expect(weeks.out).toContain("by how many tolerances each figure differs");
  // Of nothing lost there is nothing to draw, and no command that would.
  const none = await chart("none");
  expect(none.out).toContain("(not of this result: nothing is lost)");
  expect(none.out).not.toContain("Draw one");
});

test("a chart is written under its name, or as --out says, in the format in which that ends", async () => {
  expect(await chart("new", "backlog")).toMatchObject({ status: RAN, out: "backlog.svg\n" });
  expect(await readFile(join(folder, "backlog.svg"), "utf8")).toMatch(/^<svg [^>]*width="680"/);
  const target = join(folder, "figures", "figure-1.png");
  expect(await chart("new/result.json", "backlog", "--theme", "print", "--width", "330", "--out", target)).toMatchObject({ status: RAN, out: `${target}\n` });
  expect(sizeOf(await readFile(target))[0]).toBe(660);
  await chart("new", "backlog", "--format", "vl.json", "--out", "figures/");
  expect(JSON.parse(await readFile(join(folder, "figures", "backlog.vl.json"), "utf8"))).toMatchObject({ $schema: expect.stringContaining("vega-lite") });
});

test("to standard output: the data, and a heading of one's own", async () => {
  const { out } = await chart("new", "roles", "--format", "csv", "--out", "-");
  expect(out).toMatch(/^role,kind_of_work,mean_staff_hours,low_staff_hours,high_staff_hours\r\nGPs,Typing notes in,/);
  const svg = await chart("new", "roles", "--title", "Figure 2. <Work>", "--out", "-");
  expect(svg.out).toContain("Figure 2. &lt;Work&gt;");
});

test("all of them into a folder, with a word on those that there are not", async () => {
  const { status, out, err } = await chart("old", "--out", "all", "--format", "csv");
  expect(status).toBe(RAN);
  const written = (await readdir(join(folder, "all"))).sort();
  expect(written).toEqual(["backlog.csv", "disrupted.csv", "paper.csv", "queues.csv", "recovery.csv", "roles.csv", "timeline.csv", "workload.csv"]);
  expect(out.trim().split("\n")).toHaveLength(written.length);
  expect(err).toContain("No chart “reasons”: it counts none by day and reason");
});

test.each([
  [["new", "backlogs"], /has no chart “backlogs”\. Did you mean backlog\?/],
  [["old", "convergence"], /no chart “convergence” to draw: it holds no values of single replications/],
  [["none", "backlog"], /to draw: nothing is lost\./],
  [["missing"], /missing: there is no such file/],
  [["."], /there is no result\.json, calibration\.json or incident\.json in that folder/],
  [["compared"], /compare\.json: it is a comparison of options, whose charts lie beside it/],
  [["half.json"], /half\.json: it is no JSON/],
  [["torn.json"], /torn\.json: part of it is missing/],
  [["other.json"], /other\.json: it is no result/],
  [["later.json"], /its schema is 2, this version knows 1\. It was made with a newer version than this\. Take the version that made it: "9\.9\.9"/],
  [["new", "--out", "all.png"], /all\.png is a file\. Name the chart to write there/],
  [["new", "--title", "One", "--out", "all"], /--title is for one chart/],
  [["new", "backlog", "--format", "svg", "--out", "one.png"], /--out one\.png ends as png, but --format says svg/],
  [["new", "backlog", "--width", "20"], /Write a whole number from 280 to 2400/],
  [["new", "backlog", "--format", "pdf"], /Allowed choices are svg, png, vl\.json, csv/],
] as const)("%j is refused in a sentence", async (args, message) => {
  const { status, err } = await chart(...args);
  expect(status).toBe(BAD_INPUT);
  expect(err.replace(/\s+/g, " ")).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});
