/** What the result says of what practices and patients are told. */
import type { Directive } from "../care/policies.js";
import { CANCEL_ROUTINE, URGENT_ONLY } from "../care/policies.js";
import { selects } from "../estate/selector.js";
import { timestamp } from "../facts/days.js";
import type { Model } from "./model.js";

export interface DirectiveFigures {
  readonly name: string;
  readonly from: "nation" | "region";
  /** Local times; `until` is null for what holds to the horizon. */
  readonly at: string;
  readonly until: string | null;
  /** Practices that it is for, of the estate that is simulated, and the share of them that follow it. */
  readonly practices: number;
  readonly followed: number;
  readonly clinicians: "carry on" | "cancel routine" | "urgent only" | null;
  readonly reception: "decline" | "paper" | null;
  readonly online: "off" | null;
  readonly messaging: "off" | null;
  readonly refer: "nobody" | null;
  readonly plan: boolean;
  readonly advice: Required<Directive>["advice"] | null;
}

export function directiveFigures({ estate, period, policies }: Pick<Model, "estate" | "period" | "policies">): DirectiveFigures[] {
  return policies.directives.map(({ name, from, at, until, where, followed, clinicians, reception, online, messaging, refer, plan, advice }) => ({
    name, from, at: timestamp(period, at), until: until === Infinity ? null : timestamp(period, until),
    practices: estate.practices.filter((_, practice) => where === undefined || selects(where, estate, practice)).length, followed,
    clinicians: clinicians === undefined ? null : clinicians === URGENT_ONLY ? "urgent only" : clinicians === CANCEL_ROUTINE ? "cancel routine" : "carry on",
    reception: reception ?? null, online: online ?? null, messaging: messaging ?? null, refer: refer ?? null, plan: plan ?? false, advice: advice ?? null,
  }));
}
