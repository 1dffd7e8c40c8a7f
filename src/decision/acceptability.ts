/** Which candidate has the highest net benefit, and how probably, over all that a patient-day may be worth and all that may lie between two incidents. */
import { chancesOfBest, highest } from "./best.js";
import type { Candidate } from "./candidates.js";
import type { AcceptabilityRow, NetBenefitRow } from "./decision.js";
import type { Drawn, Draws } from "./drawn.js";
import { intervals, moreThan, netBenefit, thresholds, worthOf, type Circumstances } from "./net-benefit.js";

export function acceptabilityOf(candidates: readonly Candidate[], { count, both }: Draws): AcceptabilityRow[] {
  const worths = candidates.map(worthOf);
  return intervals.flatMap((every) => thresholds.map((threshold): AcceptabilityRow => {
    const at = { every, threshold };
    const [best] = highest(candidates.length, (candidate) => netBenefit(worths[candidate]!, at), (candidate) => worths[candidate]!.annual);
    const benefits = both.map((drawn) => drawnBenefits(drawn, at));
    const chances = chancesOfBest(candidates.length, count, (draw) => firstOf(benefits, both, draw))!;
    return { every, threshold, best: best!, chances: chances.map(({ probability }, candidate) => ({ candidate, probability })).filter(({ probability }) => probability > 0) };
  }));
}

function drawnBenefits({ delay, staff, ordinaryDelay, ordinaryStaff, annual }: Drawn, { threshold, every }: Circumstances): Float64Array {
  const benefits = new Float64Array(delay.length);
  for (let draw = 0; draw < benefits.length; draw++) {
    benefits[draw] = (threshold * delay[draw]! + staff[draw]!) / every - (threshold * ordinaryDelay[draw]! + ordinaryStaff[draw]!) - annual[draw]!;
  }
  return benefits;
}

/** As `highest`, without a function for each of a hundred million values. Of equals the cheapest. */
function firstOf(benefits: readonly Float64Array[], drawn: readonly Drawn[], draw: number): readonly number[] {
  let first = 0;
  let ties = 0;
  for (let candidate = 1; candidate < benefits.length; candidate++) {
    const ahead = benefits[candidate]![draw]! - benefits[first]![draw]!;
    if (ahead > 0) [first, ties] = [candidate, 0];
    else if (ahead === 0) ties++;
  }
  if (ties === 0) return [first];
  return highest(benefits.length, (candidate) => benefits[candidate]![draw]!, (candidate) => drawn[candidate]!.annual[draw]!);
}

/** Fewer thresholds than are swept for probabilities, since each candidate has a row at each. */
const TABLED: readonly number[] = [0, 1, 3, 10, 30, 100, 300, 1000];

/** Against buying nothing, with paired intervals over replications at prices as stated. */
export function netBenefitsOf(candidates: readonly Candidate[]): NetBenefitRow[] {
  return candidates.flatMap((candidate, index) => (index === 0 ? [] : intervals.flatMap((every) => TABLED.map((threshold) => {
    return { candidate: index, every, threshold, ...moreThan(candidate, candidates[0]!, { every, threshold }) };
  }))));
}
