/** The language of options, and what applying them to a scenario comes to. */
import { expect, test } from "vitest";
import { practicesCovered } from "../../src/decision/coverage.js";
import { exclusion, pairsOf } from "../../src/decision/together.js";
import type { Option } from "../../src/decision/option.js";
import type { Model } from "../../src/experiment/model.js";
import { applied } from "../../src/scenario/apply.js";
import { assemble } from "../../src/scenario/assemble.js";
import { compileArms } from "../../src/scenario/compile-options.js";
import { ScenarioError } from "../../src/scenario/complaint.js";
import { readOptions } from "../../src/scenario/read-option.js";
import { readText } from "../../src/scenario/text.js";
import { catalogue, named } from "../decision/compared.js";

/** Something for every option to act on. */
const scenario = `question: What would have helped?
name: all-faults
calendar: {start: 2023-03-13, days: 19, warmUp: 7}
estate:
  written: {practices: [${Array.from({ length: 8 }, (_, index) => `{code: P${index}, patients: ${2000 + 100 * index}, region: QKS, neighbourhood: N${index % 3}, clinicalSystem: EMIS Web}`).join(", ")}]}
infrastructure: {where: {mobile-router: {practice: P1}}}
incidents:
  - {name: Firewall fails, component: regional-firewall, at: 2023-03-14 08:00, for: 4h}
  - {name: A bad release, component: emis-web, at: 2023-03-15 08:00, release: {target: {clinicalSystem: EMIS Web}, breaks: {}}, units: {of: log-ins, share: 97%}, found: 2h, repair: {rollback: 3h}}
  - {name: A bad update, component: workstations, at: 2023-03-16 08:00, units: {of: workstations, share: 0.95}, repair: {crews: 3, each: 5m}}
response: {receptionDeclines: 0.4}
`;
const root = readText(scenario).value;
const noMisfit = (option: Option): never => { throw new Error(`${option.name} does not fit`); };

function modelOf(value: unknown): Model {
  const { model, mistakes } = assemble(value);
  expect(mistakes).toEqual([]);
  return model!;
}

const base = modelOf(root);
const withOptions = (...names: string[]): Model => modelOf(applied(root, named(names).map(({ option }) => option), base, noMisfit));

test("any two options of the catalogue come to the same in whatever order they are applied, or say that they exclude each other", () => {
  const alone = catalogue.map(({ option }) => {
    const value = applied(root, [option], base, noMisfit);
    return { option, value, model: modelOf(value) };
  });
  let pairs = 0;
  for (const [index, one] of alone.entries()) for (const other of alone.slice(index + 1)) {
    if (exclusion(one.option, other.option) !== undefined) continue;
    pairs++;
    const [first, second] = [applied(one.value, [other.option], one.model, noMisfit), applied(other.value, [one.option], other.model, noMisfit)].map((value) => JSON.stringify(modelOf(value)));
    expect(first, `${one.option.name}, ${other.option.name}`).toBe(second);
  }
  expect(pairs).toBeGreaterThan(100);
});

test("the scenario stays as it was, and what an option changes is all that differs", () => {
  const before = JSON.stringify(root);
  const { infrastructure, ...rest } = withOptions("mobile-bypass");
  const { infrastructure: old, ...others } = base;
  expect(JSON.stringify(root)).toBe(before);
  expect(rest).toEqual(others);
  expect(infrastructure.components.filter((component, index) => JSON.stringify(component) !== JSON.stringify(old.components[index])).map(({ id, where }) => [id, where])).toEqual([["mobile-router", {}]]);
});

test("figures are changed from what the scenario says; crews, shares and rings from what its incidents say", () => {
  expect(withOptions("paper-pack").parameters.response.receptionDeclines).toBe(0.2);
  const [, release, update] = withOptions("field-engineers", "spare-devices", "staged-rollout").incidents;
  expect(update!.repair).toMatchObject({ crews: 6 });
  expect(update!.effect.units!.share).toBeCloseTo(0.76, 12);
  expect(release!.spread).toMatchObject({ rings: [{ share: 0.05, after: 0 }, { after: 24 * 60 }] });
  // What is hit one by one but is no workstation has no spare.
  expect(release!.effect.units!.share).toBe(0.97);
});

test("an option for a share covers the same practices always, more with a larger share, and those who had the component keep it", () => {
  const half = (share: number): Option => ({ ...named(["mobile-bypass"])[0]!.option, covers: { share } });
  const [few, many] = [0.3, 0.7].map((share) => practicesCovered(half(share), base.estate, base.seed)) as [number[], number[]];
  expect(few.length).toBeLessThan(many.length);
  expect(many).toEqual(expect.arrayContaining(few));
  const { components } = modelOf(applied(root, [half(0.3)], base, noMisfit)).infrastructure;
  const owners = [...new Set([1, ...few])].sort((a, b) => a - b).map((practice) => `P${practice}`);
  expect(components.find(({ id }) => id === "mobile-router")!.where).toEqual({ practice: owners });
});

