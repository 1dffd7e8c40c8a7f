/** An estate written out in a scenario: a code and a list size are enough for a practice. */
import type { Parameters } from "../facts/defaults.js";
import { england } from "../facts/icb-table.js";
import { appointmentRateOf, contactRatesOf, icbFacts } from "../facts/icbs.js";
import { EstateError } from "./estate-error.js";
import type { Estate, Neighbourhood, Practice, Region, Role } from "./estate.js";
import { linesFor, staffOf, workstationsFor } from "./furnish.js";

export interface WrittenRegion {
  /** An ICB code brings name, rates and staff of that ICB; any other code those of England. */
  readonly code: string;
  readonly name?: string;
  readonly appointmentRate?: number;
  readonly callRate?: number;
  readonly onlineRate?: number;
}

export interface WrittenNeighbourhood {
  readonly code: string;
  readonly name?: string;
  /** Code of its region. */
  readonly region?: string;
}

export interface WrittenPractice extends Partial<Pick<Practice, "name" | "clinicalSystem" | "tags" | "workstations" | "lines" | "telephony" | "callRate" | "onlineRate">> {
  readonly code: string;
  readonly patients: number;
  /** Code of its region; without one, that of its neighbourhood, or else the first region there is. */
  readonly region?: string;
  /** Code of its neighbourhood; without one it is a neighbourhood by itself. */
  readonly neighbourhood?: string;
  /** Full-time equivalents of some roles; the others follow from list size. */
  readonly staff?: Partial<Readonly<Record<Role, number>>>;
}

/** Regions and neighbourhoods need a line of their own only to say more than their code. */
export interface WrittenSpec {
  readonly regions?: readonly WrittenRegion[];
  readonly neighbourhoods?: readonly WrittenNeighbourhood[];
  readonly practices: readonly WrittenPractice[];
}

/** Code and name of the region of practices that name none. */
const nameless = { code: "LOCAL", name: "Local area" };

/** Throws an `EstateError` with every complaint at once: a code twice, a neighbourhood in two regions, no practice at all. */
export function writtenEstate(spec: WrittenSpec, parameters: Parameters): Estate {
  const complaints = [...twice("Region", spec.regions ?? []), ...twice("Neighbourhood", spec.neighbourhoods ?? []), ...twice("Practice", spec.practices)];
  if (spec.practices.length === 0) complaints.push("The estate has no practice. Write at least one, such as {code: P1, patients: 8800}.");

  const regions = new Map<string, Region>();
  const neighbourhoods = new Map<string, { written: WrittenNeighbourhood; region: string; practices: number[] }>();
  const writtenRegions = new Map((spec.regions ?? []).map((region) => [region.code, region]));
  const writtenNeighbourhoods = new Map((spec.neighbourhoods ?? []).map((neighbourhood) => [neighbourhood.code, neighbourhood]));
  const firstRegion = spec.regions?.[0]?.code ?? nameless.code;

  // The first of its practices to name a region speaks for a neighbourhood that names none.
  const regionOfNeighbourhood = new Map<string, string>();
  for (const { code, neighbourhood = code, region } of spec.practices) {
    const named = writtenNeighbourhoods.get(neighbourhood)?.region ?? region;
    if (named !== undefined && !regionOfNeighbourhood.has(neighbourhood)) regionOfNeighbourhood.set(neighbourhood, named);
  }
  spec.practices.forEach((practice, index) => {
    const code = practice.neighbourhood ?? practice.code;
    const region = regionOfNeighbourhood.get(code) ?? firstRegion;
    if (practice.region !== undefined && practice.region !== region) {
      complaints.push(`Practice ${practice.code} is in region ${practice.region}, its neighbourhood ${code} in ${region}. A neighbourhood lies in one region: change one of them.`);
    }
    const written = writtenNeighbourhoods.get(code) ?? { code, name: practice.neighbourhood === undefined ? practice.name : undefined };
    const known = neighbourhoods.get(code);
    if (known) known.practices.push(index);
    else neighbourhoods.set(code, { written, region, practices: [index] });
    if (!regions.has(region)) regions.set(region, regionOf(writtenRegions.get(region) ?? { code: region }, parameters));
  });
  for (const { code } of spec.regions ?? []) if (!regions.has(code)) complaints.push(`Region ${code} has no practice. Give it one, or take the region out.`);
  for (const { code } of spec.neighbourhoods ?? []) if (!neighbourhoods.has(code)) complaints.push(`Neighbourhood ${code} has no practice. Give it one, or take it out.`);
  if (complaints.length > 0) throw new EstateError(complaints.join("\n"));

  const regionIndex = new Map([...regions.keys()].map((code, index) => [code, index]));
  const neighbourhoodIndex = new Map([...neighbourhoods.keys()].map((code, index) => [code, index]));
  return {
    regions: [...regions.values()],
    neighbourhoods: [...neighbourhoods.values()].map(({ written, region, practices }): Neighbourhood => {
      return { code: written.code, name: written.name ?? written.code, region: regionIndex.get(region)!, practices };
    }),
    practices: spec.practices.map((practice) => {
      const code = practice.neighbourhood ?? practice.code;
      return practiceOf(practice, regionIndex.get(neighbourhoods.get(code)!.region)!, neighbourhoodIndex.get(code)!, neighbourhoods.get(code)!.region, parameters);
    }),
    source: "Written out in the scenario.",
  };
}

function regionOf({ code, name, appointmentRate, callRate, onlineRate }: WrittenRegion, { estate }: Parameters): Region {
  return {
    code,
    name: name ?? (code === nameless.code ? nameless.name : (icbFacts(code)?.name ?? code)),
    appointmentRate: appointmentRate ?? appointmentRateOf(code, estate.appointmentRate),
    ...contactRatesOf(code),
    ...(callRate !== undefined && { callRate }),
    ...(onlineRate !== undefined && { onlineRate }),
  };
}

function practiceOf(written: WrittenPractice, region: number, neighbourhood: number, regionCode: string, { estate }: Parameters): Practice {
  const { code, patients } = written;
  const rates = icbFacts(regionCode)?.staff ?? england.staff;
  const staff = { ...staffOf(patients, rates, estate.receptionShare), ...written.staff };
  return {
    code,
    name: written.name ?? code,
    region,
    neighbourhood,
    patients,
    clinicalSystem: written.clinicalSystem ?? "EMIS Web",
    tags: written.tags ?? [],
    workstations: written.workstations ?? workstationsFor(staff, estate),
    lines: written.lines ?? linesFor(patients, estate),
    telephony: written.telephony ?? "cloud",
    staff,
    ...(written.callRate !== undefined && { callRate: written.callRate }),
    ...(written.onlineRate !== undefined && { onlineRate: written.onlineRate }),
  };
}

function twice(kind: string, items: readonly { readonly code: string }[]): string[] {
  const seen = new Set<string>();
  return items.filter(({ code }) => seen.has(code) || !seen.add(code)).map(({ code }) => `${kind} ${code} stands there twice. Leave one of them.`);
}
