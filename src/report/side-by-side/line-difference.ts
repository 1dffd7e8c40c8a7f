/** Which lines of one text another does not have, and the other way round. */

/** Lines of `before` that `after` has not, and what stands in their place. */
export interface Change {
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Numbers of the first of each, from 0, in the texts. */
  readonly at: readonly [before: number, after: number];
}

/** Beyond so many pairs of lines what differs is one change, without a search for what both have within it. */
const MOST_PAIRS = 4_000_000;

/** By the longest common subsequence, after what both begin and end with. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const changes = within(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return changes.map(({ gone, added, at: [one, other] }) => ({ gone, added, at: [one + head, other + head] }));
}

function within(before: readonly string[], after: readonly string[]): Change[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > MOST_PAIRS) return [{ gone: before, added: after, at: [0, 0] }];
  // Length of what both have in common from there on.
  const common = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      common[row]![column] = before[row] === after[column] ? common[row + 1]![column + 1]! + 1 : Math.max(common[row + 1]![column]!, common[row]![column + 1]!);
    }
  }
  const changes: Change[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [fromRow, fromColumn] = [row, column];
    while ((row < rows || column < columns) && !(row < rows && column < columns && before[row] === after[column])) {
      if (column >= columns || (row < rows && common[row + 1]![column]! >= common[row]![column + 1]!)) row++;
      else column++;
    }
    if (row > fromRow || column > fromColumn) changes.push({ gone: before.slice(fromRow, row), added: after.slice(fromColumn, column), at: [fromRow, fromColumn] });
    while (row < rows && column < columns && before[row] === after[column]) [row, column] = [row + 1, column + 1];
  }
  return changes;
}
