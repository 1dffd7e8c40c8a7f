/** Any kind of typed array: one attribute of many things, by their number. */
export type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** Whether it is a typed array; one of another kind, such as Node's Buffer, which shares its memory, is not. */
export function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value) && Object.getPrototypeOf(value.constructor) === Object.getPrototypeOf(Uint8Array);
}

/** The same column with room for `length`, where what is new holds `rest`. */
export function longer<C extends Column>(column: C, length: number, rest = 0): C {
  const longer = new (column.constructor as new (length: number) => C)(length);
  longer.set(column);
  longer.fill(rest, column.length);
  return longer;
}

/** The column, with each thing's own number from `from` on. */
export function numbered(column: Int32Array, from = 0): Int32Array {
  for (let i = from; i < column.length; i++) column[i] = i;
  return column;
}
