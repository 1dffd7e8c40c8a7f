/** Why a practice lost what it lost, in words on a screen of 80 columns. */
import type picocolors from "picocolors";
import {
  capabilityLabels, capital, clockOf, dayAndMonth, daysBetween, isPlural, lengthInWords, listed, plain, serviceWithinSentence, timeInWords, withArticle, withinSentence, withoutStop, type Explanation,
  type Loss, type Met, type Named, type Stretch,
} from "../index.js";
import { cut, inLine, WIDTH, wrapped } from "./lines.js";

type Colours = ReturnType<typeof picocolors.createColors>;

/** Names in a list before the rest are counted. */
const MOST_NAMES = 4;

export function explanationText(explanation: Explanation, replication: number, colours: Colours): string {
  const { practice, incidents, stretches, never } = explanation;
  const hit = incidents.filter(({ met }) => met === "hit");
  const others = incidents.filter(({ met }) => met !== "hit");
  const told = new Set<string>();
  const losses = stretches.some((stretch) => stretch.losses.length > 0);
  const paragraphs = [
    colours.bold(cut(inLine(`${practice.name} (${practice.code}), replication ${replication}`), WIDTH)),
    ...(losses ? [] : [wrapped(`This practice loses nothing.${incidents.length === 0 ? " There is no incident." : ""}`)]),
    ...hit.map((incident) => [colours.bold(cut(inLine(incident.incident), WIDTH)), wrapped(storyOf(incident), "  ")].join("\n")),
    ...(others.length === 0 ? [] : [others.map((incident) => wrapped(missOf(incident), "  ", "")).join("\n")]),
    ...alike(stretches).map((same) => stretchText(same, told, colours)),
    ...(hit.length > 0 && stretches.length === 0 ? [wrapped("Nothing that this practice does or uses rests on what failed.")] : []),
    ...(never.length === 0 ? [] : [wrapped(`It can never: ${listed(never.map((capability) => withinSentence(capabilityLabels[capability])))}.`)]),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function storyOf({ label, occurrences, suspected, cause, severity }: Met): string {
  const times = occurrences.slice(0, MOST_NAMES).map(({ began, found, known, repaired }) => [
    `${capital(nameOf({ label, component: "", service: true }))} ${isPlural(label) ? "are" : "is"} hit ${timeInWords(began)}`,
    ...(found === null ? [] : [`noticed ${timeSince(began, found)}`]),
    ...(suspected === null || known === null ? [] : [`first blamed: ${withoutStop(suspected)}${known === (found ?? began) ? "" : `, until ${timeSince(began, known)}`}`]),
    ...(repaired === null ? [] : [`repaired ${timeSince(began, repaired)}`]),
  ].join("; "));
  return [
    ...times.map((text) => `${text}.`), ...(occurrences.length > MOST_NAMES ? [`And ${occurrences.length - MOST_NAMES} more times.`] : []),
    ...(cause === null ? [] : [`Cause: ${withoutStop(cause)}.`]), ...(severity === null ? [] : [`Reported severity: ${withoutStop(severity)}.`]),
  ].join(" ");
}

/** Why an incident does nothing to the practice. */
function missOf({ incident, label, met }: Met): string {
  const reasons: Record<Met["met"], string> = {
    hit: "hits it", "did not happen": "does not happen in this replication", "does not have it": `does not reach it: it does not depend on ${nameOf({ label, component: "", service: true })}`,
    "is not among those it may reach": "does not reach it: it is not among the practices that it may hit", "is not harmed": "does it no harm: it is not among those that it harms",
    "was spared": "may reach it, but does not in this replication",
  };
  return `"${incident}" ${reasons[met]}.`;
}

/** Stretches that are the same but for their times. */
function alike(stretches: readonly Stretch[]): Stretch[][] {
  const groups = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const key = JSON.stringify({ ...stretch, from: "", until: "" });
    groups.set(key, [...(groups.get(key) ?? []), stretch]);
  }
  return [...groups.values()];
}

/** `told`: what has been told of before. */
function stretchText(same: readonly Stretch[], told: Set<string>, colours: Colours): string {
  const [{ losses, services, intact, detours }] = same as [Stretch];
  const times = same.slice(0, MOST_NAMES).map(timesOf);
  const rest = same.length - times.length;
  const detoured = detours.map(({ failed, by }) => `${nameOf(by)} in place of ${nameOf(failed)}`);
  return [
    ...times.map((text, index) => colours.bold(wrapped(index === 0 ? text : `and again ${text}`, "  ", ""))),
    ...(rest > 0 ? [colours.bold(wrapped(`and ${rest} more ${rest === 1 ? "time" : "times"}, the last ${timesOf(same.at(-1)!)}`, "  ", ""))] : []),
    ...losses.map((loss) => [wrapped(`${lostOf(loss, intact)}: ${extentOf(loss)}`, "    ", "  "), wrapped(becauseOf(loss, told), "    "), ...news(standIns(loss), told)].join("\n")),
    ...(losses.length === 0 ? [wrapped(services.length === 0 ? "Nothing is lost." : `Nothing that the practice does is lost, but without ${some(services.map(serviceWithinSentence))}.`, "    ", "  ")] : []),
    ...(losses.length === 0 || intact.length === 0 ? [] : [wrapped(`Still there: ${listed(intact.map((capability) => withinSentence(capabilityLabels[capability])))}`, "    ", "  ")]),
    ...(detoured.length === 0 ? [] : [wrapped(`Used: ${listed(detoured)}`, "    ", "  ")]),
  ].join("\n");
}

/** Those that have not been told before. */
function news(lines: readonly string[], told: Set<string>): string[] {
  const fresh = lines.filter((line) => !told.has(line));
  fresh.forEach((line) => told.add(line));
  return fresh;
}

function lostOf({ capabilities }: Loss, intact: Stretch["intact"]): string {
  if (intact.length === 0 && capabilities.length > MOST_NAMES + 1) return `All ${capabilities.length} capabilities`;
  const labels = capabilities.map((capability, index) => (index === 0 ? capabilityLabels[capability] : withinSentence(capabilityLabels[capability])));
  return some(labels);
}

/** `nobody has them`, `1 of 22 log-ins works`, `up to 10% slower`. */
function extentOf({ kind, capabilities, level, slowness, causes }: Loss): string {
  if (kind === "slow") return `${slowness.lowest === slowness.highest ? "" : "up to "}${plain((slowness.highest - 1) * 100, 2)}% slower`;
  const them = capabilities.length === 1 ? "it" : "them";
  if (level.highest === 0) return `nobody has ${them}`;
  const units = causes.flatMap(({ faults }) => faults).find((fault) => fault.units !== null)?.units;
  // Levels of units are whole numbers of them, unless something else is the scarcer.
  const [least, most] = [level.lowest, level.highest].map((share) => share * (units?.number ?? 0)) as [number, number];
  const isWhole = units != null && [least, most].every((count) => Math.abs(count - Math.round(count)) < 1e-6);
  if (isWhole) return least === most ? `${Math.round(most)} of ${units.number} ${units.of} ${Math.round(most) === 1 ? "works" : "work"}` : `between ${Math.round(least)} and ${Math.round(most)} of ${units.number} ${units.of} work`;
  const share = (value: number): string => `${plain(value * 100, 2)}%`;
  return `${level.lowest === level.highest ? share(level.highest) : `between ${share(level.lowest)} and ${share(level.highest)}`} of users have ${them}`;
}

function becauseOf({ kind, causes, level }: Loss, told: Set<string>): string {
  const stateOf = ({ faults }: Loss["causes"][number]): string => (kind === "slow" ? "slow" : faults.every(({ comesLater }) => comesLater) ? "not back yet" : level.highest === 0 ? "down" : "partly down");
  return `${causes.map((cause, index) => `${index === 0 ? "because" : "and because"} ${chainText(cause, stateOf(cause), told)}`).join("; ")}.`;
}

/** From what the capabilities need first, all that they share once, to what failed; a chain that has been told is not told again. */
function chainText({ faults, chains }: Loss["causes"][number], state: string, told: Set<string>): string {
  const shared = commonEnd(chains.map(({ components }) => components));
  const own = new Map(chains.flatMap(({ components }) => components.slice(0, components.length - shared.length).slice(-1)).map((component) => [component.component, component]));
  const isDirect = chains.some(({ components }) => components.length === shared.length);
  const firstService = shared.findIndex(({ service }) => service);
  const links = isDirect ? shared.slice(Math.max(0, firstService)) : shared;
  const incidents = listed([...new Set(faults.map(({ incident }) => `"${incident}"`))]);
  const units = faults.find((fault) => fault.units !== null)?.units;
  const failed = (areMany: boolean): string => (units == null || state === "slow" ? `${areMany ? "are" : "is"} ${state}` : `${areMany ? "fail" : "fails"} on ${units.of} one by one`);
  const heads = isDirect ? [] : [...own.values()];
  const [first, ...rest] = links;
  const root = links.at(-1)!;
  if (rest.length === 0 && heads.length === 0) return `${nameOf(first!)} ${failed(isPlural(first!.label))} (${incidents})`;
  const key = JSON.stringify([heads, links]);
  if (told.has(key)) return `${nameOf(root)} ${failed(isPlural(root.label))} (${incidents}), by the same chain`;
  told.add(key);
  const end = `which ${failed(isPlural(root.label))} (${incidents})`;
  if (heads.length === 0) return `${nameOf(first!)} ${isPlural(first!.label) ? "need" : "needs"} ${rest.map(nameOf).join(", which needs ")}, ${end}`;
  return `${some(heads.map(nameOf))} ${heads.length > 1 || isPlural(heads[0]!.label) ? "need" : "needs"} ${links.map(nameOf).join(", which needs ")}, ${end}`;
}

/** What might have stood in: for all of it, then for some of it; then what would not have helped. */
function standIns({ alternatives, capabilities }: Loss): string[] {
  if (alternatives.length === 0) return [];
  const lacking = (wouldHelp: boolean, forAll: boolean): string[] => alternatives
    .filter((each) => each.state === "lacking" && each.wouldHelp === wouldHelp && (each.for.length === capabilities.length) === forAll).map(({ of }) => bare(of.label));
  const failing = alternatives.filter(({ state }) => state === "fails too").map(({ of }) => of);
  const useless = [...lacking(false, true), ...lacking(false, false)];
  const parts = [
    ...(lacking(true, true).length > 0 ? [`there is ${neither(lacking(true, true))}`] : []),
    ...(lacking(true, false).length > 0 ? [`for some of it there is ${neither(lacking(true, false))}`] : []),
    ...(failing.length > 0 ? [`${listed(failing.map(nameOf))} ${failing.length > 1 || isPlural(failing[0]!.label) ? "fail" : "fails"} too`] : []),
    ...(useless.length > 0 ? [`${neither(useless)} would help`] : []),
  ];
  return [wrapped(`Nothing stands in: ${parts.join("; ")}.`, "    ")];
}

function neither(names: readonly string[]): string {
  return names.length === 1 ? `no ${names[0]}` : `neither ${names.slice(0, -1).join(", ")} nor ${names.at(-1)}`;
}

function commonEnd(chains: readonly (readonly Named[])[]): readonly Named[] {
  const [first = []] = chains;
  let length = 0;
  while (length < first.length && chains.every((chain) => chain.at(-1 - length)?.component === first.at(-1 - length)!.component)) length++;
  return first.slice(first.length - length);
}

/** As it stands within a sentence. */
function nameOf({ label }: Named): string {
  return withArticle(label);
}

/** The same without its article. */
function bare(label: string): string {
  return withArticle(label).replace(/^the /, "");
}

function some(names: readonly string[]): string {
  return listed(names.length > MOST_NAMES + 1 ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names);
}

/** `Thursday 16 March 2023 08:00 to 12:00 (4 h)`. */
function timesOf({ from, until }: Stretch): string {
  if (until === null) return `${timeInWords(from)} on`;
  return `${timeInWords(from)} to ${timeSince(from, until)} (${lengthInWords(daysBetween(from, until) * 1440)})`;
}

/** The day only where it is another, the year likewise. */
function timeSince(from: string, to: string): string {
  if (from.slice(0, 10) === to.slice(0, 10)) return clockOf(to);
  return from.slice(0, 4) === to.slice(0, 4) ? `${dayAndMonth(to)} ${clockOf(to)}` : timeInWords(to);
}
