/** Simulates as many units as it may live to see, and a moment later takes the whole program with it, as a power cut would, or ends alone. */
import { getEnvironmentData, workerData } from "node:worker_threads";
import { simulateUnit } from "../../../dist/simulate.js";

const { units, milliseconds, alone } = getEnvironmentData("life");
let begun = 0;

export default function simulate(unit) {
  if (begun++ === units) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    if (alone) process.exit(7);
    process.kill(process.pid, "SIGKILL");
  }
  return simulateUnit(workerData.model, unit);
}
