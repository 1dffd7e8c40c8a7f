import { expect, test } from "vitest";
import { incidentTables } from "../../src/result/incident-tables.js";
import { documentOf, firewall, logIns, modelWith } from "./incident-builder.js";

const { document, findings } = documentOf(modelWith([firewall]), 1);
const [availability, timeline, journal] = incidentTables(document, findings.practiceSteps.rows, findings.journal.rows).map(({ text }) => text.split("\r\n")) as [string[], string[], string[]];

test("the document says what it is, and holds neither practice steps nor journal", () => {
  expect(document).toMatchObject({ schema: 1, kind: "incident", seed: "hand", replications: 1, scenario: { name: "by-hand", question: "What fails?" }, horizon: "2023-05-08T00:00" });
  expect(document.places).toEqual([
    { code: "all", name: "All", practices: 3, patients: 30000 }, { code: "QKS", name: "QKS", practices: 2, patients: 20000 }, { code: "QUY", name: "QUY", practices: 1, patients: 10000 },
  ]);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("availability: a row for each place, capability and hour, from the first loss until all is as usual", () => {
  expect(availability[0]).toBe("where,capability,at,practices,practices_low,practices_high,patients,patients_low,patients_high,slowness");
  // Two of three practices, 20,000 of 30,000 patients; slow by 20% and 10% for these.
  expect(availability.filter((line) => line.startsWith("all,refer,"))).toEqual([
    ...[8, 9, 10, 11].map((hour) => `all,refer,2023-03-16T${String(hour).padStart(2, "0")}:00,0.333333333,0.333333333,0.333333333,0.333333333,0.333333333,0.333333333,1`),
    "all,refer,2023-03-16T12:00,1,1,1,1,1,1,1.133333333", "all,refer,2023-03-16T13:00,1,1,1,1,1,1,1.066666667", "all,refer,2023-03-16T14:00,1,1,1,1,1,1,1",
  ]);
  // All and QKS, thirteen capabilities, seven hours; QUY loses nothing.
  expect(availability.length).toBe(1 + 2 * 13 * 7 + 1);
});

test("practice timeline: each step of each practice", () => {
  expect(timeline[0]).toBe("replication,practice,capability,from,level,slowness");
  expect(timeline.filter((line) => line.startsWith("1,QKS1,telephone,"))).toEqual([
    "1,QKS1,telephone,2023-03-16T08:00,0,1", "1,QKS1,telephone,2023-03-16T12:00,1,1.2", "1,QKS1,telephone,2023-03-16T13:00,1,1.1", "1,QKS1,telephone,2023-03-16T14:00,1,1",
  ]);
  expect(timeline.some((line) => line.includes("QUY0"))).toBe(false);
});

test("journal: what happened, in order, with codes instead of numbers", () => {
  expect(journal).toEqual([
    "replication,at,incident,occurrence,what,practice,unit,crew",
    "1,2023-03-16T08:00,Firewall fails,1,begins,,,",
    ...["QKS0", "QKS1"].map((code) => `1,2023-03-16T08:00,Firewall fails,1,practice is hit,${code},,`),
    "1,2023-03-16T12:00,Firewall fails,1,is repaired,,,",
    ...["QKS0", "QKS1"].map((code) => `1,2023-03-16T12:00,Firewall fails,1,practice has it back,${code},,`),
    "",
  ]);
});

test("units and crews count from 1", () => {
  const { document: other, findings: its } = documentOf(modelWith([logIns]), 1);
  const lines = incidentTables(other, [], its.journal.rows)[2]!.text.split("\r\n");
  const columns = lines.slice(1, -1).map((line) => line.split(","));
  // 20 log-ins in each of two practices, one crew.
  expect(new Set(columns.map((cells) => cells[7]))).toEqual(new Set(["", "1"]));
  const units = columns.map((cells) => Number(cells[6] === "" ? 1 : cells[6]));
  expect(Math.min(...units)).toBe(1);
  expect(Math.max(...units)).toBeLessThanOrEqual(20);
});

test("the same model and seed give the same bytes", () => {
  expect(JSON.stringify(documentOf(modelWith([firewall, logIns]), 4).document)).toBe(JSON.stringify(documentOf(modelWith([firewall, logIns]), 4).document));
});
