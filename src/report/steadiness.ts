/** Whether practices are in balance without the outage, in sentences without their full stop. */
import type { Steadiness, SteadyMeasure } from "../result/document.js";
import { listed } from "./labels.js";
import { plain, rangeOf, rounded } from "./numbers.js";

/** For the page. */
export function balanceSentence(steadiness: Steadiness): string {
  const { verdict, measures } = steadiness;
  if (verdict === "not judged") return "Whether practices are in balance without the outage was not judged: fewer than three whole weeks without a bank holiday are simulated";
  if (verdict === "unsteady") return `Without the outage the practices are not in balance: ${listed(imbalances(steadiness))}`;
  const inAll = measures.filter(({ where }) => where === "all");
  const busiest = Math.max(...inAll.flatMap(({ id, mean }) => (id === "timeWorked" ? [mean] : [])));
  const of = (id: SteadyMeasure["id"]): string => valueOf(inAll.find((measure) => measure.id === id)!);
  return `Without the outage the practices are in balance: ${followed(steadiness)} open work changes by ${of("openWorkDrift")}% of a week's work a week, the third next available appointment by ` +
    `${of("accessDrift")} working days a week, and no group of staff works more than ${plain(busiest, 2)}% of the time it is employed for`;
}

/** For the screen. */
export function balanceInShort({ verdict, weeks, neighbourhoods, of }: Steadiness): string {
  if (verdict === "not judged") return "Balance without the outage: not judged, too few weeks";
  return `Without the outage: ${verdict === "steady" ? "in balance" : "NOT in balance"} (${weeks} weeks, ${neighbourhoods.length} of ${of} neighbourhoods)`;
}

/** What is out of balance, and where: everywhere, or the place where it is worst. */
export function imbalances({ measures, neighbourhoods }: Steadiness): string[] {
  const places = new Map(neighbourhoods.map(({ code, name }) => [code, name === code ? code : `${name} (${code})`]));
  const kinds = [...new Set(measures.map(kindOf))];
  return kinds.flatMap((kind) => {
    const out = measures.filter((measure) => kindOf(measure) === kind && !measure.isSteady);
    if (out.length === 0) return [];
    const worst = out.find(({ where }) => where === "all") ?? out.reduce((most, next) => (Math.abs(next.mean) > Math.abs(most.mean) ? next : most));
    return [inWords(worst, worst.where === "all" ? "everywhere" : `in ${places.get(worst.where) ?? worst.where}`)];
  });
}

function kindOf({ id, part }: SteadyMeasure): string {
  return `${id} ${part}`;
}

const staff: Readonly<Record<string, string>> = {
  "role:gp": "GPs", "role:nurse": "nurses", "role:other": "other direct care staff", "role:reception": "receptionists", "role:admin": "administrators",
};

function inWords(measure: SteadyMeasure, place: string): string {
  const { id, part, mean, limit } = measure;
  const who = staff[part] ?? part;
  const by = valueOf({ ...measure, mean: Math.abs(mean), ...(mean < 0 && { low: -measure.high, high: -measure.low }) });
  switch (id) {
    case "timeWorked": return `${who} work ${by}% of the time that they are employed for ${place}, and above ${plain(limit)}% queues have no steady state`;
    case "timeWorkedDrift": return `the time that ${who} work ${mean < 0 ? "falls" : "grows"} by ${by} points a week of the time that they are employed for ${place}`;
    case "openWorkDrift": return `open work grows by ${by}% of a week's work a week ${place}`;
    case "accessDrift": return `the third next available appointment ${mean < 0 ? "comes nearer" : "moves away"} by ${by} working days a week ${place}`;
  }
}

/** `5.2 (4.1 to 6.3)` */
function valueOf({ mean, low, high }: SteadyMeasure): string {
  return `${rounded({ mean, low, high })} (${rangeOf({ mean, low, high })})`;
}

function followed({ neighbourhoods, of, weeks }: Steadiness): string {
  const places = neighbourhoods.length === of ? (of === 1 ? "in their neighbourhood" : `in all ${of} neighbourhoods`) : `in ${neighbourhoods.length} of ${of} neighbourhoods`;
  return `${places}, followed over ${weeks} ordinary weeks,`;
}
