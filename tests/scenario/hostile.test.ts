/** Whatever a file holds, the answer is a list of complaints, and soon. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { compile } from "../../src/scenario/compile.js";
import { format, ScenarioError } from "../../src/scenario/complaint.js";
import { base } from "./base.js";
import { incidents } from "./incident-base.js";

const kent = readFileSync("scenarios/kent-firewall-2023.yaml", "utf8");
/** Every setting of incidents, directives and habits at least once. */
const everything = incidents(
  "{name: push, component: emis-web, at: 2023-03-16 10:00, release: {target: {telephony: on site}, sentTo: {clinicalSystem: EMIS Web}, breaks: {tag: template-manager}, rings: [{share: 5%, after: 0m}, {where: {region: QKS}, after: 1h}, {after: 2h}]}, units: {of: log-ins, share: 0.97}, found: 1h to 2h, suspected: {cause: the network, for: 3h}, cause: a push, repair: {rollback: 2h30m}, severity: medium}",
  "{name: update, component: workstations, rate: 2.19 a month, each: region, share: 0.3, spread: 3h, slowness: 1.5, repair: {crews: 6, each: {least: 3m, likely: 4m, most: 20m}, travel: 25m, per: region, hours: {from: 08:00, to: 18:00, weekends: true}, self: {share: 0.3, takes: 1h}}, return: {then: {results: 4h}}}",
  "{name: virus, component: workstations, at: 2023-03-16 10:00, spread: {over: 6h, until: found}, found: 2h, repair: {takes: 3h}, return: {shares: [{by: 15h, share: 0.4}, {by: 3d, share: 1}]}}",
  "{name: again, component: regional-firewall, follows: {incident: update, after: {mean: 40m, sd: 30m}, from: beginning, chance: 30%}, draw: 1 region, flapping: {down: 10m to 30m, up: 1h}, for: 20m to 2h, return: {over: 26h}, tail: {slowness: 1.1, fades: 1d}}",
).replace("experiment: {replications: 10}\n", "") + `directives:
  - {name: Pen and paper, from: nation, at: 2023-03-16 11:00, clinicians: urgent only, reception: decline, continuityPlan: handed over}
  - {name: Attend only if necessary, from: region, at: 2023-03-16 11:00, until: 2023-03-20 08:00, where: {region: QKS}, followed: 80%, online: off, messaging: off, refer: nobody, advice: {heeded: 30%, to111: 0.5, toPharmacy: 20%}}
habits:
  - {fromDay: 2, carryOnWithPaper: 0.9, cancelRoutine: 5%, urgentOnly: 0.05, receptionDeclines: 0.1}
  - {fromDay: 4, receptionDeclines: 0}
`;

const nothing = (): Promise<Uint8Array> => Promise.reject(new Error("there is no such file"));
const times = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join("");

/** Several times what the slowest takes with a core of its own; a quadratic or exponential answer takes minutes. */
const SOON = 10_000;

