/** What the result says of what practices and patients are told. */
import type { Directive } from "../care/policies.js";
import { CANCEL_ROUTINE, URGENT_ONLY } from "../care/policies.js";
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { timestamp } from "../facts/days.js";
import type { Model } from "./model.js";

export interface DirectiveFigures {
  readonly name: string;
  readonly from: "nation" | "region";
  /** Local times; `until` is null for what holds to the horizon. */
  readonly at: string;
  readonly until: string | null;
  /** Names of the regions that say it, in the order of the estate; absent of the nation. */
  readonly regions?: readonly string[];
  /** Practices that it is for, all practices of those who say it, and the share that follows it; of a sample, in the whole from which it was drawn. */
  readonly practices: number;
  readonly outOf?: number;
  readonly followed: number;
  readonly clinicians: "carry on" | "cancel routine" | "urgent only" | null;
  readonly reception: "decline" | "paper" | null;
  readonly online: "off" | null;
  readonly messaging: "off" | null;
  readonly refer: "nobody" | null;
  readonly plan: boolean;
  readonly advice: Required<Directive>["advice"] | null;
}

export function directiveFigures({ estate, whole = estate, period, policies }: Pick<Model, "estate" | "whole" | "period" | "policies">): DirectiveFigures[] {
  return policies.directives.map(({ name, from, at, until, where, followed, clinicians, reception, online, messaging, refer, plan, advice }) => ({
    name, from, at: timestamp(period, at), until: until === Infinity ? null : timestamp(period, until),
    ...addressed(whole, from, where), followed,
    clinicians: clinicians === undefined ? null : clinicians === URGENT_ONLY ? "urgent only" : clinicians === CANCEL_ROUTINE ? "cancel routine" : "carry on",
    reception: reception ?? null, online: online ?? null, messaging: messaging ?? null, refer: refer ?? null, plan: plan ?? false, advice: advice ?? null,
  }));
}

function addressed(estate: Estate, from: Directive["from"], where: Directive["where"]): Pick<DirectiveFigures, "practices" | "outOf" | "regions"> {
  const those = estate.practices.filter((_, practice) => where === undefined || selects(where, estate, practice));
  if (from === "nation") return { practices: those.length, outOf: estate.practices.length };
  const regions = new Set(those.map(({ region }) => region));
  return {
    regions: estate.regions.flatMap(({ name }, region) => (regions.has(region) ? [name] : [])),
    practices: those.length, outOf: estate.practices.filter(({ region }) => regions.has(region)).length,
  };
}
