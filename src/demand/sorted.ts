const BYTE = 256;
const next = new Int32Array(BYTE);

/**
 * The first `count` of `numbers`, whole ones from 0 to 2^24 - 1, in order: sorted by their bytes, the last byte first, in a fraction of the time that comparing takes. They stand in
 * `spare`, which is as long; what stands in `numbers` afterwards means nothing.
 */
export function sorted(numbers: Int32Array, spare: Int32Array, count: number): Int32Array {
  sortByByte(numbers, spare, count, 0);
  sortByByte(spare, numbers, count, 8);
  sortByByte(numbers, spare, count, 16);
  return spare;
}

/** Numbers with the same byte keep their order. */
function sortByByte(from: Int32Array, to: Int32Array, count: number, shift: number): void {
  next.fill(0);
  for (let i = 0; i < count; i++) next[(from[i]! >>> shift) & (BYTE - 1)]!++;
  let before = 0;
  for (let byte = 0; byte < BYTE; byte++) {
    const own = next[byte]!;
    next[byte] = before;
    before += own;
  }
  for (let i = 0; i < count; i++) to[next[(from[i]! >>> shift) & (BYTE - 1)]!++] = from[i]!;
}
