/**
 * One measurement in a process of its own: `node once.mjs MODEL ARGUMENTS… SEED`. The first pass includes all of V8's compiling; by the third, with
 * other seeds, it is done. Bytes are what the third pass added to the heap: all that was allocated, while the collector rests (see run.mjs).
 */
import { createTotals, simulatePractice } from "./clinic.mjs";
import { hold } from "./hold.mjs";
import { simulateQueue } from "./queue.mjs";

const models = {
  hold,
  queue: simulateQueue,
  clinic(practices, days, seed) {
    const totals = createTotals(days);
    for (let practice = 0; practice < practices; practice++) simulatePractice(practice, days, seed, totals);
    return { events: totals.events, wait: totals.consultationWaits.mean };
  },
};

const [model, ...given] = process.argv.slice(2);
const parameters = given.map(Number);
const seed = parameters.pop();

const [first, , third] = [seed, seed + 1000, seed + 2000].map((each) => {
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const { seconds = (performance.now() - began) / 1000, events, ...answer } = models[model](...parameters, each);
  return { seconds, events, ...answer, bytesPerEvent: (process.memoryUsage().heapUsed - before) / events };
});
console.log(JSON.stringify({ seconds: first.seconds, compiledSeconds: third.seconds, bytesPerEvent: third.bytesPerEvent, wait: first.wait, events: first.events }));
