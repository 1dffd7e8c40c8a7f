/** Files one can read in a sitting, that belong to no machine. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const places = ["src", "tests", "scenarios", "docs", "bin", ".ci", "reports/example", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "package.json"];
const files = places.filter((place) => existsSync(root + place)).flatMap((place) =>
  statSync(root + place).isFile() ? [place] : readdirSync(root + place, { recursive: true, encoding: "utf8" }).map((name) => `${place}/${name}`),
).filter((file) => statSync(root + file).isFile());
const textOf = (file: string): string => readFileSync(root + file, "utf8");

test("no source file is over 400 lines", () => {
  const source = files.filter((file) => file.startsWith("src/") && file.endsWith(".ts"));
  expect(source.length).toBeGreaterThan(0);
  expect(source.map((file) => ({ file, lines: textOf(file).split("\n").length - 1 })).filter(({ lines }) => lines > 400)).toEqual([]);
});

/** A path that exists on one machine: someone's home or working folder, or a drive. */
const machinePath = /(?<![\w.~-])(?:\/(?:work|root|home|Users|tmp|mnt|opt)\/|[A-Z]:\\)/;

test.each([["in /wor", "k/main"], ["'/ro", "ot/x'"], ["(/hom", "e/me/)"], ["C:", "\\Users"]])("a machine's path is recognised: %s%s", (...parts) => {
  expect(parts.join("")).toMatch(machinePath);
});

test.each(["src/work/diary.ts", "../home/x", "https://example.org/home/page", "and/or", "reports/tmp/x"])("no machine's path: %s", (text) => {
  expect(text).not.toMatch(machinePath);
});

test("nothing names a path of one machine", () => {
  expect(files.filter((file) => machinePath.test(textOf(file)))).toEqual([]);
});

test("only tests look outside the project", () => {
  expect(files.filter((file) => !file.startsWith("tests/") && textOf(file).includes("../shared"))).toEqual([]);
});
