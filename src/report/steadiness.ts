/** Whether practices are in balance without the outage, in sentences without their full stop. */
import type { Steadiness, SteadyMeasure } from "../result/document.js";
import { plain, rangeOf, rounded } from "./numbers.js";

/** For the page. */
export function balanceSentence(steadiness: Steadiness): string {
  const { verdict, measures } = steadiness;
  if (verdict === "not judged") return "Whether practices are in balance without the outage was not judged: fewer than three whole weeks without a bank holiday are simulated";
  if (verdict === "unsteady") return `Without the outage the practices are not in balance: ${imbalances(steadiness).join("; ")}`;
  const inAll = measures.filter(({ where }) => where === "all");
  const busiest = `no group of staff works more than ${plain(Math.max(...inAll.flatMap(({ id, mean }) => (id === "timeWorked" ? [mean] : []))), 2)}% of its hours`;
  const of = (id: SteadyMeasure["id"], unit?: string): string => valueOf(inAll.find((measure) => measure.id === id)!, unit);
  const found = `Without the outage ${isCertain(steadiness) ? "the practices are in balance" : "no imbalance was found"}: ${followed(steadiness)}`;
  if (!growthIsJudged(steadiness)) return `${found} ${busiest}; whether open work or waits grow was not judged, as that takes four such weeks, and so more of calendar: days`;
  return `${found} open work changes by ${of("openWorkDrift", "%")} of a week's work each week, the wait for the third next free appointment by ${of("accessDrift")} working days each week, and ${busiest}`;
}

/** For the screen. */
export function balanceInShort(steadiness: Steadiness): string {
  const { verdict, weeks, neighbourhoods, of } = steadiness;
  if (verdict === "not judged") return "Without the outage: balance not judged, as too few whole weeks are simulated";
  const found = verdict === "unsteady" ? "not in balance" : isCertain(steadiness) ? "in balance" : "no imbalance found";
  const only = growthIsJudged(steadiness) ? "" : ", too few to see whether work or waits grow";
  return `Without the outage: ${found} (${weeks} weeks${only}, ${of === 1 ? "1 neighbourhood" : `${neighbourhoods.length} of ${of} neighbourhoods`})`;
}

/** True where intervals are so narrow that whatever may be out of balance is not: none reaches above its limit, and nothing that has one elsewhere was left unjudged. */
function isCertain(steadiness: Steadiness): boolean {
  return growthIsJudged(steadiness) && steadiness.measures.every(({ limit, high }) => limit === null || high <= limit);
}

function growthIsJudged({ measures }: Steadiness): boolean {
  return measures.some(({ id, limit }) => id === "openWorkDrift" && limit !== null);
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
    const worst = local.reduce((most, next) => (next.mean > most.mean ? next : most), local[0] ?? first);
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
  const { id, part, limit } = measure;
  switch (id) {
    case "timeWorked": return `${place} ${staff[part] ?? part} work ${valueOf(measure, "%")} of the time that they are employed for, where ${plain(limit!)}% is the most`;
    case "timeWorkedDrift": throw new Error("the drift of time worked has no limit");
    case "openWorkDrift": return `${place} open work grows by ${valueOf(measure, "%")} of a week's work a week`;
    case "accessDrift": return `${place} the third next available appointment moves away by ${valueOf(measure)} working days a week`;
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
