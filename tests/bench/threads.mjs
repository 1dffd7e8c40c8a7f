/**
 * The same units of Kent and Medway on one thread and on two, threads already started and warm: five alternating pairs, each run long enough (20 s and more on one thread).
 * What two threads take of one thread's time is at best 0.5. Rerun with `npm run bench:threads`.
 */
import { median, start, unitsOf } from "./model.mjs";

const PAIRS = 5;
/** Of one thread's run, in seconds. */
const LONG = 20;

const { model, units } = await unitsOf("scenarios/kent-firewall-2023.yaml");
const pools = new Map([1, 2].map((count) => [count, start(model, count)]));

async function secondsOf(threads, work) {
  const began = performance.now();
  await Promise.all(work.map((unit) => pools.get(threads).simulate(unit)));
  return (performance.now() - began) / 1000;
}

// Until every thread has met all kinds of event and runs compiled code.
for (const threads of [1, 2, 2]) await secondsOf(threads, units);
const once = await secondsOf(1, units);
const work = Array.from({ length: Math.ceil(LONG / once) }, () => units).flat();
const ratios = [];
for (let pair = 0; pair < PAIRS; pair++) {
  const [one, two] = pair % 2 === 0 ? [await secondsOf(1, work), await secondsOf(2, work)] : [await secondsOf(2, work), await secondsOf(1, work)].reverse();
  ratios.push(two / one);
  console.log(`one thread ${one.toFixed(1)} s, two threads ${two.toFixed(1)} s: ${(two / one).toFixed(2)}`);
}
console.log(`median ${median(ratios).toFixed(2)} of one thread's time, over ${work.length} units`);
for (const pool of pools.values()) await pool.close();
