/** The incident as a story: what happened when, hour by hour and day by day, in order of time. */
import type { IncidentFigures, ResultDocument, Series } from "../result/document.js";
import { after } from "../result/tables.js";
import { backToNormal, closeToNormal } from "./back-to-normal.js";
import { clockOf, dayAndMonth, daysBetween } from "./dates.js";
import { saidIn } from "./directive-words.js";
import { backlogsOf, partsOf } from "./find.js";
import { isPlural } from "./incident-words.js";
import { capital, listed, serviceWithinSentence, withArticle, withinSentence } from "./labels.js";
import { goesOf, isMerelySlow, lossesOf, returnOf, slowUntil, type Loss } from "./losses.js";
import { exact, plain } from "./numbers.js";
import { openDaysIn } from "./opening-hours.js";
import { outagesIn } from "./outages.js";
import { wholly } from "./ranges.js";

export interface Moment {
  /** Local time. */
  readonly at: string;
  /** `lost` and `back` are of systems, `told` of what practices hear, `went` of how a day did, `peak` of what was worst. */
  readonly kind: "lost" | "back" | "told" | "found" | "went" | "peak" | "normal";
  /** One or more sentences. */
  readonly words: string;
}

/** Of many outages, one after the other, no single story is told. */
const MOST_OUTAGES = 3;
/** How many days are told one by one: those on which systems are away, and the first after. */
const MOST_DAYS = 8;
const NAMED = 5;

/** Empty where nothing happens, and where too much does. Moments at the same time stand in the order in which one leads to the other. */
export function storylineOf(document: ResultDocument): Moment[] {
  if (document.window.onset === null || outagesIn(document) > MOST_OUTAGES) return [];
  const moments = [...losses(document), ...slowings(document), ...findings(document), ...told(document), ...busiest(document), ...days(document), ...highest(document), ...normal(document)];
  return moments.map((moment, index) => ({ moment, index })).sort((a, b) => (a.moment.at < b.moment.at ? -1 : a.moment.at > b.moment.at ? 1 : a.index - b.index)).map(({ moment }) => moment);
}

/** When each is lost, and when it is back; what goes and comes together, together. */
function losses(document: ResultDocument): Moment[] {
  const moments = new Map<string, { readonly at: string; readonly kind: "lost" | "back"; readonly of: Loss[]; readonly how: string }>();
  const add = (at: string, kind: "lost" | "back", how: string, loss: Loss): void => {
    const key = `${at} ${kind} ${how}`;
    const moment = moments.get(key) ?? { at, kind, how, of: [] };
    moments.set(key, moment);
    moment.of.push(loss);
  };
  const { horizon } = document.window;
  for (const loss of lossesOf(document)) {
    const away = loss.stretches.filter(({ level }) => level < 1);
    if (away.length === 0) continue;
    const gradual = returnOf(loss);
    const times = goesOf(loss.stretches);
    add(away[0]!.from, "lost", times > 1 ? `for the first of ${exact(times)} times` : loss.lowest > 0 ? "in part" : "", loss);
    if (gradual !== undefined && times === 1) add(gradual.half, "back", "for half of those affected", loss);
    const end = away.at(-1)!.to;
    if (end < horizon) add(end, "back", times > 1 ? "for good" : gradual !== undefined ? "for the last of them" : "", loss);
  }
  return [...moments.values()].map(({ at, kind, how, of }): Moment => ({ at, kind, words: lossInWords(of, kind, how) }));
}

/** Where nothing is lost, but slow. */
function slowings(document: ResultDocument): Moment[] {
  const { onset } = document.window;
  const services = lossesOf(document).filter(({ kind }) => kind === "service").flatMap(({ labels }) => labels);
  if (!isMerelySlow(document) || services.length === 0) return [];
  const subject = `${capital(listed(services.map(serviceWithinSentence), NAMED, "other services"))} ${services.length === 1 && !isPlural(services[0]!) ? "is" : "are"}`;
  const until = slowUntil(document);
  return [{ at: onset!, kind: "lost", words: `${subject} slow.` }, ...(until === null ? [] : [{ at: until, kind: "back" as const, words: `${subject} as fast as usual again.` }])];
}

