/** HTML that cannot be broken by what it quotes: every value put into `html` is escaped unless it is itself `Html`. */

/** Markup made by `html` and `raw`. A class, so that no document can pass for it, whatever somebody wrote into its file. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  get markup(): string {
    return this.#markup;
  }
}

export type Content = Html | string | number | null | undefined | readonly Content[];

/** Text between tags or within quoted attributes is escaped; lists are joined; null and undefined are nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return raw(texts.reduce((before, text, index) => before + markupOf(values[index - 1]) + text));
}

/** Markup that is trusted as it is. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Safe as text and within quoted attributes. */
export function escaped(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
}

/**
 * Without control characters but tabs and line breaks, which neither HTML nor XML knows; without marks that turn the direction of all that follows, which make a reader see what is not written; and without halves of characters.
 */
export function printable(text: string): string {
  return text.replace(/[^\t\n\r\P{Cc}]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "").replace(/\p{Cs}/gu, "\ufffd");
}

function markupOf(value: Content): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Html) return value.markup;
  return Array.isArray(value) ? value.map(markupOf).join("") : escaped(String(value));
}
