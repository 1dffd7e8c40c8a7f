/** Numbers beside the dots of a chart, where they hide neither a dot nor one another. */

/** Pixels, from the upper left corner of the plot. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a dot takes, from its middle. */
const DOT = 7;

/** For each of `named`, indices of `dots`, in this order: the middle of its number, within the plot, as near to its dot as there is room; where there is none, above it. `box` is what a number takes. */
export function beside(dots: readonly Spot[], named: readonly number[], plot: { readonly width: number; readonly height: number }, box: { readonly width: number; readonly height: number }): Spot[] {
  const placed: Spot[] = [];
  const isFree = ({ x, y }: Spot): boolean =>
    x >= box.width / 2 && x <= plot.width - box.width / 2 && y >= 0 && y <= plot.height - box.height / 2 &&
    !dots.some((dot) => Math.abs(dot.x - x) < DOT + box.width / 2 && Math.abs(dot.y - y) < DOT + box.height / 2) &&
    !placed.some((other) => Math.abs(other.x - x) < box.width && Math.abs(other.y - y) < box.height);
  for (const index of named) {
    const { x, y } = dots[index]!;
    const near = [[1, 0], [0, -1], [-1, 0], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]] as const;
    const offers = [1, 2, 3, 4, 5].flatMap((ring) => near.map(([right, down]): Spot => ({ x: x + right * (ring * box.width + DOT), y: y + down * (ring * box.height + DOT - 2) })));
    placed.push(offers.find(isFree) ?? { x, y: y - box.height });
  }
  return placed;
}
