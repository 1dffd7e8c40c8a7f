import { expect, test } from "vitest";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { capabilities, type Capability } from "../../src/infrastructure/disruption.js";
import { extend, problems } from "../../src/infrastructure/extend.js";
import { equipmentsOf } from "../../src/infrastructure/disrupt.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { graphOf } from "../../src/infrastructure/levels.js";
import type { Infrastructure } from "../../src/infrastructure/model.js";
import { disruptionBy, estateOf, historyIn, lostAt, servicesLostAt, incidentOf } from "./small-estate.js";

const estate = estateOf({
  QKS: [{}, { clinicalSystem: "SystmOne" }, { clinicalSystem: "Medicus" }, { clinicalSystem: "other", telephony: "on site" }],
});
const down = (component: string): Incident => incidentOf({ component, from: 0, until: 240, level: 0 });
const lost = (infrastructure: Infrastructure, component: string, code: string): Capability[] =>
  lostAt(historyIn(disruptionBy(infrastructure, [down(component)], estate), estate, code), 60);
const withoutRecords: Capability[] = ["book", "prescribeElectronically", "seeAppointmentList", "seeRecords", "seeResults", "sendReturns", "writeRecords"];

test("the built-in graph has no problems", () => {
  expect(problems(builtIn)).toEqual([]);
});

test("on an ordinary day every practice, whatever its system and telephones, has every capability in full", () => {
  const graph = graphOf(builtIn);
  for (const { ordinary } of equipmentsOf(graph, estate)) capabilities.forEach((capability, index) => expect(ordinary.level[graph.firstCapability + index], capability).toBe(1));
});

test("every component is a service, is needed by something, or both: nothing stands in the graph for show", () => {
  const needed = JSON.stringify([builtIn.components.map(({ needs }) => needs ?? null), builtIn.capabilities]);
  for (const { id, service } of builtIn.components) expect(service || needed.includes(`"${id}"`), id).toBe(true);
});

test("when EMIS Web's data centres fail, its practices lose records and nobody else loses anything", () => {
  const disruption = disruptionBy(builtIn, [down("emis-web-hosting")], estate);
  expect(lost(builtIn, "emis-web-hosting", "QKS0")).toEqual(withoutRecords);
  expect(disruption.historyOf.slice(1)).toEqual([0, 0, 0]);
});

test("when SystmOne's data centres fail, an EMIS Web practice loses nothing", () => {
  expect(lost(builtIn, "systmone-hosting", "QKS1")).toEqual(withoutRecords);
  expect(lost(builtIn, "systmone-hosting", "QKS0")).toEqual([]);
});

test("a bad release of EMIS Web for some of its practices leaves the others alone", () => {
  const tagged = estateOf({ QKS: [{ tags: ["template-manager"] }, {}] });
  const release: Incident = incidentOf({ component: "emis-web", where: { tag: "template-manager" }, from: 0, until: 240, level: 0 }, undefined, "Bad release");
  const disruption = disruptionBy(builtIn, [release], tagged);
  expect(lostAt(historyIn(disruption, tagged, "QKS0"), 0)).toEqual(withoutRecords);
  expect(disruption.historyOf[1]).toBe(0);
});

test("without the Spine the Smartcard log-in fails, and with it EMIS Web; telephone, messages and letters stay", () => {
  const history = historyIn(disruptionBy(builtIn, [down("spine")], estate), estate, "QKS0");
  expect(servicesLostAt(history, 60)).toEqual(expect.arrayContaining(["Smartcard log-in", "EMIS Web", "Electronic prescriptions", "NHS e-Referral Service"]));
  expect(lostAt(history, 60)).toEqual([...withoutRecords, "refer"].sort());
});

test("a power cut takes everything but a printed list and independent telephones", () => {
  expect(lost(builtIn, "power", "QKS0")).toEqual([...capabilities].sort());
  expect(lost(builtIn, "power", "QKS3")).toContain("telephone");
  const prepared = extend(builtIn, { where: { "appointment-list-backup": {}, "independent-telephony": {}, "local-server": {}, "read-only-copy": {} } });
  expect(lost(prepared, "power", "QKS0")).toEqual(capabilities.filter((name) => name !== "telephone" && name !== "seeAppointmentList").sort());
});

test("B1: with a local server and the regional link down, records, entries, list and booking stay; telephone, electronic prescribing, results and referrals go", () => {
  const local = extend(builtIn, { where: { "local-server": {} } });
  for (const { code } of estate.practices.slice(0, 3)) {
    expect(lost(local, "regional-firewall", code)).toEqual(
      ["messagePatients", "prescribeElectronically", "receiveDocuments", "refer", "runPayroll", "seeResults", "sendReturns", "takeOnlineRequests", "telephone"],
    );
  }
});

test("B1: a local server that fails is seen at one practice, and by one that works through it alone as a loss of records", () => {
  const failed: Incident = incidentOf({ component: "local-server", where: { practice: "QKS1" }, from: 0, until: 240, level: 0 }, undefined, "Server fails");
  const beside = extend(builtIn, { where: { "local-server": {} } });
  expect(disruptionBy(beside, [failed], estate).historyOf).toEqual([0, 1, 0, 0]);
  const instead = extend(beside, { needs: { seeRecords: "local-server", writeRecords: "local-server" } });
  expect(lostAt(historyIn(disruptionBy(instead, [failed], estate), estate, "QKS1"), 0)).toEqual(["seeRecords", "writeRecords"]);
});

test("a read-only copy shows records and takes no entries", () => {
  const copied = extend(builtIn, { where: { "read-only-copy": {} } });
  expect(lost(copied, "emis-web-hosting", "QKS0")).toEqual(withoutRecords.filter((name) => name !== "seeRecords"));
});

test("C11: the log-in may be back while the appointment book and results are not", () => {
  const staged: Incident = {
    ...incidentOf({ component: "emis-web-hosting", from: 0, until: 240, level: 0 }), return: { services: { "appointment-book": 240, results: 360 } },
  };
  const history = historyIn(disruptionBy(builtIn, [staged], estate), estate, "QKS0");
  expect(lostAt(history, 239)).toEqual(withoutRecords);
  expect(lostAt(history, 240)).toEqual(["book", "seeAppointmentList", "seeResults"]);
  expect(lostAt(history, 480)).toEqual(["seeResults"]);
  expect(lostAt(history, 600)).toEqual([]);
});

test("pharmacies' systems carry no capability of a practice, yet their loss is told of", () => {
  const disruption = disruptionBy(builtIn, [down("pharmacy-systems")], estate);
  expect(disruption.historyOf).toEqual([1, 1, 1, 1]);
  expect(servicesLostAt(disruption.histories[1]!, 60)).toEqual(["Community pharmacies' systems"]);
  expect(disruption.onset).toBe(Infinity);
});

test("with a bypass the internet's services outlive the health network; what stands in it does not", () => {
  const bypassed = extend(builtIn, { where: { "mobile-router": {} } });
  expect(lost(bypassed, "hscn", "QKS0")).toEqual([...withoutRecords, "refer"].sort());
  expect(lost(bypassed, "hscn", "QKS2")).toEqual(["prescribeElectronically", "refer", "seeResults"]);
});
