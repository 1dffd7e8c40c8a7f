/** What a text without mistakes compiles to. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { simulateUpstream } from "../../src/infrastructure/upstream.js";
import { timestamp } from "../../src/facts/days.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { check } from "../../src/scenario/check.js";
import { compile } from "../../src/scenario/compile.js";
import { ScenarioError } from "../../src/scenario/complaint.js";
import { bytesOf, epraccurRow, mapHeader, mapRow, patientsHeader, patientsRow, workforceHeader, workforceRow } from "../imports/rows.js";
import { onlineOf, onlineRow, telephonyOf, telephonyRow } from "../imports/workbook.js";
import { base } from "./base.js";

const nothing = (): Promise<Uint8Array> => Promise.reject(new Error("there is no such file"));
const modelOf = async (text: string) => (await compile(text, "f.yaml", nothing)).model;
/** What is said of a text that cannot be compiled. */
const refusal = async (text: string, read: (path: string) => Promise<Uint8Array> = nothing): Promise<string[]> => {
  const error: unknown = await compile(text, "f.yaml", read).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(ScenarioError);
  return (error as ScenarioError).complaints.map(({ line, column, message, remedy }) => `${line}:${column} ${message} > ${remedy}`);
};

describe("the scenarios that are shipped", () => {
  const files = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"));

  test("there are some", () => expect(files).toContain("kent-firewall-2023.yaml"));

  test.each(files)("%s compiles, begins with its question and names its schema", async (name) => {
    const text = readFileSync(`scenarios/${name}`, "utf8");
    expect(text.startsWith("question: ")).toBe(true);
    expect(text).toContain("# yaml-language-server: $schema=../schema/scenario.schema.json");
    const { model, warnings } = await compile(text, name, (path) => readFile(`scenarios/${path}`));
    expect(model.name).toBe(name.replace(".yaml", ""));
    // That a sample stands for all is meant to be read each time.
    expect(warnings.filter((warning) => !warning.startsWith("Sample: "))).toEqual([]);
  });

  test("Kent's firewall is down for five working days, and with it all that needs the network", async () => {
    const model = await modelOf(readFileSync("scenarios/kent-firewall-2023.yaml", "utf8"));
    expect(model.estate.practices).toHaveLength(175);
    const { begins, repair } = model.incidents[0] as { begins: { at: number }; repair: { until: number } };
    expect([begins.at, repair.until].map((time) => timestamp(model.period, time))).toEqual(["2023-03-16T08:00", "2023-03-23T08:00"]);
    const { onset, restored, historyOf } = simulateUpstream(model.infrastructure, model.incidents, model.estate, model.period, { seed: model.seed, replication: 0 }).disruption;
    expect([onset, restored]).toEqual([begins.at, repair.until]);
    expect(historyOf.every((history) => history > 0)).toBe(true);
  });
});

describe("what is not written", () => {
  test("seed, calendar, infrastructure, incidents, figures, replications and hypotheses have defaults", async () => {
    const model = await modelOf("question: What is an ordinary spring like?\nname: spring\ncalendar: {start: 2023-03-13}\nestate: {generate: {region: QKS}}\n");
    expect(model).toMatchObject({ seed: "spring", period: { start: "2023-03-13", days: 56, warmUpDays: 28 }, incidents: [], replications: { minimum: 5, maximum: 40 }, hypotheses: [] });
    expect(model.infrastructure).toEqual(builtIn);
    expect(model.parameters).toEqual(parametersWith());
  });

  test("an incident takes everything, everywhere, and leaves no tail", async () => {
    const model = await modelOf(base.replace("    where: {region: QKS}\n", "").replace("    level: 0\n", "").replace(/ {4}tail.*\n/, ""));
    expect(model.incidents).toEqual([{
      name: "phones", component: "cloud-telephony", begins: { at: 31 * 1440 + 480 }, reach: {}, effect: { level: 0, slowness: 1 }, repair: { by: "end", until: 31 * 1440 + 720 },
    }]);
  });
});

