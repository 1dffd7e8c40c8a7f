/** What practices depend on: plain data that the built-in graph and the scenario's additions both are. */
import type { Selector } from "../estate/estate.js";
import type { Capability } from "./disruption.js";

/**
 * `site`: one a practice. `region`: one an ICB, so that what hits it for one practice hits it for all of that ICB. `national`: one for all, though a
 * fault may reach some of its users only, such as those who got a release.
 */
export type Scope = "national" | "region" | "site";

/** What must work: a component, all of some (`all`), or any one of some (`any`, redundancy). */
export type Expression = string | { readonly all: readonly Expression[] } | { readonly any: readonly Expression[] };

export interface Component {
  readonly id: string;
  /** Name for the page, such as "EMIS Web". */
  readonly label: string;
  readonly scope: Scope;
  /** What it needs in order to work. */
  readonly needs?: Expression;
  /** Practices that have it; others go without, as if it were down for them. Absent: all. `{practice: []}` is nobody. */
  readonly where?: Selector;
  /** True for what users would name as lost (EMIS Web, email, Docman), false for plumbing. */
  readonly service: boolean;
}

export interface Infrastructure {
  readonly components: readonly Component[];
  readonly capabilities: Readonly<Record<Capability, Expression>>;
}
