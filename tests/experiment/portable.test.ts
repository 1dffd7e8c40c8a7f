/** One scenario and seed, one result, in a terminal as in a browser: units of work, and all that is made of them, are the same to the byte in a bare Web Worker. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import ts from "typescript";
import { expect, test } from "vitest";
import { firstDifference } from "../../src/cli/difference.js";
import { compile, type Model, type ResultDocument } from "outagelab";
import { tiny } from "../cli/outagelab.js";
import { browserFor } from "../report/browser.js";
import { decoded, encoded, ran, type Ran, type Task } from "./portable-run.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const origin = "https://run.test";

/** Three practices that share all that can be shared, in a week in which systems come and go, until a hypothesis is decided. */
const busy = `question: What is the same everywhere?
name: busy
seed: busy
calendar: {start: 2023-03-13, days: 7, warmUp: 7}
estate:
  written:
    practices:
      - {code: P1, patients: 2500, neighbourhood: N1}
      - {code: P2, patients: 1500, neighbourhood: N1}
      - {code: P3, patients: 1000, neighbourhood: N2}
  teams: [{name: Home visits, serves: {region: LOCAL}, staff: 2}]
  hubs: [{name: Same-day hub, serves: {region: LOCAL}, appointments: 6}]
incidents:
  - {name: On and off, component: regional-firewall, flapping: {down: 10m to 30m, up: 15m to 1h}, at: 2023-03-15 08:00, for: 7h}
  - {name: Virus, component: workstations, units: {of: workstations, share: 0.8}, spread: {over: 1d, until: found}, found: 4h, at: 2023-03-16 08:00, repair: {takes: 1d}}
directives:
  - {name: Only what cannot wait, from: region, at: 2023-03-15 09:00, clinicians: urgent only}
  - {name: No online requests, from: nation, at: 2023-03-15 10:00, until: 2023-03-17 08:00, online: off}
response: {mutualAid: 4}
experiment: {replications: {minimum: 2, maximum: 20}}
hypotheses: [appointmentsDisrupted mean <= 100, needUnmetSameDay destination:hub mean <= 50]
objectives: {recoveryTime: 1 working day, minimumService: 20%}
`;

/** What a worker may load, by where it stands in the project: the built files as they are, what drives them, and the one package these want, which is no module and is made one. */
function served(path: string): { contentType: string; body: string } | null {
  const script = (body: string): { contentType: string; body: string } => ({ contentType: "text/javascript", body });
  switch (path) {
    case "/": return { contentType: "text/html", body: "<!doctype html><title>Run</title>" };
    case "/worker.js": return script(`import { ran } from "/tests/experiment/portable-run.js"; onmessage = ({ data }) => ran(data).then(postMessage);`);
    case "/tests/experiment/portable-run.js":
      return script(ts.transpile(readFileSync(`${root}tests/experiment/portable-run.ts`, "utf8"), { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }));
    case "/seedrandom.js": {
      const alea = readFileSync(createRequire(import.meta.url).resolve("seedrandom/lib/alea.js"), "utf8");
      return script(`const module = { exports: {} };\n${alea}\nexport default { alea: module.exports };`);
    }
    // Workers know no import maps.
    default: return /^\/dist\/[\w/-]+\.js$/.test(path) ? script(readFileSync(root + path, "utf8").replace('from "seedrandom"', 'from "/seedrandom.js"')) : null;
  }
}

/** The same run in a worker of a page without a network. */
async function inWorker(browser: Browser, model: string): Promise<Ran> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const answer = served(new URL(route.request().url()).pathname);
    return answer === null ? route.abort() : route.fulfill(answer);
  });
  await page.goto(origin);
  const result = await page.evaluate((text) => new Promise<Ran>((resolve, reject) => {
    const worker = new Worker("/worker.js", { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Ran>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message === "" ? "the worker cannot be loaded" : message));
    worker.postMessage(text);
  }), model);
  await page.close();
  return result;
}

/** What either has at the first place where two results part; null where they are the same to the byte. */
function difference(here: Ran, there: Ran): unknown {
  const parsed = ({ units, result }: Ran) => ({ units: Object.fromEntries(Object.entries(units).map(([kind, all]) => [kind, all.map((unit) => JSON.parse(unit) as unknown)])), result: JSON.parse(result) as unknown });
  if (JSON.stringify(here) === JSON.stringify(there)) return null;
  return firstDifference(parsed(here), parsed(there)) ?? "the same in other bytes";
}

const modelOf = async (text: string): Promise<Model> => (await compile(text, "scenario", () => Promise.reject(new Error("it names no file")))).model;
const untilDecided = (model: Model): Model => ({ ...model, replications: { ...model.replications, untilDecided: true } });
const busyModel = untilDecided(await modelOf(busy));

/** What the busy scenario is there for. */
const happening = [["needUnmetSameDay", "destination:hub"], ["contactsElsewhere", "service:111"], ["teamItemsDelayed", "team:Home visits"], ["consultationsWithoutRecords", "all"]] as const;

test.for<[string, Task, Partial<Record<keyof Ran["units"], number>>, happens: typeof happening | readonly []]>([
  // A region and its one neighbourhood in two replications.
  ["two practices", { model: await modelOf(readFileSync(tiny, "utf8")), slack: [0.05], returns: [0] }, { neighbourhood: 2, region: 2 }, []],
  // Two neighbourhoods, in two replications and two rounds of five.
  ["all that can happen", { model: busyModel }, { neighbourhood: 24, region: 12, teams: 12 }, happening],
])("in a worker of Chromium every unit and the result of %s are the same to the byte as in Node", async ([, task, units, happens], context) => {
  const browser = await browserFor(context);
  const sent = encoded(task);
  expect(decoded(sent)).toEqual(task);
  const here = await ran(sent);
  expect(Object.fromEntries(Object.entries(here.units).map(([kind, all]) => [kind, all.length]))).toEqual({ neighbourhood: 0, region: 0, teams: 0, ...units });
  const there = await inWorker(browser, sent);
  expect(difference(here, there)).toBeNull();
  // What differs by the last bit, in a unit alone or in the result alone, is found.
  const first = here.units.neighbourhood[0]!;
  const changed = first.replace(/0\.\d{16,}/, (number) => String(Number(number) * (1 + 2 ** -52)));
  expect(difference({ ...here, units: { ...here.units, neighbourhood: [changed] } }, { ...there, units: { ...there.units, neighbourhood: [first] } })).toMatchObject({ path: expect.stringContaining("units.neighbourhood[0]") as string });
  expect(difference(here, { ...there, result: `${there.result} ` })).toBe("the same in other bytes");
  const { outcomes } = JSON.parse(here.result) as ResultDocument;
  for (const [id, part] of happens) expect(outcomes.find((row) => row.id === id && row.part === part && row.where === "all")!.mean, id).toBeGreaterThan(0);
});