describe("what is written", () => {
  test("what is known and what is assumed of the story is kept, and nothing where nothing is said", async () => {
    const told = await modelOf(base.replace("name: base", "name: base\nknown: [The day.]\nassumed: [The hour., How long it lasted.]"));
    expect(told.story).toEqual({ known: ["The day."], assumed: ["The hour.", "How long it lasted."] });
    expect(await modelOf(base)).not.toHaveProperty("story");
  });

  test("figures take the place of the defaults, the others stay", async () => {
    const { parameters } = await modelOf(base.replace("response: {}", "response: {paperMultiplier: 1}\ncare: {slackGp: 0.05}"));
    expect(parameters).toEqual(parametersWith({ response: { paperMultiplier: 1 }, care: { slackGp: 0.05 } }));
  });

  test("shares of different things need not add up to 1", async () => {
    const { parameters } = await modelOf(base.replace("response: {}", "response: {handwrittenShare: [0.9, 0.4]}"));
    expect(parameters.response.handwrittenShare).toEqual([0.9, 0.4]);
  });

  test("figures of the estate make other practices", async () => {
    const { estate } = await modelOf(base.replace("region: QKS}}", "region: QKS}, defaults: {cloudTelephonyShare: 1}}"));
    expect(estate.practices.every(({ telephony }) => telephony === "cloud")).toBe(true);
  });

  test("changes are made one after another, then the sample is taken", async () => {
    const { estate } = await modelOf(base.replace("region: QKS}}", "region: QKS}, sample: 5 neighbourhoods, change: [{where: {region: QKS}, set: {lines: 7}}, {where: {clinicalSystem: EMIS Web}, set: {lines: 9}}]}"));
    expect(estate.neighbourhoods).toHaveLength(5);
    for (const { clinicalSystem, lines, patients } of estate.practices) {
      expect(lines).toBe(clinicalSystem === "EMIS Web" ? 9 : 7);
      expect(patients).toBeGreaterThan(0);
    }
  });

  test("a sample brings the whole from which it was drawn, and a whole estate nothing", async () => {
    const sampled = await modelOf(base.replace("region: QKS}}", "region: QKS}, sample: 5 neighbourhoods, change: [{where: {region: QKS}, set: {lines: 7}}]}"));
    const { estate, whole } = await modelOf(base.replace("region: QKS}}", "region: QKS}, change: [{where: {region: QKS}, set: {lines: 7}}]}"));
    expect(sampled.estate.neighbourhoods).toHaveLength(5);
    expect(sampled.whole).toEqual(estate);
    expect(whole).toBeUndefined();
  });

  test("a share of those who fit is changed: another share for another seed, the same for the same", async () => {
    const changed = async (share: string, seed = "a"): Promise<string[]> => {
      const { estate } = await modelOf(`${base.replace("region: QKS}}", `region: QKS}, change: [{where: {region: QKS}, share: ${share}, set: {lines: 7777}}]}`)}seed: ${seed}\n`);
      return estate.practices.filter(({ lines }) => lines === 7777).map(({ code }) => code);
    };
    const some = await changed("60%");
    // Of 175, 60% each: mean 105, standard deviation 6.5; four of those on either side miss once in 16,000 seeds.
    expect(Math.abs(some.length - 105)).toBeLessThan(26);
    expect(await changed("0.6")).toEqual(some);
    expect(await changed("60%", "b")).not.toEqual(some);
    expect(await changed("1")).toHaveLength(175);
    expect(await changed("0")).toHaveLength(0);
  });

  test("an ICB is found by its code of either era", async () => {
    const since = await modelOf(base.replaceAll("QKS", "T6Y0W").replace(" where region T6Y0W", ""));
    expect(since.estate.regions.map(({ code }) => code)).toEqual(["T6Y0W"]);
  });

  test("infrastructure: a list means all of it, a built-in component keeps what is not said anew", async () => {
    const { infrastructure } = await modelOf(base.replace("infrastructure: {}", "infrastructure: {components: [{id: docman, needs: [hscn, {any: [email, ring]}]}, {id: ring, scope: region}], needs: {telephone: ring}, where: {mobile-router: {tag: template-manager}}}"));
    const before = builtIn.components.find(({ id }) => id === "docman")!;
    expect(infrastructure.components.find(({ id }) => id === "docman")).toEqual({ ...before, needs: { all: ["hscn", { any: ["email", "ring"] }] } });
    expect(infrastructure.components.find(({ id }) => id === "ring")).toEqual({ id: "ring", label: "ring", scope: "region", service: false });
    expect(infrastructure.components.find(({ id }) => id === "mobile-router")!.where).toEqual({ tag: "template-manager" });
    expect(infrastructure.capabilities).toEqual({ ...builtIn.capabilities, telephone: "ring" });
  });

  test("an estate written out", async () => {
    const { estate } = await modelOf(base.replace("{generate: {region: QKS}}", "{written: {practices: [{code: P1, patients: 8000, region: QKS}, {code: P2, patients: 9000, neighbourhood: N1, region: QKS, staff: {gp: 9}}]}}"));
    expect(estate.practices.map(({ code, patients, staff }) => [code, patients, staff.gp > 8])).toEqual([["P1", 8000, false], ["P2", 9000, true]]);
  });

  test("replications: a number is both bounds", async () => {
    expect((await modelOf(base)).replications).toEqual({ minimum: 10, maximum: 10 });
  });

  test("an outage may last no time, and until the calendar ends", async () => {
    const none = await modelOf(base.replace("for: 4h", "for: 0m"));
    expect(none.incidents[0]).toMatchObject({ begins: { at: 45_120 }, repair: { until: 45_120 } });
    const long = await modelOf(base.replace("for: 4h", "until: 2023-04-10 00:00"));
    expect(long.incidents[0]!.repair).toEqual({ by: "end", until: 56 * 1440 });
  });

  test("the same text gives the same model, and another seed another estate", async () => {
    expect(await modelOf(base)).toEqual(await modelOf(base));
    expect((await modelOf(`${base}seed: other\n`)).estate).not.toEqual((await modelOf(base)).estate);
  });
});

