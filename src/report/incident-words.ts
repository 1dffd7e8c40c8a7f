/** What an incident was, in sentences, as it stands over replications. */
import type { IncidentFigures, Range } from "../result/incident-document.js";
import { after } from "../result/tables.js";
import { clockOf, longDay } from "./dates.js";
import { capital, serviceWithinSentence, withArticle } from "./labels.js";
import { exact, plain } from "./numbers.js";
import { openDaysIn } from "./opening-hours.js";

/** `2 h 30 min`; from two days on in days and hours, of 24 hours. */
export function lengthInWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return whole === 0 && minutes > 0 ? "less than 1 min" : `${whole} min`;
  if (whole >= 2880) return inDays(Math.round(whole / 60));
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

function inDays(hours: number): string {
  return hours % 24 === 0 ? `${hours / 24} days` : `${Math.floor(hours / 24)} days ${hours % 24} h`;
}

/** `Thursday 16 March 2023 08:00`. */
export function timeInWords(time: string): string {
  return `${longDay(time)} ${clockOf(time)}`;
}

/** True of labels such as "Phone lines"; names of somebody's own are taken to be singular. */
export function isPlural(label: string): boolean {
  return label.startsWith("Phone lines") || label.endsWith(" data centres") || label.endsWith(" online requests") || label.startsWith("Health and Social Care Network and ") || (/[^s]s$/.test(label) && serviceWithinSentence(label) !== label);
}

/** `EMIS Web is down`, `Phone lines work for 40% of users`, `The regional firewall is 20% slower`. */
function effectInWords({ component, label, effect }: IncidentFigures): string {
  const { level, slowness, units, comesAndGoes } = effect;
  const [is, s] = isPlural(label) ? ["are", ""] : ["is", "s"];
  const slower = slowness > 1 ? `${plain((slowness - 1) * 100, 2)}% slower` : "";
  if (units !== null) return unitsFail(label, effect);
  if (component === PHARMACIES && level < 1 && slower === "") return `${shareInWords(1 - level)} community pharmacies ${comesAndGoes ? "lose their systems from time to time" : "are without their systems"}`;
  const what = capital(withArticle(label));
  const share = `${plain(level * 100, 2)}% of users`;
  if (comesAndGoes) return `${what} come${s} and go${s === "" ? "" : "es"}${level === 0 ? "" : level < 1 ? `, down to ${share}` : `, ${slower}`}`;
  if (level === 0) return `${what} ${is} down`;
  if (level === 1) return `${what} ${slower === "" ? `stay${s} as usual` : `${is} ${slower}`}`;
  return `${what} work${s} for ${share}${slower === "" ? "" : `, ${slower}`}`;
}

/** Component whose practices are those whose patients the pharmacies serve. */
const PHARMACIES = "pharmacy-systems";

/** `97% of log-ins to EMIS Web fail`, `12% of workstations fail, one by one`. */
function unitsFail(label: string, { units, unitShare, oneByOne }: IncidentFigures["effect"]): string {
  const share = unitShare === null ? "Some" : unitShare === 1 ? "All" : `${plain(unitShare * 100, 2)}% of`;
  const what = units === "log-ins" ? `log-ins to ${withArticle(label)} fail` : label === "Workstations" ? "workstations fail" : `workstations lose ${withArticle(label)}`;
  return `${share} ${what}${oneByOne ? ", one by one" : ""}`;
}

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** `Seven in ten`, `All`, `35% of`. */
function shareInWords(share: number): string {
  if (share === 1) return "All";
  const tenths = Math.round(share * 1e6) / 1e5;
  return Number.isInteger(tenths) && tenths > 0 ? `${numbers[tenths]} in ten` : `${plain(share * 100, 2)}% of`;
}

/** Sentences: what failed, when, how often; how it was found and repaired; whom it hit. */
export function storyOf(incident: IncidentFigures): string[] {
  const { times, began, cause, severity, replications } = incident;
  if (began === null) return [`It does not happen in ${replications === 1 ? "this replication" : `any of ${replications} replications`}.`];
  const isOnce = times.least === 1 && times.most === 1;
  const subject = effectInWords(incident);
  const start = incident.begins === "by chance" && !(isOnce && began.least === began.most) ? `${subject}, ${oftenInWords(incident)}.`
    : began.least === began.most ? `${subject} from ${timeInWords(began.median)}${isOnce ? "" : `, ${oftenInWords(incident)}`}.`
    : `${subject} from ${timeInWords(began.median)} (median; ${timeInWords(began.least)} to ${timeInWords(began.most)})${isOnce ? "" : `, ${oftenInWords(incident)}`}.`;
  return [
    start,
    ...episodesInWords(incident),
    ...(incident.follows === null ? [] : [`It follows "${incident.follows}".`]),
    ...foundInWords(incident),
    ...(cause === null ? [] : [`Cause: ${withoutStop(cause)}.`]),
    ...endInWords(incident),
    hitInWords(incident),
    ...(severity === null ? [] : [`Reported severity: ${withoutStop(severity)}.`]),
  ];
}

