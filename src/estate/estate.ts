/** Who is where: regions (ICBs), neighbourhoods (PCNs), practices, their staff and IT. Plain data, the same type however it was made. */

export const roles = ["gp", "nurse", "other", "reception", "admin"] as const;
/** Staff groups: GPs with locums and trainees, nurses, other direct patient care, reception, other administration. */
export type Role = (typeof roles)[number];

export const clinicalSystems = ["EMIS Web", "SystmOne", "Medicus", "other"] as const;
export type ClinicalSystem = (typeof clinicalSystems)[number];

export interface Region {
  /** ICB code, such as QKS. */
  readonly code: string;
  readonly name: string;
  /** Appointments per 1,000 registered patients and working day. */
  readonly appointmentRate: number;
  /** Mean of its practices, likewise: inbound calls, and online requests. As in the nation where there is none. */
  readonly callRate?: number | undefined;
  readonly onlineRate?: number | undefined;
}

export interface Neighbourhood {
  /** PCN code; unallocated practices form neighbourhoods of one. */
  readonly code: string;
  readonly name: string;
  /** Index into `Estate.regions`. */
  readonly region: number;
  /** Indices into `Estate.practices`, ascending. */
  readonly practices: readonly number[];
}

export interface Practice {
  /** ODS code, such as G82001. */
  readonly code: string;
  readonly name: string;
  readonly region: number;
  readonly neighbourhood: number;
  /** The ICB it was in before April 2026, where that is known and is not its region; selectors find it by either. */
  readonly formerly?: string;
  /** List size. */
  readonly patients: number;
  readonly clinicalSystem: ClinicalSystem;
  /** Free labels that selectors can name, such as `template-manager`. */
  readonly tags: readonly string[];
  readonly workstations: number;
  /** Telephone lines: the most callers on the line or in the queue together. */
  readonly lines: number;
  readonly telephony: "cloud" | "on site";
  /** Full-time equivalents by role. */
  readonly staff: Readonly<Record<Role, number>>;
  /** Its own, where they are known or drawn with it: inbound calls, redials among them, and online requests per 1,000 patients and working day. */
  readonly callRate?: number | undefined;
  readonly onlineRate?: number | undefined;
}

export interface Estate {
  readonly regions: readonly Region[];
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly practices: readonly Practice[];
  /** How it was made, in a sentence, for the report. */
  readonly source: string;
  /**
   * Set when the estate is a stratified sample: how many neighbourhoods of how many, and by how much each neighbourhood's figures are to be
   * multiplied so that totals stand for the whole.
   */
  readonly sample?: { readonly taken: number; readonly of: number; readonly weights: readonly number[] };
}

/** Which practices a scenario line is about; every given field must match. */
export interface Selector {
  readonly region?: string | readonly string[];
  readonly neighbourhood?: string | readonly string[];
  readonly practice?: string | readonly string[];
  readonly clinicalSystem?: ClinicalSystem;
  readonly telephony?: Practice["telephony"];
  readonly tag?: string;
}
