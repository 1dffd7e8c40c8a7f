/** The same bytes on every platform: what the pure world does without, and that the check would notice it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { impurities } from "./purity.js";
import { roomOf, rooms } from "./rooms.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const pure = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && rooms[roomOf(file)]?.node !== true && roomOf(file) !== "app");

test("there are pure files to look at", () => {
  expect(pure).toContain("engine/calendar.ts");
});

test.each(pure)("%s gives the same bytes everywhere", (file) => {
  // Pictures may differ in their last digit; results and the page's words may not.
  expect(impurities(readFileSync(source + file, "utf8"), { maths: roomOf(file) !== "report" })).toEqual([]);
});

describe("the check notices", () => {
  test.each([
    "Math.log", "Math.log2", "Math.log10", "Math.log1p", "Math.exp", "Math.expm1", "Math.pow", "Math.sin", "Math.cos", "Math.tan", "Math.asin", "Math.acos",
    "Math.atan", "Math.atan2", "Math.sinh", "Math.cosh", "Math.tanh", "Math.cbrt", "Math.hypot", "Math.random",
  ])("%s", (found) => {
    expect(impurities(`const a = 1;\nconst b = ${found}(a);`, { maths: true })).toEqual([{ line: 2, found }]);
  });

  test.each([
    ["2 ** x", "**"],
    ["x **= 2", "**="],
    ["Math['log'](2)", "Math.log"],
    ["const { exp } = Math", "Math"],
    ["const m = Math", "Math"],
    ["[1, 2].map(Math.exp)", "Math.exp"],
    ["Date.now()", "Date"],
    ["new Date()", "Date"],
    ["f({ Date })", "Date"],
    ["performance.now()", "performance"],
    ["process.env", "process"],
    ["setTimeout(f, 1)", "setTimeout"],
    ["setInterval(f, 1)", "setInterval"],
    ["setImmediate(f)", "setImmediate"],
    ["queueMicrotask(f)", "queueMicrotask"],
    ["globalThis.process", "globalThis"],
    ["eval('1')", "eval"],
    ["new Function('1')", "Function"],
    ["require('fs')", "require"],
    ["new Intl.NumberFormat()", "Intl"],
    ["(1).toLocaleString()", "toLocaleString"],
    ["'a'.localeCompare('b')", "localeCompare"],
    ["'a'?.['localeCompare']('b')", "localeCompare"],
    ["const { localeCompare } = 'a'", "localeCompare"],
    ["'a'.toLocaleUpperCase()", "toLocaleUpperCase"],
    ["'a'.toLocaleLowerCase()", "toLocaleLowerCase"],
    ["d.toLocaleDateString()", "toLocaleDateString"],
    ["d.toLocaleTimeString()", "toLocaleTimeString"],
    ["declare const performance: { now(): number }; performance.now()", "performance"],
  ])("%s", (code, found) => {
    expect(impurities(code, { maths: true })).toEqual([{ line: 1, found }]);
  });

  test("a random draw and a clock even where the maths is free", () => {
    expect(impurities("Math.random(); Date.now(); Math.log(2) ** 2;", { maths: false }).map(({ found }) => found)).toEqual(["Math.random", "Date"]);
  });
});

test.each([
  "Math.sqrt(2) + Math.floor(1.5) * Math.PI",
  "// Math.log, Date.now()\nconst text = 'new Date() ** Math.exp';",
  "function run(process: number) { return process + 1; }",
  "const row = { Date: 1, process: 2 }; row.Date; row.process;",
  "interface Row { Date: number; Function: string }",
  "let when: Date | Intl.NumberFormat;",
  "import { performance } from './engine.js'; performance();",
])("the check leaves alone %j", (code) => {
  expect(impurities(code, { maths: true })).toEqual([]);
});