function lossInWords(losses: readonly Loss[], kind: "lost" | "back", how: string): string {
  const of = (which: Loss["kind"]): string[] => losses.filter((loss) => loss.kind === which).flatMap(({ labels }) => labels);
  const [services, abilities] = [of("service"), of("capability")];
  const hit = losses.map(({ practices }) => practices?.hit).filter((count) => count !== undefined);
  const where = kind === "lost" && hit.length > 0 ? ` at ${exact(Math.max(...hit))} ${Math.max(...hit) === 1 ? "practice" : "practices"}` : "";
  const manner = how === "" ? "" : ` ${how}`;
  const named = listed(services.map(serviceWithinSentence), NAMED, "other services");
  const first = services.length === 0 ? "" : `${capital(named)} ${services.length === 1 && !isPlural(services[0]!) ? "is" : "are"} ${kind === "lost" ? "lost" : "back"}${manner}${where}.`;
  const can = eitherOr(abilities.map(withinSentence), kind === "lost");
  const second = abilities.length === 0 ? "" : kind === "lost" ? `Practices ${how === "in part" ? "can only in part" : "can no longer"} ${can}${services.length === 0 && how !== "in part" ? manner : ""}.` : services.length === 0 ? `Practices can ${can} again${manner}.` : "";
  return [first, second].filter((words) => words !== "").join(" ");
}

/** `a, b or c`; of what can be done again, `a, b and c`. */
function eitherOr(names: readonly string[], isLost: boolean): string {
  const named = names.length > NAMED + 1 ? [...names.slice(0, NAMED), `do ${exact(names.length - NAMED)} other things`] : names;
  return isLost && named.length > 1 ? `${named.slice(0, -1).join(", ")} or ${named.at(-1)}` : listed(named);
}

/** When what went wrong was found and mended, of what happens once and alike in every run. */
function findings({ incidents, window }: ResultDocument): Moment[] {
  return incidents.flatMap((incident): Moment[] => {
    const { began, times, foundAfter, repairedAfter, suspected, cause } = incident;
    if (began === null || times.most !== 1 || began.least !== began.most) return [];
    const moments: Moment[] = [];
    if (foundAfter !== null && isSure(foundAfter)) moments.push({ at: after(began.median, Math.round(foundAfter.median)), kind: "found", words: `The cause is found${cause === null ? "" : `: ${cause}`}${suspected === null ? "" : `, not ${suspected} as was suspected`}.` });
    if (repairedAfter !== null && isSure(repairedAfter) && incident.repair !== "end") moments.push({ at: after(began.median, Math.round(repairedAfter.median)), kind: "found", words: `${capital(withArticle(incident.label))} ${isPlural(incident.label) ? "are" : "is"} repaired.` });
    return moments.filter(({ at }) => at < window.horizon);
  });
}

function isSure({ least, most }: NonNullable<IncidentFigures["foundAfter"]>): boolean {
  return most - least < 60;
}

function told({ directives }: ResultDocument): Moment[] {
  return directives.map((directive): Moment => ({ at: directive.at, kind: "told", words: capital(saidIn(directive)) }));
}

/** The hour with most calls from the onset on, where it is busier than that hour is ever. */
function busiest(document: ResultDocument): Moment[] {
  const where = backlogsOf(document)?.outage.where;
  const of = (arm: string): Series | undefined => document.series.find((one) => one.id === "calls" && one.arm === arm && one.where === where);
  const [none, outage] = [of("none"), of("outage")];
  if (none === undefined || outage === undefined) return [];
  const first = Math.max(0, Math.floor(24 * daysBetween(outage.start, document.window.onset!)));
  const hour = outage.mean.reduce((worst, value, at) => (at >= first && value - none.mean[at]! > outage.mean[worst]! - none.mean[worst]! ? at : worst), first);
  const [calls, usual] = [outage.mean[hour]!, none.mean[hour]!];
  if (!(calls >= 1.1 * usual && calls - usual >= 1)) return [];
  const at = after(outage.start, hour * 60);
  return [{ at, kind: "peak", words: `The busiest hour on the telephones, against an ordinary one: ${plain(calls, 2)} calls come in between ${clockOf(at)} and ${clockOf(after(at, 60))}, in place of ${plain(usual, 2)}.` }];
}

