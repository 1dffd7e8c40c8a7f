/** What directives and habits that are written right compile to, and what is warned of. */
import { describe, expect, test } from "vitest";
import { CANCEL_ROUTINE, CARRY_ON, type Directive, noPolicies, URGENT_ONLY } from "../../src/care/policies.js";
import { compile } from "../../src/scenario/compile.js";
import { base } from "./base.js";
import { policies, section } from "./policy-base.js";

const nothing = (): Promise<Uint8Array> => Promise.reject(new Error("there is no such file"));
const compiled = (text: string) => compile(text, "f.yaml", nothing);
/** The only directive, of the region and from 16 March 2023 at 09:00 on. */
const directiveOf = async (asks: string): Promise<Directive> =>
  (await compiled(policies(...section("directives", `{name: x, from: region, at: 2023-03-16 09:00, ${asks}}`)))).model.policies.directives[0]!;

/** Minutes of 16 March 2023 at 09:00, 31 days after the warm-up begins. */
const AT = 31 * 1440 + 540;
const held = { name: "x", from: "region", at: AT, until: Infinity, followed: 1 };

test("where nothing is said there is nothing", async () => expect((await compiled(base)).model.policies).toEqual(noPolicies));

describe("directives", () => {
  test.each<[asks: string, directive: Partial<Directive>]>([
    ["clinicians: carry on", { clinicians: CARRY_ON }],
    ["clinicians: cancel routine", { clinicians: CANCEL_ROUTINE }],
    ["clinicians: urgent only", { clinicians: URGENT_ONLY }],
    ["reception: paper", { reception: "paper" }],
    ["reception: decline", { reception: "decline" }],
    ["online: off", { online: "off" }],
    ["messaging: off", { messaging: "off" }],
    ["refer: nobody", { refer: "nobody" }],
    ["continuityPlan: handed over", { plan: true }],
    ["advice: {heeded: 30%, to111: 0.5, toPharmacy: 20%}", { advice: { heeded: 0.3, to111: 0.5, toPharmacy: 0.2 } }],
    ["advice: {heeded: 30%}", { advice: { heeded: 0.3, to111: 0, toPharmacy: 0 } }],
    ["advice: {heeded: 1, to111: 0.3, toPharmacy: 0.7}", { advice: { heeded: 1, to111: 0.3, toPharmacy: 0.7 } }],
    ["online: off, until: 2023-03-17 08:00, where: {region: QKS}, followed: 80%", { online: "off", until: AT + 1380, where: { region: "QKS" }, followed: 0.8 }],
  ])("%s", async (asks, directive) => {
    expect(await directiveOf(asks)).toStrictEqual({ ...held, ...directive });
  });

  test("off is understood where it is read as false, as YAML 1.1 has it", async () => {
    const text = policies(...section("directives", "{name: x, from: region, at: 2023-03-16 09:00, online: off, messaging: off}"));
    for (const written of [text, `%YAML 1.1\n---\n${text.replaceAll(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, '"$&"')}`, text.replaceAll("off", "false")]) {
      expect((await compiled(written)).model.policies.directives).toStrictEqual([{ ...held, online: "off", messaging: "off" }]);
    }
  });

  test("they stay in their order, the nation's as well", async () => {
    const { model, warnings } = await compiled(policies(...section("directives", "{name: b, from: nation, at: 2023-03-17 09:00, until: 2023-03-18 08:00, refer: nobody}", "{name: a, from: region, at: 2023-03-16 09:00, until: 2023-03-18 08:00, online: off}")));
    expect(model.policies.directives.map(({ name, from }) => [name, from])).toEqual([["b", "nation"], ["a", "region"]]);
    expect(warnings).toEqual([]);
  });
});

