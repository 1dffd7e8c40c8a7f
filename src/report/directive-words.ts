/** What practices and patients are told, in sentences. */
import type { DirectiveFigures } from "../result/document.js";
import { timeInWords } from "./incident-words.js";
import { listed } from "./labels.js";
import { exact, plain } from "./numbers.js";

const clinicians = { "carry on": "clinicians carry on with paper", "cancel routine": "routine appointments are cancelled", "urgent only": "of new requests only urgent ones are taken" } as const;
const reception = { paper: "requests are taken down on paper", decline: "requests are declined" } as const;

/** `From Friday 19 July 2024 09:00 the nation tells 3,601 practices, of which 80% do so: ….` */
export function toldIn(directive: DirectiveFigures): string {
  const { from, at, until, practices, followed, advice } = directive;
  const whom = `${exact(practices)} ${practices === 1 ? "practice" : "practices"}`;
  const asks = asksOf(directive);
  const time = `From ${timeInWords(at)}${until === null ? "" : ` until ${timeInWords(until)}`}`;
  const told = asks.length === 0 ? "" : ` the ${from} tells ${whom}${followed < 1 ? `, of which ${share(followed)} do so` : ""}: ${listed(asks)}.`;
  if (advice === null) return `${time}${told}`;
  const heard = `patients ${asks.length === 0 ? `of ${whom} ` : ""}are asked to come only if they must; ${share(advice.heeded)} of those whose need can wait do as they are asked`;
  return asks.length === 0 ? `${time} ${heard}.` : `${time}${told} Their ${heard}.`;
}

function asksOf(directive: DirectiveFigures): string[] {
  return [
    ...(directive.clinicians === null ? [] : [clinicians[directive.clinicians]]),
    ...(directive.reception === null ? [] : [reception[directive.reception]]),
    ...(directive.online === null ? [] : ["online requests are switched off"]),
    ...(directive.messaging === null ? [] : ["messages to patients are switched off"]),
    ...(directive.refer === null ? [] : ["nobody is sent on to other services"]),
    ...(directive.plan ? ["here is a continuity plan for those without one"] : []),
  ];
}

function share(value: number): string {
  return `${plain(value * 100, 2)}%`;
}
