/** What a model's incidents take from its practices, replication by replication. */
import type { Estate } from "../estate/estate.js";
import { extentOf, type Disruption } from "../infrastructure/disruption.js";
import { isLeftToChance, simulateUpstream, type Upstream } from "../infrastructure/upstream.js";
import { Figures, type IncidentFigures } from "./incident-figures.js";
import type { Model } from "./model.js";

/** Of the practices that are simulated. */
export interface Lived extends Disruption {
  /** By practice of the whole from which these were drawn: which history it has. Absent: these are the whole. */
  readonly historyOfWhole?: readonly number[];
}

export interface Disruptions {
  /** False where every replication has the same. */
  readonly differ: boolean;
  /** To be asked for once, in the order of replications. */
  of(replication: number): Lived;
  /** One of these once more: it adds nothing to what the incidents did. */
  again(replication: number): Lived;
  /** What the incidents did in all replications that were asked for; in the whole from which a sample was drawn. */
  incidents(): readonly IncidentFigures[];
}

/**
 * Disruptions of `model.estate`. Those that differ are simulated anew each time they are asked for, and not kept; one for all replications is simulated once,
 * and is always the same object.
 */
export function disruptionsOf({ infrastructure, incidents, estate, whole = estate, period, seed }: Model): Disruptions {
  const restrict = whole === estate ? (disruption: Disruption): Lived => disruption : restrictionTo(estate, whole);
  const figures = new Figures(infrastructure, incidents, whole, period);
  const simulated = (replication: number, see: (upstream: Upstream) => void = () => {}): Lived => {
    const upstream = simulateUpstream(infrastructure, incidents, whole, period, { seed, replication });
    see(upstream);
    return restrict(upstream.disruption);
  };
  const add = (upstream: Upstream): void => void figures.add(upstream);
  const rows = (): readonly IncidentFigures[] => figures.rows();
  if (isLeftToChance(incidents)) return { differ: true, of: (replication) => simulated(replication, add), again: (replication) => simulated(replication), incidents: rows };
  let same: Lived | undefined;
  const once = (): Lived => (same ??= simulated(0, add));
  return { differ: false, of: once, again: once, incidents: rows };
}

/**
 * Takes what the practices of `part` go through out of a disruption of `whole`; they are found by their codes. Onset and restoration are theirs.
 * @throws RangeError where `whole` lacks one of them.
 */
export function restrictionTo(part: Estate, whole: Estate): (disruption: Disruption) => Lived {
  const indices = new Map(whole.practices.map(({ code }, index) => [code, index]));
  const origin = part.practices.map(({ code }) => {
    const index = indices.get(code);
    if (index === undefined) throw new RangeError(`Practice ${code} of the sample is not in the estate from which it was drawn.`);
    return index;
  });
  return ({ histories, historyOf }) => {
    const own = origin.map((practice) => historyOf[practice]!);
    return { histories, historyOf: own, historyOfWhole: historyOf, ...extentOf([...new Set(own)].map((number) => histories[number]!)) };
  };
}
