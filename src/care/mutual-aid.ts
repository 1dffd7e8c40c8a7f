/** Neighbours that help: a practice of the network whose systems work sees urgent patients of one that is without records. */
import { SEE_RECORDS, levelNow, type Care } from "./care.js";
import { bookTodayAt } from "./diary.js";

/** A practice that has lost more than this share of its users has troubles of its own. */
const UNTROUBLED = 0.95;

/** Books an urgent patient with a neighbour, who sees the patient today without the record; false where nobody has offered to, or has room. */
export function bookWithNeighbour(care: Care, need: number): boolean {
  const { state, plan, parameters, demand } = care;
  const home = demand.needs.practice[need]!;
  for (let step = 1; step < plan.practices; step++) {
    const place = (home + step) % plan.practices;
    if (state.helped[place]! >= parameters.response.mutualAid || levelNow(care, SEE_RECORDS, place) < UNTROUBLED) continue;
    if (!bookTodayAt(care, need, place)) continue;
    state.helped[place]!++;
    return true;
  }
  return false;
}
