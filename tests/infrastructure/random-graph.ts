/** Random graphs of components, and an independent reading of them. */
import fc from "fast-check";
import type { Expression, Infrastructure } from "../../src/infrastructure/model.js";
import { graphOf } from "./small-estate.js";

/** Components of each graph. */
export const SIZE = 7;

/** Expressions over components with a number of at least `first`, so that no circle can arise. */
const expressionFrom = (first: number): fc.Arbitrary<Expression> => {
  const name = fc.integer({ min: first, max: SIZE - 1 }).map(String);
  const several = (term: fc.Arbitrary<Expression>) => fc.array(term, { minLength: 1, maxLength: 3 });
  const pair = (term: fc.Arbitrary<Expression>) => fc.oneof(term, several(term).map((all) => ({ all })), several(term).map((any) => ({ any })));
  return pair(pair(name));
};
export const graph: fc.Arbitrary<Infrastructure> = fc
  .tuple(...Array.from({ length: SIZE }, (_, id) => (id === SIZE - 1 ? fc.constant(undefined) : fc.option(expressionFrom(id + 1), { nil: undefined }))), expressionFrom(0))
  .map((parts) => graphOf(parts.slice(0, SIZE), parts[SIZE]!));

/**
 * Every set of components that would do, as bits, by writing out all choices: an independent reading of the graph, without levels or order.
 * Seven components have 128 sets at most.
 */
export function waysTo(expression: Expression, infrastructure: Infrastructure): Set<number> {
  if (typeof expression === "string") {
    const { needs } = infrastructure.components.find(({ id }) => id === expression)!;
    const itself = 1 << Number(expression);
    return needs === undefined ? new Set([itself]) : new Set([...waysTo(needs, infrastructure)].map((way) => way | itself));
  }
  if ("any" in expression) return new Set(expression.any.flatMap((term) => [...waysTo(term, infrastructure)]));
  return expression.all.reduce((ways, term) => {
    const more = [...waysTo(term, infrastructure)];
    return new Set([...ways].flatMap((way) => more.map((other) => way | other)));
  }, new Set([0]));
}
