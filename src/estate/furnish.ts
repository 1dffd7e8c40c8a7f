/** Staff and equipment of a practice, from what is published by list size. One rule however the estate is made. */
import { stream, uniform } from "../engine/random.js";
import type { Parameters } from "../facts/defaults.js";
import type { IcbFacts, StaffRates } from "../facts/icb.js";
import type { ClinicalSystem, Practice, Role } from "./estate.js";

/** A practice of which only its place, size and clinical system are known. */
export type BarePractice = Pick<Practice, "code" | "name" | "region" | "neighbourhood" | "patients" | "clinicalSystem" | "formerly">;

/** What is known of one practice besides. */
export interface OwnFigures {
  /** Of those roles for which it is known. */
  readonly staff?: Partial<Practice["staff"]> | undefined;
  readonly telephony?: Practice["telephony"] | undefined;
  readonly callRate?: number | undefined;
  readonly onlineRate?: number | undefined;
}

/**
 * The practice with staff by list size, workstations by staff, lines by list size; tag and telephony by chance, from its code and the seed. What is `own` stands in
 * their place, and changes no other draw.
 */
export function furnished(bare: BarePractice, rates: StaffRates, { estate }: Parameters, seed: string | number, own: OwnFigures = {}): Practice {
  const chance = stream(seed, "practice", bare.code);
  const usesTemplateManager = uniform(chance) < estate.templateManagerShare && bare.clinicalSystem === "EMIS Web";
  const isInCloud = uniform(chance) < estate.cloudTelephonyShare;
  const staff = { ...staffOf(bare.patients, rates, estate.receptionShare), ...own.staff };
  return {
    ...bare,
    tags: usesTemplateManager ? ["template-manager"] : [],
    workstations: workstationsFor(staff, estate),
    lines: linesFor(bare.patients, estate),
    telephony: own.telephony ?? (isInCloud ? "cloud" : "on site"),
    staff,
    ...(own.callRate !== undefined && { callRate: own.callRate }),
    ...(own.onlineRate !== undefined && { onlineRate: own.onlineRate }),
  };
}

/** Full-time equivalents by role; GPs with locums and trainees. */
export function staffOf(patients: number, rates: StaffRates, receptionShare: number): Record<Role, number> {
  const tenThousands = patients / 10_000;
  return {
    gp: (rates.gp + rates.locumAndTrainee) * tenThousands,
    nurse: rates.nurse * tenThousands,
    other: rates.other * tenThousands,
    reception: rates.admin * receptionShare * tenThousands,
    admin: rates.admin * (1 - receptionShare) * tenThousands,
  };
}

/** At least two: one in a room, one at the desk. */
export function workstationsFor(staff: Readonly<Record<Role, number>>, { workstationsPerFte }: Parameters["estate"]): number {
  const present = staff.gp + staff.nurse + staff.other + staff.reception + staff.admin;
  return Math.max(2, Math.ceil(present * workstationsPerFte));
}

export function linesFor(patients: number, { linesPerThousand, fewestLines }: Parameters["estate"]): number {
  return Math.max(fewestLines, Math.ceil((patients / 1000) * linesPerThousand));
}

/** A clinical system in the shares of an ICB, from the practice's code and the seed. Practices of unknown supplier count as the others. */
export function clinicalSystemDrawn(code: string, { EMIS, TPP, Medicus }: IcbFacts["suppliers"], seed: string | number): ClinicalSystem {
  const at = uniform(stream(seed, "clinical system", code)) * (EMIS + TPP + Medicus);
  return at < EMIS ? "EMIS Web" : at < EMIS + TPP ? "SystmOne" : "Medicus";
}
