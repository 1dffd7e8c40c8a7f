/** Reported facts and plain sense, as comparisons of options on three practices behind one firewall. */
import { expect, test } from "vitest";
import type { OptionFile } from "../../src/scenario/read-option.js";
import { comparedWith, effectOf, named, scenarioOf } from "./compared.js";

/** The story of Kent and Medway in small: what needs the internet is lost for two working days. */
const firewall = scenarioOf({ incidents: "[{name: Firewall fails, component: regional-firewall, at: 2023-03-16 08:00, for: 2 working days}]" });

const idle = `option: idle
label: Nothing that anybody uses
description: A component that nothing needs.
change:
  components: [{id: ornament, scope: site}]
  gives: [ornament]
cost: [{item: Ornament, pounds: 100, range: [50, 200], per: practice, paid: yearly, priceYear: 2025, vat: none, payer: practice, source: assumption}]
`;

test("in Kent's story what is behind the same firewall averts nothing, what bypasses it most, and an option that changes nothing has an effect of exactly 0 and its price", async () => {
  const options = named(["dual-circuit", "mobile-behind-firewall", "mobile-bypass", "local-server", "staged-rollout", "idle"], idle);
  const compared = await comparedWith(firewall, options.map((option) => [option]));
  for (const name of ["dual-circuit", "mobile-behind-firewall", "staged-rollout", "idle"]) {
    expect(compared.arms.find((arm) => arm.name === name)!.isWithoutEffect).toBe(true);
    const own = compared.effects.filter(({ arm }) => arm === name);
    expect(own.length).toBeGreaterThan(50);
    for (const { averted, ordinary, values } of own) {
      expect([averted, ordinary].map(({ mean }) => mean ?? 0)).toEqual([0, 0]);
      expect(values.with).toEqual(values.without);
    }
  }
  // Nothing of it was simulated beyond what local servers need, in two replications: two neighbourhoods, in which the outage with and without them shares the rest, and their region twice.
  expect(compared.units).toHaveLength(2 * (2 + 2));
  expect(compared.units.flatMap(({ unit }) => (unit.kind === "forked" ? [unit.arms.length] : []))).toEqual([2, 2, 2, 2]);
  expect(options.at(-1)!.option.cost.map(({ amount, low, high }) => [amount, low, high])).toEqual([[100, 50, 200]]);

  const { without, averted } = effectOf(compared, "mobile-bypass", "appointmentsDisrupted");
  expect(averted.mean!).toBeGreaterThan(0.5 * without.mean!);
  expect(effectOf(compared, "mobile-bypass", "consultationsWithoutRecords").with.mean).toBe(0);
  // B1: the records stand in the building. What passes the firewall is lost all the same.
  const blind = effectOf(compared, "local-server", "consultationsWithoutRecords");
  expect(blind.without.mean).toBeGreaterThan(0);
  expect(blind.with.mean).toBe(0);
  expect(effectOf(compared, "local-server", "contactsNotConnected").with.mean).toBeGreaterThan(0);

  const best = compared.best.find(({ id, unit, where }) => id === "appointmentsDisrupted" && unit === "appointments" && where === "all")!;
  expect(best.arms).toEqual([{ arm: "mobile-bypass", probability: 1 }]);
});

test("a staged rollout averts a bad release for all but the first ring, and combined with what does nothing it averts the same", async () => {
  const release = scenarioOf({ incidents: "[{name: A bad release, component: emis-web, at: 2023-03-16 08:00, release: {target: {clinicalSystem: EMIS Web}, breaks: {}}, units: {of: log-ins, share: 1}, found: 2h, repair: {rollback: 3h}}]" });
  const [rollout, dual] = named(["staged-rollout", "dual-circuit"]) as [OptionFile, OptionFile];
  const compared = await comparedWith(release, [[rollout], [dual], [rollout, dual]]);
  expect(compared.arms.map(({ name }) => name)).toEqual(["staged-rollout", "dual-circuit", "dual-circuit + staged-rollout"]);
  const [alone, , pair] = compared.arms.map(({ name }) => compared.effects.filter(({ arm }) => arm === name));
  expect(effectOf(compared, "staged-rollout", "appointmentsDisrupted").averted.mean).toBeGreaterThan(0);
  expect(pair!.map(({ arm: _, ...effect }) => effect)).toEqual(alone!.map(({ arm: _, ...effect }) => effect));
});

test("outcomes of every arm are counted from the onset of the scenario as it stands, though an option puts off what is felt first", async () => {
  const two = scenarioOf({ replications: 1, incidents: "[{name: Firewall fails, component: regional-firewall, at: 2023-03-14 08:00, for: 4h}, {name: Data centres fail, component: emis-web-hosting, at: 2023-03-16 08:00, for: 4h}]" });
  const { units, effects } = await comparedWith(two, [named(["second-firewall"])]);
  const onsets = units.flatMap(({ unit }) => ("onset" in unit ? [unit.onset] : []));
  expect(onsets).toHaveLength(4);
  expect(new Set(onsets)).toEqual(new Set([(7 + 1) * 1440 + 480]));
  expect(effects.find(({ id, part }) => id === "appointmentsDisrupted" && part === "all")!.with.mean).toBeGreaterThan(0);
});

test("an option that works on ordinary days shows there, apart from what it averts", async () => {
  const compared = await comparedWith(firewall, named(["mutual-aid-hub", "status-alerts"]).map((option) => [option]));
  // In two replications and two neighbourhoods: the hub's outage and ordinary days are one unit, with a twin of their own, and alerts, which ordinary days know nothing of, share that of the scenario as it stands.
  const forked = (hasOrdinary: boolean): number[] => compared.units.flatMap(({ unit }) => (unit.kind === "forked" && unit.hasOrdinary === hasOrdinary ? [unit.arms.length] : []));
  expect(forked(true)).toEqual([1, 1, 1, 1]);
  expect(forked(false)).toEqual([2, 2, 2, 2]);
  const seen = effectOf(compared, "mutual-aid-hub", "needUnmetSameDay");
  expect(seen.ordinary.mean).not.toBe(0);
  // Who is told sooner works as ever where there is nothing to tell.
  for (const { arm, ordinary } of compared.effects) if (arm === "status-alerts") expect(ordinary.mean ?? 0).toBe(0);
  for (const { values, averted } of compared.effects) {
    const differences = values.without.map((value, replication) => value! - values.with[replication]!);
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    // Nine figures are written, of what is subtracted and of the difference.
    const largest = Math.max(...[...values.without, ...values.with].map((value) => Math.abs(value ?? 0)));
    if (averted.mean !== null) expect(Math.abs(averted.mean - mean)).toBeLessThanOrEqual(1e-8 * largest);
  }
});
