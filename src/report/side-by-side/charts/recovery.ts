/** Recovery of the practices of one of two results, on the scale that fits both. */
import { barsOf, binFor, isBeyondHorizon } from "../../charts/recovery.js";
import { colours, framed, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { horizonOf, isWithoutEffect, recoveriesOf } from "../../find.js";
import { withinSentence } from "../../labels.js";
import { recoveryTime } from "../../sentences.js";
import type { ResultDocument } from "../../../result/document.js";
import { letterOf, type Pair, type Side } from "../pair.js";

interface Recoveries {
  /** Mean working days of practices that are back before the horizon, and how many are not. */
  readonly within: readonly number[];
  readonly beyond: number;
}

export function recovery(pair: Pair, side: Side, layout: Layout): ChartSpec | undefined {
  const [a, b] = [recoveriesIn(pair.a), recoveriesIn(pair.b)];
  if ([a, b].some(({ within, beyond }) => within.length + beyond === 0) || isWithoutEffect(pair.a) || isWithoutEffect(pair.b)) return undefined;
  const longest = Math.max(0, ...a.within, ...b.within);
  const bin = binFor(longest);
  const most = Math.max(...[a, b].flatMap(({ within, beyond }) => [...barsOf(within, longest).map(({ count }) => count), beyond]));
  const own = side === "a" ? a : b;
  const isCut = a.beyond + b.beyond > 0;
  const bars = barsOf(own.within, longest).map((bar) => ({ ...bar, label: bar.count === 0 ? "" : String(bar.count), isLate: false }));
  const end = bars.at(-1)!.to;
  const late = { from: end + bin, to: end + 2 * bin, middle: end + 1.5 * bin, count: own.beyond, label: String(own.beyond), isLate: true };
  const size = lookOf(layout);
  const [left, height] = [8, 130];
  const title = `${letterOf(side)}: ${withinSentence(recoveryTime(pair[side]))}`;
  const x: Position = { type: "quantitative", scale: { domain: [0, isCut ? end + 3 * bin : end], nice: false } };
  const y: Position = { type: "quantitative", scale: { domain: [0, most * 1.18], nice: false }, axis: null };
  const edges = [...bars.map(({ from }) => from), end].filter((_, index) => index % (bars.length > 12 ? 5 : 1) === 0);
  const axis: Position["axis"] = { grid: false, values: edges, format: "~r", ticks: true, tickColor: colours.grey };
  const values = [...bars, ...(isCut ? [late] : [])];
  const words = values.filter(({ count }) => count > 0).map(({ from, to, count, isLate }) => `${isLate ? `beyond ${horizonOf(pair[side])}` : `${from} to ${to} working days`}: ${count}`);
  return framed(pair[side], {
    layout, left, name: "Recovery times of affected practices", title,
    subtitle: `Affected practices, ${own.within.length + own.beyond} in all, by their mean recovery time in working days from the return of systems.`,
    description: `${title}. Practices by recovery time: ${words.join("; ")}.`,
    panels: [{
      width: size.total - left - 12, height,
      layer: [
        { data: { values: bars }, mark: { type: "bar", color: colours.blue, stroke: "white", strokeWidth: 1 }, encoding: { x: { ...x, field: "from", axis }, x2: { field: "to" }, y: { ...y, field: "count" }, y2: { datum: 0 } } },
        ...(isCut ? [
          { data: { values: [late] }, mark: { type: "bar", color: colours.orange }, encoding: { x: { ...x, field: "from", axis }, x2: { field: "to" }, y: { ...y, field: "count" }, y2: { datum: 0 } } } satisfies Mark,
          { data: { values: [late] }, mark: { type: "text", baseline: "top", dy: 9, text: "beyond", color: colours.grey }, encoding: { x: { ...x, field: "middle", axis }, y: { value: height } } } satisfies Mark,
        ] : []),
        { data: { values }, mark: { type: "text", baseline: "bottom", dy: -3, fontWeight: "bold" }, encoding: { x: { ...x, field: "middle", axis }, y: { ...y, field: "count" }, text: { field: "label" } } },
      ],
    }],
  });
}

function recoveriesIn(document: ResultDocument): Recoveries {
  const rows = recoveriesOf(document);
  const within = rows.filter((row) => !isBeyondHorizon(row)).map(({ mean }) => mean ?? 0);
  return { within, beyond: rows.length - within.length };
}
