/** Whatever the texts of a scenario hold, no file and no screen lets any of it be more than text. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { afterAll, expect, test } from "vitest";
import { epraccurRow, mapHeader, mapRow, patientsHeader, patientsRow } from "../imports/rows.js";
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

/** Whatever is a formula is text in them, and no row has more cells than its header. */
function expectSafeTables(results: string): void {
  for (const table of readdirSync(join(results, "tables"))) {
    const rows = csvParseRows(readFileSync(join(results, "tables", table), "utf8").replace(/^\uFEFF/, ""));
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    // A number may begin with a minus; nothing else with what a spreadsheet takes for a formula, not even behind what it does not show.
    expect(rows.flat().filter((cell) => /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) && !/^-\d[\d.e+-]*$/.test(cell))).toEqual([]);
  }
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
  for (const each of files) expect(each).toMatch(/^(charts|tables|index\.html|situation-report\.(html|txt)|incident\.txt|(result|run|incident)\.json|(charts|tables)[/\\][a-z-]+\.(csv|svg|vl\.json))$/);

  expectSafeTables(join(folder, "out", name!));
});

test("so are those of imported files with hostile names", async () => {
  // A null byte is refused as no text.
  const quoted = (text: string): string => `"${text.replaceAll("\u0000", "").replaceAll("\"", "\"\"")}"`;
  const codes = nasty.map((_, index) => `G${82_001 + index}`);
  writeFileSync(join(folder, "map.csv"), [mapHeader, ...codes.map((each, index) => mapRow({ code: each, name: quoted(nasty[index]!), pcnName: quoted(nasty[(index + 1) % nasty.length]!), icbName: quoted(nasty[1]!) }))].join("\n"));
  writeFileSync(join(folder, "patients.csv"), [patientsHeader, ...codes.map((each) => patientsRow(each, 1500))].join("\n"));
  // One is closed, of which a warning tells by its name.
  writeFileSync(join(folder, "ods.csv"), codes.map((each, index) => epraccurRow(each, "QKS", { name: nasty[index]!.replace(/["\u0000]/g, ""), status: index === 3 ? "C" : "A" })).join("\n"));
  const imported = `question: ${any(500)}
name: imported
calendar: {start: 2023-03-13, days: 7, warmUp: 7}
estate: {import: {map: map.csv, patients: patients.csv, ods: ods.csv, region: QKS}}
incidents: [{name: ${any(200)}, component: regional-firewall, at: 2023-03-14 08:00, for: 4h}]
experiment: {replications: 2}
`;
  writeFileSync(join(folder, "imported.yaml"), imported);
  const ran = await within(["run", "imported.yaml", "--out", "out"], folder);
  expect({ status: ran.status, err: ran.status === 0 ? "" : ran.err }).toEqual({ status: 0, err: "" });
  expectPlain(ran);
  expectPlain(await within(["explain", "imported.yaml", "G82001"], folder));
  expectPlain(await within(["explain", "imported.yaml", "cmd"], folder));
  expectSafeTables(join(folder, "out", "imported"));
});

for (const name of ["x-script-31m", "imported"]) test(`the page of ${name}, its pictures opened by themselves included, runs nothing and makes no element of a text`, async (context) => {
  const charts = readdirSync(join(folder, "out", name, "charts")).filter((each) => each.endsWith(".svg"));
  expect(charts.length).toBeGreaterThan(0);
  const view = await (await browserFor(context)).newPage();
  for (const each of ["index.html", "situation-report.html", ...charts.map((chart) => join("charts", chart))]) {
    await view.goto(`file://${join(folder, "out", name, each)}`);
    const found = await view.evaluate(() => ({
      title: document.title,
      foreign: document.querySelectorAll("img, b, iframe, object, embed, foreignObject, a:not([href^='#'], [href='index.html'], [href='situation-report.html'], [href='tables/practices.csv'])").length,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()).filter((attribute) => attribute.startsWith("on")),
      turned: /[\u202a-\u202e\u2066-\u2069\u0080-\u009f\u001b]/.test(document.documentElement.outerHTML),
    }));
    expect(found).toMatchObject({ foreign: 0, scripts: each.endsWith(".html") ? 1 : 0, handlers: [], turned: false });
    expect(found.title).not.toBe("ran");
  }
  await view.close();
});
