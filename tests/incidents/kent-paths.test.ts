/** Kent and Medway, March 2023: a faulty regional firewall. What is lost follows from the graph; the incident names the firewall alone. */
import { expect, test } from "vitest";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { capabilities } from "../../src/infrastructure/disruption.js";
import { extend, problems } from "../../src/infrastructure/extend.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { disruptionBy, estateOf, historyIn, lostAt, servicesLostAt, incidentOf } from "../infrastructure/small-estate.js";

const DAY = 1440;
const began = 8 * 60;
const during = began + 2 * DAY;
const firewall = incidentOf({ component: "regional-firewall", where: { region: "QKS" }, from: began, until: began + 5 * DAY, level: 0 });
const estate = estateOf({
  QKS: [{}, { clinicalSystem: "SystmOne" }, { telephony: "on site" }],
  QRL: [{}, { clinicalSystem: "SystmOne" }, { telephony: "on site" }],
});
const kent = ["QKS0", "QKS1", "QKS2"];
const elsewhere = ["QRL0", "QRL1", "QRL2"];
const everything = [...capabilities].sort();

test("K1: every practice of the ICB is hit and none outside it", () => {
  const disruption = disruptionBy(builtIn, [firewall], estate);
  for (const code of kent) expect(historyIn(disruption, estate, code).services, code).not.toEqual([]);
  expect(elsewhere.map((code) => disruption.historyOf[estate.practices.findIndex((practice) => practice.code === code)])).toEqual([0, 0, 0]);
  expect([disruption.onset, disruption.restored]).toEqual([began, began + 5 * DAY]);
});

test("K1: the firewall is one thing, so a fault in it seen at one practice takes the ICB, and no other", () => {
  const seen: Incident = { ...firewall, reach: { where: { practice: "QKS1" } } };
  expect(disruptionBy(builtIn, [seen], estate)).toEqual(disruptionBy(builtIn, [firewall], estate));
});

const reportedLost = ["Email", "EMIS Web", "Electronic prescriptions", "QOF and claims reporting", "Payroll", "Year-end reporting", "Phone lines", "Accurx", "DORIS", "Docman"];

test.each(reportedLost)("K2: %s is down from the first minute to the last and works again after", (service) => {
  const history = historyIn(disruptionBy(builtIn, [firewall], estate), estate, "QKS0");
  const steps = history.services.find(({ label }) => label === service)?.steps;
  expect(steps).toEqual({ times: [began, began + 5 * DAY], level: [0, 1], slowness: [1, 1] });
});

test("K2: with an EMIS Web practice all capabilities go; one with its own exchange keeps the telephone, one on SystmOne loses SystmOne", () => {
  const disruption = disruptionBy(builtIn, [firewall], estate);
  expect(lostAt(historyIn(disruption, estate, "QKS0"), during)).toEqual(everything);
  expect(lostAt(historyIn(disruption, estate, "QKS2"), during)).toEqual(everything.filter((capability) => capability !== "telephone"));
  const systmOne = servicesLostAt(historyIn(disruption, estate, "QKS1"), during);
  expect(systmOne).toContain("SystmOne");
  expect(systmOne).not.toContain("EMIS Web");
});

test("K2: what does not hang on the network stays: computers in the building, and pharmacies", () => {
  const lost = servicesLostAt(historyIn(disruptionBy(builtIn, [firewall], estate), estate, "QKS0"), during);
  expect(lost).not.toContain("Workstations");
  expect(lost).not.toContain("Community pharmacies' systems");
});

test("K4: a path that bypasses the firewall leaves every capability; what stands behind the firewall itself, DORIS, stays lost", () => {
  const bypassed = extend(builtIn, { where: { "mobile-router": { practice: ["QKS0", "QKS1"] } } });
  const disruption = disruptionBy(bypassed, [firewall], estate);
  for (const code of ["QKS0", "QKS1"]) {
    expect(lostAt(historyIn(disruption, estate, code), during)).toEqual([]);
    expect(servicesLostAt(historyIn(disruption, estate, code), during)).toEqual(["DORIS"]);
  }
  expect(historyIn(disruption, estate, "QKS2")).toEqual(historyIn(disruptionBy(builtIn, [firewall], estate), estate, "QKS2"));
});

test("K4: a backup circuit behind the same firewall removes none of the loss, yet it saves a practice whose site circuit is cut", () => {
  const behind = extend(builtIn, { where: { "backup-circuit": { region: "QKS" } } });
  expect(disruptionBy(behind, [firewall], estate)).toEqual(disruptionBy(builtIn, [firewall], estate));
  const cut: Incident = incidentOf({ component: "site-circuit", where: { practice: "QKS0" }, from: began, until: began + DAY, level: 0 }, undefined, "Circuit cut");
  expect(lostAt(historyIn(disruptionBy(builtIn, [cut], estate), estate, "QKS0"), during - 2 * DAY)).toEqual(everything);
  expect(disruptionBy(behind, [cut], estate).historyOf).toEqual(estate.practices.map(() => 0));
});

test("K4: a backup circuit of a scenario's own, led past the firewall by its needs, removes the loss", () => {
  const additions = { where: { "backup-circuit": { region: "QKS" } }, needs: { "backup-path": { all: ["backup-circuit", "hscn"] } } };
  expect(problems(builtIn, additions)).toEqual([]);
  expect(lostAt(historyIn(disruptionBy(extend(builtIn, additions), [firewall], estate), estate, "QKS0"), during)).toEqual([]);
});

test("K4: a second firewall beside the first removes all of the loss", () => {
  const doubled = extend(builtIn, { where: { "standby-firewall": { region: "QKS" } } });
  expect(disruptionBy(doubled, [firewall], estate).historyOf).toEqual(estate.practices.map(() => 0));
});
