import { stream, uniform } from "../engine/random.js";
import { EstateError } from "./estate-error.js";
import type { Estate, Practice, Role, Selector } from "./estate.js";
import { selects } from "./selector.js";

/** What a scenario may set of the practices it selects. Nothing else of them changes with it: more patients bring no staff. */
export type PracticeChange = Partial<Pick<Practice, "patients" | "clinicalSystem" | "tags" | "workstations" | "lines" | "telephony" | "callRate" | "onlineRate">> & {
  /** Full-time equivalents of some roles; the others stay. */
  readonly staff?: Partial<Readonly<Record<Role, number>>>;
};

export interface EstateChange {
  readonly where: Selector;
  /** Of those, each with this probability; all by default. */
  readonly share?: number;
  readonly set: PracticeChange;
}

/**
 * The estate with one change made. One that selects nobody is an `EstateError`. Whether a practice is among the share that is changed depends on `seed`, its code and what the change selects and sets alone: so it is the same in every
 * replication, in whatever estate the practice lies and whatever changes come before; a larger share adds practices to those of a smaller one; and the same change made
 * twice draws the same practices.
 */
export function changePractices(estate: Estate, { where, share = 1, set }: EstateChange, seed: string | number): Estate {
  const content = JSON.stringify([where, set]);
  let selected = 0;
  const practices = estate.practices.map((practice, place): Practice => {
    if (!selects(where, estate, place)) return practice;
    selected++;
    if (share < 1 && uniform(stream(seed, "change", content, practice.code)) >= share) return practice;
    return { ...practice, ...set, staff: { ...practice.staff, ...set.staff } };
  });
  if (selected === 0) throw new EstateError(`No practice is selected by ${JSON.stringify(where)}. Name regions, neighbourhoods, practices or tags that the estate has.`);
  return { ...estate, practices };
}
