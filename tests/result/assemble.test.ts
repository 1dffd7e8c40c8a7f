import { noPolicies } from "../../src/care/policies.js";
import { expect, test } from "vitest";
import { findingsOf } from "../../src/experiment/findings.js";
import { Ledger } from "../../src/experiment/ledger.js";
import type { Model } from "../../src/experiment/model.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { Timeline } from "../../src/experiment/timeline.js";
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { undisturbed, type Disruption } from "../../src/infrastructure/disruption.js";
import { assemble, MOST_PRACTICES, type Run } from "../../src/result/assemble.js";
import { estate, ledgerOf } from "../experiment/estate-of-three.js";
import { disruptionOf, ONSET, pairOf, period, RESTORED, usualWork } from "../outcomes/journal-builder.js";

function modelWith(overrides: Overrides = {}): Model {
  return {
    name: "By hand", question: "What then?", seed: "1", period, estate, infrastructure: builtIn, incidents: [],
    parameters: parametersWith(overrides), policies: noPolicies, replications: { minimum: 2, maximum: 2 },
    hypotheses: [{ text: "backlogRecovery mean <= 1", outcome: "backlogRecovery", part: "all", statistic: "mean", of: "practices", comparison: "<=", value: 1, where: "QA" }],
  };
}

const disruption = disruptionOf([[ONSET, RESTORED], null, null, null]);
function timelineOf(of: Disruption, replications: number): Timeline {
  const timeline = new Timeline({ infrastructure: builtIn, estate, period });
  for (let replication = 0; replication < replications; replication++) timeline.add(of);
  return timeline;
}
const run = (model: Model, ledger: Ledger, of = disruption): Run => ({
  model, text: "name: By hand", hash: "0".repeat(64), inputs: [], version: "0.1.0", stoppedBy: "replications", findings: findingsOf(model, ledger, timelineOf(of, ledger.replications), { differ: false, again: () => of, incidents: () => [] }), warnings: ["Beware."],
});

function touched(): Ledger {
  const ledger = new Ledger(estate, period);
  const tally = tallyUnit(pairOf({ practices: 2, lost: [[ONSET, RESTORED], null], none: { worked: usualWork(2) } }));
  ledger.addReplication([tally]);
  ledger.addReplication([tally]);
  return ledger;
}

test("a document says what was run, over which window, where, and what was found", () => {
  const document = assemble(run(modelWith(), touched()));
  expect(document).toMatchObject({
    schema: 1, kind: "run", version: "0.1.0", seed: "1", stoppedBy: "replications", plausible: [], warnings: ["Beware."],
    scenario: { name: "By hand", question: "What then?", text: "name: By hand", hash: "0".repeat(64) },
    // Recovered at once: the twin's backlog is that of the outage arm.
    window: { start: "2023-03-13T00:00", onset: "2023-03-16T08:00", restored: "2023-03-16T18:30", recovered: "2023-03-16T18:30", horizon: "2023-04-10T00:00" },
    hypotheses: [{ verdict: "held", estimate: 0 }],
  });
  expect(document.arms.map(({ name }) => name)).toEqual(["none", "outage"]);
  expect(document.places).toHaveLength(2 + 3 + 4);
  expect(document.places[0]).toEqual({ code: "QA", kind: "region", name: "Region A", parent: null, patients: 20000 });
  expect(document.places[2]).toEqual({ code: "U1", kind: "neighbourhood", name: "First", parent: "QA", patients: 15000 });
  expect(document.places[5]).toEqual({ code: "G1", kind: "practice", name: "G1 Surgery", parent: "U1", patients: 5000 });
  expect(new Set(document.timeline.map(({ kind }) => kind))).toEqual(new Set(["service", "capability"]));
  // Every row stands for a place that is listed and an outcome that is explained, and no two for the same.
  const places = new Set(["all", ...document.places.map(({ code }) => code)]);
  const ids = new Set(document.glossary.map(({ id }) => id));
  expect(ids.size).toBe(document.glossary.length);
  expect(document.outcomes.filter(({ where, id }) => !places.has(where) || !ids.has(id))).toEqual([]);
  expect(new Set(document.outcomes.map(({ id }) => id))).toEqual(ids);
  expect(new Set(document.outcomes.map(({ id, part, arm, where }) => `${id} ${part} ${arm} ${where}`)).size).toBe(document.outcomes.length);
});

test("a document survives being written and read", () => {
  const document = assemble(run(modelWith(), touched()));
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("where nothing happens the window has neither onset nor end", () => {
  const nothing = { histories: [undisturbed], historyOf: [0, 0, 0, 0], onset: Infinity, restored: -Infinity };
  const document = assemble(run(modelWith(), ledgerOf([[], []]), nothing));
  expect(document.window).toMatchObject({ onset: null, restored: null, recovered: null });
  expect([document.timeline, document.series]).toEqual([[], []]);
});

test("a loss that outlasts the horizon has no end in the window", () => {
  expect(assemble(run(modelWith(), touched(), { ...disruption, restored: Infinity })).window.restored).toBeNull();
});

test("every parameter is listed, and those that differ from the default are marked", () => {
  const usual = parametersWith();
  const changed = (model: Model) => assemble(run(model, ledgerOf([[]]))).assumptions.filter((assumption) => assumption.changed).map(({ id, value }) => [id, value]);
  expect(changed(modelWith())).toEqual([]);
  expect(changed(modelWith({ care: { slackGp: usual.care.slackGp / 2 } }))).toEqual([["care.slackGp", usual.care.slackGp / 2]]);
  const { assumptions } = assemble(run(modelWith(), ledgerOf([[]])));
  const regions = modelWith().estate.regions;
  expect(assumptions).toHaveLength(Object.values(usual).flatMap((group) => Object.keys(group)).length + regions.length);
  for (const { code } of regions) expect(assumptions.map(({ id }) => id)).toContain(`region.${code}.appointmentRate`);
});

test("every parameter has the range of its default, whatever the scenario sets", () => {
  const rangesOf = (model: Model) => assemble(run(model, ledgerOf([[]]))).assumptions.map(({ id, range }) => [id, range] as const);
  const ranges = rangesOf(modelWith());
  for (const [id, range] of ranges) expect(range, id).toBeDefined();
  expect(Object.fromEntries(ranges)["care.slackGp"]).toEqual({ low: 0.05, high: 0.15 });
  expect(rangesOf(modelWith({ care: { slackGp: 0.2 } }))).toEqual(ranges);
});

test("above five hundred practices their rows and series are left to the tables", () => {
  const one = estate.practices[0]!;
  const many = { ...modelWith(), estate: { ...estate, practices: [...estate.practices, ...Array.from({ length: MOST_PRACTICES }, (_, index) => ({ ...one, code: `X${index}` }))] } };
  const small = run(modelWith(), touched());
  const practices = new Set(estate.practices.map(({ code }) => code));
  const shown = (model: Model) => {
    const { outcomes, series } = assemble({ ...small, model });
    return [outcomes, series].map((list) => list.some(({ where }) => practices.has(where)));
  };
  expect(shown(modelWith())).toEqual([true, true]);
  expect(shown(many)).toEqual([false, false]);
});
