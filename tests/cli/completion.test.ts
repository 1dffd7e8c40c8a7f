/** What shells complete: in bash as it runs, in the others as far as they are installed here. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { within } from "./outagelab.js";

const shells = ["bash", "zsh", "fish", "powershell"] as const;
const folder = mkdtempSync(join(tmpdir(), "outagelab-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  mkdirSync(join(folder, "scenarios", "with space"), { recursive: true });
  for (const file of ["a.yaml", "b.yml", "c.json", "d.txt", "with space/e f.yaml"]) writeFileSync(join(folder, "scenarios", file), "");
  for (const shell of shells) writeFileSync(join(folder, shell), (await within(["completion", shell], folder)).out);
});

const isThere = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

/** What bash offers for the last of `words`. */
function offered(...words: readonly string[]): string[] {
  const script = "source ./bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _outagelab; printf '%s\\n' \"${COMPREPLY[@]}\"";
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script, "bash", "outagelab", ...words], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return [...new Set(stdout.split("\n").filter((line) => line !== ""))].sort();
}

test.runIf(isThere("bash")).each([
  [["r"], ["report", "reproduce", "run"]],
  [["-"], ["--help", "--version", "-V", "-h"]],
  [["run", "--m"], ["--max-replications"]],
  [["run", "--quiet", "scenarios/"], ["scenarios/a.yaml", "scenarios/b.yml", "scenarios/with space"]],
  [["run", "scenarios/with space/"], ["scenarios/with space/e f.yaml"]],
  [["run", "--out", ""], ["scenarios"]],
  [["run", "--out", "scenarios", "scenarios/a"], ["scenarios/a.yaml"]],
  [["run", "--seed", ""], []],
  [["run", "scenarios/a.yaml", ""], []],
  [["check", "scenarios/a.yaml", "scenarios/b"], ["scenarios/b.yml"]],
  [["explain", "scenarios/a.yaml", ""], []],
  [["report", "scenarios/c.json", "scenarios/"], ["scenarios/c.json", "scenarios/with space"]],
  [["report", "scenarios/c.json", "--out", "scenarios/d"], ["scenarios/d.txt"]],
  [["completion", ""], ["bash", "fish", "powershell", "zsh"]],
  [["help", "ch"], ["chart", "check"]],
  [["nonsense", ""], []],
])("bash completes %j", (words, choices) => {
  for (const choice of choices) expect(offered(...words)).toContain(choice);
  if (words.at(-1) !== "-") expect(offered(...words)).toEqual(choices);
});

test.each(shells)("%s: every command and every option, and it can be evaluated twice where the shell is here", async (shell) => {
  const { out: help } = await within(["run", "--help"], folder);
  const { out } = await within(["completion", shell], folder);
  for (const [, option] of help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)) expect(out).toContain(option);
  for (const command of ["run", "reproduce", "report", "chart", "check", "explain", "calibrate", "completion"]) expect(out).toContain(command);
  expect(out).toMatch(/^[\x20-\x7e\n]*$/);
  const binary = shell === "powershell" ? "pwsh" : shell;
  if (!isThere(binary)) return;
  const twice = { bash: "source ./bash; source ./bash", zsh: "autoload -U compinit; compinit -D; source ./zsh; source ./zsh", fish: "source ./fish; source ./fish", powershell: "Get-Content -Raw ./powershell | Invoke-Expression" }[shell];
  expect(spawnSync(binary, ["-c", twice], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test("another shell is bad input", async () => {
  const { status, err } = await within(["completion", "tcsh"], folder);
  expect(status).toBe(2);
  expect(err).toContain("Allowed choices are bash, zsh, fish, powershell.");
});