/** What is told of a day, of one and of many. */
const toldOf = [
  ["contactsNotConnected", "call or online request does not connect", "calls and online requests do not connect"], ["excessAbandonment", "caller hangs up before an answer", "callers hang up before they are answered"],
  ["consultationsWithoutRecords", "patient is seen on paper without a record", "patients are seen on paper without their records"], ["appointmentsCancelled", "appointment is cancelled", "appointments are cancelled"],
  ["needUnmetSameDay", "patient who needs help that day does not get it", "patients who need help that day do not get it"],
] as const;

/** How each day went on which systems were away, and the first working day after. */
function days(document: ResultDocument): Moment[] {
  const { onset, restored, horizon } = document.window;
  const end = restored ?? horizon;
  const dates = [...new Set(toldOf.flatMap(([id]) => partsOf(document, id, "day:").map(({ part }) => part.slice(4))))].sort()
    .filter((date) => date >= onset!.slice(0, 10) && openDaysIn(`${date}T00:00`, `${date}T23:59`) > 0);
  const away = dates.filter((date) => `${date}T00:00` < end);
  const next = dates.find((date) => date >= end.slice(0, 10) && !away.includes(date));
  return [...away.slice(0, MOST_DAYS), ...(next === undefined ? [] : [next])].flatMap((date): Moment[] => {
    const parts = toldOf.flatMap(([id, one, many]) => {
      const row = partsOf(document, id, "day:").find(({ part }) => part === `day:${date}`);
      return row === undefined || (row.mean ?? 0) <= 0 || wholly(row) === "0" ? [] : [`${wholly(row)} ${wholly(row) === "1" ? one : many}`];
    });
    const behind = backlogAt(document, `${date}T18:00`);
    if (parts.length === 0 && behind === null) return [];
    const backlog = behind === null ? "" : ` Open work is ${plain(behind, 2)} practice-days above usual.`;
    return [{ at: `${date}T18:30`, kind: "went", words: `${parts.length === 0 ? "" : `That day about ${listed(parts)}.`}${backlog}`.trim() }];
  });
}

/** Open work beyond the twin's; null where the document does not say, or it is close to normal. */
function backlogAt(document: ResultDocument, time: string): number | null {
  const curve = excessOf(document);
  if (curve === undefined) return null;
  const value = curve.mean[Math.round((24 * 60 * daysBetween(curve.start, time)) / curve.stepMinutes)] ?? 0;
  return value > closeToNormal(document) ? value : null;
}

function excessOf(document: ResultDocument): Series | undefined {
  const where = backlogsOf(document)?.outage.where;
  return document.series.find(({ id, part, where: place }) => id === "backlog" && part === "excess" && place === where);
}

function highest(document: ResultDocument): Moment[] {
  const curve = excessOf(document);
  if (curve === undefined) return [];
  const step = curve.mean.reduce((most, value, at) => (value > curve.mean[most]! ? at : most), 0);
  if (curve.mean[step]! <= closeToNormal(document)) return [];
  const at = after(curve.start, step * curve.stepMinutes);
  return [{ at, kind: "peak", words: `Open work is at its highest: ${plain(curve.mean[step]!, 2)} practice-days above usual. From here on practices dig out.` }];
}

function normal(document: ResultDocument): Moment[] {
  const back = isMerelySlow(document) ? undefined : backToNormal(document);
  return back?.at == null ? [] : [{ at: back.at, kind: "normal", words: `${capital(back.finding.replace(/ by .*/, ""))}, on ${dayAndMonth(back.at)}.` }];
}
