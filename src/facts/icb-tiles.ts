/** A tile map of England: one square for each of the 42 ICBs of before April 2026, about where it lies. Our own arrangement; squares that touch are mostly neighbours, and north is up. */

export interface Tile {
  readonly code: string;
  /** As it fits into a square: a line or two, without "and". */
  readonly lines: readonly string[];
  /** From the west, from the north. */
  readonly column: number;
  readonly row: number;
}

const rows: readonly (readonly (readonly [column: number, code: string, ...lines: string[]])[])[] = [
  [[2, "QHM", "North East,", "N Cumbria"]],
  [[1, "QE1", "Lancashire,", "S Cumbria"], [2, "QWO", "West", "Yorkshire"], [3, "QOQ", "Humber,", "N Yorkshire"]],
  [[0, "QYG", "Cheshire,", "Merseyside"], [1, "QOP", "Greater", "Manchester"], [2, "QF7", "South", "Yorkshire"]],
  [[1, "QNC", "Stafford-", "shire, Stoke"], [2, "QJ2", "Derby,", "Derbyshire"], [3, "QT1", "Notting-", "hamshire"], [4, "QJM", "Lincoln-", "shire"]],
  [[0, "QOC", "Shropshire,", "Telford"], [1, "QUA", "Black", "Country"], [2, "QHL", "Birmingham,", "Solihull"], [3, "QK1", "Leicester,", "Rutland"], [4, "QUE", "Cambridge,", "Peterboro’"], [5, "QMM", "Norfolk,", "Waveney"]],
  [[1, "QGH", "Hereford,", "Worcester"], [2, "QWU", "Coventry,", "Warwick"], [3, "QPM", "Northamp-", "tonshire"], [4, "QHG", "Beds, Luton,", "M Keynes"], [5, "QJG", "Suffolk,", "NE Essex"]],
  [[2, "QR1", "Gloucester-", "shire"], [3, "QU9", "Bucks, Oxon,", "Berks W"], [4, "QM7", "Herts,", "W Essex"], [5, "QH8", "Mid and", "S Essex"]],
  [[1, "QUY", "Bristol,", "N Somerset"], [2, "QOX", "Bath, Wilts,", "Swindon"], [3, "QNQ", "Frimley"], [4, "QRV", "NW", "London"], [5, "QMJ", "NC", "London"], [6, "QMF", "NE", "London"]],
  [[1, "QSL", "Somerset"], [2, "QVV", "Dorset"], [3, "QRL", "Hampshire,", "Wight"], [4, "QXU", "Surrey"], [5, "QWE", "SW", "London"], [6, "QKK", "SE", "London"]],
  [[0, "QT6", "Cornwall,", "Scilly"], [1, "QJK", "Devon"], [5, "QNX", "Sussex"], [6, "QKS", "Kent,", "Medway"]],
];

/** From north to south, and from west to east. */
export const icbTiles: readonly Tile[] = rows.flatMap((tiles, row) => tiles.map(([column, code, ...lines]): Tile => ({ code, lines, column, row })));

export const TILE_COLUMNS = 7;
export const TILE_ROWS = rows.length;
