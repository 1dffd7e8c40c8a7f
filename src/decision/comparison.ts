/** What a comparison of options finds: every effect with its values by replication, so that ranks, budgets and net benefits can be made from them. Plain data. */

/** An option, or two of them together. */
export interface OptionArm {
  /** The option's name; of a pair both, as "a + b", in alphabetical order. */
  readonly name: string;
  readonly label: string;
  /** Names of the options in force. */
  readonly options: readonly string[];
  /** Practices covered, by option in the order of `options`; with the neighbourhoods and regions in which they lie. What is per practice is paid so often. */
  readonly covered: readonly Covered[];
  /** True where nothing that practices live through, nor how they work, is other than without it: its effects are exactly 0. */
  readonly isWithoutEffect: boolean;
}

export interface Covered {
  readonly option: string;
  readonly practices: number;
  readonly neighbourhoods: number;
  readonly regions: number;
}

export interface Estimate {
  /** Over replications; null where there is none. */
  readonly mean: number | null;
  /** 95% interval of the mean by pairs: simulation error, no more. null with fewer than two replications. */
  readonly low: number | null;
  readonly high: number | null;
}

/** One outcome of one arm: of outcomes that are differences, since of others nothing can be averted. */
export interface Effect {
  readonly arm: string;
  /** The arm that is compared with. */
  readonly against: "none";
  readonly id: string;
  readonly part: string;
  readonly unit: string;
  readonly kind: "difference";
  /** "all" or the code of a region. */
  readonly where: string;
  /** Impact without it: outage minus no outage. */
  readonly without: Estimate;
  /** Impact with it: outage and option minus no outage and option. */
  readonly with: Estimate;
  /** The first minus the second, replication by replication. */
  readonly averted: Estimate;
  /** Effect on ordinary days: no outage and option minus no outage. Exactly 0 for an option that only shows in an outage; null for means over practices that are hit, of whom ordinary days have none. */
  readonly ordinary: Estimate;
  /** By replication, in their order; null where it is not defined. `averted` is `without` minus `with`. */
  readonly values: { readonly without: readonly (number | null)[]; readonly with: readonly (number | null)[]; readonly ordinary: readonly (number | null)[] };
}

/** Which of the single options averts most of an outcome. */
export interface Best {
  readonly id: string;
  readonly part: string;
  readonly unit: string;
  readonly where: string;
  /** By descending probability; arms that share the first place share its probability. Together 1; an outcome of which none averts anything is left out. */
  readonly arms: readonly { readonly arm: string; readonly probability: number }[];
}
