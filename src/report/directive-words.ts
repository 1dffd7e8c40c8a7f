/** What practices and patients are told, in sentences. */
import type { DirectiveFigures } from "../result/document.js";
import { clockOf } from "./dates.js";
import { timeInWords } from "./incident-words.js";
import { listed } from "./labels.js";
import { exact, plain } from "./numbers.js";

/** Integrated care boards took the place of clinical commissioning groups on this day. */
const FIRST_ICBS = "2022-07-01";

const reception = { paper: "to take requests down on paper", decline: "to decline requests" } as const;
const clinicians = { "carry on": "to carry on with paper", "cancel routine": "to cancel routine appointments", "urgent only": "to take only urgent ones of new requests" } as const;

/** `From Friday 19 July 2024 09:00 until 18:30 NHS Kent and Medway tells its 175 practices to take requests down on paper; 80% do so. It asks their patients …`. */
export function toldIn(directive: DirectiveFigures): string {
  const { at, until } = directive;
  return `From ${timeInWords(at)}${until === null ? "" : ` until ${endInWords(at, until)}`} ${saidIn(directive)}`;
}

/** The same without its times: `NHS Kent and Medway tells its 175 practices to take requests down on paper.` */
export function saidIn(directive: DirectiveFigures): string {
  const { practices, followed, plan, advice } = directive;
  const asks = asksOf(directive);
  const orNot = (deed: string): string => (followed < 1 ? `; ${share(followed)} ${deed}` : "");
  const [giver, isMany] = giverOf(directive);
  const whom = whomIn(directive, isMany);
  const s = isMany ? "" : "s";
  const sentences = [
    ...(asks.length === 0 ? [] : [`tell${s} ${whom} ${listed(asks)}${orNot("do so")}.`]),
    ...(plan ? [`hand${s} a continuity plan to those of ${asks.length > 0 ? "them" : whom} that have none${orNot("take it up")}.`] : []),
    // Patients hear it whether their practice follows the rest or not.
    ...(advice === null ? [] : [`ask${s} the patients of ${practices > 1 && (plan || asks.length > 0) ? `all ${inPractices(practices)}` : whom} to come only if they must. ${heard(advice)}`]),
  ];
  return `${giver} ${sentences.join(isMany ? " They " : " It ")}`;
}

/** ICBs beyond this many are counted. */
const MOST_GIVERS = 3;

/** Who speaks, and whether that is several. */
function giverOf({ from, at, regions = [] }: DirectiveFigures): readonly [words: string, isMany: boolean] {
  if (from === "nation") return ["NHS England", false];
  const isBefore = at < FIRST_ICBS;
  if (regions.length === 0 || (isBefore && regions.length === 1)) return [isBefore ? "the CCG" : "the ICB", false];
  if (isBefore || regions.length > MOST_GIVERS) return [`${regions.length} ${isBefore ? "CCGs" : "ICBs"}`, true];
  return [listed(regions.map((name) => (name.startsWith("NHS ") ? name : `NHS ${name}`))), regions.length > 1];
}

/** `all 6,169 practices` of the nation, `its 175 practices`, `97 of its 175 practices`. */
function whomIn({ from, practices, outOf }: DirectiveFigures, isMany: boolean): string {
  if (outOf === undefined) return inPractices(practices);
  const all = from === "nation" ? (outOf > 1 ? "all " : "") : isMany ? "their " : "its ";
  return practices === outOf ? `${all}${inPractices(outOf)}` : `${exact(practices)} of ${from === "nation" ? "" : all}${inPractices(outOf)}`;
}

function inPractices(count: number): string {
  return `${exact(count)} ${count === 1 ? "practice" : "practices"}`;
}

/** What the nation tells all patients and an ICB its practices, where the two are at odds and hold at once; null where they are not. */
export function conflictIn(directives: readonly DirectiveFigures[]): string | null {
  for (const nation of directives) {
    if (nation.from !== "nation" || nation.advice === null || nation.practices !== nation.outOf) continue;
    const { to111, toPharmacy } = nation.advice;
    const elsewhere = [...(to111 > 0 ? ["NHS 111"] : []), ...(toPharmacy > 0 ? ["a pharmacy"] : [])];
    const local = directives.find((other) => other.from === "region" && other.refer === "nobody" && overlap(nation, other));
    if (local === undefined || elsewhere.length === 0) continue;
    const [giver] = giverOf(local);
    return `NHS England and ${giver} are at odds, and what both say holds at once: patients are told to try ${elsewhere.join(" or ")}, practices of ${giver} to send nobody there.`;
  }
  return null;
}

function overlap(one: DirectiveFigures, other: DirectiveFigures): boolean {
  return (one.until === null || other.at < one.until) && (other.until === null || one.at < other.until);
}

/** On the day of the beginning the clock time says it all. */
function endInWords(at: string, until: string): string {
  return at.slice(0, 10) === until.slice(0, 10) ? clockOf(until) : timeInWords(until);
}

function asksOf(directive: DirectiveFigures): string[] {
  return [
    ...(directive.reception === null ? [] : [reception[directive.reception]]),
    ...(directive.clinicians === null ? [] : [clinicians[directive.clinicians]]),
    ...(directive.online === null ? [] : ["to switch online requests off"]),
    ...(directive.messaging === null ? [] : ["to switch messages to patients off"]),
    ...(directive.refer === null ? [] : ["to send nobody on to other services"]),
  ];
}

/** What comes of advice: where those turn who heed it. */
function heard({ heeded, to111, toPharmacy }: NonNullable<DirectiveFigures["advice"]>): string {
  const elsewhere = ([[to111, "turn to NHS 111 or 111 online"], [toPharmacy, "go to a pharmacy"]] as const).filter(([part]) => part > 0);
  const areFractions = elsewhere.every(([part]) => fractions[part] !== undefined);
  const where = elsewhere.map(([part, deed], index) => `${areFractions ? fractions[part] : share(part)}${index === 0 ? " of those who wanted to be seen on the day" : ""} ${deed}`);
  const others = to111 + toPharmacy < 1 - 1e-9 ? "let it rest or ask later" : "ask later";
  return `${share(heeded)} of those whose need can wait do as they are asked${where.length === 0 ? `, and ${others}` : `: ${listed(where)}; the others ${others}`}.`;
}

/** Shares that have a word; beside one that has none they are percentages too. */
const fractions: Readonly<Record<number, string>> = { 0.1: "a tenth", 0.2: "a fifth", 0.25: "a quarter", 0.5: "half", 1: "all" };

function share(value: number): string {
  return `${plain(value * 100, 2)}%`;
}
