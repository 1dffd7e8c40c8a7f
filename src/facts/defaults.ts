/**
 * Every default of the model, once: value, unit, what it means, where it comes from. A scenario changes any of them by group and name
 * (`care: {slackGp: 0.05}`); the report prints all of them.
 */
import type { Default } from "./default.js";
import { careDefaults } from "./defaults-care.js";
import { demandDefaults } from "./defaults-demand.js";
import { estateDefaults } from "./defaults-estate.js";
import { overflowDefaults } from "./defaults-overflow.js";
import { responseDefaults } from "./defaults-response.js";

export type { Default, Grade } from "./default.js";

export const defaults = { estate: estateDefaults, demand: demandDefaults, care: careDefaults, response: responseDefaults, overflow: overflowDefaults } as const;

export type Group = keyof typeof defaults;
type Widened<V> = V extends readonly number[] ? readonly number[] : number;
/** Values in force, by group and name: `parameters.care.slackGp`. */
export type Parameters = { readonly [G in Group]: { readonly [N in keyof (typeof defaults)[G]]: (typeof defaults)[G][N] extends { value: infer V } ? Widened<V> : never } };
/** What a scenario may change. */
export type Overrides = { readonly [G in Group]?: { readonly [N in keyof Parameters[G]]?: Parameters[G][N] } };

/** The defaults with `overrides` in their place. */
export function parametersWith(overrides: Overrides = {}): Parameters {
  const values: Record<string, Record<string, unknown>> = {};
  for (const [group, entries] of Object.entries(defaults)) {
    values[group] = {};
    for (const [name, { value }] of Object.entries(entries as Record<string, Default>)) {
      values[group][name] = (overrides as Record<string, Record<string, unknown> | undefined>)[group]?.[name] ?? value;
    }
  }
  return values as unknown as Parameters;
}
