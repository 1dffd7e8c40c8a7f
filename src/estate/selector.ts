/** Which practices a line of a scenario is about. */
import { successorsOf } from "../facts/icbs.js";
import type { Estate, Practice, Selector } from "./estate.js";

/** True when every field that `selector` gives is true of the practice with this index; an empty selector selects all. */
export function selects(selector: Selector, estate: Estate, practiceIndex: number): boolean {
  const practice = estate.practices[practiceIndex]!;
  const { region, neighbourhood, practice: code, clinicalSystem, telephony, tag } = selector;
  return (
    (region === undefined || list(region).some((named) => liesIn(named, practice, estate.regions[practice.region]!.code))) &&
    (neighbourhood === undefined || list(neighbourhood).includes(estate.neighbourhoods[practice.neighbourhood]!.code)) &&
    (code === undefined || list(code).includes(practice.code)) &&
    (clinicalSystem === undefined || clinicalSystem === practice.clinicalSystem) &&
    (telephony === undefined || telephony === practice.telephony) &&
    (tag === undefined || practice.tags.includes(tag))
  );
}

/**
 * True where the ICB called `named` in either era has the practice: by the code of its region; because the whole of its region went into
 * `named` in April 2026; or because the practice is known to have been in `named` before.
 */
function liesIn(named: string, practice: Practice, region: string): boolean {
  if (named === region || named === practice.formerly) return true;
  const successors = successorsOf(region);
  return successors.length === 1 && successors[0] === named;
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
