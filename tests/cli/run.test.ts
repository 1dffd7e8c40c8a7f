/** `outagelab run` on two practices: what it writes, prints and ends with. */
// Slow: it starts the program as users do some twenty times, and each of its threads compiles the model anew.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stats } from "../../src/cli/stats.js";
import type { ResultDocument } from "../../src/index.js";
import { bytesIn, outagelab, tiny, within } from "./outagelab.js";

let folder: string;
/** The tiny scenario with a week, of which no balance is judged, which saves most of the time; it lies in the folder as short.yaml. */
let scenario: string;
const short = "short.yaml";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  scenario = (await readFile(tiny, "utf8")).replace("name: tiny", "name: short").replace("days: 21, warmUp: 14", "days: 7, warmUp: 7");
  await writeFile(join(folder, short), scenario);
});
afterAll(() => rm(folder, { recursive: true }));

/** The short scenario under another name, with further lines. */
async function written(name: string, lines = ""): Promise<string> {
  const file = `${name}.yaml`;
  await writeFile(join(folder, file), `${scenario.replace("name: short", `name: ${name}`)}${lines}`);
  return file;
}

test("page, result, record of the run, tables and charts are written, and nothing temporary", async () => {
  const { status, out } = await outagelab(["run", tiny], folder);
  expect(status).toBe(0);
  expect(out).toContain(`Page: ${join("reports", "tiny", "index.html")}\n`);
  const files = await readdir(join(folder, "reports", "tiny"), { recursive: true });
  for (const file of ["index.html", "situation-report.html", "situation-report.txt", "result.json", "run.json", join("tables", "outcomes.csv"), join("charts", "backlog.vl.json"), join("charts", "backlog.svg")]) expect(files).toContain(file);
  expect(files.filter((file) => file.endsWith(".tmp"))).toEqual([]);
  expect(await readFile(join(folder, "reports", "tiny", "index.html"), "utf8")).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  const record = JSON.parse(await readFile(join(folder, "reports", "tiny", "run.json"), "utf8")) as Record<string, unknown>;
  for (const key of ["started", "seconds", "threads", "node", "machine", "peakMemoryMiB"]) expect(record).toHaveProperty(key);
});

