/**
 * What goes wrong, as data: a few primitives of which stories are put together. An incident says which component fails, when, for whom and how, how it
 * is found and repaired, and how things come back; what is lost with it follows from the graph.
 */
import type { Distribution } from "../engine/distribution.js";
import type { Selector } from "../estate/estate.js";
import type { Minutes } from "../facts/days.js";

/** A length of time in minutes, fixed or left to chance. */
export type Span = Minutes | Distribution;

export interface Incident {
  readonly name: string;
  /** Id of the component that fails. */
  readonly component: string;
  readonly begins: Beginning;
  readonly reach: Reach;
  readonly effect: Effect;
  /** Absent: it reaches all at once. */
  readonly spread?: Spread;
  /** From its beginning until somebody who can act knows of it. Absent: at once. */
  readonly found?: Span;
  /** What was blamed first, and how long work went into that after it was found; 0 where it delays nothing. */
  readonly suspected?: { readonly cause: string; readonly for: Span };
  /** The true cause, in words. */
  readonly cause?: string;
  readonly repair: Repair;
  /** Absent: all have it back at once when it is repaired. */
  readonly return?: Return;
  /** After its return the component is `slowness` times as slow, fading in a straight line (in steps of an hour) to normal over `fades` minutes. */
  readonly tail?: { readonly slowness: number; readonly fades: Minutes };
  /** How grave it was called. Shown beside what is simulated, and without effect on it. */
  readonly severity?: string;
}

export type Beginning =
  | { readonly at: Minutes }
  /** By chance, so many times a minute on average: for each practice or region by itself, or one for all of them together. */
  | { readonly rate: number; readonly each: "practice" | "region" | "all" }
  /**
   * With probability `chance`, so long after another incident's beginning or after its repair, each time that happens. Without a `where` of its own it reaches
   * only practices that the other one has hit by then.
   */
  | { readonly follows: string; readonly from: "beginning" | "repair"; readonly after: Span; readonly chance: number };

/** Whom it reaches. A component of a region is hit for all of its practices, so there regions are drawn instead of practices. */
export interface Reach {
  /** All by default. */
  readonly where?: Selector;
  /** Of those, each with this probability. */
  readonly share?: number;
  /** Of those, this many drawn at random: so many places of one kind, or a share of all, rounded. Not with `share`. */
  readonly draw?: { readonly number: number; readonly of: "practices" | "neighbourhoods" | "regions" } | { readonly part: number };
  /** Of those reached only these are harmed: a release is harmless where it belongs. */
  readonly harms?: Selector;
}

/** What it does to the component, as seen from a practice that is hit. */
export interface Effect {
  /** Share of users who still have it, 0 to 1; 0 is down. */
  readonly level: number;
  /** 1 is normal; 1.2: what is done with it takes a fifth longer. */
  readonly slowness: number;
  /** It hits workstations or users' log-ins one by one, each with this probability; the level is the share that works. `level` is 0 then. */
  readonly units?: { readonly of: "workstations" | "log-ins"; readonly share: number };
  /** It comes and goes, down first, in the same rhythm for all practices that share the component. Not with `units`. */
  readonly flapping?: { readonly down: Span; readonly up: Span };
}

/**
 * When whom it reaches gets it: evenly drawn over a time, each unit by itself where there are units, or in rings, one after the other. Rings go no further once it is
 * found, and neither does what spreads `untilFound`.
 */
export type Spread = { readonly over: Minutes; readonly untilFound?: boolean } | { readonly rings: readonly Ring[] };

/** Practices that a release goes to together: those of `where`, a share drawn of those in no ring with a `where`, or, with neither, the rest. */
export interface Ring {
  readonly where?: Selector;
  readonly share?: number;
  /** From the incident's beginning. */
  readonly after: Minutes;
}

export type Repair =
  /** Over at a moment, or after a time from the beginning. */
  | { readonly by: "end"; readonly until: Minutes }
  | { readonly by: "end"; readonly lasts: Span }
  /** Once it is found and the wrong suspicion is dropped: mended, or the release taken back, after a time. */
  | { readonly by: "fix" | "rollback"; readonly takes: Span }
  /**
   * Crews go from practice to practice, longest waiting first, and mend unit by unit, or the practice as a whole. `self`: each unit (or practice) with this
   * probability is mended by its users, so long after the remedy is known.
   */
  | {
      readonly by: "crews";
      /** Crews in all, or in each region. */
      readonly crews: number;
      readonly per: "all" | "region";
      /** To mend one unit. */
      readonly each: Span;
      /** To reach the next practice. */
      readonly travel: Span;
      /** Working hours, minutes of the day; absent: day and night. After hours a crew finishes the unit that it is at. */
      readonly hours?: { readonly from: Minutes; readonly to: Minutes; readonly weekends: boolean };
      readonly self?: { readonly share: number; readonly takes: Span };
    };

export interface Return {
  /** Share of practices (or units) that have it back by so long after the repair, ascending; evenly between. Absent: all at once. Those beyond the last share never do. */
  readonly shares?: readonly { readonly after: Minutes; readonly share: number }[];
  /** By component: how much later than the failed one it comes back, at each practice. */
  readonly services?: Readonly<Record<string, Minutes>>;
}
