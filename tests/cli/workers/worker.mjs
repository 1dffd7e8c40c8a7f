/** Does with a batch what the test asks for, in place of a simulation. */
import { workerData } from "node:worker_threads";

export default function simulate({ wish }) {
  if (wish === "fail") throw new Error("practice G82001 has no lines");
  if (wish === "exit") process.exit(7);
  if (wish === "hang") for (;;);
  if (wish === "fill memory") for (const kept = []; ; ) kept.push(new Array(1000).fill(kept.length + 0.5));
  return `${workerData.model.name}: ${wish}`;
}
