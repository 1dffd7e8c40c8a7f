/** HTML that cannot be broken by what it quotes: every value put into `html` is escaped unless it is itself `Html`. */

export interface Html {
  readonly markup: string;
}

export type Content = Html | string | number | null | undefined | readonly Content[];

/** Text between tags or within quoted attributes is escaped; lists are joined; null and undefined are nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return raw(texts.reduce((before, text, index) => before + markupOf(values[index - 1]) + text));
}

/** Markup that is trusted as it is. */
export function raw(markup: string): Html {
  return { markup };
}

/** Safe as text and within quoted attributes; control characters, which neither HTML nor XML knows, are left out. */
export function escaped(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
}

/** Without control characters, but with tabs and line breaks. */
export function printable(text: string): string {
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, "");
}

function markupOf(value: Content): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return "markup" in value ? value.markup : value.map(markupOf).join("");
}
