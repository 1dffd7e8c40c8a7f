/** What a comparison of options comes to on one screen, 80 columns by 24 lines: what to buy and how sure that is, the options beside each other, where the page lies. */
import { delayAverted, likely, pounds, recommendation, scaled, stated, type CompareDocument, type Decision } from "../index.js";
import { cut, heightOf, inLine, WIDTH, wrapped } from "./lines.js";
import { inSigns, ROOM, type Colours, type Signs } from "./terminal.js";

type Row = Decision["candidates"][number];

/** Columns. */
const NAME = 27, YEARLY = 10, CHANCE = 10;
const AVERTED = WIDTH - NAME - YEARLY - CHANCE;
/** Rows, of which one after the other is left out until all fits; then prices that would change the choice. */
const MOST_ROWS = 9, LEAST_ROWS = 3;

/** `page`: what was written, as the user may open it. */
export function compareSummary(document: CompareDocument, page: string, colours: Colours, signs: Signs = "blocks"): string {
  const tries = [2, 1, 0].flatMap((named) => Array.from({ length: MOST_ROWS - LEAST_ROWS + 1 }, (_, fewer) => ({ named, rows: MOST_ROWS - fewer })));
  const drafts = tries.map(({ named, rows }) => inSigns(draft(document, page, colours, named, rows), signs));
  return `${drafts.find((each) => heightOf(each) <= ROOM) ?? drafts.at(-1)!}\n`;
}

function draft(document: CompareDocument, page: string, colours: Colours, named: number, most: number): string {
  const { scenario, options, replications } = document;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  return [
    colours.bold(cut(inLine(`${scenario.name}, ${count(options.length, "option")} in ${count(replications, "replication")}`), WIDTH)),
    recommendation(document, named).map((sentence) => wrapped(sentence)).join("\n"),
    "",
    ...table(document, colours, most),
    `Page: ${colours.cyan(page)}`,
  ].join("\n");
}

/** `10.0 (9.2 to 10.7) million`. */
function averted(row: Row): string {
  const [estimate, unit] = scaled(delayAverted(row));
  return `${stated(estimate).replace("about ", "")}${unit}`;
}

/** What is recommended, whole and in its parts, then the other options by themselves, those that avert most first. */
function table({ decision }: CompareDocument, colours: Colours, most: number): string[] {
  const { candidates, recommendation: { candidate }, options, budget } = decision;
  const first = candidates[candidate]!;
  const singles = candidates.filter((row) => row.options.length === 1).sort((a, b) => (delayAverted(b).mean ?? 0) - (delayAverted(a).mean ?? 0) || a.cost.annual - b.cost.annual);
  const isBought = (row: Row): boolean => first.options.includes(row.options[0]!);
  const useful = [...singles.filter(isBought), ...singles.filter((row) => !isBought(row) && (delayAverted(row).mean ?? 0) > 0)];
  const shown = useful.slice(0, most);
  const line = (name: string, row: Row, chance: number | null): string =>
    `${cut(inLine(name), NAME - 1).padEnd(NAME)}${pounds(row.cost.annual).padStart(YEARLY)}${cut(averted(row), AVERTED - 2).padStart(AVERTED)}${likely(chance).padStart(CHANCE)}`;
  const part = (row: Row): number | null => options.find(({ name }) => name === row.options[0])!.inBest;
  const set = budget !== null && first.options.length > 1 ? [line(`all ${first.options.length} recommended`, first, first.chances.both?.probability ?? null)] : [];
  const others = singles.length - shown.length;
  return [
    colours.dim(`${"".padEnd(NAME)}${"a year".padStart(YEARLY)}${"patient-days averted".padStart(AVERTED)}${(budget === null ? "best" : "in best").padStart(CHANCE)}`),
    ...set.map(colours.bold), ...shown.map((row) => (isBought(row) ? colours.bold : String)(line(row.options[0]!, row, part(row)))),
    ...(others === 0 ? [] : [colours.dim(`${others} ${shown.length === 0 ? "" : "more "}${others === 1 ? "option" : "options"}${useful.length > shown.length ? "" : others === 1 ? " averts none" : " avert none"}; the page has ${others === 1 ? "it" : "them"}`)]),
    ...(shown.some((row) => delayAverted(row).low !== null) ? [colours.dim("In brackets 95% intervals, for chance alone; of one such incident.")] : []),
  ];
}
