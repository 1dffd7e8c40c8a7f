/** The hypothesis of the steady state, before anything fails: some neighbourhoods without incident, in threads. */
import { imbalances, steadinessOf, steadyUnits, type Model, type Steadiness, type SteadyUnit, type SteadyValues } from "../index.js";
import { BadInput } from "./ending.js";
import { wrapped } from "./lines.js";
import { startThreads } from "./threads.js";

/** Throws `BadInput` where practices are not in balance, unless the scenario says to go on; rejects where the simulation fails, a thread is lost or `signal` is aborted. */
export async function steadyOrRefused(model: Model, file: string, count: number, signal: AbortSignal): Promise<Steadiness> {
  const steadiness = await checked(model, count, signal);
  if (steadiness.verdict === "unsteady" && model.steady !== "ignore") throw new BadInput(refusal(file, steadiness));
  return steadiness;
}

async function checked(model: Model, count: number, signal: AbortSignal): Promise<Steadiness> {
  const units = steadyUnits(model);
  if (units.length === 0) return steadinessOf(model, []);
  const threads = startThreads<SteadyUnit, SteadyValues>(model, Math.min(count, units.length));
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    return steadinessOf(model, await Promise.all(units.map((unit) => threads.simulate(unit))));
  } finally {
    signal.removeEventListener("abort", stop);
    await threads.close();
  }
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
