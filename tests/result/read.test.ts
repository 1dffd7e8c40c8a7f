/** What is taken for a result, what is not, and what is then said. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page } from "../../src/report/page.js";
import { drawings } from "../../src/report/render.js";
import { readResult, ResultError } from "../../src/result/read.js";
import { beyondHorizon, fixture, unaffected } from "../report/fixture.js";

const older = (name: string): string => readFileSync(new URL(`./older/${name}.json`, import.meta.url), "utf8");
const complaint = (text: string): string => {
  try {
    readResult(text);
  } catch (error) {
    if (error instanceof ResultError) return error.message;
    throw error;
  }
  return "none";
};

test.each([["a loss", fixture], ["no loss", unaffected], ["beyond the horizon", beyondHorizon]])("%s is read as it is", (_, document) => {
  expect(readResult(JSON.stringify(document()))).toEqual(document());
});

/** As the product first wrote them, with fewer rows; and as it did before it told of one typical replication. */
test.each(["first", "before-typical"])("a document of before is read, and its page and charts can be drawn: %s", async (name) => {
  const document = readResult(older(name));
  expect(document).toMatchObject({ directives: [], pairing: [], intervals: "student" });
  const pictures = await drawings(document);
  expect(pictures.map((picture) => picture.name)).toContain("backlog");
  expect(page(document, pictures)).toContain(document.scenario.question.replaceAll("'", "&#39;"));
});

test.each([
  ["", "the file is empty"],
  ["name: example\n", "it is no JSON ("],
  ["[1]", "it is no result of a run. Name a result.json"],
  ["null", "it is no result of a run."],
  ["{}", "it is no result of a run."],
  ['{"kind": "incident"}', "Run the scenario without --incident-only."],
  ['{"kind": "calibration"}', "whose page, calibration.html, lies beside it."],
  ['{"kind": "run", "schema": 2, "version": "9.0.0"}', 'its schema is 2, this version knows 1. It was made with a newer version than this. Take the version that made it: "9.0.0".'],
  ['{"kind": "run"}', "its schema is missing, this version knows 1."],
  [JSON.stringify(fixture(), null, 1).slice(0, 60_000), "it breaks off in line "],
  [JSON.stringify({ ...fixture(), outcomes: [] }), "outcomes should be a list of 1 or more, and is a list of 0."],
  [JSON.stringify({ ...fixture(), outcomes: [{ ...fixture().outcomes[0], mean: "many" }] }), 'it is damaged: outcomes[0].mean should be a number, and is "many".'],
  [JSON.stringify({ ...fixture(), window: { ...fixture().window, horizon: "soon" } }), "window.horizon should be a time such as 2023-03-16T08:00"],
  [JSON.stringify({ ...fixture(), places: undefined }), "part of it is missing: places should be a list, and is nothing. Take a copy"],
])("%.40s is refused with what was found", (text, words) => {
  expect(complaint(text)).toContain(words);
});

test("whatever one part of it is put in place of, it is refused in words or its page can be drawn", () => {
  const seen = new Set<string>();
  let refused = 0;
  const walk = (value: unknown, change: (to: unknown) => void): void => {
    if (typeof value !== "object" || value === null) return;
    // Parts of a list are alike: its first tells of all.
    for (const [key, part] of Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined)) {
      const set = (to: unknown): void => { (value as Record<string, unknown>)[key] = to; };
      // Of its own kind it is another value, not another thing.
      for (const other of [undefined, null, "x", 1e9, [], {}].filter((each) => part === null || typeof each !== typeof part || Array.isArray(each) !== Array.isArray(part))) {
        set(other);
        change(other);
      }
      set(part);
      walk(part, change);
    }
  };
  // Without the rows of single practices, which are drawn as the others are.
  const base = fixture();
  const document = JSON.parse(JSON.stringify({
    ...base, places: base.places.slice(0, 5), outcomes: base.outcomes.filter(({ where, part }) => where === "all" && !part.startsWith("day:")), series: base.series.slice(0, 2).map((each) => ({ ...each, mean: each.mean.slice(0, 48), low: each.low.slice(0, 48), high: each.high.slice(0, 48) })), slack: [{ slack: 0.1, affected: 2, outcomes: base.outcomes.slice(0, 1) }],
  })) as object;
  walk(document, () => {
    const text = JSON.stringify(document);
    const words = complaint(text);
    if (words === "none") expect(() => page(readResult(text), [])).not.toThrow();
    else {
      refused++;
      seen.add(words.split(":")[0]!);
    }
  });
  expect(seen).toContain("it is damaged");
  expect(refused).toBeGreaterThan(400);
});