test("habits: what an entry says, and nothing of what it does not", async () => {
  const { model, warnings } = await compiled(policies(...section("habits", "{fromDay: 2, carryOnWithPaper: 0.9, cancelRoutine: 5%, urgentOnly: 0.05, receptionDeclines: 0.1}", "{fromDay: 4, receptionDeclines: 0}", "{fromDay: 5, carryOnWithPaper: 0, cancelRoutine: 0, urgentOnly: 1}")));
  expect(model.policies.habits).toStrictEqual([
    { fromDay: 2, clinicians: [0.9, 0.05, 0.05], receptionDeclines: 0.1 }, { fromDay: 4, receptionDeclines: 0 }, { fromDay: 5, clinicians: [0, 0, 1] },
  ]);
  expect(warnings).toEqual([]);
});

describe("warnings", () => {
  const warningsOf = async (text: string): Promise<readonly string[]> => (await compiled(text)).warnings;
  const online = "{name: x, from: region, at: 2023-03-16 09:00, until: 2023-03-17 08:00, online: off}";

  test("directives of one name, once", async () => {
    expect(await warningsOf(policies(...section("directives", online, online, online, online.replace("x", "y"))))).toEqual([
      'Several directives are called "x": give each a name of its own, by which it can be told from the others.',
    ]);
  });

  test("in an ordinary period nothing follows from what is for outages, and something from what is not", async () => {
    const ordinary = (...lines: string[]): string => policies(...lines).replace(/incidents:\n.*\n/, "");
    expect(await warningsOf(ordinary(...section("directives", online, "{name: all, from: nation, at: 2023-03-16 09:00, clinicians: urgent only, reception: paper, online: off, refer: nobody}"), ...section("habits", "{fromDay: 2, receptionDeclines: 0}")))).toEqual([
      'Nothing follows from clinicians and reception of directive "all": without incidents only online, messaging, refer and advice have an effect.',
      "Nothing follows from habits: without incidents they are never decided anew.",
    ]);
  });

  test("what holds without an outage too, has no end, and so is counted as the outage's to the end of the calendar", async () => {
    const saidOf = async (asks: string): Promise<readonly string[]> => warningsOf(policies(...section("directives", `{name: x, from: nation, at: 2023-03-16 09:00, ${asks}}`)));
    for (const asks of ["online: off", "messaging: off", "refer: nobody", "advice: {heeded: 30%}", "reception: paper, online: off"]) {
      expect(await saidOf(asks)).toEqual(['Directive "x" goes on to the end of the calendar: write until where it ends with the outage.']);
      expect(await saidOf(`until: 2023-03-17 08:00, ${asks}`)).toEqual([]);
    }
    // These hold while systems are down, however long they are written to.
    for (const asks of ["clinicians: carry on", "reception: paper", "continuityPlan: handed over"]) expect(await saidOf(asks)).toEqual([]);
  });

  test("habits that never show, since all practices are told for good what they are about", async () => {
    const saidOf = async (asks: string): Promise<readonly string[]> =>
      warningsOf(policies(...section("directives", `{name: x, from: nation, at: 2023-03-16 09:00, ${asks}}`), ...section("habits", "{fromDay: 2, receptionDeclines: 0}")));
    const both = "clinicians: carry on, reception: paper";
    expect(await saidOf(both)).toEqual(['Habits no longer show once directive "x" holds: it tells all practices what clinicians and reception do, to the end of the calendar.']);
    for (const asks of ["reception: paper", `${both}, until: 2023-03-18 08:00`, `${both}, where: {region: QKS}`, `${both}, followed: 80%`]) expect(await saidOf(asks)).toEqual([]);
  });

  test("a directive that is for nobody in the sample", async () => {
    const sampled = (practice: string): string => policies(...section("directives", online.replace("online", `where: {practice: ${practice}}, online`))).replace("region: [QKS, QNC]}", "region: QKS}, sample: 3 neighbourhoods");
    const { model } = await compiled(sampled("QKS-001"));
    const [inside, outside] = [true, false].map((within) => model.whole!.practices.find(({ code }) => model.estate.practices.some((practice) => practice.code === code) === within)!.code);
    const said = async (practice: string): Promise<boolean> => (await warningsOf(sampled(practice))).includes('Directive "x" is for nobody in the sample, though for practices outside of it.');
    expect([await said(inside!), await said(outside!)]).toEqual([false, true]);
  });
});
