/** A: official statistic; B: sound but narrower or older; C: single site or press; D: vendor or old; "assumption": no source. */
export type Grade = "A" | "B" | "C" | "D" | "assumption";

export interface Default {
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly grade: Grade;
}
