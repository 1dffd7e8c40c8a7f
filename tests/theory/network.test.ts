/**
 * An open network of three stations with feedback, one of them straight to itself: the numbers present at each are independent, as of M/M/c each, though arrivals
 * at a station are no Poisson process where customers come back. J. R. Jackson, Management Science 10 (1963), 131-142.
 *
 * 16 intervals: a correct program fails for one new seed in 600.
 *
 * No warm-up: the numbers at the beginning are drawn from the stationary distribution.
 */
import { test } from "vitest";
import { discrete } from "../../src/engine/index.js";
import { expected, stationary } from "./birth-death.js";
import { simulateNetwork } from "./network.js";
import { expectTheory, replicate, type Theory } from "./replications.js";

const stations = [
  { servers: 1, arrivals: 0.5, speed: 1.25, onwards: [0, 0.5, 0.3] },
  { servers: 2, arrivals: 0.3, speed: 0.6, onwards: [0, 0.1, 0.6] },
  { servers: 3, arrivals: 0.1, speed: 0.4, onwards: [0.4, 0, 0] },
];

test("a Jackson network: numbers, utilisation and throughput at each station, and two stations empty at once", () => {
  // Arrivals from outside and from within; so many rounds bring them to the last digit, as in each round a fifth of the customers or more leaves.
  let flows = stations.map(({ arrivals }) => arrivals);
  const arriving = (to: number): number => stations.reduce((sum, { onwards }, from) => sum + flows[from]! * onwards[to]!, stations[to]!.arrivals);
  for (let round = 0; round < 200; round++) flows = stations.map((_, station) => arriving(station));
  // Up to 400 at a station, beyond which lies less than 1e-60.
  const numbers = stations.map(({ servers, speed }, i) => stationary(() => flows[i]!, (n) => speed * Math.min(n, servers), 400));
  const empty = numbers.map((probabilities) => probabilities[0]!);

  const started = stations.map((station, i) => ({ ...station, initial: discrete(numbers[i]!) }));
  const runs = replicate(40, (replication) => simulateNetwork(started, 20_000, "Jackson", replication));
  expectTheory(runs, {
    left: [0.9, 0.0075],
    ...Object.fromEntries(stations.flatMap(({ servers, speed }, i): [string, Theory[string]][] => [
      [`present at ${i}`, [expected(numbers[i]!, (n) => n), 0.05]],
      [`utilisation of ${i}`, [flows[i]! / (servers * speed), 0.0125]],
      [`served at ${i}`, [flows[i]!, 0.01]],
      [`${i} empty`, [empty[i]!, 0.045]],
      [`all but ${i} empty`, [empty.reduce((product, probability, j) => (j === i ? product : product * probability), 1), 0.09]],
    ])),
  });
});
