import { lnUnit } from "./maths.js";
import { edgeOf, periodOf, pieceAt, type Profile } from "./profile.js";
import { draw, type Stream } from "./random.js";

/**
 * Times of arrival by a Poisson process whose rate changes by a profile: exact, one draw an arrival, by inverting the integral of the rate. Like
 * `Variates` they are made a block at a time, ahead of the simulation.
 */
export interface Arrivals {
  left: number;
  readonly block: Float64Array;
  readonly stream: Stream;
  readonly rates: Profile;
  /** The last time in the block. */
  time: number;
}

const BLOCK = 128;

/** Arrivals from a time on; `rates` are per unit of the calendar's time. The stream is taken over: nothing else draws from it. */
export function createArrivals(rates: Profile, stream: Stream, from = 0): Arrivals {
  if (!(from >= 0 && from < Infinity)) throw new RangeError(`arrivals begin at a time of 0 or more, not ${from}`);
  const expected = inPeriod(rates);
  if (!(rates.values.every((rate) => rate === 0) || (rates.values.every((rate) => rate >= 0) && expected > 0 && expected < Infinity))) {
    throw new RangeError(`rates of arrival are 0 or more, not ${rates.values.join(", ")}`);
  }
  return { left: 0, block: new Float64Array(BLOCK), stream, rates, time: from };
}

/** The time of the next arrival; Infinity where the rate is 0 for ever. */
export function nextArrival(arrivals: Arrivals): number {
  if (arrivals.left === 0) refill(arrivals);
  return arrivals.block[--arrivals.left]!;
}

function refill(arrivals: Arrivals): void {
  const { block, stream, rates } = arrivals;
  const { values } = rates;
  // Known once a period ends: a profile of a year's hours takes longer to add up than a block of arrivals takes to make.
  let expected = 0;
  arrivals.left = BLOCK;
  if (values.every((rate) => rate === 0)) return void block.fill(Infinity);
  let time = arrivals.time;
  let period = periodOf(rates, time);
  let piece = pieceAt(rates, period, time);
  for (let i = BLOCK - 1; i >= 0; i--) {
    // The integral of the rate until the next arrival, piece by piece.
    let owed = -lnUnit(~draw(stream));
    let left = edgeOf(rates, period, piece + 1) - time;
    while (owed >= values[piece]! * left) {
      owed -= values[piece]! * left;
      if (++piece === values.length) {
        // Where rates are low, many periods pass at once.
        if (expected === 0) expected = inPeriod(rates);
        const passed = Math.floor(owed / expected);
        owed = Math.max(0, owed - passed * expected);
        period += 1 + passed;
        piece = 0;
      }
      time = edgeOf(rates, period, piece);
      left = rates.edges[piece + 1]! - rates.edges[piece]!;
    }
    time = block[i] = time + owed / values[piece]!;
  }
  arrivals.time = time;
}

/** The integral of the rate over a period. */
function inPeriod({ edges, values }: Profile): number {
  return values.reduce((sum, rate, i) => sum + rate * (edges[i + 1]! - edges[i]!), 0);
}
