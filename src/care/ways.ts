/** How a practice goes on at this moment: by its habits, by the day of its outage, and as it is told. */
import { choice, cumulative } from "../engine/discrete.js";
import { DAY } from "../facts/days.js";
import { SEE_RECORDS, levelNow, type Care } from "./care.js";
import { isInForce } from "./instructions.js";
import { CARRY_ON } from "./policies.js";
import { DECIDED, DECIDING } from "./state.js";
import { WORKABLE } from "./work.js";

/** Settles anew what clinicians and reception do, what is switched off and what patients have been advised; after anything that may have changed it. */
export function settleWays(care: Care, place: number): void {
  const { state, habits, instructions } = care;
  const { now } = state.calendar;
  const own = habits[place]!;
  const isDown = state.isDown[place] === 1;
  if (isDown && state.decided[place] === DECIDING && isTold(care, place)) state.decided[place] = DECIDED;
  const isDecided = isDown && state.decided[place] === DECIDED;
  let clinicians = CARRY_ON;
  let declines = false;
  if (isDecided && (own.hasPlan || state.hasPlan[place] === 0)) {
    const shares = sharesOn(care, place);
    clinicians = choice(cumulative(shares.clinicians), own.clinicians);
    declines = own.reception < shares.declines;
  }
  const isBlind = isDecided && levelNow(care, SEE_RECORDS, place) < WORKABLE;
  let [onlineOff, messagingOff, sendsNobodyOn, advice] = [isBlind && own.onlineOff, isBlind && own.messagingOff, false, 0];
  instructions.forEach(({ directive, concerns, follows }, number) => {
    if (!isInForce(directive, now)) return;
    if (directive.advice && concerns[place] === 1) advice = number + 1;
    if (follows[place] === 0) return;
    if (isDecided && directive.clinicians !== undefined) clinicians = directive.clinicians;
    if (isDecided && directive.reception) declines = directive.reception === "decline";
    onlineOff ||= directive.online === "off";
    messagingOff ||= directive.messaging === "off";
    sendsNobodyOn ||= directive.refer === "nobody";
  });
  state.clinicians[place] = clinicians;
  state.declines[place] = Number(declines);
  state.onlineOff[place] = Number(onlineOff);
  state.messagingOff[place] = Number(messagingOff);
  state.sendsNobodyOn[place] = Number(sendsNobodyOn);
  state.advice[place] = advice;
}

/** Hands a continuity plan to practices that lack one, from the instructions that begin now: they take details on paper and carry on. */
export function handOverPlans(care: Care): void {
  const { state, instructions } = care;
  for (const { directive, follows } of instructions) {
    if (directive.plan !== true || directive.at !== state.calendar.now) continue;
    follows.forEach((isFollowing, place) => {
      if (isFollowing === 0) return;
      state.hasPlan[place] = 1;
      if (state.decided[place] === DECIDING) state.decided[place] = DECIDED;
    });
  }
}

/** True where the practice follows an instruction that says how to go on: there is nothing left to decide. */
function isTold({ state, instructions }: Care, place: number): boolean {
  return instructions.some(({ directive, follows }) =>
    follows[place] === 1 && isInForce(directive, state.calendar.now) && (directive.clinicians !== undefined || directive.reception !== undefined));
}

/** Shares of practices by way of going on, on this working day of the practice's outage. */
function sharesOn(care: Care, place: number): { clinicians: readonly number[]; declines: number } {
  const { response } = care.parameters;
  const day = dayOfOutage(care, place);
  let clinicians: readonly number[] = [response.carryOnWithPaper, response.cancelRoutine, response.urgentOnly];
  let declines = response.receptionDeclines;
  for (const later of care.later) {
    if (later.fromDay > day) break;
    clinicians = later.clinicians ?? clinicians;
    declines = later.receptionDeclines ?? declines;
  }
  return { clinicians, declines };
}

/** Number of the working day since the practice lost its systems, from 1. */
function dayOfOutage({ state, plan }: Care, place: number): number {
  let days = 0;
  for (let day = Math.floor(state.lostSince[place]! / DAY); day <= Math.floor(state.calendar.now / DAY); day++) days += plan.open[day]!;
  return Math.max(1, days);
}
