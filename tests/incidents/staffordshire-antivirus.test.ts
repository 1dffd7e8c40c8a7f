/** Staffordshire and Stoke-on-Trent: an antivirus update that looked like a fault of the network, on and off for a morning. */
import { expect, test } from "vitest";
import { episodes, hitIn, shipped, stepsIn, upstreamOf, writtenIn } from "./shipped.js";

const name = "staffordshire-antivirus";
const model = await shipped(name);
/** A second region stands beside the one that is hit. */
const wider = await shipped(name, ["generate: {region: QNC}", "generate: {region: [QNC, QHL]}"]);
const replications = Array.from({ length: 20 }, (_, replication) => upstreamOf(model, replication));

test("S1: it starts at 07:10 and is over before 14:30, not long before", () => {
  for (const { disruption } of replications) {
    expect(writtenIn(model, disruption.onset)).toBe("2020-01-21T07:10");
    expect(writtenIn(model, disruption.restored) < "2020-01-21T14:30").toBe(true);
    // It may have been up for an hour when it was mended.
    expect(writtenIn(model, disruption.restored) > "2020-01-21T13:15").toBe(true);
  }
});

test("S2: there are several separate episodes, and none lasts longer than about 30 minutes", () => {
  for (const { disruption } of replications) {
    const found = episodes(stepsIn(disruption.histories[1]!, "seeRecords"));
    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const [from, until] of found) expect(until - from).toBeLessThanOrEqual(30);
  }
});

test("reported lost while down: records, results, prescribing, letters, appointment lists; telephones were not", () => {
  const { capabilities } = replications[0]!.disruption.histories[1]!;
  expect(capabilities.length).toBeGreaterThan(0);
  for (const lost of ["seeRecords", "seeResults", "prescribeElectronically", "receiveDocuments", "seeAppointmentList"] as const) {
    expect(episodes(stepsIn(replications[0]!.disruption.histories[1]!, lost)).length, lost).toBeGreaterThan(0);
  }
  for (const { disruption } of replications) for (const history of disruption.histories) expect(stepsIn(history, "telephone").times).toEqual([]);
});

test("S4: Smartcard log-in fails in the same episodes as EMIS Web", () => {
  for (const { disruption } of replications) {
    for (const { services } of disruption.histories.slice(1)) {
      const steps = (component: string) => services.find((service) => service.component === component)?.steps;
      expect(steps("smartcard")).toBeDefined();
      expect(steps("smartcard")).toEqual(steps("emis-web") ?? steps("systmone") ?? steps("hscn") ?? steps("smartcard"));
    }
    expect(disruption.histories.some(({ services }) => services.some(({ component }) => component === "emis-web"))).toBe(true);
  }
});

test("S5: what was suspected and what it was are two fields, and every hour spent on the wrong one is an hour longer", async () => {
  expect(model.incidents[0]).toMatchObject({ suspected: { cause: "the health network" }, cause: "a third party's antivirus update" });
  const repairedAfter = async (hours: string): Promise<number> => {
    const [occurrence] = upstreamOf(await shipped(name, ["for: 5h}", `for: ${hours}}`])).occurrences;
    return occurrence!.repaired - occurrence!.began;
  };
  expect((await repairedAfter("5h")) - (await repairedAfter("0m"))).toBe(5 * 60);
  expect((await repairedAfter("2h")) - (await repairedAfter("0m"))).toBe(2 * 60);
});

test("S7: all of the area is hit and nobody outside it", () => {
  const upstream = upstreamOf(wider);
  const regions = wider.estate.regions.map(({ code }) => code);
  const hit = new Set(hitIn(upstream));
  upstream.practices.forEach(({ region }, practice) => expect(hit.has(practice)).toBe(regions[region] === "QNC"));
});
