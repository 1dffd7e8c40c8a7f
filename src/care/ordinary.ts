/** Which parameters no ordinary day reads: arms that differ in nothing else have their patients, the past and the twin in common. */
import type { Parameters } from "../facts/defaults.js";

/** Of `response`. */
export const readInOutages = [
  "carryOnWithPaper", "cancelRoutine", "urgentOnly", "receptionDeclines", "noticeMinutes", "newsMinutes", "decisionMinutes", "withoutPlanFactor", "gapMinutes", "planShare", "onlineOffShare", "messagingOffShare",
  "checkInMinutes", "handwrittenShare", "paperMultiplier", "entryShare", "noteByWriter", "paperRequestMinutes", "paperContactFactor", "mutualAid", "notConnected", "declined", "extraSessions", "extraSessionWeeks",
] as const satisfies readonly (keyof Parameters["response"])[];

/** What is left is all that ordinary days depend on. */
export function ordinaryParameters({ response, ...others }: Parameters): object {
  const left = Object.entries(response).filter(([name]) => !(readInOutages as readonly string[]).includes(name));
  return { ...others, response: Object.fromEntries(left) };
}

/** `parameters`, with diaries that have room for the evening sessions of any of `others`: they stay empty on ordinary days. */
export function withRoomFor(parameters: Parameters, others: readonly Parameters[]): Parameters {
  const extraSessions = others.reduce((most, { response }) => Math.max(most, response.extraSessions), parameters.response.extraSessions);
  return extraSessions === parameters.response.extraSessions ? parameters : { ...parameters, response: { ...parameters.response, extraSessions } };
}
