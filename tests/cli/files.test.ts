import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderNameOf, readScenario, resultsFolder, writeFiles } from "../../src/cli/files.js";

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterEach(() => rm(folder, { recursive: true }));
const going = new AbortController().signal;

test("no scenario name leads out of the output folder, or to the folder itself", () => {
  const names = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(".", "/", "\\", " ", "a", ":", "~", "\0") }));
  fc.assert(fc.property(names, (name) => {
    const path = resolve(folder, folderNameOf(name));
    return path.startsWith(folder + sep) && !path.slice(folder.length + 1).includes(sep);
  }), { seed: 1 });
});

test.each([
  ["kent-firewall-2023", "kent-firewall-2023"],
  ["../../etc/passwd", "etc-passwd"],
  ["Kent: a firewall?", "Kent-a-firewall"],
  ["..", "scenario"],
  ["", "scenario"],
  ["con", "_con"],
  ["COM1.yaml", "_COM1.yaml"],
  ["lpt¹", "_lpt¹"],
  ["c:\\windows\\x", "c-windows-x"],
  ["/etc/passwd", "etc-passwd"],
  ["Gwynedd – Môn", "Gwynedd-Môn"],
  ["Gwynedd – Mo\u0302n", "Gwynedd-Môn"],
  ["\u202egpj\u001b[31m", "gpj-31m"],
])("%j is written to the folder %j", (name, expected) => {
  expect(folderNameOf(name)).toBe(expected);
});

test.each(["x", "ÿ", "漢", "𠀋"])("a long name of %s is cut to what file systems take, between characters", (letter) => {
  const name = folderNameOf(letter.repeat(500));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(140);
  expect(name).toBe(letter.repeat(Math.floor(140 / Buffer.byteLength(letter))));
});

test("the folder that --out names may be a link; below it nothing is written through one", async () => {
  const [out, elsewhere] = [join(folder, "out"), join(folder, "elsewhere")];
  await mkdir(elsewhere);
  await symlink(elsewhere, out);
  expect(await resultsFolder(out, "kent")).toBe(join(out, "kent"));
  expect(await readdir(elsewhere)).toEqual(["kent"]);
  for (const [scenario, link] of [["linked", "linked"], ["kent", join("kent", "tables")]] as const) {
    await symlink(tmpdir(), join(out, link));
    await expect(resultsFolder(out, scenario)).rejects.toThrow(`${join(out, link)} is a link, and results are written below --out alone.`);
  }
});

test("a link in place of a file is replaced, and what it led to stays as it was", async () => {
  await writeFile(join(folder, "other"), "mine");
  await symlink(join(folder, "other"), join(folder, "result.json"));
  await symlink(join(folder, "other"), join(folder, `result.json.${process.pid}.tmp`));
  await writeFiles(folder, new Map([["result.json", "{}"]]), going);
  expect([await readFile(join(folder, "other"), "utf8"), await readFile(join(folder, "result.json"), "utf8")]).toEqual(["mine", "{}"]);
});

test("files are written in their folders, and nothing temporary stays", async () => {
  await writeFiles(folder, new Map([["result.json", "{}"], ["tables/outcomes.csv", "id\r\n"]]), going);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(["result.json", "tables", join("tables", "outcomes.csv")]);
  expect(await readFile(join(folder, "tables", "outcomes.csv"), "utf8")).toBe("id\r\n");
});

test("where one file cannot be written, an earlier run's files stay as they were", async () => {
  await writeFiles(folder, new Map([["result.json", "old"]]), going);
  await writeFile(join(folder, "tables"), "a file in the way of a folder");
  await expect(writeFiles(folder, new Map([["result.json", "new"], ["tables/outcomes.csv", "id"]]), going)).rejects.toThrow();
  expect(await readFile(join(folder, "result.json"), "utf8")).toBe("old");
  expect((await readdir(folder)).sort()).toEqual(["result.json", "tables"]);
});

test("an interruption leaves nothing behind", async () => {
  await expect(writeFiles(folder, new Map([["result.json", "new"]]), AbortSignal.abort())).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test("a missing scenario is answered with those that lie beside it", async () => {
  await writeFile(join(folder, "kent.yaml"), "name: kent");
  await writeFile(join(folder, "notes.txt"), "");
  await expect(readScenario(join(folder, "kant.yaml"))).rejects.toThrow(/kant\.yaml: there is no such file\.\n {2}Scenarios in that folder: kent\.yaml$/);
  await expect(readScenario(folder)).rejects.toThrow("it is a folder, not a file.");
});