describe("hostile texts are answered soon", () => {
  test.each<[name: string, text: string, message: RegExp]>([
    ["an alias bomb", `a0: &a0 [x, x]\n${times(30, (n) => `a${n + 1}: &a${n + 1} [${times(10, () => `*a${n}, `)}]\n`)}`, /repetitions by \* add up/],
    ["a megabyte of garbage", times(1_048_576, (n) => String.fromCharCode(33 + ((n * 7919) % 90))), /has 1048576 characters/],
    ["as much garbage as is looked at", times(300_000, (n) => "\n :-a#{}[],&*!|>'\"%@`"[(n * n * 7919 + n) % 20]!), /./],
    ["bytes", times(1000, (n) => String.fromCharCode(n % 256)), /not plain text/],
    ["brackets, deep", "[".repeat(300_000), /nested more deeply/],
    ["groups on one line, deep", "{a: ".repeat(70_000), /nested more deeply/],
    ["lists on one line, deep", "- ".repeat(150_000), /nested more deeply/],
    ["groups by indent, deep", times(500, (n) => `${" ".repeat(n)}a:\n`), /nested more deeply/],
    ["closing brackets", "}".repeat(300_000), /./],
    ["quotes", '"'.repeat(300_000), /./],
    ["anchors", "&a ".repeat(100_000), /./],
    ["settings", times(30_000, (n) => `k${n}: 1\n`), /not a setting/],
    ["the same setting", "a: 1\n".repeat(60_000), /./],
    ["incidents", base.replace("incidents:\n", `incidents:\n${times(4000, (n) => `  - {name: a, component: b${n}, at: x, for: y, z: 1}\n`)}`), /./],
    ["incidents that follow nobody", base.replace("incidents:\n", `incidents:\n${times(1000, (n) => `  - {name: ${"a".repeat(90)}${n}, component: hscn, follows: {incident: ${"b".repeat(90)}${n}}, for: 1h}\n`)}`), /no such incident/],
    ["a long row of followers in a circle", base.replace("incidents:\n", `incidents:\n${times(3000, (n) => `  - {name: n${n}, component: hscn, follows: {incident: n${(n + 1) % 3000}}, for: 1h}\n`)}`), /follows itself/],
    ["directives", base.replace("experiment:", `directives:\n${times(3500, (n) => `  - {name: a${n}, from: region, at: 2023-03-16 08:00, where: {practice: b${n}}}\n`)}experiment:`), /more than 100/],
    ["habits", base.replace("experiment:", `habits:\n${times(10_000, () => "  - {fromDay: 2}\n")}experiment:`), /more than 30/],
    ["rings", base.replace("    for: 4h", `    for: 4h\n    release: {target: {}, breaks: {}, rings: [${times(10_000, () => "{where: {}, after: 1h}, ")}]}`), /more than 50/],
    ["components", base.replace("infrastructure: {}", `infrastructure:\n  components:\n${times(5000, (n) => `    - {id: k${n}, scope: site, needs: k${n + 1}}\n`)}`), /more than 500/],
    ["regions", base.replace("region: QKS}}", `region: [${"QKS, ".repeat(50_000)}]}}`), /more than 100/],
    ["numbers", base.replace("days: 28", `days: ${"9".repeat(200_000)}`), /not a number/],
    ["a long text", `question: ${"x".repeat(250_000)}\n`, /longer than 500/],
  ])("%s", (_name, text, message) => {
    const start = process.cpuUsage();
    const complaints = check(text, "f.yaml");
    const { user, system } = process.cpuUsage(start);
    // Of the processor, which others may share.
    expect((user + system) / 1000).toBeLessThan(SOON);
    expect(complaints.length).toBeGreaterThan(0);
    expect(complaints.length).toBeLessThanOrEqual(100);
    expect(complaints.map((complaint) => complaint.message).join("\n")).toMatch(message);
    // What a terminal shows of it stays small.
    for (const line of format(complaints).split("\n")) expect(line.length).toBeLessThan(1500);
  });
});

test("the text with every primitive is right before it is spoiled", () => expect(check(everything, "f.yaml")).toEqual([]));

/** Texts near a right one: parts taken out, doubled, moved, replaced by words of the language or by what YAML finds special. */
const spoiled = (text: string): fc.Arbitrary<string> => {
  const lines = text.split("\n");
  const words = [...new Set(text.match(/[\w-]+/g))];
  const special = ["", ":", ": ", "-", "- ", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!t ", "|", ">", "'", '"', "%", "@", "`", "\t", "\n", "\r\n", "  ", "\0", "\u{1f600}", "null", "~", "true", "1e999", ".nan", "-1", "0x10", "2023-02-30", "99:99", "__proto__", "constructor", "toString", "<<"];
  const edit = fc.oneof(
    fc.record({ kind: fc.constant("cut" as const), from: fc.nat(text.length), length: fc.nat(40), put: fc.oneof(fc.constantFrom(...special, ...words), fc.string({ unit: "grapheme" })) }),
    fc.record({ kind: fc.constant("word" as const), word: fc.constantFrom(...words), put: fc.constantFrom(...special, ...words) }),
    fc.record({ kind: fc.constant("line" as const), from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1), indent: fc.nat(6) }),
  );
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => edits.reduce((spoilt, one) => {
    if (one.kind === "cut") return spoilt.slice(0, one.from) + one.put + spoilt.slice(one.from + one.length);
    if (one.kind === "word") return spoilt.replace(one.word, () => one.put);
    const rows = spoilt.split("\n");
    rows.splice(one.to, 0, " ".repeat(one.indent) + (rows[one.from] ?? "").trimStart());
    return rows.join("\n");
  }, text));
};

describe("a right text spoiled anyhow is compiled, or refused with complaints that point into it", () => {
  test.each([["Kent's scenario", kent.replace(/^#.*\n/gm, "")], ["the base", base], ["every primitive", everything]])("%s", async (_name, text) => {
    await fc.assert(fc.asyncProperty(spoiled(text), async (spoilt) => {
      const error: unknown = await compile(spoilt, "f.yaml", nothing).then(() => undefined, (reason: unknown) => reason);
      if (error === undefined) return;
      expect(error).toBeInstanceOf(ScenarioError);
      const { complaints } = error as ScenarioError;
      expect(complaints.length).toBeGreaterThan(0);
      const lines = spoilt.split("\n");
      for (const { line, column, source, message, remedy } of complaints) {
        expect(source).toBe(lines[line - 1]!.replace(/\r$/, "").replace(/^\ufeff/, ""));
        expect(column).toBeLessThanOrEqual([...source].length + 1);
        expect(message).toMatch(/\.$/s);
        expect(message + remedy).not.toMatch(/undefined|\[object|function/);
        expect(remedy.length).toBeGreaterThan(5);
      }
    }), { seed: 20230316, numRuns: 600 });
  });
});
