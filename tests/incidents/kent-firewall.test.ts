/** The Kent and Medway story, run whole: its scenario file on a sample of its neighbourhoods, in this thread. Facts K1, K3, K4 end to end. */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { runExperiment } from "../../src/experiment/run.js";
import { simulateUnit } from "../../src/experiment/unit.js";
import { assemble } from "../../src/result/assemble.js";
import type { OutcomeRow, ResultDocument } from "../../src/result/document.js";
import { compile } from "../../src/scenario/compile.js";

const story = readFileSync("scenarios/kent-firewall-2023.yaml", "utf8");
/** Two replications of a few neighbourhoods; fewer days after it, since these facts are about the outage itself. */
const short = (text: string) => text.replace(/days: \d+/, "days: 21").replace(/\nhypotheses:[^]*$/, "\nexperiment: {replications: 2}\n");
const sampled = (text: string, regions: string, sample: number) => short(text).replace("generate: {region: QKS}", `generate: {region: ${regions}}\n  sample: ${sample} neighbourhoods`);

async function run(text: string): Promise<ResultDocument> {
  const { model, inputs, warnings } = await compile(text, "story.yaml", (path) => readFile(path));
  const { findings, stoppedBy } = await runExperiment(model, async (unit) => simulateUnit(model, unit));
  return assemble({ model, text, hash: "", inputs, version: "0", stoppedBy, findings, warnings });
}

function row(document: ResultDocument, id: string, part = "all", where = "all", arm = "outage"): OutcomeRow {
  const found = document.outcomes.find((candidate) => candidate.id === id && candidate.part === part && candidate.where === where && candidate.arm === arm);
  if (found === undefined) throw new Error(`no row ${id} ${part} ${where} ${arm}`);
  return found;
}

describe("two regions, one firewall", () => {
  let result: ResultDocument;
  beforeAll(async () => { result = await run(sampled(story, "[QKS, QNC]", 4)); });

  test("K1: every difference is exactly 0 in the other region and in each of its practices", () => {
    const others = new Set(result.places.filter(({ code, parent }) => code === "QNC" || parent === "QNC" || result.places.find((place) => place.code === parent)?.parent === "QNC").map(({ code }) => code));
    const rows = result.outcomes.filter(({ where, kind }) => others.has(where) && kind === "difference");
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ mean }) => mean !== 0)).toEqual([]);
  });

  test("K1: the region with the firewall is hit, every practice of it", () => {
    const practices = result.places.filter(({ kind, parent }) => kind === "practice" && result.places.find(({ code }) => code === parent)?.parent === "QKS");
    expect(practices.length).toBeGreaterThan(3);
    for (const { code } of practices) expect(row(result, "appointmentsDisrupted", "all", code).mean, code).toBeGreaterThan(0);
  });

  const during = ["2023-03-16", "2023-03-17", "2023-03-20", "2023-03-21", "2023-03-22"];
  test.each(during)("K3: on %s hardly any consultation has records, and paper is used", (day) => {
    // On the first day those that began before 08:00 would have them; none is that early.
    const all = row(result, "consultations", `day:${day}`, "QKS").mean!;
    const blind = row(result, "consultationsWithoutRecords", `day:${day}`, "QKS").mean!;
    expect(all).toBeGreaterThan(0);
    expect(blind / all).toBeGreaterThan(0.99);
  });

  test("K3: a day after the return all consultations have records again, and every paper note is to be typed in", () => {
    expect(row(result, "consultationsWithoutRecords", "day:2023-03-24", "QKS").mean).toBe(0);
    expect(row(result, "notesToTypeIn", "all", "QKS").mean).toBeGreaterThanOrEqual(row(result, "consultationsWithoutRecords", "all", "QKS").mean!);
  });
});

describe("a second path", () => {
  const kent = sampled(story, "QKS", 2);
  const given = (component: string) => `${kent}\ninfrastructure:\n  components:\n    - ${component}\n`;
  let plain: ResultDocument, behind: ResultDocument, past: ResultDocument;
  beforeAll(async () => {
    plain = await run(kent);
    behind = await run(given("{id: backup-circuit, label: Backup circuit, scope: site, where: {region: QKS}}"));
    past = await run(given("{id: mobile-router, label: 4G or 5G router, scope: site, where: {region: QKS}}"));
  });

  test("K4: a backup circuit behind the same firewall removes nothing at all", () => {
    const figures = ({ outcomes }: ResultDocument) => outcomes.map(({ id, part, where, mean }) => [id, part, where, mean]);
    expect(figures(behind)).toEqual(figures(plain));
  });

  test("K4: a path that bypasses the firewall removes most of the loss", () => {
    expect(row(plain, "appointmentsDisrupted").mean).toBeGreaterThan(1000);
    for (const id of ["appointmentsDisrupted", "consultationsWithoutRecords", "notesToTypeIn", "contactsNotConnected"]) {
      expect(row(past, id).mean!, id).toBeLessThan(0.2 * row(plain, id).mean!);
    }
  });
});

const published = "../shared/data/nhs/";
const real = existsSync(`${published}gp-reg-pat-prac-map_2026-08-01.csv`);
describe.skipIf(!real)(real ? "the real practices" : "the real practices (skipped: the published files are not at hand)", () => {
  test("the same scenario runs on the practices that NHS England publishes", async () => {
    const text = short(story).replace("generate: {region: QKS}", `import: {map: ${published}gp-reg-pat-prac-map_2026-08-01.csv, patients: ${published}gp-reg-pat-prac-all_2026-03-01.csv, region: QKS}\n  sample: 2 neighbourhoods`);
    const result = await run(text);
    expect(result.inputs).toHaveLength(2);
    expect(result.places.filter(({ kind }) => kind === "practice").every(({ code }) => /^[A-Z]\d{5}$/.test(code))).toBe(true);
    expect(row(result, "consultationsWithoutRecords", "day:2023-03-17").mean).toBeGreaterThan(0);
  });
});