function oftenInWords({ times, replications, monthlyAtPractice }: IncidentFigures): string {
  const monthly = monthlyAtPractice === null ? "" : `, or ${plain(monthlyAtPractice)} a month at each practice that it can hit`;
  if (replications === 1) return `${exact(times.most)} ${times.most === 1 ? "time" : "times"}${monthly}`;
  return `${plain(times.mean)} ${plain(times.mean) === "1" ? "time" : "times"} on average (${exact(times.least)} to ${exact(times.most)} in ${replications} replications)${monthly}`;
}

/** `There are 9 (median; 8 to 11) episodes of 10 min to 30 min, 2 h 45 min (median; 2 h 10 min to 3 h 20 min) in all.` */
function episodesInWords({ episodes }: IncidentFigures): string[] {
  if (episodes === undefined) return [];
  const { times, each, all } = episodes;
  const often = rangeInWords(times, (value) => exact(Math.round(value)));
  const length = each.least === each.most ? lengthInWords(each.median) : `${lengthInWords(each.least)} to ${lengthInWords(each.most)}`;
  return [`${times.most === 1 ? "There is" : "There are"} ${often} ${times.most === 1 ? "episode" : "episodes"} of ${length}, ${rangeInWords(all, lengthInWords)} in all.`];
}

function foundInWords({ foundAfter, neverFound, suspected, suspectedFor }: IncidentFigures): string[] {
  const first = suspected === null ? [] : [`First blamed: ${withoutStop(suspected)}${suspectedFor === null || suspectedFor.most === 0 ? "" : `, for ${rangeInWords(suspectedFor, lengthInWords)}`}.`];
  if (neverFound === 1) return ["Nobody finds it before it is over."];
  const missed = neverFound > 0 ? `; in ${plain(neverFound * 100, 2)}% of cases it is over before` : "";
  return [...(foundAfter === null ? [] : [`Noticed after ${rangeInWords(foundAfter, lengthInWords)}${missed}.`]), ...first];
}

function endInWords({ component, repair, repairedAfter, backAfter, neverBack, began, times, practices }: IncidentFigures): string[] {
  if (practices?.most === 0) return [];
  const done = repair === "end" ? "Over" : repair === "rollback" ? "Taken back" : repair === "crews" ? "Mended by crews" : "Repaired";
  const isSet = began !== null && began.least === began.most && times.most === 1 && repairedAfter?.least === repairedAfter?.most;
  const sentences = repairedAfter === null ? [] : [`${done} after ${rangeInWords(repairedAfter, lengthInWords)}${isSet ? endOf(began.median, repairedAfter!.median) : ""}.`];
  const isLater = backAfter !== null && repairedAfter !== null && (backAfter.median !== repairedAfter.median || backAfter.most !== repairedAfter.most);
  if (isLater) sentences.push(`The last ${component === PHARMACIES ? "pharmacy" : "practice"} has it back after ${rangeInWords(backAfter, lengthInWords)}.`);
  if (neverBack > 0) sentences.push(neverBack === 1 ? "Not all who lost it have it back." : `In ${plain(neverBack * 100, 2)}% of cases not all who lost it have it back.`);
  return sentences;
}

/** `, Thursday 23 March 2023 08:00`; of what lasts for days, `(5 of them working days)` before it. */
function endOf(from: string, minutes: number): string {
  const to = after(from, minutes);
  return `${minutes >= 2880 ? ` (${openDaysIn(from, to)} of them working days)` : ""}, ${timeInWords(to)}`;
}

function hitInWords({ component, practices, patients, units, effect, times, outOf: all, keep }: IncidentFigures): string {
  if (practices === null || practices.most === 0) return "It hits no practice.";
  // What varies is known no better than to three figures.
  const countOf = ({ least, most }: Range) => (value: number): string => (least === most ? exact(value) : plain(value));
  const each = times.most > 1 ? "Each time it hits" : "It hits";
  const isAll = practices.least === all && all > 1;
  if (component === PHARMACIES && isAll) return `${each} pharmacies everywhere.`;
  const of = isAll ? (all === 2 ? "both" : `all ${exact(all)}`) : `${rangeInWords(practices, countOf(practices))} of ${exact(all)}`;
  const whom = component === PHARMACIES ? "the pharmacies for the patients of " : "";
  return `${each} ${whom}${of} ${all === 1 ? "practice" : "practices"} with ${rangeInWords(patients!, countOf(patients!))} patients${units === null ? "" : `, and ${rangeInWords(units, countOf(units))} ${effect.units}`}.${keep === null ? "" : keptInWords(keep, effect.units!)}`;
}

/** ` Of these practices about 1,230 keep no working log-in, 690 one or two, and 270 more.` */
function keptInWords({ none, oneOrTwo, more }: NonNullable<IncidentFigures["keep"]>, units: string): string {
  return ` Of these practices about ${plain(none)} keep none of their ${units}, ${plain(oneOrTwo)} one or two, and ${plain(more)} more.`;
}

/** `3 h`; `3 h (median; 1 h to 5 h)` where it varies. */
function rangeInWords({ median, least, most }: Range, inWords: (value: number) => string): string {
  return inWords(least) === inWords(most) ? inWords(median) : `${inWords(median)} (median; ${inWords(least)} to ${inWords(most)})`;
}

/** As it stands before a stop of its own. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
