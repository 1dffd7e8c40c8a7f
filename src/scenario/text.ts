/** Text -> value: reads YAML 1.2, remembers where everything stands, and bears any text whatever. */
import * as YAML from "yaml";
import { messages, type Words } from "./messages.js";
import type { Slip } from "./mistake.js";
import { nameOf, type Path, type Positions } from "./positions.js";

/** The longest file taken, in characters: three thousand written practices fit in. */
export const LONGEST = 300_000;
/** The language itself goes down eight levels or so. */
const DEEPEST = 50;
/** Values that aliases may repeat: a few lines that are said once and used often, but no explosion. */
const MOST_REPEATED = 10_000;

export interface Reading {
  /** Plain value of the file; undefined where it cannot be read at all. */
  readonly value: unknown;
  readonly positions: Positions;
  readonly slips: readonly Slip[];
}

/** Reads `text`. After a slip of syntax nothing that follows can be trusted, so that is the only one reported then. */
export function readText(text: string): Reading {
  const lines = new YAML.LineCounter();
  const positions: Positions = { text, lines, keys: new Map(), values: new Map() };
  lines.addNewLine(0);
  const refused = (offset: number, words: Words): Reading => ({ value: undefined, positions, slips: [{ offset, words }] });
  if (text.trim() === "") return refused(0, messages.empty());
  if (text.length > LONGEST) return refused(0, messages.tooLong(text.length, LONGEST));
  const unreadable = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/);
  if (unreadable !== -1) {
    for (let at = text.indexOf("\n"); at !== -1 && at < unreadable; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
    return refused(unreadable, messages.notText(foundAt(text, unreadable)));
  }

  const tokens: YAML.CST.Token[] = [];
  const parser = new YAML.Parser(lines.addNewLine);
  for (const lexeme of new YAML.Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // The composer is recursive: what is too deep for it ends the whole process, beyond any catch.
    if (parser.stack.length > DEEPEST) return refused(parser.offset, messages.tooDeep());
    // Composing a long row of broken tokens takes for ever, and only the first is reported.
    if (tokens.at(-1)?.type === "error") break;
  }
  tokens.push(...parser.end());

  const [document, another] = [...new YAML.Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  const slip = document!.errors[0] ?? document!.warnings[0];
  if (slip) {
    // An open quote is noticed where the file ends, and to be looked for where it begins.
    const quote = slip.code === "MISSING_CHAR" && tokens.flatMap(within).find((token) => token.type.endsWith("-quoted-scalar") && endOf(token) === slip.pos[0]);
    if (quote) return refused(quote.offset, messages.openQuote());
    return refused(Math.min(slip.pos[0], text.length), messages.syntax(slip.code, slip.message));
  }
  if (another) return refused(another.range[0], messages.syntax("MULTIPLE_DOCS", ""));
  const { contents } = document!;
  return contents === null || (YAML.isScalar(contents) && contents.value === null) ? refused(0, messages.empty()) : evaluate(contents, positions);
}

/** What stands in the place of plain text; the file was read as UTF-8, in which what is not has become U+FFFD. */
function foundAt(text: string, at: number): string {
  if (/^\ufffd\ufffd(\0[^\0]|[^\0]\0)/.test(text) || /^([^\0]\0){4}/.test(text) || /^(\0[^\0]){4}/.test(text)) return "text in UTF-16";
  const code = text.charCodeAt(at);
  return code === 0xfffd ? "bytes that are not UTF-8" : `a control character (${code})`;
}

function partsOf(token: YAML.CST.Token): YAML.CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  return "items" in token ? token.items.flatMap(({ key, value }) => [key, value].filter((part) => part !== null && part !== undefined)) : [];
}

/** The token and all in it. */
function within(token: YAML.CST.Token): YAML.CST.Token[] {
  return [token, ...partsOf(token).flatMap(within)];
}

function endOf(token: YAML.CST.Token): number {
  return token.offset + ("source" in token ? token.source.length : 0);
}

function evaluate(contents: unknown, positions: Positions): Reading {
  const slips: Slip[] = [];
  let whole = true;
  const anchors = new Map<string, YAML.Node>();
  let repeated = 0;

  const valueOf = (node: unknown, path: Path, within: YAML.Alias | undefined): unknown => {
    if (within && ++repeated > MOST_REPEATED) {
      if (repeated === MOST_REPEATED + 1) slips.push({ offset: startOf(within), words: messages.tooManyAliases(MOST_REPEATED) });
      whole = false;
      return undefined;
    }
    // An absent value stands where its key does.
    if (YAML.isNode(node) && !isAbsent(node)) positions.values.set(nameOf(path), startOf(within ?? node));
    if (YAML.isAlias(node)) {
      const meant = anchors.get(node.source);
      if (meant) return valueOf(meant, path, within ?? node);
      slips.push({ offset: startOf(node), words: messages.unknownAlias(node.source) });
      whole = false;
      return undefined;
    }
    const value = YAML.isMap(node) ? record(node, path, within)
      : YAML.isSeq(node) ? node.items.map((item, index) => valueOf(item, [...path, index], within))
      : YAML.isScalar(node) ? node.value
      : null;
    // Only now, so that nothing can contain itself.
    if (YAML.isNode(node) && "anchor" in node && node.anchor) anchors.set(node.anchor, node);
    return value;
  };

  const record = (map: YAML.YAMLMap, path: Path, within: YAML.Alias | undefined): unknown => {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const offset = YAML.isNode(key) ? startOf(within ?? key) : 0;
      if (!YAML.isScalar(key) || key.value === null || key.value === "") {
        slips.push({ offset, words: messages.keyNotText() });
        continue;
      }
      const name = String(key.value);
      const own = [...path, name];
      if (entries.has(name)) {
        const first = positions.lines.linePos(positions.keys.get(nameOf(own)) ?? 0).line;
        slips.push({ offset, words: messages.duplicateKey(name, first) });
        continue;
      }
      positions.keys.set(nameOf(own), offset);
      positions.values.set(nameOf(own), offset);
      entries.set(name, valueOf(value, own, within));
    }
    return Object.fromEntries(entries);
  };

  const value = valueOf(contents, [], undefined);
  return { value: whole ? value : undefined, positions, slips };
}

function isAbsent(node: YAML.Node): boolean {
  return YAML.isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

function startOf(node: YAML.Node): number {
  return node.range?.[0] ?? 0;
}