describe("warnings", () => {
  const warningsOf = async (text: string) => (await compile(text, "f.yaml", nothing)).warnings;

  test("a calendar that ends before recovery can be seen", async () => {
    const short = await warningsOf(base.replace(/days: \d+/, "days: 7"));
    expect(short).toHaveLength(1);
    expect(short[0]).toMatch(/^The calendar ends \d working days? after the last incident, too soon to see most practices recover: write days: \d+ or more\.$/);
    const days = /days: (\d+)/.exec(short[0]!)![1]!;
    expect(await warningsOf(base.replace(/days: \d+/, `days: ${days}`))).toEqual([]);
  });

  test("a sample", async () => {
    const sampled = base.replace(/estate: \{generate: \{region: \w+\}\}/, "estate: {generate: {region: QKS}, sample: 3 neighbourhoods}");
    expect(sampled).not.toBe(base);
    expect(await warningsOf(sampled)).toContain("Sample: patients are simulated in 3 of 46 neighbourhoods, and figures are scaled up to all of them.");
  });

  test("the question is looked for in the first line", async () => {
    expect(await warningsOf(`# my copy\n${base}`)).toEqual(["The question stands in line 2; readers look for it in the first."]);
  });

  test("an incident that hits nobody", async () => {
    expect(await warningsOf(base.replace("cloud-telephony", "backup-circuit"))).toEqual(['Incident "phones" hits nobody: no practice that it selects has backup-circuit.']);
  });

  test("years without known bank holidays", async () => {
    const [warning] = await warningsOf(base.replaceAll("2023-03", "2039-03"));
    expect(warning).toMatch(/^Bank holidays are known from \d{4} to \d{4};/);
  });
});

