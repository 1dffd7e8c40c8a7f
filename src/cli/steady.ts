/** The hypothesis of the steady state, before anything fails: some neighbourhoods without incident, in the threads of the run. */
import { imbalances, steadinessOf, steadyUnits, type Model, type Steadiness, type SteadyValues } from "../index.js";
import { BadInput } from "./ending.js";
import { wrapped } from "./lines.js";
import type { Threads } from "./threads.js";

/** `threads` have begun with `model`. Throws `BadInput` where practices are not in balance, unless the scenario says to go on; rejects where the simulation fails or a thread is lost or stopped. */
export async function steadyOrRefused(threads: Pick<Threads, "simulate">, model: Model, file: string): Promise<Steadiness> {
  // A unit's result is of its kind, which a thread's answer does not tell the compiler.
  const found = await Promise.all(steadyUnits(model).map((unit) => threads.simulate(unit) as Promise<SteadyValues>));
  const steadiness = steadinessOf(model, found);
  if (steadiness.verdict === "unsteady" && model.steady !== "ignore") throw new BadInput(refusal(file, steadiness));
  return steadiness;
}

const remedy = "Give them more staff, such as estate: {change: [{where: ..., set: {staff: {gp: 5}}}]}, or less to do, such as demand: {sameDayRate: 8}; where the " +
  "beginning is what is not ordinary, a longer warm-up, such as calendar: {warmUp: 56}. Or write experiment: {steady: ignore} to run it all the same.";

function refusal(file: string, steadiness: Steadiness): string {
  return [
    `${file}: without any outage the practices are not in balance, so that nothing could be told apart from what grows anyway:`,
    ...imbalances(steadiness).map((sentence) => wrapped(`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`, "    ", "  - ")),
    wrapped(remedy, "        "),
  ].join("\n");
}
