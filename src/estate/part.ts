import type { Estate } from "./estate.js";

/** The estate with only those practices for which `keeps` is true, indexed anew; neighbourhoods and regions left without a practice go. */
export function partOf(estate: Estate, keeps: (practice: number) => boolean): Pick<Estate, "regions" | "neighbourhoods" | "practices"> {
  const practices = indices(estate.practices.length, keeps);
  const neighbourhoods = indices(estate.neighbourhoods.length, (index) => estate.neighbourhoods[index]!.practices.some(keeps));
  const regions = indices(estate.regions.length, (index) => neighbourhoods.some((neighbourhood) => estate.neighbourhoods[neighbourhood]!.region === index));
  const newPractice = positions(practices);
  const newNeighbourhood = positions(neighbourhoods);
  const newRegion = positions(regions);
  return {
    regions: regions.map((index) => estate.regions[index]!),
    neighbourhoods: neighbourhoods.map((index) => {
      const neighbourhood = estate.neighbourhoods[index]!;
      return { ...neighbourhood, region: newRegion.get(neighbourhood.region)!, practices: neighbourhood.practices.filter(keeps).map((practice) => newPractice.get(practice)!) };
    }),
    practices: practices.map((index) => {
      const practice = estate.practices[index]!;
      return { ...practice, region: newRegion.get(practice.region)!, neighbourhood: newNeighbourhood.get(practice.neighbourhood)! };
    }),
  };
}

function indices(length: number, keeps: (index: number) => boolean): number[] {
  return Array.from({ length }, (_, index) => index).filter(keeps);
}

function positions(kept: readonly number[]): ReadonlyMap<number, number> {
  return new Map(kept.map((index, position) => [index, position]));
}
