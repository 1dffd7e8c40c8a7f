/** A comparison such as an ICB with 185 practices may make: eight options against a firewall that fails, with effects by replication and prices of which most have no source. Invented figures. */
import type { MeasuredEffect, PricedItem, PricedOption, SimulatedArm, Study } from "../../src/decision/candidates.js";
import { units } from "../../src/decision/effects.js";
import { plannedSets, type PlannedSet } from "../../src/decision/decide.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { stream, uniform } from "../../src/engine/random.js";

const faults = ["firewall", "circuit", "health network", "hosting", "code push", "workstations", "telephony", "power"] as const;
export const COUNTS = { practices: 185, neighbourhoods: 42, regions: 1 };

type Against = Readonly<Record<string, "most" | "some" | "none">>;
const against = (most: readonly string[], some: readonly string[] = []): Against => Object.fromEntries(faults.map((fault) => [fault, most.includes(fault) ? "most" : some.includes(fault) ? "some" : "none"]));

const item = (name: string, amount: number, low: number, high: number, changes: Partial<PricedItem> = {}): PricedItem => ({
  item: name, amount, low, high, per: "all", paid: "yearly", life: null, priceYear: 2025, vat: "excluded", payer: "ICB", cashReleasing: true, source: "assumption", ...changes,
});
const once = (life: number): Partial<PricedItem> => ({ paid: "once", life });

interface Truth {
  readonly option: PricedOption;
  /** Share of care delay that it averts, and what it costs in extra hours on ordinary days over the window. */
  readonly share: number;
  readonly ordinary: number;
}

const option = (name: string, label: string, cost: readonly PricedItem[], its: Against, share: number, ordinary = 0, excludes: readonly string[] = []): Truth => ({ option: { name, label, cost, against: its, excludes }, share, ordinary });

export const truths: readonly Truth[] = [
  option("second-firewall", "Second firewall", [item("two appliances and their licences", 118_000, 80_000, 190_000, once(5)), item("support and testing", 21_000, 14_000, 30_000)], against(["firewall"]), 0.88),
  option("mobile-paths", "4G and 5G path in every practice", [
    item("router, aerial and fitting", 420, 300, 650, { ...once(4), per: "practice" }), item("SIM and data", 216, 150, 300, { per: "practice", source: "NHS framework price list", low: 216, high: 216, priceYear: "2024/25" }),
  ], against(["circuit"], ["firewall"]), 0.62),
  option("read-only-copy", "Read-only copy of records", [item("licence", 310, 200, 600, { per: "practice" }), item("setting up", 24_000, 15_000, 40_000, once(5))], against([], ["firewall", "circuit", "health network", "hosting"]), 0.31),
  option("list-backup", "Appointment list kept in the practice", [item("small computer and printer", 260, 200, 340, { ...once(5), per: "practice", payer: "practice" })], against([], ["firewall", "circuit", "health network", "hosting"]), 0.16),
  option("paper-pack", "Paper pack, drilled once a year", [item("pack", 45, 30, 70, { ...once(3), per: "practice" }), item("two hours’ drill of the whole team", 520, 300, 900, { per: "practice", payer: "practice", cashReleasing: false, vat: "none" })],
    against([], ["firewall", "circuit", "health network", "hosting", "workstations"]), 0.12, 30),
  option("overtime-fund", "Overtime fund for catching up", [item("fund", 60_000, 40_000, 90_000, { vat: "none" })], against([], ["firewall", "hosting", "code push"]), 0.07),
  option("status-alerts", "Alerts by text message", [item("service", 6_000, 3_000, 12_000)], against([], faults), 0.05),
  option("independent-telephony", "Telephones that need no firewall", [item("change of contract", 95, 60, 200, { per: "practice", payer: "practice" })], against(["telephony"]), 0),
];

/** Of `replications` incidents. Two options that touch the same paths avert less together than one after the other would. */
function effectsOf(arm: SimulatedArm, replications: number): MeasuredEffect[] {
  const members = truths.filter(({ option: { name } }) => arm.options.includes(name));
  const left = (replication: number): number => members.reduce((rest, { option: { name }, share }) => rest * (1 - share * (share === 0 ? 1 : 0.9 + 0.2 * uniform(stream("effect", name, replication)))), 1);
  const size = (replication: number): number => 41_000 * (1 + 0.22 * inverseNormal(uniform(stream("incident", replication))));
  const ordinary = members.reduce((sum, member) => sum + member.ordinary, 0);
  const effect = (id: string, part: string, perDay: number, remains: (share: number) => number = (share) => share, added = 0): MeasuredEffect => {
    const without = Array.from({ length: replications }, (_, replication) => size(replication) * perDay);
    return { arm: arm.name, id, part, unit: units[id]!, where: "all", values: { without, with: without.map((impact, replication) => impact * remains(left(replication))), ordinary: without.map(() => added) } };
  };
  return [
    effect("careDelay", "all", 1), effect("appointmentsDisrupted", "all", 0.72, (share) => 0.3 + 0.7 * share), effect("backlogRecovery", "all", 1.6e-4, Math.sqrt), effect("extraWorkHours", "all", 0.22, undefined, ordinary),
    ...(["gp", "nurse", "other", "reception", "admin"] as const).map((role, index) => effect("extraWorkHours", `role:${role}`, [0.08, 0.03, 0.02, 0.05, 0.04][index]!, undefined, ordinary / 5)),
  ];
}

export function armOf(options: readonly string[]): SimulatedArm {
  const labels = truths.filter(({ option: { name } }) => options.includes(name)).map(({ option: { label } }) => label);
  return { name: options.join(" + "), label: labels.join(" + "), options, covered: options.map((name) => ({ option: name, ...COUNTS })) };
}

const pairs = [["mobile-paths", "second-firewall"], ["list-backup", "read-only-copy"], ["list-backup", "paper-pack"], ["mobile-paths", "read-only-copy"]];

/** Singles and pairs that touch the same thing; with a budget, the sets planned for it as well. */
export function studyOf(replications: number, budget: number | null = null): { study: Study; planned: readonly PlannedSet[] } {
  const options = truths.map(({ option: its }) => its);
  const of = (arms: readonly SimulatedArm[]): Study => ({ options, arms, effects: arms.flatMap((arm) => effectsOf(arm, replications)), excluded: [], seed: "7", windowDays: 56, estate: { practices: COUNTS.practices, patients: 1_987_000 } });
  const first = of([...options.map(({ name }) => armOf([name])), ...pairs.map(armOf)]);
  const planned = budget === null ? [] : plannedSets(first, budget);
  return { study: of([...first.arms, ...planned.filter(({ isSimulated }) => !isSimulated).map(({ options: names }) => armOf(names))]), planned };
}
