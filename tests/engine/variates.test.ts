import { expect, test } from "vitest";
import {
  discrete, empirical, exponential, gamma, lognormal, mixture, normal, poisson, tabulated, triangular, truncated, uniformBetween, variate, weibull,
  type Distribution,
} from "../../src/engine/distribution.js";
import { antithetic, draw, stream } from "../../src/engine/random.js";
import { loadState, saveState } from "../../src/engine/saved-state.js";
import { copyState } from "../../src/engine/state.js";
import { createVariates, next, type Variates } from "../../src/engine/variates.js";

const kinds: Record<string, Distribution> = {
  uniform: uniformBetween(-1, 3),
  exponential: exponential(2),
  triangular: triangular(0, 1, 5),
  normal: normal(10, 3),
  lognormal: lognormal(4, 5),
  Weibull: weibull(0.7, 2),
  gamma: gamma(3, 2),
  Poisson: poisson(6),
  discrete: discrete([1, 2, 0, 4]),
  empirical: empirical([0, 1, 5], [1, 3]),
  tabulated: tabulated(gamma(3, 2)),
  truncated: truncated(normal(0, 1), -1, 2),
  mixture: mixture([1, 2, 1], [exponential(1), tabulated(normal(5, 1)), discrete([1, 1])]),
};
const names = Object.keys(kinds);

function taken(variates: Variates, count: number): number[] {
  return Array.from({ length: count }, () => next(variates));
}

// Well beyond a block, and over several borders between two, wherever these are.
const MANY = 1000;

test.each(names)("%s: the variates are those of one draw each, in order", (name) => {
  const of = kinds[name]!;
  const one = stream("one by one");
  expect(taken(createVariates(of, stream("one by one")), MANY)).toEqual(Array.from({ length: MANY }, () => variate(of, draw(one))));
});

test.each(names)("%s: the variates of the antithetic stream are those of the antithetic draws", (name) => {
  const of = kinds[name]!;
  const one = stream("other way");
  expect(taken(createVariates(of, antithetic(one)), MANY)).toEqual(Array.from({ length: MANY }, () => variate(of, ~draw(one))));
});

test.each(names)("%s: a copy goes on as the original does, from wherever it is taken", (name) => {
  for (const before of [0, 1, 100, 127, 128, 129, 300]) {
    const variates = createVariates(kinds[name]!, stream("copied"));
    taken(variates, before);
    const copy = copyState(variates);
    const saved = loadState(saveState(variates), createVariates(kinds[name]!, stream("blank")));
    const rest = taken(variates, MANY);
    expect(taken(copy, MANY)).toEqual(rest);
    expect(taken(saved, MANY)).toEqual(rest);
  }
});

test("variates taken in turn from two of a kind are those of each alone", () => {
  const [one, other] = [createVariates(kinds.exponential!, stream("one")), createVariates(kinds.gamma!, stream("other"))];
  const turns = Array.from({ length: MANY }, () => [next(one), next(other)]);
  expect(turns.map(([x]) => x)).toEqual(taken(createVariates(kinds.exponential!, stream("one")), MANY));
  expect(turns.map(([, x]) => x)).toEqual(taken(createVariates(kinds.gamma!, stream("other")), MANY));
});
