/**
 * Simulation-based search for the free parameters: Gauss-Newton with a prior. A first round simulates once for each parameter, moved by a standard deviation of its
 * prior, and so measures how every judged figure answers; later rounds step by that answer and simulate on a larger sample. All simulations use
 * the same seed, so that what changes is the parameter and not the luck.
 */
import { solveWithPrior } from "../statistics/least-squares.js";
import type { Compared } from "./comparison.js";
import { factorAt, freeParameters, valuesAt, type Fitted } from "./free-parameters.js";

/** Simulates ordinary weeks with these values, on the `small` or the large sample, and compares. */
export type Simulate = (values: Fitted, sample: "small" | "large") => Promise<readonly Compared[]>;

export interface FitOfParameter {
  readonly label: string;
  /** What the prior's value is multiplied by. */
  readonly factor: number;
  /** Standard deviations of the factor's logarithm. */
  readonly before: number;
  readonly after: number;
  /** Share of the prior's variance that the figures take away: 1 is identified, 0 is not. */
  readonly identified: number;
  /** The free parameter with which it is most confused, and their correlation given the figures. */
  readonly confusedWith: { readonly label: string; readonly correlation: number };
}

export interface Fit {
  readonly values: Fitted;
  readonly parameters: readonly FitOfParameter[];
  /** Loss by round, on the large sample: before the fit first. */
  readonly losses: readonly number[];
  readonly figures: readonly Compared[];
}

const ROUNDS = 4;
/** No round moves a parameter by more standard deviations of its prior. */
const LONGEST = 1.5;

/** `onRound` is told of each finished simulation. Rejects with what `simulate` threw. */
export async function fit(simulate: Simulate, onProgress: (done: number, total: number) => void): Promise<Fit> {
  const start = new Float64Array(freeParameters.length);
  const total = freeParameters.length + 2 + ROUNDS;
  let done = 0;
  const at = async (position: Float64Array, sample: "small" | "large"): Promise<readonly Compared[]> => {
    const figures = await simulate(valuesAt(position), sample);
    onProgress(++done, total);
    return figures;
  };

  let best = { position: start, figures: await at(start, "large") };
  const units = unitsOf(best.figures);
  const losses = [lossOf(best.figures, units, start)];
  const reference = residualsOf(await at(start, "small"), units);
  const jacobian: Float64Array[] = [];
  for (const which of freeParameters.keys()) {
    const moved = residualsOf(await at(start.map((value, other) => (other === which ? value + 1 : value)), "small"), units);
    jacobian.push(moved.map((value, row) => value - reference[row]!));
  }

  // Of the answers alone, wherever the search ends.
  const { covariance } = solveWithPrior(jacobian, reference, start);
  let reach = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const { step } = solveWithPrior(jacobian, residualsOf(best.figures, units), best.position);
    const longest = Math.max(...step.map(Math.abs));
    const share = reach * Math.min(1, LONGEST / longest);
    const position = best.position.map((value, which) => value + share * step[which]!);
    const figures = await at(position, "large");
    const loss = lossOf(figures, units, position);
    losses.push(loss);
    // The answer was measured at the start and is not straight: where a step does not help, half of it may.
    if (loss < lossOf(best.figures, units, best.position)) best = { position, figures };
    else reach /= 2;
  }
  return { values: valuesAt(best.position), parameters: described(best.position, covariance), losses, figures: best.figures };
}

/**
 * Loss: the sum of squared differences of judged figures, each in its unit of `unitsOf`, and of squared distances from the prior, in its standard deviations. What
 * no parameter moves adds a constant.
 */
export function lossOf(figures: readonly Compared[], units: Float64Array, position: Float64Array): number {
  const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
  return squares(residualsOf(figures, units)) + squares(position);
}

/** By judged figure: its tolerance and its simulation error together, so that a figure that a sample hardly tells is not chased. */
export function unitsOf(figures: readonly Compared[]): Float64Array {
  return Float64Array.from(judged(figures), ({ tolerance, observed, low, high }) => {
    const allowed = "points" in tolerance! ? tolerance.points : tolerance!.relative * observed!;
    // A 95% interval is about four standard errors wide.
    const error = low === null || high === null ? 0 : (high - low) / 4;
    return Math.sqrt(allowed * allowed + error * error);
  });
}

function residualsOf(figures: readonly Compared[], units: Float64Array): Float64Array {
  return Float64Array.from(judged(figures), ({ difference }, row) => difference! / units[row]!);
}

function judged(figures: readonly Compared[]): readonly Compared[] {
  return figures.filter(({ verdict }) => verdict !== null);
}

function described(position: Float64Array, covariance: readonly Float64Array[]): FitOfParameter[] {
  return freeParameters.map(({ label, sd }, which) => {
    const variance = covariance[which]![which]!;
    const correlations = freeParameters.map((_, other) => (other === which ? 0 : covariance[which]![other]! / Math.sqrt(variance * covariance[other]![other]!)));
    const strongest = correlations.reduce((found, value, other) => (Math.abs(value) > Math.abs(correlations[found]!) ? other : found), which === 0 ? 1 : 0);
    return {
      label, factor: factorAt(position, which), before: sd, after: sd * Math.sqrt(variance), identified: 1 - variance,
      confusedWith: { label: freeParameters[strongest]!.label, correlation: correlations[strongest]! },
    };
  });
}
