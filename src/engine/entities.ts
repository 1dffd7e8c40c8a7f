import { longer, numbered, type Column } from "./column.js";

/**
 * Those who come and go, as integers from 0, with one column an attribute. The number of one who left is given to one who comes later, so memory grows
 * with how many are there at a time, not with how many there ever were.
 */
export interface Entities {
  /** How many are there. */
  present: number;
  /** From `present` on, the numbers that are free. */
  numbers: Int32Array;
  /** By number: 1 while it is in use. */
  inUse: Uint8Array;
}

type ColumnOf = { new (length: number): Column };

/** For example `createEntities({ joinedAt: Float64Array, calls: Int32Array })`, where `joinedAt[entity]` is the attribute of an entity. Columns grow by being replaced: read them as `entities.joinedAt` each time. */
export function createEntities<C extends Record<string, ColumnOf>>(columns: C, capacity = 256): Entities & { [name in keyof C]: InstanceType<C[name]> } {
  const entities: Entities & Record<string, Column | number> = { present: 0, numbers: numbered(new Int32Array(capacity)), inUse: new Uint8Array(capacity) };
  for (const [name, Kind] of Object.entries(columns)) {
    if (name in entities) throw new TypeError(`entities have a "${name}" of their own; name the column otherwise`);
    entities[name] = new Kind(capacity);
  }
  return entities as ReturnType<typeof createEntities<C>>;
}

/** The number of one who comes. Its columns hold what whoever had the number before left in them, 0 where there was none. */
export function create(entities: Entities): number {
  if (entities.present === entities.numbers.length) grow(entities);
  const entity = entities.numbers[entities.present++]!;
  entities.inUse[entity] = 1;
  return entity;
}

/** Gives the number of one who leaves free. */
export function dispose(entities: Entities, entity: number): void {
  if (entities.inUse[entity] !== 1) throw new RangeError(`there is no entity ${entity} to dispose of`);
  entities.inUse[entity] = 0;
  entities.numbers[--entities.present] = entity;
}

function grow(entities: Entities): void {
  const before = entities.numbers.length;
  const columns = entities as unknown as Record<string, Column | number>;
  for (const [name, column] of Object.entries(columns)) if (typeof column !== "number") columns[name] = longer(column, Math.max(16, before * 2));
  numbered(entities.numbers, before);
}
