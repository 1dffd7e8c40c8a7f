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
  readonly set: PracticeChange;
}

/** The estate with `changes` made one after another, each selecting from what the ones before have left. One that selects nobody is an `EstateError`. */
export function changeEstate(estate: Estate, changes: readonly EstateChange[]): Estate {
  return changes.reduce((current, { where, set }) => {
    let selected = 0;
    const practices = current.practices.map((practice, index): Practice => {
      if (!selects(where, current, index)) return practice;
      selected++;
      return { ...practice, ...set, staff: { ...practice.staff, ...set.staff } };
    });
    if (selected === 0) throw new EstateError(`No practice is selected by ${JSON.stringify(where)}. Name regions, neighbourhoods, practices or tags that the estate has.`);
    return { ...current, practices };
  }, estate);
}
