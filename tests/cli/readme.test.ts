/** The README keeps its word: its scenario is good, its links lead somewhere, its options and statuses are those of the program. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { check } from "../../src/index.js";
import { outagelab } from "./outagelab.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

test("its scenario has nothing to complain about, and is short", () => {
  const scenario = /```yaml\n([^]*?)```/.exec(readme)![1]!;
  expect(check(scenario, "README.md")).toEqual([]);
  expect(scenario.trim().split("\n").length).toBeLessThanOrEqual(16);
});

test.each(["README.md", "CONTRIBUTING.md"])("every link of %s within the project leads somewhere", (file) => {
  const links = [...readFileSync(root + file, "utf8").matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!).filter((link) => !link.startsWith("https:"));
  if (file === "README.md") expect(links.length).toBeGreaterThan(10);
  const leads = (link: string): boolean => {
    const [target, heading] = link.split("#") as [string, string?];
    return existsSync(root + target) && (heading === undefined || headingsOf(root + target).includes(heading));
  };
  expect(links.filter((link) => !leads(link))).toEqual([]);
});

/** As links name them. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(/[^a-z0-9 -]/g, "").replaceAll(" ", "-"));
}

test("it names every option of run, and no other", async () => {
  const named = (text: string): string[] => [...new Set(text.match(/--[a-z]+/g))].filter((option) => option !== "--help").sort();
  const { out } = await outagelab(["run", "--help"], root);
  expect(named(/\| option of `run`[^]*?\n\n/.exec(readme)![0])).toEqual(named(out));
});
