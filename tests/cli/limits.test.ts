/** What would need more than the machine has is refused before it is simulated; files that are too large are refused before they are in memory. */
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BadInput } from "../../src/cli/ending.js";
import { readerBeside, readScenario } from "../../src/cli/files.js";
import { refuseUnlessItFits } from "../../src/cli/memory.js";
import { compile, memoryFor, type Model } from "../../src/index.js";
import { outagelab, program } from "./outagelab.js";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

/** `practices` of equal size, each a neighbourhood by itself. */
const scenario = (name: string, { practices = 1, patients = 4000, days = 14, replications = 1 }): string => `question: How much memory?
name: ${name}
calendar: {start: 2023-03-13, days: ${days}, warmUp: 14}
estate: {written: {practices: [${Array.from({ length: practices }, (_, index) => `{code: P${index}, patients: ${patients}}`).join(", ")}]}}
incidents:
  - {name: F, component: regional-firewall, at: 2023-03-16 08:00, for: 4h}
experiment: {replications: ${replications}}
`;
const modelOf = async (text: string): Promise<Model> => (await compile(text, "f.yaml", () => Promise.reject(new Error("no file")))).model;

describe("memory", () => {
  test.each([["small", { patients: 7000, days: 14 }], ["middle", { patients: 60_000, days: 21 }]])("of a %s run is within a factor of two of what it takes", async (name, size) => {
    await writeFile(join(folder, `${name}.yaml`), scenario(name, size));
    // By way of a shell: the most that a process is said to have had begins with what the one had that started it, and this one has seen other tests.
    execFileSync("sh", ["-c", '"$@"; exit $?', "sh", process.execPath, program, "run", `${name}.yaml`, "--quiet", "--threads", "1"], { cwd: folder, stdio: "ignore" });
    const { peakMemoryMiB } = JSON.parse(await readFile(join(folder, "reports", name, "run.json"), "utf8")) as { peakMemoryMiB: number };
    const ratio = memoryFor(await modelOf(scenario(name, size)), 1).all / (peakMemoryMiB * 2 ** 20);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test("beyond the machine's is refused with numbers and with what to write; as much is not", async () => {
    const model = await modelOf(scenario("large", { practices: 60, patients: 100_000, days: 300, replications: 500 }));
    const { all } = memoryFor(model, 8);
    expect(() => refuseUnlessItFits("f.yaml", model, 8, all)).not.toThrow();
    const refusal = (): void => refuseUnlessItFits("f.yaml", model, 8, 2e9);
    expect(refusal).toThrow(BadInput);
    expect(refusal).toThrow(/^f\.yaml: this run needs about [\d.]+ GB of memory, and this machine has 2 GB: .* \(8 threads\), .* 60 practices, 300 days and 500 replications\.\n {2}Ask for .*fewer practices, fewer days, fewer replications.* a sample of the practices .*--force/);
  });

  test("is looked at before anything is simulated or made, and --force goes on", async () => {
    // A hundred gigabytes and more of figures.
    await writeFile(join(folder, "absurd.yaml"), scenario("absurd", { practices: 3000, patients: 100, days: 366, replications: 1000 }));
    const refused = await outagelab(["run", "absurd.yaml", "--out", "none", "--threads", "1"], folder);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toMatch(/^absurd\.yaml: this run needs about \d{3} GB of memory/m);
    expect(await readdir(folder)).not.toContain("none");
    const forced = await outagelab(["run", "absurd.yaml", "--out", "none", "--threads", "1", "--force"], folder, (child) => child.stderr!.once("data", () => child.kill("SIGINT")));
    expect(forced.err).not.toContain("GB of memory");
    expect(forced.status).toBe(130);
  });
});

describe("files larger than any that is wanted", () => {
  /** Without a block on the disk. */
  async function hole(name: string, bytes: number): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, "question: What?\n");
    await truncate(path, bytes);
    return path;
  }

  test("a scenario of 5 GB is refused with its size", async () => {
    await expect(readScenario(await hole("huge.yaml", 5e9))).rejects.toThrow(/huge\.yaml: the file has 5,000 MB; a scenario has 1 MB at most\.\n {2}Check that this is the scenario file/);
  });

  test("a published file of 5 GB is refused with its size", async () => {
    await hole("huge.csv", 5e9);
    await expect(readerBeside(join(folder, "f.yaml"))("huge.csv")).rejects.toThrow("it has 5,000 MB; a published file has 32 MB at most");
  });

  test.skipIf(process.platform === "win32")("a file without end is refused", async () => {
    await expect(readScenario("/dev/zero")).rejects.toThrow("the file has more than 1 MB; a scenario has 1 MB at most");
  });

  test("the program says so without a stack trace, with exit status 2", async () => {
    await hole("huge.yaml", 5e9);
    for (const command of ["run", "check"]) {
      const { status, out, err } = await outagelab([command, "huge.yaml"], folder);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err.split("\n")).toHaveLength(3);
    }
  });
});
