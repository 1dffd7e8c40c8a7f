/** Every option of the catalogue does on a small estate what its file says: against the faults that it names, and nothing at all against the others. */
import { expect, test } from "vitest";
import { faults, type Fault } from "../../src/decision/option.js";
import { catalogue, comparedWith, effectOf } from "./compared.js";

const at = "at: 2023-03-14 08:00";
/** One incident each, that lasts for more than a working day. */
const incidents: Readonly<Record<Fault, string>> = {
  firewall: `{name: Firewall fails, component: regional-firewall, ${at}, for: 2 working days}`,
  circuit: `{name: Lines are cut, component: site-circuit, ${at}, for: 2 working days}`,
  "health network": `{name: The health network fails, component: hscn, ${at}, for: 2 working days}`,
  hosting: `{name: Data centres fail, component: emis-web-hosting, ${at}, for: 2 working days}`,
  "code push": `{name: A bad release, component: emis-web, ${at}, release: {target: {clinicalSystem: EMIS Web}, breaks: {}}, units: {of: log-ins, share: 0.97}, found: 6h, repair: {rollback: 24h}}`,
  workstations: `{name: A bad update, component: workstations, ${at}, units: {of: workstations, share: 0.95}, repair: {crews: 1, each: 3h, travel: 1h, hours: "08:00-18:00"}}`,
  telephony: `{name: Telephones fail, component: cloud-telephony, ${at}, for: 2 working days}`,
  power: `{name: Power fails, component: power, ${at}, for: 2 working days}`,
};

/** Three practices of one neighbourhood, so that an option for half of them covers some and not others. */
const scenarioOf = (fault: Fault): string => `question: What would have helped?
name: small
seed: c   # by which options for half of the practices cover one of the three
calendar: {start: 2023-03-13, days: 10, warmUp: 4}
estate: {written: {practices: [${["P1", "P2", "P3"].map((code) => `{code: ${code}, patients: 700, region: QKS, neighbourhood: N, clinicalSystem: EMIS Web, telephony: cloud}`).join(", ")}]}}
incidents: [${incidents[fault]}]
experiment: {replications: 1, steady: ignore}
`;

test.each(faults)("against %s options do what their files say", async (fault) => {
  const compared = await comparedWith(scenarioOf(fault), catalogue.map((option) => [option]));
  // What a fault takes first: with dead telephones alone no appointment is disrupted.
  const decisive = fault === "telephony" ? "contactsNotConnected" : "appointmentsDisrupted";
  expect(effectOf(compared, "second-firewall", decisive).without.mean).toBeGreaterThan(0);
  const wrong = catalogue.flatMap(({ option: { name, against } }) => {
    const { without, averted } = effectOf(compared, name, decisive);
    const isNone = compared.effects.every(({ arm, averted: { mean } }) => arm !== name || mean === 0 || mean === null);
    // One replication of a few patients does not tell a little more than half from a little less: "some" is whatever is not nothing.
    const holds = against[fault] === "none" ? isNone : against[fault] === "some" ? !isNone : averted.mean! > without.mean! / 2;
    return holds ? [] : [`${name}: ${against[fault]}, but ${averted.mean} of ${without.mean}`];
  });
  expect(wrong).toEqual([]);
});
