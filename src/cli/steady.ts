/** The hypothesis of the steady state, before anything fails: some neighbourhoods without incident, in the threads of the run. */
import { balanceSentence, imbalances, steadinessOf, steadyUnits, type Model, type Steadiness, type SteadyMeasure, type SteadyValues } from "../index.js";
import { BadInput } from "./ending.js";
import { wrapped } from "./lines.js";
import { printable } from "./printable.js";
import type { Threads } from "./threads.js";

/** `threads` have begun with `model`. Throws `BadInput` where practices are not in balance, unless the scenario says to go on; rejects where the simulation fails or a thread is lost or stopped. */
export async function steadyOrRefused(threads: Pick<Threads, "simulate">, model: Model, file: string): Promise<Steadiness> {
  // A unit's result is of its kind, which a thread's answer does not tell the compiler.
  const found = await Promise.all(steadyUnits(model).map((unit) => threads.simulate(unit) as Promise<SteadyValues>));
  const steadiness = steadinessOf(model, found);
  if (steadiness.verdict === "unsteady" && model.steady !== "ignore") throw new BadInput(refusal(file, steadiness));
  return steadiness;
}

/** Says on standard error, and returns for the page, that practices are not in balance, where the scenario goes on all the same. */
export function warnedOfImbalance(steadiness: Steadiness): string[] {
  const warnings = steadiness.verdict === "unsteady" ? [`${balanceSentence(steadiness)}.`] : [];
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);
  return warnings;
}

/**
 * By what is out of balance: staff of the roles that work too much, else GPs where it is their appointments, else of the role that works most. Time worked beyond what
 * staff are employed for is not mended by time; what grows may be on its way from an unusual beginning.
 */
function remedy({ measures }: Steadiness): string {
  const out = measures.filter(({ isSteady }) => !isSteady);
  const roleOf = ({ part }: SteadyMeasure): string => part.replace("role:", "");
  const overworked = new Set(out.filter(({ id }) => id === "timeWorked").map(roleOf));
  const busiest = measures.filter(({ id }) => id === "timeWorked").reduce((most, next) => (next.mean > most.mean ? next : most));
  const roles = overworked.size > 0 ? [...overworked] : [out.every(({ id }) => id === "accessDrift") ? "gp" : roleOf(busiest)];
  const staff = roles.map((role) => `${role}: 5`).join(", ");
  const more = `Give them more staff, such as estate: {change: [{where: ..., set: {staff: {${staff}}}}]}, or less to do, such as demand: {sameDayRate: 8}.`;
  const longer = "Where the beginning is what is not ordinary, simulate a longer warm-up, such as calendar: {warmUp: 56}; what grows for a few weeks only is told from what goes on over more of them, " +
    "such as calendar: {days: 56}.";
  return [more, ...(out.some(({ id }) => id !== "timeWorked") ? [longer] : []), "Or write experiment: {steady: ignore} to run it all the same."].join(" ");
}

/** What is out of balance, line by line, and what to write. */
export function refusal(file: string, steadiness: Steadiness): string {
  const grows = steadiness.measures.some(({ id, isSteady }) => id !== "timeWorked" && !isSteady);
  const why = grows ? "nothing could be told apart from what grows anyway" : "a recovery would rest on staff who do not exist";
  return [
    `${file}: without any outage the practices are not in balance, so that ${why}:`,
    ...imbalances(steadiness).map((sentence) => wrapped(`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`, "    ", "  - ")),
    wrapped(remedy(steadiness), "        "),
  ].join("\n");
}
