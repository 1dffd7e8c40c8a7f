/** Whether practices are in balance without the outage, in sentences without their full stop. */
import type { Steadiness, SteadyMeasure } from "../result/document.js";
import { plain, rangeOf, rounded } from "./numbers.js";

/** For the page. */
export function balanceSentence(steadiness: Steadiness): string {
  const { verdict, measures } = steadiness;
  if (verdict === "not judged") return "Whether practices are in balance without the outage was not judged: fewer than three whole weeks without a bank holiday are simulated";
  if (verdict === "unsteady") return `Without the outage the practices are not in balance: ${imbalances(steadiness).join("; ")}`;
  const inAll = measures.filter(({ where }) => where === "all");
  const busiest = Math.max(...inAll.flatMap(({ id, mean }) => (id === "timeWorked" ? [mean] : [])));
  const of = (id: SteadyMeasure["id"], unit?: string): string => valueOf(inAll.find((measure) => measure.id === id)!, unit);
  return `Without the outage the practices are in balance: ${followed(steadiness)} open work changes by ${of("openWorkDrift", "%")} of a week's work a week, the third next available appointment by ` +
    `${of("accessDrift")} working days a week, and no group of staff works more than ${plain(busiest, 2)}% of the time it is employed for`;
}

/** For the screen. */
export function balanceInShort({ verdict, weeks, neighbourhoods, of }: Steadiness): string {
  if (verdict === "not judged") return "Without the outage: balance not judged, as too few whole weeks are simulated";
  return `Without the outage: ${verdict === "steady" ? "in balance" : "not in balance"} (${weeks} weeks, ${of === 1 ? "1 neighbourhood" : `${neighbourhoods.length} of ${of} neighbourhoods`})`;
}

/** What is out of balance, and where: in the place where it is worst, or in all that were looked at. */
export function imbalances({ measures, neighbourhoods }: Steadiness): string[] {
  const places = new Map(neighbourhoods.map(({ code, name }) => [code, name === code ? code : `${name} (${code})`]));
  return [...new Set(measures.map(kindOf))].flatMap((kind) => {
    const out = measures.filter((measure) => kindOf(measure) === kind && !measure.isSteady);
    const local = out.filter(({ where }) => where !== "all");
    const [first] = out;
    if (first === undefined) return [];
    if (neighbourhoods.length > 1 && (local.length === 0 || local.length === neighbourhoods.length)) return [inWords(first, local.length === 0 ? "on the average of all places" : "everywhere")];
    const worst = local.reduce((most, next) => (Math.abs(next.mean) > Math.abs(most.mean) ? next : most), local[0] ?? first);
    const others = local.length > 1 ? ` and ${local.length - 1} more` : "";
    return [inWords(worst, `in ${places.get(worst.where) ?? neighbourhoods[0]!.name}${others}`)];
  });
}

function kindOf({ id, part }: SteadyMeasure): string {
  return `${id} ${part}`;
}

const staff: Readonly<Record<string, string>> = {
  "role:gp": "GPs", "role:nurse": "nurses", "role:other": "other direct care staff", "role:reception": "receptionists", "role:admin": "administrators",
};

function inWords(measure: SteadyMeasure, place: string): string {
  const { id, part, mean, low, high, limit } = measure;
  const who = staff[part] ?? part;
  const size = mean < 0 ? { ...measure, mean: -mean, low: -high, high: -low } : measure;
  switch (id) {
    case "timeWorked": return `${place} ${who} work ${valueOf(size, "%")} of the time that they are employed for, where ${plain(limit)}% is the most`;
    case "timeWorkedDrift": return `${place} the time that ${who} work ${mean < 0 ? "falls" : "grows"} by ${valueOf(size)} points a week, of the time that they are employed for`;
    case "openWorkDrift": return `${place} open work grows by ${valueOf(size, "%")} of a week's work a week`;
    case "accessDrift": return `${place} the third next available appointment ${mean < 0 ? "comes nearer" : "moves away"} by ${valueOf(size)} working days a week`;
  }
}

/** `5.2% (4.1% to 6.3%)` */
function valueOf({ mean, low, high }: Pick<SteadyMeasure, "mean" | "low" | "high">, unit = ""): string {
  const range = rangeOf({ mean, low, high });
  return `${rounded({ mean, low, high })}${unit}${range === "" ? "" : ` (${range.replace(" to", `${unit} to`)}${unit})`}`;
}

function followed({ neighbourhoods, of, weeks }: Steadiness): string {
  const places = neighbourhoods.length === of ? (of === 1 ? "in their neighbourhood" : `in all ${of} neighbourhoods`) : `in ${neighbourhoods.length} of ${of} neighbourhoods`;
  return `${places}, followed over ${weeks} ordinary weeks,`;
}