test("another way to have something joins those there are", () => {
  const { components } = withOptions("mobile-behind-firewall").infrastructure;
  expect(components.find(({ id }) => id === "network")!.needs).toEqual({ all: ["local-network", { any: ["primary-path", "backup-path", "bypass-path", "tunnel-path"] }] });
});

test("pairs are of options that act on the same thing and do not exclude each other", () => {
  const pairs = pairsOf(catalogue.map(({ option }) => option)).map((pair) => pair.map(({ name }) => name).join(" + "));
  expect(pairs).toContain("dual-circuit + mobile-bypass");
  expect(pairs).toContain("local-server + read-only-copy");
  expect(pairs).toContain("antivirus-diversity + spare-devices");
  expect(pairs).not.toContain("mobile-bypass + staged-rollout");
});

const own = (change: string, rest = "") => `option: mine\nlabel: Mine\ndescription: Of my own.\nchange: ${change}\ncost: []\n${rest}`;
const complaintsAbout = async (text: string): Promise<string[]> => {
  try {
    const mine = readOptions([], [{ file: "mine.yaml", text }]);
    await compileArms(scenario, "scenario.yaml", () => Promise.reject(new Error("no files")), [mine]);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.complaints.map(({ file, line, column, message, remedy }) => `${file}:${line}:${column} ${message} ${remedy}`);
  }
};

test.each([
  [own("{give: [mobile-router]}"), 'mine.yaml:4:10 change has "give", which is not a setting here. Did you mean "gives"?'],
  [own("{gives: [mobile-rooter]}"), 'mine.yaml:4:18 option "mine" gives "mobile-rooter", which is not a component. Did you mean "mobile-router"?'],
  [own("{response: {noticeMinuts: {times: 0.2}}}"), 'mine.yaml:4:35 option "mine" changes "noticeMinuts", which is no figure of response. Did you mean "noticeMinutes"?'],
  [own("{response: {declined: {times: 0.2}}}"), 'mine.yaml:4:31 option "mine" changes "declined", which is 5 figures. Write to: and a list of 5 numbers.'],
  [own("{response: {planShare: {times: 3}}}"), 'mine.yaml:4:9 with option "mine" the scenario is not in order: response has planShare 1.8, which is above 1. Write a number up to 1. Or leave the option out.'],
  [own("{gives: [mobile-router]}", "covers: {where: {region: QE1}}\n"), 'mine.yaml:6:17 option "mine" covers no practice: none of the estate is selected.'],
  [own("{gives: []}").replace("cost: []", "cost: [{item: x, pounds: 5, per: practice, paid: once, life: 3, priceYear: 2025, vat: none, payer: ICB, source: assumption}]"), 'mine.yaml:5:8 cost "x" is an assumption without a range. Add range: [lowest, highest], as wide as you are unsure.'],
  ["option: mobile-bypas\ncost: []\n", 'mine.yaml:1:9 there is no option "mobile-bypas".'],
])("a mistake in an option is said where it stands: %#", async (text, expected) => {
  const complaints = await complaintsAbout(text);
  expect(complaints[0]).toContain(expected);
});

test("of two files of one's own with the same option none is taken silently", () => {
  const text = own("{gives: [mobile-router]}");
  expect(() => readOptions([], [{ file: "one.yaml", text }, { file: "two.yaml", text }])).toThrow(ScenarioError);
  // In place of the catalogue's it may stand.
  const [mine] = readOptions([{ file: "catalogue.yaml", text }], [{ file: "one.yaml", text: text.replace("label: Mine", "label: Ours") }]);
  expect(mine!.option.label).toBe("Ours");
});

test("a file with nothing but prices and coverage changes these of an option of the catalogue", () => {
  const [mine] = named(["mobile-bypass"], `option: mobile-bypass
covers: {share: 30%}
cost: [{item: Our contract, pounds: 300, per: practice, paid: yearly, priceYear: 2026, vat: included, payer: practice, source: our tender of 2026}]
`) as [(typeof catalogue)[number]];
  const before = named(["mobile-bypass"])[0]!.option;
  expect(mine.option).toEqual({ ...before, covers: { share: 0.3 }, cost: [{
    item: "Our contract", amount: 300, low: 300, high: 300, per: "practice", paid: "yearly", life: null, priceYear: 2026, vat: "included", payer: "practice", cashReleasing: true, source: "our tender of 2026",
  }] });
});

test("every price of the catalogue has a source, or is called an assumption and has a range", () => {
  const items = catalogue.flatMap(({ option }) => option.cost.map((item) => ({ option: option.name, ...item })));
  expect(catalogue.every(({ option }) => option.cost.length > 0)).toBe(true);
  expect(items.filter(({ source, low, amount, high }) => !(low <= amount && amount <= high) || (source === "assumption" && low === high))).toEqual([]);
});
