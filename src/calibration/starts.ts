/** The states from which ordinary weeks are simulated to see whether their beginning matters. A state is told as a demand: what was asked for before the first day, and what waits. */
import type { Demand, Items, Needs } from "../demand/demand.js";
import { drawDemand, type Place } from "../demand/draw.js";
import { DAY, dateOf, firstDay } from "../facts/days.js";
import type { Start } from "./warm-up-types.js";

/** Of an overfull diary: one in so many appointments again; and as many working days' results, letters, requests and forms as a week has are still to be dealt with. */
const ONE_IN = 4, WEEK = 7;

/** From the first day on the same in all three. */
export function demandFrom(start: Start, place: Place, seeded: Demand): Demand {
  if (start === "seeded") return seeded;
  const practices = seeded.needs.firstOf.length - 1;
  if (start === "empty") return { needs: joined(practices, [{ table: seeded.needs, keeps: (need) => seeded.needs.arrivesAt[need]! >= 0 }]), items: seeded.items };
  const surplus = surplusOf(place);
  const { arrivesAt, wantedDays } = surplus.needs;
  const isAhead = (need: number): boolean => arrivesAt[need]! < 0 && Math.floor(arrivesAt[need]! / DAY) + wantedDays[need]! >= 0;
  return {
    needs: joined(practices, [{ table: surplus.needs, keeps: (need) => isAhead(need) && need % ONE_IN === 0 }, { table: seeded.needs, keeps: () => true }]),
    // They wait when the doors open.
    items: joined(practices, [{ table: { ...surplus.items, arrivesAt: new Float64Array(surplus.items.count) }, keeps: () => true }, { table: seeded.items, keeps: () => true }]),
  };
}

/** What other patients asked for before the first day, and what came in in the week from then on: of a replication that no study has. */
function surplusOf(place: Place): Demand {
  return drawDemand({ ...place, replication: -1 - place.replication, period: { start: dateOf(firstDay(place.period)), warmUpDays: 0, days: WEEK } });
}

/** Rows that are kept of tables with the same columns: by practice, and of each in the order of the tables. */
function joined<T extends Needs | Items>(practices: number, parts: readonly { readonly table: T; readonly keeps: (row: number) => boolean }[]): T {
  const firstOf = new Int32Array(practices + 1);
  const rows: number[] = [], tables: T[] = [];
  for (let place = 0; place < practices; place++) {
    for (const { table, keeps } of parts) {
      for (let row = table.firstOf[place]!; row < table.firstOf[place + 1]!; row++) {
        if (!keeps(row)) continue;
        rows.push(row);
        tables.push(table);
      }
    }
    firstOf[place + 1] = rows.length;
  }
  const columns = Object.entries(parts[0]!.table).filter(([name]) => name !== "count" && name !== "firstOf").map(([name, like]) => {
    const column = new (like.constructor as Float64ArrayConstructor)(rows.length);
    rows.forEach((row, at) => (column[at] = (tables[at]![name as keyof T] as ArrayLike<number>)[row]!));
    return [name, column];
  });
  return { count: rows.length, firstOf, ...Object.fromEntries(columns) } as T;
}
