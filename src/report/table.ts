/** Tables whose headers say what they head. Those of four columns or more become a list of cards on a telephone. */
import { html, type Content, type Html } from "./html.js";

export interface Column {
  readonly head: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
}

export interface Group {
  /** Above the rows of the group, across all columns. */
  readonly head?: Content;
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly Content[])[];
}

const FITS_A_TELEPHONE = 3;

/** A table; `id` must be unique on the page. One whose rows begin with long texts may ask for `cards` whatever its columns. */
export function table(id: string, caption: Content, columns: readonly Column[], groups: readonly Group[], narrow: "cards" | "table" = columns.length > FITS_A_TELEPHONE ? "cards" : "table"): Html {
  const heads = columns.map(({ head, numeric }) => html`<th scope="col" role="columnheader"${classOf(numeric)}>${head}</th>`);
  // Roles are said aloud: a browser forgets them where the style makes cards of rows.
  // A frame that is pushed sideways must be reached by those who have no mouse.
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}-caption"><table id="${id}" role="table"${narrow === "cards" ? html` class="cards"` : null}>
<caption id="${id}-caption">${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
${groups.map((group) => body(columns, group))}</table></div>
`;
}

function body(columns: readonly Column[], { head, rows }: Group): Html {
  const title = head === undefined ? null : html`<tr role="row" class="group"><th scope="rowgroup" role="rowheader" colspan="${columns.length}">${head}</th></tr>\n`;
  return html`<tbody role="rowgroup">
${title}${rows.map((cells) => html`<tr role="row">${cells.map((content, index) => cell(content, index, columns[index]!))}</tr>\n`)}</tbody>
`;
}

function cell(content: Content, index: number, { head, numeric }: Column): Html {
  if (index === 0) return html`<th scope="row" role="rowheader"${classOf(numeric)}>${content}</th>`;
  return html`<td role="cell"${classOf(numeric)} data-head="${head}">${content}</td>`;
}

function classOf(numeric: boolean | undefined): Html | null {
  return numeric === true ? html` class="number"` : null;
}
