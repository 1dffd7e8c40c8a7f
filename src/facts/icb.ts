/** Staff groups as NHS England publishes them; `admin` includes reception. */
export const staffGroups = ["gp", "locumAndTrainee", "nurse", "other", "admin"] as const;
export type StaffGroup = (typeof staffGroups)[number];
/** Full-time equivalents per 10,000 registered patients. */
export type StaffRates = Readonly<Record<StaffGroup, number>>;

/** How often practices are asked: per 1,000 registered patients and working day. */
export interface ContactRates {
  /** Over the patients of those practices for which it is published one by one. */
  readonly mean: number;
  /** Quantiles of these practices at 0%, 5%, and so on to 100%. The mean over patients is not theirs: larger practices have more online requests. */
  readonly quantiles: readonly number[];
  /** Share of all patients that are theirs. */
  readonly coverage: number;
}

/** What is published about the practices of one integrated care board. */
export interface IcbFacts {
  /** Such as `QKS`. */
  readonly code: string;
  /** Such as `Kent and Medway`. */
  readonly name: string;
  readonly practices: number;
  readonly patients: number;
  /** Practices by supplier of the clinical system. `unknown`: gone between the count of patients and the publication of suppliers. */
  readonly suppliers: { readonly EMIS: number; readonly TPP: number; readonly Medicus: number; readonly unknown: number };
  /** Quantiles of list size at 0%, 2.5%, and so on to 100%: with half as many, straight lines between them miss the tails by 6%. */
  readonly listSizes: readonly number[];
  /** Primary care networks by size: `networks[0]` of them have one practice, `networks[1]` two, and so on. */
  readonly networks: readonly number[];
  /** Practices in no network. With those in `networks` they are all `practices`. */
  readonly unallocated: number;
  readonly staff: StaffRates;
  /** Inbound calls, redials among them, and online requests. */
  readonly calls: ContactRates;
  readonly online: ContactRates;
  /** For an ICB of before April 2026: the ICBs that its practices went to then, most practices first; itself where nothing changed. */
  readonly successors?: readonly string[];
}
