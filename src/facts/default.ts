/** A: official statistic; B: sound but narrower or older; C: single site or press; D: vendor or old; "assumption": no source. */
export type Grade = "A" | "B" | "C" | "D" | "assumption";

/** Lowest and highest plausible value; of a list, of each entry. */
export interface Range {
  readonly low: number | readonly number[];
  readonly high: number | readonly number[];
  /** Set where the entries have a sum that is no matter of doubt (1, or 100%): values drawn between `low` and `high` are then scaled to it. */
  readonly sum?: number;
}

/** Why a figure is not varied: it is a convention, a policy, or follows from another. */
export interface Fixed {
  readonly fixed: string;
}

export interface Default {
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly grade: Grade;
  /** Where what is known says more than the grade does, which decides otherwise: `rangeOf`. */
  readonly range?: Range | Fixed;
}
