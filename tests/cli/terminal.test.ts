/** What is shown on which terminal. */
import { describe, expect, test } from "vitest";
import { columnsOf, cut, heightOf, wrapped } from "../../src/cli/lines.js";
import { canMove, coloursFor, inSigns, screenOf, signsFor } from "../../src/cli/terminal.js";

const [terminal, pipe] = [{ isTTY: true }, { isTTY: false }];

test.each<[boolean, Record<string, string>, typeof terminal, string]>([
  [true, {}, terminal, "a terminal"],
  [false, {}, pipe, "a pipe"],
  [false, { TERM: "dumb" }, terminal, "a dumb terminal"],
  [false, { NO_COLOR: "1" }, terminal, "NO_COLOR"],
  [true, { NO_COLOR: "" }, terminal, "an empty NO_COLOR, which says nothing"],
  [true, { FORCE_COLOR: "1" }, pipe, "FORCE_COLOR in a pipe"],
  [false, { FORCE_COLOR: "0" }, terminal, "FORCE_COLOR=0"],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, terminal, "both: no colours is the safer"],
  [false, { CI: "true" }, pipe, "a build server"],
])("colours are %s where there is %j", (isColoured, env, stream) => {
  expect(coloursFor(stream, env).red("x") !== "x").toBe(isColoured);
});

test("nothing moves a cursor but on a terminal that can", () => {
  expect([canMove(terminal, {}), canMove(pipe, {}), canMove(terminal, { TERM: "dumb" }), canMove(pipe, { FORCE_COLOR: "1" })]).toEqual([true, false, false, false]);
  expect(screenOf({ isTTY: true, write: () => true }, { TERM: "dumb" }).isTTY).toBe(false);
});

test.each<[string, Record<string, string>, string, "blocks" | "ascii"]>([
  ["a UTF-8 locale", { LANG: "en_GB.UTF-8" }, "linux", "blocks"],
  ["written otherwise", { LC_CTYPE: "C.utf8" }, "linux", "blocks"],
  ["LC_ALL over the others", { LC_ALL: "C", LANG: "en_GB.UTF-8" }, "linux", "ascii"],
  ["an old locale", { LANG: "en_GB.ISO-8859-1" }, "linux", "ascii"],
  ["none", {}, "linux", "ascii"],
  ["a dumb terminal", { TERM: "dumb", LANG: "en_GB.UTF-8" }, "linux", "ascii"],
  ["the Linux console", { TERM: "linux", LANG: "en_GB.UTF-8" }, "linux", "ascii"],
  ["a Mac", {}, "darwin", "blocks"],
  ["Windows Terminal", { WT_SESSION: "1" }, "win32", "blocks"],
  ["the old Windows console", {}, "win32", "ascii"],
])("signs of %s", (_, env, platform, signs) => {
  expect(signsFor(env, platform)).toBe(signs);
});

test("this program's own signs have another form, names none", () => {
  expect(inSigns("−5 ±2 – “Überlingen’s”", "ascii")).toBe("-5 +/-2 - \"Überlingen's\"");
  expect(inSigns("−5", "blocks")).toBe("−5");
});

describe("columns", () => {
  test.each([["abc", 3], ["Überlingen", 10], ["日本", 4], ["e\u0301", 1], ["👍", 2], ["a\u200bb", 2]])("%s takes %i", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test("no line of wide letters is wider than the screen, no pair of surrogates is parted, and nothing is lost", () => {
    const text = "👍🏽".repeat(30) + " " + "日本語".repeat(20);
    const lines = wrapped(text, "  ").split("\n");
    expect(lines.every((line) => columnsOf(line) <= 80 && !/\p{Cs}/u.test(line))).toBe(true);
    expect(lines.map((line) => line.slice(2)).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    expect(columnsOf(cut(text, 20))).toBeLessThanOrEqual(20);
    expect(cut(text, 20)).not.toMatch(/\p{Cs}/u);
  });

  test("a long line is as high as the screen makes it, colours aside", () => {
    expect(heightOf(`\u001b[1m${"x".repeat(80)}\u001b[22m\n\n${"x".repeat(81)}`)).toBe(4);
  });
});