test("--stats says what was simulated and what it cost, within 80 columns, and so does the record of the run", async () => {
  const { status, err } = await within(["run", short, "--stats", "--quiet", "--out", "stats"], folder);
  expect(status).toBe(0);
  const { stats } = JSON.parse(await readFile(join(folder, "stats", "short", "run.json"), "utf8")) as { stats: Stats };
  const { events, eventsByKind, secondsByPhase, replications } = stats;
  expect(replications).toBe(2);
  expect(Object.values(eventsByKind).reduce((sum, count) => sum + count, 0)).toBe(events);
  // What is asked for ends, in the two arms together: each need arises once for every arm after the past, and no consultation is without a clinician.
  expect(eventsByKind["need arises"]).toBeGreaterThan(1000);
  expect(eventsByKind["clinician ends"]).toBeGreaterThan(eventsByKind["patient arrives"]! / 2);
  for (const phase of ["demand", "past", "twin", "outage", "counting", "downstream"]) expect(secondsByPhase[phase], phase).toBeGreaterThan(0);
  const said = err.slice(err.indexOf(" events in ") - 15);
  expect(said.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(err).toContain(`${events.toLocaleString("en-GB")} events in 2 replications`);
  expect(err).toMatch(/item comes in +[\d,]+ +\d+\.\d%/);
  expect(err).toMatch(/with \d+ threads?, and [\d,]+ MiB at most\.\n$/);
});

test("--json prints the very file, and everything else goes to standard error", async () => {
  const { status, out, err } = await within(["run", short, "--json", "--out", "json"], folder);
  expect(status).toBe(0);
  expect(out).toBe(await readFile(join(folder, "json", "short", "result.json"), "utf8"));
  const result = JSON.parse(out) as ResultDocument;
  expect(result).toMatchObject({ schema: 1, kind: "run", scenario: { name: "short", text: scenario }, seed: "tiny", stoppedBy: "replications" });
  expect(result.outcomes.find(({ id, where }) => id === "consultationsWithoutRecords" && where === "all")?.mean).toBeGreaterThan(0);
  expect(err).toContain("Page: ");
});

test("result and tables are the same to the byte with 1, 2 and 5 threads", async () => {
  // Six practices, each a neighbourhood by itself: 14 units after 12 of the balance, which end in another order with every number of threads.
  const practices = [700, 2500, 500, 1500, 600, 1000].map((patients, index) => `{code: P${index}, patients: ${patients}}`).join(", ");
  await writeFile(join(folder, "many.yaml"), scenario.replace("name: short", "name: many").replace("days: 7,", "days: 21,").replace(/estate:[^]*?incidents:/, `estate: {written: {practices: [${practices}]}}\nincidents:`));
  const written = async (threads: string): Promise<Record<string, string>> => {
    expect((await within(["run", "many.yaml", "--quiet", "--threads", threads, "--out", threads], folder)).status).toBe(0);
    return bytesIn(join(folder, threads, "many"));
  };
  const [one, two, five] = [await written("1"), await written("2"), await written("5")];
  expect(Object.keys(one).length).toBeGreaterThan(5);
  expect(two).toEqual(one);
  expect(five).toEqual(one);
});

test("the result depends on the seed, and not on the machine", async () => {
  const result = async (...options: string[]): Promise<string> => (await within(["run", short, "--json", "--quiet", ...options], folder)).out;
  const one = await result();
  const other = JSON.parse(await result("--seed", "other")) as ResultDocument;
  expect(other.seed).toBe("other");
  expect(other.outcomes).not.toEqual((JSON.parse(one) as ResultDocument).outcomes);
  for (const machine of [process.version, folder, String(new Date().getFullYear() + 1)]) expect(one).not.toContain(`"${machine}`);
});

test("--slack repeats the run with other slack, which page, table, result and screen show; the run itself is as without", async () => {
  const { status, out } = await within(["run", short, "--slack", "5%,10%", "--out", "slack"], folder);
  expect(status).toBe(0);
  expect(out).toMatch(/^ slack +half +9 in 10 [^\n]*\n +5% [^\n]*\n +from [^\n]*\n +to [^\n]*\n +10% /m);
  const at = join(folder, "slack", "short");
  const { slack, ...rest } = JSON.parse(await readFile(join(at, "result.json"), "utf8")) as ResultDocument;
  expect((await within(["run", short, "--quiet", "--out", "without"], folder)).status).toBe(0);
  expect(rest).toEqual(JSON.parse(await readFile(join(folder, "without", "short", "result.json"), "utf8")));
  expect(slack!.map(({ slack: share }) => share)).toEqual([0.05, 0.1]);
  // 10% is the run's own slack; with 5% the rotas of the ordinary weeks differ, so nothing can be the same to the last digit.
  const peaks = slack!.map(({ outcomes }) => outcomes.find(({ id, where }) => id === "peakBacklog" && where === "all")!.mean);
  expect(peaks[1]).toBe(rest.outcomes.find(({ id, part, where }) => id === "peakBacklog" && part === "all" && where === "all")!.mean);
  expect(peaks[0]).not.toBe(peaks[1]);
  expect(await readFile(join(at, "tables", "slack.csv"), "utf8")).toMatch(/^slack,affected,id/);
  const page = await readFile(join(at, "index.html"), "utf8");
  expect(page).toContain("id=\"slack-table\"");
  expect(page).toContain("--slack 5%,10%");
});

test("--returns repeats the run with nobody and with twice as many sent back by NHS 111, which page, table, result and screen show", async () => {
  const { status, out } = await within(["run", short, "--returns", "--out", "returns"], folder);
  expect(status).toBe(0);
  expect(out).toMatch(/^ sent back +unmet [^\n]*\n +0% [^\n]*\n +from [^\n]*\n +to [^\n]*\n +23% [^\n]*\n +from [^\n]*\n +to [^\n]*\n +46% /m);
  const at = join(folder, "returns", "short");
  const { returns, outcomes } = JSON.parse(await readFile(join(at, "result.json"), "utf8")) as ResultDocument;
  expect(returns!.map(({ factor, sentBack }) => [factor, sentBack])).toEqual([[0, 0], [1, 0.23], [2, 0.46]]);
  const calls = returns!.map((level) => level.outcomes.find(({ id, where }) => id === "contactsElsewhere" && where === "all")!.mean);
  expect(calls[1]).toBe(outcomes.find(({ id, part, where }) => id === "contactsElsewhere" && part === "service:111" && where === "all")!.mean);
  // Somebody in the weeks of the run is sent back: nothing can be the same to the last digit.
  expect(returns![0]!.outcomes).not.toEqual(returns![2]!.outcomes);
  expect(await readFile(join(at, "tables", "returns.csv"), "utf8")).toMatch(/^factor,sent_back,affected,id/);
  expect(await readFile(join(at, "index.html"), "utf8")).toContain("--returns 0,1,2");
});

test("--quiet says nothing", async () => {
  expect(await within(["run", tiny, "--quiet", "--out", "quiet"], folder)).toEqual({ status: 0, out: "", err: "" });
});

// Two practices can have neither minus a million appointments disrupted nor a million. Of two replications no p90 has an interval.
test.each([
  [["appointmentsDisrupted mean >= -1000000"], 0, within],
  [["appointmentsDisrupted mean >= 1000000"], 4, within],
  [["appointmentsDisrupted p90 of replications >= 20"], 3, within],
  [["appointmentsDisrupted p90 of replications >= 20", "appointmentsDisrupted mean >= 1000000"], 4, outagelab],
])("with --gate the exit status speaks for the hypotheses: %j ends with %i", async (hypotheses, expected, by) => {
  const file = await written("gated", `hypotheses: ${JSON.stringify(hypotheses)}\n`);
  const { status, err } = await by(["run", file, "--gate", "--quiet"], folder);
  expect(status).toBe(expected);
  // What does not hold is named, even if nothing else is said.
  expect(err.split("\n").filter((line) => /^(broken|undecided): /.test(line)).length).toBe(expected === 0 ? 0 : hypotheses.length);
});

test("without --gate a broken hypothesis is a result like any other", async () => {
  const file = await written("ungated", "hypotheses: [appointmentsDisrupted mean >= 1000000]\n");
  const { status, out } = await within(["run", file], folder);
  expect(status).toBe(0);
  expect(out).toContain("Hypotheses: 1 broken");
});

test("a name that points out of the folder stays within it", async () => {
  const file = "escape.yaml";
  await writeFile(join(folder, file), scenario.replace("name: short", "name: ../../escape"));
  const { status } = await within(["run", file, "--quiet", "--out", "within"], folder);
  expect(status).toBe(0);
  expect(await readdir(join(folder, "within"))).toEqual(["escape"]);
});

test("a file where a folder should be is bad input", async () => {
  await writeFile(join(folder, "in-the-way"), "");
  const { status, out, err } = await within(["run", short, "--quiet", "--out", "in-the-way"], folder);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("--out in-the-way is a file; name a folder");
});

test("where nothing can be written it ends with 1 and one line", async () => {
  await writeFile(join(folder, "wall"), "");
  const { status, out, err } = await within(["run", tiny, "--quiet", "--out", join("wall", "behind")], folder);
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(err).toMatch(/^Could not finish: .+\n$/);
});

test.each([["Pacific/Kiritimati", "America/St_Johns"]])("result and tables are the same to the byte wherever the machine is: %s, %s", async (...zones) => {
  const [east, west] = await Promise.all(zones.map(async (zone) => {
    const out = zone.replace("/", "-");
    expect((await outagelab(["run", short, "--quiet", "--out", out], folder, undefined, { TZ: zone })).status).toBe(0);
    const { started } = JSON.parse(await readFile(join(folder, out, "short", "run.json"), "utf8")) as { started: string };
    expect(started).toMatch(/Z$/);
    return bytesIn(join(folder, out, "short"));
  }));
  expect(east).toEqual(west);
});

test("Ctrl-C ends it with 130 within seconds, keeps what is finished, and the same command goes on from there", async () => {
  const file = await written("long");
  const at = join(folder, "interrupted", "long");
  let stopped = 0;
  const { status, err } = await outagelab(["run", file, "--replications", "1000", "--threads", "1", "--out", "interrupted"], folder, (child) => {
    // The first checkpoint, after some seconds, says that something is finished.
    const waiting = setInterval(() => {
      if (!existsSync(join(at, ".work"))) return;
      clearInterval(waiting);
      stopped = Date.now();
      child.kill("SIGINT");
    }, 50);
  });
  expect(status).toBe(130);
  // Threads are stopped in the middle of their work; a loaded machine takes a while to notice.
  expect(Date.now() - stopped).toBeLessThan(5000);
  expect(err).toMatch(/^Interrupted after [1-9]\d* of 2000 parts of the work\. They are kept: run the same command to go on\.$/m);
  expect(err).not.toMatch(/^ +at /m);
  expect(await readdir(at)).toEqual([".work"]);

  const two = ["run", file, "--replications", "2", "--out"];
  const again = await within([...two, "interrupted"], folder);
  expect(again.err).toMatch(/^Continuing: [1-4] of 4 parts of the work were done before\.$/m);
  expect((await within([...two, "whole", "--quiet"], folder)).status).toBe(0);
  expect(await bytesIn(at)).toEqual(await bytesIn(join(folder, "whole", "long")));
  expect(existsSync(join(at, ".work"))).toBe(false);
});

test("Ctrl-C before anything is finished leaves nothing behind", async () => {
  const file = await written("early");
  const at = join(folder, "interrupted", "early");
  const { status, err } = await outagelab(["run", file, "--out", "interrupted"], folder, (child) => {
    // Its folder is there just before it simulates, however long a loaded machine takes to come to that.
    const waiting = setInterval(() => {
      if (!existsSync(at)) return;
      clearInterval(waiting);
      child.kill("SIGINT");
    }, 5);
  });
  expect(status).toBe(130);
  expect(err).toContain("Interrupted. Nothing was written.");
  expect(await readdir(at)).toEqual([]);
});

test("where the system refuses folders it says so, and does not try for ever", async () => {
  const { status, err } = await within(["run", tiny, "--quiet", "--out", "/proc/results"], folder);
  expect(status).toBe(1);
  expect(err).toMatch(/^Could not finish: .+\n$/);
});
