/** What the program says to a command line, before anything is simulated. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outagelab, tiny, within } from "./outagelab.js";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

test("--version prints the version alone", async () => {
  expect(await outagelab(["--version"], folder)).toEqual({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
});

test("--help names every command and exit status, in 80 columns", async () => {
  const { status, out, err } = await outagelab(["--help"], folder);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  for (const word of ["run", "reproduce", "check", "--version", "  0 ", "  1 ", "  2 ", "  3 ", "  4 ", "  130 "]) expect(out).toContain(word);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("help of every command fits 80 columns", async () => {
  const { out } = await within(["--help"], folder);
  const commands = [.../Commands:\n([^]*?)\n\n/.exec(out)![1]!.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!);
  for (const command of ["run", "reproduce", "report", "check", "explain", "calibrate", "completion", "help"]) expect(commands).toContain(command);
  for (const command of commands.filter((name) => name !== "help")) {
    const { status, out: help, err } = await within([command, "--help"], folder);
    expect({ command, status, err }).toEqual({ command, status: 0, err: "" });
    expect(help).toMatch(new RegExp(`^Usage: outagelab ${command}`));
    expect(help.split("\n").filter((line) => line.length > 80 || line !== line.trimEnd())).toEqual([]);
  }
});

test("help of a command names its options", async () => {
  const { status, out } = await outagelab(["run", "--help"], folder);
  expect(status).toBe(0);
  const options = ["--replications", "--max-replications", "--precision", "--until-decided", "--time-limit", "--seed", "--out", "--threads", "--json", "--quiet", "--gate", "--slack", "--returns", "--fresh"];
  for (const option of options) expect(out).toContain(option);
});

test.each([
  [["rnu", "x.yaml"], "Did you mean run?"],
  [["run", tiny, "--replication", "3"], "Did you mean --replications?"],
  [["run"], "missing required argument 'file'"],
  [["run", "a.yaml", "b.yaml"], "too many arguments"],
  [["run", tiny, "--replications", "0"], "Write a whole number from 1 to 1000."],
  [["run", tiny, "--replications", "2.5"], "Write a whole number from 1 to 1000."],
  [["run", tiny, "--precision", "0"], "Write a percentage above 0, such as 2%."],
  [["run", tiny, "--time-limit", "soon"], "Write a number of minutes above 0, such as 10."],
  [["run", tiny, "--threads", "many"], "Write a whole number from 1 to 256."],
  [["run", tiny, "--returns", "twice"], "Write factors, such as 0,1,2."],
  [["run", tiny, "--slack", "lots"], "Write shares of rostered time, such as 5%,10%,15%."],
  [["run", tiny, "--slack", "5%,101%"], "Write shares of rostered time, such as 5%,10%,15%."],
  [["run", tiny, "--seed", ""], "Write at least one character."],
  [[], "Usage: outagelab"],
  [["run", "missing.yaml"], "missing.yaml: there is no such file."],
  [["run", "."], "it is a folder, not a file."],
  [["check", "missing.yaml"], "missing.yaml: there is no such file."],
])("%j is bad input and is told so on standard error", async (args, message) => {
  const { status, out, err } = await within(args, folder);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain(message);
  expect(err).not.toMatch(/^ +at /m);
});

test("a broken scenario is bad input: file, line, column, what was found and what to write", async () => {
  await writeFile(join(folder, "broken.yaml"), "question: What?\nname: broken\ncalendar: {start: 2023-03-13}\nestate: {generate: {region: QKS}}\nincidents:\n  - {name: A, component: regional-firewall, at: 2023-03-16 08:00, for: 4x}\n");
  for (const command of ["run", "check"]) {
    const { status, out, err } = await outagelab([command, "broken.yaml"], folder);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^broken\.yaml:6:\d+ /);
    expect(err).toContain("4x");
    expect(err).toContain("4h");
    expect(err).not.toMatch(/^ +at /m);
  }
});

test("check looks at every file, the bad ones notwithstanding", async () => {
  await writeFile(join(folder, "empty.yaml"), "");
  const { status, out, err } = await outagelab(["check", "empty.yaml", "missing.yaml", tiny], folder);
  expect(status).toBe(2);
  expect(err).toMatch(/^empty\.yaml:1:1/m);
  expect(err).toContain("missing.yaml: there is no such file.");
  expect(out).toBe(`${tiny}: good (2 practices, 1 incident, 0 hypotheses)\n`);
});
