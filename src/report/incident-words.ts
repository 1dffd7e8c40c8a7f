/** What an incident was, in sentences, as it stands over replications. */
import type { IncidentFigures, Range } from "../result/incident-document.js";
import { after } from "../result/tables.js";
import { clockOf, longDay } from "./dates.js";
import { serviceWithinSentence } from "./labels.js";
import { exact, plain } from "./numbers.js";

/** `2 h 30 min`; from two days on in whole hours. */
export function lengthInWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return whole === 0 && minutes > 0 ? "less than 1 min" : `${whole} min`;
  if (whole >= 2880) return `${Math.round(whole / 60)} h`;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

/** `Thursday 16 March 2023 08:00`. */
export function timeInWords(time: string): string {
  return `${longDay(time)} ${clockOf(time)}`;
}

/** True of labels such as "Phone lines"; names of somebody's own are taken to be singular. */
export function isPlural(label: string): boolean {
  return label.startsWith("Phone lines") || label.endsWith(" data centres") || (/[^s]s$/.test(label) && serviceWithinSentence(label) !== label);
}

/** `EMIS Web is down`, `Phone lines work for 40% of users`, `Docman is 20% slower`. */
function effectInWords({ label, effect: { level, slowness, units, comesAndGoes } }: IncidentFigures): string {
  const [is, s] = isPlural(label) ? ["are", ""] : ["is", "s"];
  const slower = slowness > 1 ? `${plain((slowness - 1) * 100, 2)}% slower` : "";
  if (units !== null) return `${label} lose${s} ${units} one by one`;
  const share = `${plain(level * 100, 2)}% of users`;
  if (comesAndGoes) return `${label} come${s === "" ? "" : "s"} and go${s === "" ? "" : "es"}${level === 0 ? "" : level < 1 ? `, down to ${share}` : `, ${slower}`}`;
  if (level === 0) return `${label} ${is} down`;
  if (level === 1) return `${label} ${slower === "" ? `stay${s} as usual` : `${is} ${slower}`}`;
  return `${label} work${s} for ${share}${slower === "" ? "" : `, ${slower}`}`;
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

function oftenInWords({ times, replications }: IncidentFigures): string {
  if (replications === 1) return `${times.most} ${times.most === 1 ? "time" : "times"}`;
  return `${plain(times.mean)} times on average (${exact(times.least)} to ${exact(times.most)} in ${replications} replications)`;
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
  const first = suspected === null ? [] : [`First suspected: ${withoutStop(suspected)}${suspectedFor === null || suspectedFor.most === 0 ? "" : `, for ${rangeInWords(suspectedFor, lengthInWords)}`}.`];
  if (neverFound === 1) return ["Nobody finds it before it is over."];
  const missed = neverFound > 0 ? `; in ${plain(neverFound * 100, 2)}% of cases it is over before` : "";
  return [...(foundAfter === null ? [] : [`Found after ${rangeInWords(foundAfter, lengthInWords)}${missed}.`]), ...first];
}

function endInWords({ repair, repairedAfter, backAfter, neverBack, began, times, practices }: IncidentFigures): string[] {
  if (practices?.most === 0) return [];
  const done = repair === "end" ? "Over" : repair === "rollback" ? "Taken back" : repair === "crews" ? "Mended by crews" : "Repaired";
  const isSet = began !== null && began.least === began.most && times.most === 1 && repairedAfter?.least === repairedAfter?.most;
  const sentences = repairedAfter === null ? [] : [`${done} after ${rangeInWords(repairedAfter, lengthInWords)}${isSet ? `, ${timeInWords(after(began.median, repairedAfter!.median))}` : ""}.`];
  const isLater = backAfter !== null && repairedAfter !== null && (backAfter.median !== repairedAfter.median || backAfter.most !== repairedAfter.most);
  if (isLater) sentences.push(`The last practice has it back after ${rangeInWords(backAfter, lengthInWords)}.`);
  if (neverBack > 0) sentences.push(neverBack === 1 ? "Not all who lost it have it back." : `In ${plain(neverBack * 100, 2)}% of cases not all who lost it have it back.`);
  return sentences;
}

function hitInWords({ practices, patients, units, effect, times, outOf: all }: IncidentFigures): string {
  if (practices === null || practices.most === 0) return "It hits no practice.";
  // What varies is known no better than to three figures.
  const countOf = ({ least, most }: Range) => (value: number): string => (least === most ? exact(value) : plain(value));
  const each = times.most > 1 ? "Each time it hits" : "It hits";
  const of = practices.least === practices.most && practices.most === all && all > 1 ? `all ${exact(all)}` : `${rangeInWords(practices, countOf(practices))} of ${exact(all)}`;
  return `${each} ${of} ${all === 1 ? "practice" : "practices"} with ${rangeInWords(patients!, countOf(patients!))} patients${units === null ? "" : `, and ${rangeInWords(units, countOf(units))} ${effect.units}`}.`;
}

/** `3 h`; `3 h (median; 1 h to 5 h)` where it varies. */
function rangeInWords({ median, least, most }: Range, inWords: (value: number) => string): string {
  return inWords(least) === inWords(most) ? inWords(median) : `${inWords(median)} (median; ${inWords(least)} to ${inWords(most)})`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
