/** Whatever the texts of a scenario hold, no file and no screen lets any of it be more than text. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { afterAll, expect, test } from "vitest";
import { browserFor } from "../report/browser.js";
import { within, type Outcome } from "./outagelab.js";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Markup, formulas, paths, escape sequences of terminals in both their forms, and marks that turn the direction of writing. */
const nasty = [
  "=cmd|' /C calc'!A0", "+1\"><script>document.title='ran'</script>", "-2</style></title></pre><img src=x onerror=\"document.title='ran'\">", "@SUM(1)\u001b]0;owned\u0007\u001b[31mred", "\t=1\u009b31m\u202eslived",
  "\r=2 javascript:document.title='ran' ../../x", "' onmouseover='document.title=1", " ]]>{{7*7}}${7*7}\u0000\u2066", `=${"long".repeat(20)}`,
];
let turn = 0;
/** Another of them each time, in quotes that YAML reads as JavaScript does. */
const any = (most = 100): string => JSON.stringify(nasty[turn++ % nasty.length]!.slice(0, most));
const code = (kind: string): string => JSON.stringify(`=${kind}"><b>\u001b[1m\u202e</b>`);

const scenario = `question: ${any(500)}
name: ${JSON.stringify("../../=x\"><script>\u001b[31m\u202e")}
seed: ${any()}
known: [${any()}, ${any()}, ${any()}]
assumed: [${any()}, ${any()}, ${any()}, ${any()}]
calendar: {start: 2023-03-13, days: 14, warmUp: 7}
estate:
  written:
    regions: [{code: ${code("R")}, name: ${any()}}]
    neighbourhoods: [{code: ${code("N")}, name: ${any()}, region: ${code("R")}}]
    practices:
${[0, 1, 2].map((n) => `      - {code: ${code(`P${n}`)}, name: ${any(200)}, patients: 2500, neighbourhood: ${code("N")}, tags: [${any()}]}`).join("\n")}
infrastructure:
  components: [{id: ring, label: ${any()}, scope: region}]
incidents:
${["regional-firewall", "ring", "emis-web"].map((component) => `  - {name: ${any(200)}, component: ${component}, at: 2023-03-14 08:00, repair: {takes: 3h}, found: 20m, suspected: {cause: ${any(200)}, for: 1h}, cause: ${any(200)}, severity: ${any(200)}}`).join("\n")}
directives:
  - {name: ${any(200)}, from: region, at: 2023-03-14 09:00, until: 2023-03-14 12:00, clinicians: urgent only}
experiment: {replications: 2}
hypotheses: [appointmentsDisrupted mean >= 1000000]
`;
const file = "hostile.yaml";
writeFileSync(join(folder, file), scenario);

/** What a terminal may be sent: no control character but the line break, and nothing that turns the direction. */
function expectPlain({ out, err }: Outcome): void {
  const shown = (out + err).replace(/\r[^\r\n]*\u001b\[K/g, "");
  expect(shown.match(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/gu) ?? []).toEqual([]);
}

test("a scenario whose every text is hostile: its screens, files and names are plain", async () => {
  const before = await readdir(folder);
  const ran = await within(["run", file, "--out", "out"], folder);
  expect(ran.err).not.toContain("Could not finish");
  expect(ran.status).toBe(0);
  expectPlain(ran);
  expectPlain(await within(["run", file, "--incident-only", "--out", "out"], folder));
  expectPlain(await within(["check", file], folder));
  expectPlain(await within(["explain", file, "=P0\"><b>\u001b[1m\u202e</b>"], folder));
  expectPlain(await within(["explain", file, "\u001b[31mnobody\u202e"], folder));
  expectPlain(await within(["run", "\u001b[31mmissing\u202e.yaml"], folder));
  expectPlain(await within(["run", file, "--seed\u001b[31m"], folder));

  expect((await readdir(folder)).sort()).toEqual([...before, "out"].sort());
  const [name, ...others] = await readdir(join(folder, "out"));
  expect({ name, others }).toEqual({ name: "x-script-31m", others: [] });
  const files = (await readdir(join(folder, "out", name!), { recursive: true })).sort();
  for (const each of files) expect(each).toMatch(/^(charts|tables|index\.html|(result|run|incident)\.json|(charts|tables)[/\\][a-z-]+\.(csv|svg|vl\.json))$/);

  for (const table of files.filter((each) => each.endsWith(".csv"))) {
    const rows = csvParseRows(readFileSync(join(folder, "out", name!, table), "utf8").replace(/^\uFEFF/, ""));
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    // A number may begin with a minus; nothing else with what a spreadsheet takes for a formula, not even behind what it does not show.
    expect(rows.flat().filter((cell) => /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) && !/^-\d[\d.e+-]*$/.test(cell))).toEqual([]);
  }
});

test("the page of it, its pictures opened by themselves included, runs nothing and makes no element of a text", async (context) => {
  const browser = await browserFor(context);
  const [name] = await readdir(join(folder, "out"));
  const charts = (await readdir(join(folder, "out", name!, "charts"))).filter((each) => each.endsWith(".svg"));
  expect(charts.length).toBeGreaterThan(0);
  for (const each of ["index.html", ...charts.map((chart) => join("charts", chart))]) {
    const view = await browser.newPage();
    await view.goto(`file://${join(folder, "out", name!, each)}`);
    const found = await view.evaluate(() => ({
      title: document.title,
      foreign: document.querySelectorAll("img, b, iframe, object, embed, foreignObject, a:not([href^='#'])").length,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()).filter((attribute) => attribute.startsWith("on")),
      turned: /[\u202a-\u202e\u2066-\u2069\u0080-\u009f\u001b]/.test(document.documentElement.outerHTML),
    }));
    expect(found).toMatchObject({ foreign: 0, scripts: each === "index.html" ? 1 : 0, handlers: [], turned: false });
    expect(found.title).not.toBe("ran");
    await view.close();
  }
});
