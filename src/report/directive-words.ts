/** What practices and patients are told, in sentences. */
import type { DirectiveFigures } from "../result/document.js";
import { clockOf } from "./dates.js";
import { timeInWords } from "./incident-words.js";
import { listed } from "./labels.js";
import { exact, plain } from "./numbers.js";

/** Integrated care boards took the place of clinical commissioning groups on this day. */
const FIRST_ICBS = "2022-07-01";

function giverOf({ from, at }: DirectiveFigures): string {
  return from === "nation" ? "the nation" : at < FIRST_ICBS ? "the CCG" : "the ICB";
}

const reception = { paper: "to take requests down on paper", decline: "to decline requests" } as const;
const clinicians = { "carry on": "to carry on with paper", "cancel routine": "to cancel routine appointments", "urgent only": "to take only urgent ones of new requests" } as const;

/** `From Friday 19 July 2024 09:00 until 18:30 the ICB tells 175 practices to take requests down on paper; 80% do so. It asks their patients …`. */
export function toldIn(directive: DirectiveFigures): string {
  const { at, until, practices, followed, plan, advice } = directive;
  const all = `${exact(practices)} ${practices === 1 ? "practice" : "practices"}`;
  const asks = asksOf(directive);
  const orNot = (deed: string): string => (followed < 1 ? `; ${share(followed)} ${deed}` : "");
  const sentences = [
    ...(asks.length === 0 ? [] : [`tells ${all} ${listed(asks)}${orNot("do so")}.`]),
    ...(plan ? [`hands a continuity plan to those of ${asks.length > 0 ? "them" : all} that have none${orNot("take it up")}.`] : []),
    // Patients hear it whether their practice follows the rest or not.
    ...(advice === null ? [] : [`asks the patients of ${practices > 1 && (plan || asks.length > 0) ? "all " : ""}${all} to come only if they must. ${heard(advice)}`]),
  ];
  return `From ${timeInWords(at)}${until === null ? "" : ` until ${endInWords(at, until)}`} ${giverOf(directive)} ${sentences.join(" It ")}`;
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
