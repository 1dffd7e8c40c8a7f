/** All, regions, neighbourhoods and practices as one list of places, in which a practice's figures are added up. */
import type { Estate } from "../estate/estate.js";

export interface Place {
  readonly code: string;
  readonly kind: "region" | "neighbourhood" | "practice";
  readonly name: string;
  readonly parent: string | null;
  /** Registered patients; in a sampled estate those of a region stand for the whole. */
  readonly patients: number;
}

export interface Places {
  /** By number: 0 is "all", then regions, neighbourhoods, practices. */
  readonly codes: readonly string[];
  /** Places below this number are "all" and the regions; below `firstPractice`, those and the neighbourhoods. */
  readonly firstNeighbourhood: number;
  readonly firstPractice: number;
  /** Those with a number above 0, in order. */
  readonly list: readonly Place[];
  /** By number: patients, weighted. */
  readonly patients: readonly number[];
  /** By practice index: its region's, neighbourhood's and own number. */
  readonly above: readonly (readonly [region: number, neighbourhood: number, practice: number])[];
  /** By practice index: by how much its figures are multiplied for "all" and its region. */
  readonly weights: readonly number[];
  /** By number: indices of its practices, ascending. */
  readonly practices: readonly (readonly number[])[];
}

export function placesOf({ regions, neighbourhoods, practices, sample }: Estate): Places {
  const firstNeighbourhood = 1 + regions.length;
  const firstPractice = firstNeighbourhood + neighbourhoods.length;
  const weights = practices.map(({ neighbourhood }) => sample?.weights[neighbourhood] ?? 1);
  const above = practices.map(({ region, neighbourhood }, practice) => [1 + region, firstNeighbourhood + neighbourhood, firstPractice + practice] as const);
  const patients = new Array<number>(firstPractice + practices.length).fill(0);
  const members = patients.map((): number[] => []);
  practices.forEach((practice, index) => {
    const [region, neighbourhood, own] = above[index]!;
    for (const place of [0, region, neighbourhood, own]) {
      patients[place]! += practice.patients * (place < firstNeighbourhood ? weights[index]! : 1);
      members[place]!.push(index);
    }
  });
  const list: Place[] = [
    ...regions.map(({ code, name }): Place => ({ code, kind: "region", name, parent: null, patients: 0 })),
    ...neighbourhoods.map(({ code, name, region }): Place => ({ code, kind: "neighbourhood", name, parent: regions[region]!.code, patients: 0 })),
    ...practices.map(({ code, name, neighbourhood }): Place => ({ code, kind: "practice", name, parent: neighbourhoods[neighbourhood]!.code, patients: 0 })),
  ].map((place, index) => ({ ...place, patients: Math.round(patients[index + 1]!) }));
  return { codes: ["all", ...list.map(({ code }) => code)], firstNeighbourhood, firstPractice, list, patients, above, weights, practices: members };
}
