/** Incremental analysis: which candidates lie on the frontier of cost and effect, and what each step along it costs. */

export interface Point {
  readonly cost: number;
  readonly effect: number;
}

export type Standing =
  /** `step`: cost of each further unit of effect, from the one before on the frontier; null for the first. */
  | { readonly kind: "frontier"; readonly step: number | null; readonly from: number | null }
  /** Another has as much or more effect for as little or less cost. */
  | { readonly kind: "dominated"; readonly by: number }
  /** A mixture of two of the frontier has more effect for its cost. */
  | { readonly kind: "extendedly dominated"; readonly by: readonly [number, number] };

/** Of each point, in their order. Of equal points the first stands for both. Source: W. C. Black, Medical Decision Making 10 (1990), 212-214. */
export function standings(points: readonly Point[]): Standing[] {
  const found = new Array<Standing>(points.length);
  const order = points.map((_, index) => index).sort((a, b) => points[a]!.cost - points[b]!.cost || points[b]!.effect - points[a]!.effect || a - b);
  const hull: number[] = [];
  let best: number | null = null;
  const efficient = order.filter((index) => {
    if (best !== null && points[index]!.effect <= points[best]!.effect) {
      found[index] = { kind: "dominated", by: best };
      return false;
    }
    best = index;
    return true;
  });
  for (const index of efficient) {
    // A step that is dearer than the one after it is no step anybody takes.
    while (hull.length >= 2 && slope(points[hull.at(-2)!]!, points[hull.at(-1)!]!) >= slope(points[hull.at(-1)!]!, points[index]!)) hull.pop();
    hull.push(index);
  }
  hull.forEach((index, at) => {
    const from = at === 0 ? null : hull[at - 1]!;
    found[index] = { kind: "frontier", from, step: from === null ? null : slope(points[from]!, points[index]!) };
  });
  for (const index of efficient) {
    if (hull.includes(index)) continue;
    const after = hull.findIndex((other) => points[other]!.cost > points[index]!.cost);
    found[index] = { kind: "extendedly dominated", by: [hull[after - 1]!, hull[after]!] };
  }
  return found;
}

/** Cost of each further unit of effect. */
function slope(from: Point, to: Point): number {
  return (to.cost - from.cost) / (to.effect - from.effect);
}
