/** A document of incidents alone, from a model made by hand: three practices in two regions, a firewall and log-ins of which chance decides. */
import { noPolicies } from "../../src/care/policies.js";
import type { Model } from "../../src/experiment/model.js";
import { IncidentStudy, type IncidentFindings } from "../../src/experiment/incident-study.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { builtIn } from "../../src/infrastructure/built-in.js";
import type { Incident } from "../../src/infrastructure/incident.js";
import { assembleIncidents, type IncidentDocument } from "../../src/result/incident-document.js";
import { eightWeeks, estateOf } from "../infrastructure/small-estate.js";

const estate = estateOf({ QKS: [{ patients: 8000 }, { patients: 12000, name: "Müller & <b>Partners</b>" }], QUY: [{ patients: 10000, clinicalSystem: "SystmOne" }] });

/** Down on Thursday 16 March 2023 from 08:00 to 12:00. */
export const firewall: Incident = {
  name: "Firewall fails", component: "regional-firewall", begins: { at: 4800 }, reach: { where: { region: "QKS" } }, effect: { level: 0, slowness: 1 }, repair: { by: "end", until: 5040 },
  tail: { slowness: 1.2, fades: 120 },
};

export const logIns: Incident = {
  name: "Log-ins lost", component: "emis-web", begins: { at: 10500 }, reach: {}, effect: { level: 0, slowness: 1, units: { of: "log-ins", share: 0.9 } }, spread: { over: 60 }, found: 90,
  repair: { by: "crews", crews: 1, per: "all", each: 5, travel: 30 },
};

export function modelWith(incidents: readonly Incident[], changes: Partial<Model> = {}): Model {
  return {
    name: "by-hand", question: "What fails?", seed: "hand", period: eightWeeks, estate, infrastructure: builtIn, incidents, parameters: parametersWith(), policies: noPolicies,
    replications: { minimum: 2, maximum: 40 }, hypotheses: [], ...changes,
  };
}

export function findingsOf(model: Model, replications: number): IncidentFindings {
  const study = new IncidentStudy(model);
  for (let done = 0; done < replications; done++) study.next();
  return study.findings();
}

export function documentOf(model: Model, replications: number): { readonly document: IncidentDocument; readonly findings: IncidentFindings } {
  const findings = findingsOf(model, replications);
  return { findings, document: assembleIncidents({ model, hash: "0".repeat(64), inputs: [], version: "0.0.0", warnings: [], findings }) };
}
