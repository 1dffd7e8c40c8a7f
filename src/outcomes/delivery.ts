/** When care was given. */
import { AT_HUB, ENDED_IN_MENU, MET, NOT_ATTENDED, type Journal } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";

/**
 * The beginning of the consultation, or else the moment at which the practice answered. A hub gives the care that the practice would have given. A patient who was offered an appointment and did not come was given it
 * then. `horizon` for a need that is open at the end, was taken to other services or lapsed.
 */
export function deliveredAt({ needs }: Journal, need: number, horizon: Minutes): Minutes {
  const state = needs.state[need]!;
  const consulted = needs.consultedAt[need]!;
  if (consulted < horizon) return consulted;
  const isAnswered = state === MET || state === NOT_ATTENDED || state === ENDED_IN_MENU || state === AT_HUB;
  return isAnswered && needs.closedAt[need]! < horizon ? needs.closedAt[need]! : horizon;
}
