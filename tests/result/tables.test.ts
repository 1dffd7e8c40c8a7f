import { csvParse, csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResultDocument } from "../../src/result/document.js";
import { tables } from "../../src/result/tables.js";
import { fixture } from "../report/fixture.js";

const document = fixture();

function read(name: string, from: ResultDocument = document): Record<string, string>[] {
  return csvParse(textOf(name, from)).map((row) => ({ ...row }));
}

function textOf(name: string, from: ResultDocument = document): string {
  return tables(from).find((table) => table.name === name)!.text;
}

test("the tables that a run gives", () => {
  expect(tables(document).map(({ name }) => name)).toEqual([
    "outcomes.csv", "practices.csv", "days.csv", "series.csv", "assumptions.csv", "timeline.csv", "hypotheses.csv",
  ]);
});

test("the plausible range has its table once one is computed", () => {
  const plausible = document.outcomes.slice(0, 3);
  expect(read("plausible.csv", { ...document, plausible })).toHaveLength(3);
});

test("other slack has its table once a run is repeated with it: the share before each row", () => {
  const outcomes = document.outcomes.slice(0, 3);
  const rows = read("slack.csv", { ...document, slack: [{ slack: 0.05, affected: 240, outcomes }, { slack: 0.15, affected: 240, outcomes }] });
  expect(rows.map(({ slack, affected, id }) => [slack, affected, id])).toEqual(["0.05", "0.15"].flatMap((slack) => outcomes.map(({ id }) => [slack, "240", id])));
});

test("so have other shares of those whom NHS 111 sends back: factor and share before each row", () => {
  const outcomes = document.outcomes.slice(0, 2);
  const rows = read("returns.csv", { ...document, returns: [{ factor: 0, sentBack: 0, affected: 240, outcomes }, { factor: 2, sentBack: 0.46, affected: 240, outcomes }] });
  expect(rows.map(({ factor, sent_back, affected, id }) => [factor, sent_back, affected, id])).toEqual([["0", "0"], ["2", "0.46"]].flatMap((setting) => outcomes.map(({ id }) => [...setting, "240", id])));
});

test("outcomes come back as they were, a row each", () => {
  const rows = read("outcomes.csv");
  expect(rows).toHaveLength(document.outcomes.length);
  const numbers = ["mean", "low", "high", "p5", "p10", "p50", "p90", "p95", "replications", "defined", "censored"];
  const back = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, text]) => [key, numbers.includes(key) ? (text === "" ? null : Number(text)) : key === "against" && text === "" ? null : text])),
  );
  expect(back).toEqual(document.outcomes);
});

test("a practice a row, with its main outcomes", () => {
  const rows = read("practices.csv");
  expect(rows).toHaveLength(12);
  const first = rows[0]!;
  expect(first).toMatchObject({ code: "G82011", name: "Abbey Court Surgery", neighbourhood: "U10001", neighbourhood_name: "Weald PCN", patients: "3100" });
  const extra = document.outcomes.find(({ id, part, where, kind }) => id === "extraWorkHours" && part === "all" && where === "G82011" && kind === "difference")!;
  expect([first["extraWorkHours_mean"], first["extraWorkHours_low"], first["extraWorkHours_high"]].map(Number)).toEqual([extra.mean, extra.low, extra.high]);
  expect(Object.keys(first)).toContain("backlogRecovery_censored");
});

test("days stand in order of the calendar, one row an outcome, arm and place", () => {
  const rows = read("days.csv").filter(({ id, where }) => id === "appointmentsDisrupted" && where === "all");
  expect(rows).toHaveLength(56);
  expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).sort());
  expect(rows[0]!["day"]).toBe("2023-03-16");
});

test("series are long, each value with its local time", () => {
  const rows = read("series.csv").filter(({ where, arm }) => where === "QKS" && arm === "outage");
  expect(rows.slice(0, 2).map(({ at }) => at)).toEqual(["2023-03-16T00:00", "2023-03-16T01:00"]);
  expect(rows.at(-1)!["at"]).toBe("2023-05-10T23:00");
});

test("a list of numbers stays in one cell", () => {
  expect(read("assumptions.csv").find(({ id }) => id === "demand.callsByWeekday")).toMatchObject({
    value: "26; 19.9; 18.5; 17.9; 17.7", changed: "false", range_low: "23.4; 17.91; 16.65; 16.11; 15.93", range_high: "28.6; 21.89; 20.35; 19.69; 19.47", range_sum: "100", fixed: "",
  });
});

test("an assumption has a range, or a reason to have none, or neither in a document of before ranges", () => {
  const rangeOf = (wanted: string) => {
    const { range_low, range_high, range_sum, fixed } = read("assumptions.csv").find(({ id }) => id === wanted)!;
    return [range_low, range_high, range_sum, fixed];
  };
  expect(rangeOf("demand.callsPer1000")).toEqual(["24.57", "30.03", "", ""]);
  expect(rangeOf("response.carryOn")).toEqual(["", "", "", "what the others leave"]);
  expect(rangeOf("care.slackGp")).toEqual(["", "", "", ""]);
});

test("every line of a table ends in CRLF and has as many cells as the header", () => {
  for (const { text } of tables(document)) {
    expect(text.endsWith("\r\n")).toBe(true);
    const widths = new Set(csvParseRows(text.replace(/^\uFEFF/, "")).map(({ length }) => length));
    expect(widths.size).toBe(1);
  }
});

test.each([
  ["quotes", "the \"old\" surgery", "the \"old\" surgery"],
  ["commas", "one, two", "one, two"],
  ["line breaks", "one\r\ntwo", "one\r\ntwo"],
  ["equals", "=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"],
  ["plus", "+44 20", "'+44 20"],
  ["minus", "-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ["at", "@SUM(A1)", "'@SUM(A1)"],
  ["tab", "\t=1", "'\t=1"],
  ["carriage return", "\r=1", "'\r=1"],
  ["full-width equals", "＝1+1", "'＝1+1"],
  ["blanks before equals", "  =1", "'  =1"],
  ["what is not shown before equals", "\u200b\u0000=1", "'\u200b\u0000=1"],
  ["a dash within", "Stoke-on-Trent", "Stoke-on-Trent"],
])("free text with %s is read back as text", (_, name, expected) => {
  const places = document.places.map((place) => (place.code === "G82011" ? { ...place, name } : place));
  const text = textOf("practices.csv", { ...document, places }).replace(/^\uFEFF/, "");
  expect(csvParse(text).find(({ code }) => code === "G82011")!["name"]).toBe(expected);
});

test("negative numbers stay numbers", () => {
  const row = read("outcomes.csv").find(({ id, part, where }) => id === "extraWorkHours" && part === "activity:consultation" && where === "all")!;
  expect(row["mean"]).toBe("-64");
});

test("whatever a text holds, it comes back, at most behind an apostrophe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (reason) => {
      const hypotheses = [{ ...document.hypotheses[0]!, reason }];
      const [row] = csvParse(textOf("hypotheses.csv", { ...document, outcomes: [], series: [], hypotheses }).replace(/^\uFEFF/, ""));
      expect([reason, `'${reason}`]).toContain(row!["reason"]);
      expect(row!["reason"]).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("only a table with more than ASCII begins with a byte-order mark", () => {
  expect(textOf("practices.csv").startsWith("code,")).toBe(true);
  const places = document.places.map((place) => (place.code === "G82011" ? { ...place, name: "Café" } : place));
  expect(textOf("practices.csv", { ...document, places }).startsWith("\uFEFFcode,")).toBe(true);
});
