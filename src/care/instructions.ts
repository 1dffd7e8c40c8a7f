/** What a neighbourhood's practices are told by nation and region, and which of them do as they are told. */
import { hash, unit } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Minutes } from "../facts/days.js";
import { FOLLOWS } from "../demand/purposes.js";
import type { Habits } from "./habits.js";
import type { Directive, Policies } from "./policies.js";

export interface Instruction {
  readonly directive: Directive;
  /** By place: 1 where it is for the practice, and where the practice follows it. */
  readonly concerns: Uint8Array;
  readonly follows: Uint8Array;
}

/** Those that concern any of the practices; of two that disagree the later one in this order holds. */
export function instructionsFor({ directives }: Policies, estate: Estate, practices: readonly number[], habits: readonly Habits[]): Instruction[] {
  const rank = { nation: 0, region: 1 };
  return directives
    .map((directive, number) => ({
      directive, number, concerns: Uint8Array.from(practices, (practice) => (directive.where === undefined || selects(directive.where, estate, practice) ? 1 : 0)),
    }))
    .filter(({ concerns }) => concerns.includes(1))
    .sort((a, b) => rank[a.directive.from] - rank[b.directive.from] || a.directive.at - b.directive.at)
    .map(({ directive, number, concerns }) => ({
      directive, concerns, follows: concerns.map((isFor, place) => (isFor === 1 && unit(hash(habits[place]!.key, FOLLOWS, number)) < directive.followed ? 1 : 0)),
    }));
}

/** When the first of them is given; Infinity where there is none. */
export function firstOf(instructions: readonly Instruction[]): Minutes {
  return instructions.reduce((first, { directive }) => Math.min(first, directive.at), Infinity);
}

export function isInForce({ at, until }: Directive, now: Minutes): boolean {
  return at <= now && now < until;
}
