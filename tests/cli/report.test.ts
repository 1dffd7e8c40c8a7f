/** `outagelab report`: the page again from what was saved, two side by side, and what it leaves alone. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tiny, within } from "./outagelab.js";

const first = fileURLToPath(new URL("../result/older/first.json", import.meta.url));
let folder: string;
const report = (...args: readonly string[]) => within(["report", ...args], folder);
const written = (path: string): Promise<string> => readFile(join(folder, path), "utf8");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  await writeFile(join(folder, "changed.yaml"), (await readFile(tiny, "utf8")).replace("name: tiny", "name: changed").replace("4h", "8h"));
  for (const file of [tiny, "changed.yaml"]) expect((await within(["run", file, "--quiet"], folder)).status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

test("from the folder of a run or its result.json it is the page that the run wrote, to the byte, and nothing else is written", async () => {
  const before = await readdir(folder, { recursive: true });
  const page = await written("reports/tiny/index.html");
  expect(await report("reports/tiny")).toEqual({ status: 0, out: "Page: report.html\n", err: "" });
  expect(await written("report.html")).toBe(page);
  // A page that is there is replaced; folders that are missing are made; in a folder it has its own name, and leaves the run's page alone.
  await writeFile(join(folder, "report.html"), "<!DOCTYPE html> an older one");
  for (const [out, path] of [["report.html", "report.html"], ["reports/tiny", "reports/tiny/report.html"], ["new/deep/", "new/deep/report.html"]] as const) {
    expect(await report("reports/tiny/result.json", "--out", out)).toMatchObject({ status: 0, out: `Page: ${join(path)}\n` });
    expect(await written(path)).toBe(page);
  }
  const after = await readdir(folder, { recursive: true });
  expect(after.filter((path) => !before.includes(path)).sort()).toEqual(["new", join("new", "deep"), join("new", "deep", "report.html"), "report.html", join("reports", "tiny", "report.html")].sort());
});

test("a result of another version is drawn, and its version is said", async () => {
  const text = (await written("reports/tiny/result.json")).replace(/"version": "[^"]+"/, '"version": "0.0.9"');
  await writeFile(join(folder, "older.json"), text);
  const { status, err } = await report("older.json", "--out", "older.html");
  expect(status).toBe(0);
  expect(err).toMatch(/^older\.json was made with version 0\.0\.9; this page is drawn as version [\d.]+ draws it\.\n$/);
  expect(await written("older.html")).toContain("Made with Outage Lab 0.0.9");
  expect((await report(first, "--out", "first.html")).status).toBe(0);
  expect(await written("first.html")).toContain("<h2 id=\"answer\">");
});

test("two results are one page: what was changed, and the answers of both", async () => {
  expect(await report("reports/tiny", "reports/changed", "--out", "both.html")).toEqual({ status: 0, out: "Page: both.html\n", err: "" });
  const page = await written("both.html");
  expect(page).toContain("<strong>A</strong> is tiny. <strong>B</strong> is changed.");
  expect(page).toMatch(/for: 4h[^]*for: 8h/);
  expect(page).toContain("B less A");
  expect(page.match(/<figure>/g)?.length).toBeGreaterThanOrEqual(4);
});

test("any other file is left alone", async () => {
  await writeFile(join(folder, "notes.txt"), "mine");
  const refused = await report("reports/tiny", "--out", "notes.txt");
  expect(refused).toMatchObject({ status: 2, out: "" });
  expect(refused.err).toContain("--out notes.txt: that file is there and is no page, so it is left alone.");
  expect((await report("reports/tiny", "--out", "reports/tiny/result.json")).status).toBe(2);
  await mkdir(join(folder, "taken", "report.html"), { recursive: true });
  expect((await report("reports/tiny", "--out", "taken")).err).toContain("is a folder; name a file.");
  expect(await written("notes.txt")).toBe("mine");
});

test.each([
  [["missing.json"], "missing.json: there is no such file."],
  [["."], ".: the folder holds no result.json."],
  [["changed.yaml"], "changed.yaml: it is no JSON"],
  [["cut.json"], "cut.json: it is no JSON to its end: it breaks off in line"],
  [["reports/tiny", "newer.json"], "newer.json: its schema is 2, this version knows 1. It was made with a newer version than this."],
  [["coloured.json"], "coloured.json: it is damaged: stoppedBy should be one of"],
  [["reports/tiny", "reports/changed", "reports/tiny"], "3 results were given; a page shows one result, or two side by side."],
  [["reports/tiny", "--out", ""], "Write at least one character."],
])("%j is bad input", async (args, words) => {
  const text = await written("reports/tiny/result.json");
  await writeFile(join(folder, "cut.json"), text.slice(0, text.length / 2));
  await writeFile(join(folder, "newer.json"), '{"kind": "run", "schema": 2, "version": "3.0.0"}');
  await writeFile(join(folder, "coloured.json"), text.replace('"stoppedBy": "replications"', '"stoppedBy": "\u009b31mred"'));
  const { status, out, err } = await report(...args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain(words);
  expect(err.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("an outline stands in place of the squares of the map; what is none is refused before anything is written", async () => {
  const ring = [[0, 51], [1, 51], [1, 52], [0, 52], [0, 51]];
  await writeFile(join(folder, "icbs.geojson"), JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties: { code: "QKS" }, geometry: { type: "Polygon", coordinates: [ring] } }] }));
  // The tiny scenario's practices lie in no ICB, so there is no map to draw it in.
  expect(await report("reports/tiny", "--outline", "icbs.geojson", "--out", "outlined.html")).toMatchObject({ status: 0 });
  await writeFile(join(folder, "none.geojson"), "[]");
  for (const [file, message] of [["none.geojson", "it has no list of features"], ["missing.geojson", "no such file"]] as const) {
    const { status, err } = await report("reports/tiny", "--outline", file, "--out", "refused.html");
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err).toContain(file);
  }
  expect(await report("reports/tiny", "reports/changed", "--outline", "icbs.geojson")).toMatchObject({ status: 2, err: expect.stringContaining("two results side by side have no map") });
  expect(await readdir(folder)).not.toContain("refused.html");
});
