import { stream, uniform } from "../engine/random.js";
import { EstateError } from "./estate-error.js";
import type { Estate, Practice, Role, Selector } from "./estate.js";
import { selects } from "./selector.js";

/** What a scenario may set of the practices it selects. Nothing else of them changes with it: more patients bring no staff. */
export type PracticeChange = Partial<Pick<Practice, "patients" | "clinicalSystem" | "tags" | "workstations" | "lines" | "telephony">> & {
  /** Full-time equivalents of some roles; the others stay. */
  readonly staff?: Partial<Readonly<Record<Role, number>>>;
};

export interface EstateChange {
  readonly where: Selector;
  /** Of those, each with this probability; all by default. */
  readonly share?: number;
  readonly set: PracticeChange;
}

/** The estate with `changes` made one after another, each selecting from what the ones before have left. One that selects nobody is an `EstateError`. */
export function changeEstate(estate: Estate, changes: readonly EstateChange[], seed: string | number): Estate {
  return changes.reduce((current, change, index) => changePractices(current, change, index, seed), estate);
}

/**
 * One change, the `index`-th of its scenario. Whether a practice is among the share that is changed depends on `seed`, `index` and its code alone, so it is the
 * same in every replication and in whatever estate the practice lies.
 */
export function changePractices(estate: Estate, { where, share = 1, set }: EstateChange, index: number, seed: string | number): Estate {
  let selected = 0;
  const practices = estate.practices.map((practice, place): Practice => {
    if (!selects(where, estate, place)) return practice;
    selected++;
    if (share < 1 && uniform(stream(seed, "change", index, practice.code)) >= share) return practice;
    return { ...practice, ...set, staff: { ...practice.staff, ...set.staff } };
  });
  if (selected === 0) throw new EstateError(`No practice is selected by ${JSON.stringify(where)}. Name regions, neighbourhoods, practices or tags that the estate has.`);
  return { ...estate, practices };
}