describe("files that a scenario names", () => {
  const imported = (rest = ""): string => base.replace("{generate: {region: QKS}}", `{import: {map: map.csv, patients: patients.csv${rest}}}`);

  test("a missing file is complained about where it is named, and only once it is read", async () => {
    expect(check(imported(), "f.yaml")).toEqual([]);
    expect(await refusal(imported())).toEqual([
      '4:24 the file "map.csv" cannot be read: there is no such file. > Check its name; it is looked for in the folder of the scenario.',
      '4:43 the file "patients.csv" cannot be read: there is no such file. > Check its name; it is looked for in the folder of the scenario.',
    ]);
  });

  test("so is a file that is not what it should be, beside the other mistakes", async () => {
    const said = await refusal(imported().replace("4h", "4x"), () => Promise.resolve(new TextEncoder().encode("a,b\n1,2\n")));
    expect(said[0]).toMatch(/^4:24 the estate cannot be made: practice map .* no column/);
    expect(said[1]).toMatch(/^12:10 incident "phones" lasts "4x"/);
  });

  const small: Readonly<Record<string, Uint8Array>> = {
    "map.csv": bytesOf(mapHeader, [mapRow({ code: "X90001" }), mapRow({ code: "X90002" })]),
    "patients.csv": bytesOf(patientsHeader, [patientsRow("X90001", 10_000), patientsRow("X90002", 10_000)]),
    "staff.csv": bytesOf(workforceHeader, [workforceRow("X90001", [5, 1, 2.5, 1, 12])]),
    "calls.xlsx": telephonyOf([telephonyRow("X90002")]),
    "requests.xlsx": onlineOf([onlineRow("X90001", 1000)]),
    "ods.csv": bytesOf(epraccurRow("X90001", "QKS"), [epraccurRow("X90002", "QKS", { status: "C" })]),
  };
  const readSmall = (path: string) => (small[path] ? Promise.resolve(small[path]) : nothing());
  const all = ", workforce: staff.csv, telephony: calls.xlsx, online: requests.xlsx, ods: ods.csv";

  test("files with practices' own figures are read, listed, and how far they reach is said first", async () => {
    const { model, inputs, warnings } = await compile(imported(all), "f.yaml", readSmall);
    expect(model.estate.practices.map(({ staff }) => staff.gp)[0]).toBe(6);
    expect(model.estate.practices[1]!.telephony).toBe("cloud");
    expect(inputs.map(({ path }) => path)).toEqual(["map.csv", "patients.csv", "staff.csv", "calls.xlsx", "requests.xlsx", "ods.csv"]);
    expect(model.estate.practices.map(({ callRate, onlineRate }) => [callRate, onlineRate])).toEqual([[undefined, 5], [25, undefined]]);
    expect(warnings[0]).toMatch(/^Of 2 practices these have figures of their own: GPs 1, nurses 1, .* calls 1, online requests 1, telephony 1, clinical systems all\./);
    expect(warnings[1]).toMatch(/^1 of 2 practices of the practice map \(X90002\) are closed, says epraccur/);
  });

  test.each([
    ["staff.csv", "workforce", /the estate cannot be made: workforce .*, line 1: no column Practice\.Code/],
    ["calls.xlsx", "telephony", /the estate cannot be made: cloud telephony .*: found no Excel workbook \(XLSX\)\. > Give the workbook as published/],
    ["requests.xlsx", "online", /the estate cannot be made: online requests .*: found no Excel workbook \(XLSX\)\. > Give the workbook as published/],
    ["ods.csv", "ods", /the estate cannot be made: organisations \(epraccur\), line 1: found 2 columns\. > Give the CSV file as published/],
  ])("a wrong %s is complained about where it is named", async (wrong, key, words) => {
    const text = imported(all);
    const said = await refusal(text, (path) => (path === wrong ? Promise.resolve(new TextEncoder().encode("a,b\n1,2\n")) : readSmall(path)));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(words);
    expect(said[0]!.split(" ")[0]).toBe(`4:${text.split("\n")[3]!.indexOf(`${key}: `) + key.length + 3}`);
  });

  test("a file that is not there is complained about, however good the others are", async () => {
    expect(await refusal(imported(all), (path) => (path === "calls.xlsx" ? nothing() : readSmall(path)))).toEqual([
      expect.stringMatching(/^4:\d+ the file "calls\.xlsx" cannot be read: there is no such file\. > Check its name/),
    ]);
  });

  const folder = "../shared/data/nhs";
  const [map, patients] = ["map", "all"].map((kind) => existsSync(folder) && readdirSync(folder).find((name) => name.startsWith(`gp-reg-pat-prac-${kind}`) && name.endsWith(".csv")));
  test.skipIf(!map || !patients)("the published files make the estate, and are listed with their hashes (skipped where the files are not there)", async () => {
    const read = (path: string) => readFile(`${folder}/${{ "map.csv": map, "patients.csv": patients }[path] as string}`);
    const { model, inputs } = await compile(imported(", region: QKS"), "f.yaml", read);
    expect(model.estate.practices.length).toBeGreaterThan(150);
    expect(inputs.map(({ path }) => path)).toEqual(["map.csv", "patients.csv"]);
    for (const { path, sha256 } of inputs) expect(sha256).toBe(createHash("sha256").update(await read(path)).digest("hex"));
  });
});
