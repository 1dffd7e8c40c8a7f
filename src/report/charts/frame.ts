/** What all charts share: a title that says the finding, a subtitle, panels one below the other, a source line, one look. */
import type { TopLevelSpec } from "vega-lite";
import type { LayerSpec, UnitSpec } from "vega-lite/types_unstable/spec/index.js";
import type { Field, PositionFieldDef } from "vega-lite/types_unstable/channeldef.js";
import type { CalibrationDocument } from "../../result/calibration-document.js";
import type { DecisionDocument } from "../../result/decision-document.js";
import type { ResultDocument } from "../../result/document.js";
import type { IncidentDocument } from "../../result/incident-document.js";
import { simulatedRuns } from "../find.js";
import { exact, plain } from "../numbers.js";
import { lookOf, type Layout, type Look } from "./look.js";
import { textWidth, wrapped } from "./width.js";

export { colours, lookOf, sizes, type Layout, type Look } from "./look.js";

/** A Vega-Lite specification with its data, whose `description` tells the finding to those who cannot see it. */
export type ChartSpec = TopLevelSpec & { readonly description: string };
/** A chart of what `document` holds; undefined where there is nothing to draw. */
export type Chart = (document: ResultDocument, layout?: Layout) => ChartSpec | undefined;
export type Mark = UnitSpec<Field>;
export type Panel = LayerSpec<Field> | Mark;
export type Position = PositionFieldDef<Field>;

export interface Frame {
  readonly layout: Layout;
  /** What is shown, in a few words. */
  readonly name: string;
  /** The finding, in a sentence without a full stop. */
  readonly title: string;
  /** Units, and what the band or line shows. */
  readonly subtitle: string;
  readonly description: string;
  /** Room to the left of the plots, for labels of rows or axes. */
  readonly left: number;
  /** From top to bottom; their plots are `total - left - right` wide. */
  readonly panels: readonly Panel[];
  readonly spacing?: number;
  /** Where the numbers come from, if not from what the document as a whole is of. */
  readonly source?: string;
}

/** Whatever charts are drawn of. */
type Drawn = ResultDocument | IncidentDocument | CalibrationDocument | DecisionDocument;

export function framed(document: Drawn, { layout, name, title: finding, subtitle, description, left, panels, spacing = 18, source: from = sourceOf(document) }: Frame): ChartSpec {
  const look = lookOf(layout);
  const source = wrapped(from, look.total, look.small);
  const title = look.heading ?? (look.isHeadline ? finding : name);
  const below = title === finding ? [subtitle] : [`${finding}.`, subtitle];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    title: { text: wrapped(title, look.total, look.title, "bold"), subtitle: below.flatMap((text) => wrapped(text, look.total, look.subtitle)) },
    vconcat: [
      ...panels,
      {
        width: look.total - left, height: source.length * 14, data: { values: [{}] },
        mark: { type: "text", align: "left", baseline: "top", lineHeight: 14, fontSize: look.small, color: look.colours.grey, text: source },
        encoding: { x: { value: -left }, y: { value: 0 } },
      },
    ],
    spacing,
    background: look.colours.paper,
    padding: { left: look.margin, right: look.margin, top: look.margin + 2, bottom: look.margin + 2 },
    config: configOf(look),
  };
}

/** Where the numbers come from, so that a chart can stand alone. */
function sourceOf(document: Drawn): string {
  if (document.kind === "calibration") return calibrationSource(document);
  const { scenario, seed, version } = document;
  const replications = document.kind === "incident" || document.kind === "compare" ? document.replications : simulatedRuns(document);
  return `Source: simulation with Outage Lab ${version}, ${scenario.name}, ${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`;
}

function calibrationSource({ name, neighbourhoods: { simulated, of }, replications, seed, version }: CalibrationDocument): string {
  return `Source: published figures, and a simulation with Outage Lab ${version}, ${name}, ${exact(simulated)} of ${exact(of)} neighbourhoods, ${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed}`;
}

function configOf({ text, title, subtitle, colours }: Look): TopLevelSpec["config"] {
  return {
    // A chart is described as a whole; a label on every mark would be read out one by one.
    aria: false,
    font: "Arial, Liberation Sans, Helvetica, sans-serif",
    view: { stroke: null },
    concat: { spacing: 18 },
    title: {
      anchor: "start", frame: "bounds", align: "left", offset: 14, color: colours.ink, fontSize: title, lineHeight: title + 5,
      subtitleColor: colours.grey, subtitleFontSize: subtitle, subtitleLineHeight: subtitle + 4, subtitlePadding: 6,
    },
    axis: {
      title: null, domain: false, ticks: false, gridColor: colours.pale, labelColor: colours.grey, labelFontSize: text, labelLimit: 200, labelPadding: 6,
      labelFlush: false,
    },
    text: { fontSize: text, color: colours.ink },
  };
}

/** An expression that gives the label of an axis value; both sides are written by this program, never by a document. */
export function lookup(labels: Readonly<Record<string, string | readonly string[]>>): string {
  return `${JSON.stringify(labels)}[datum.value]`;
}

/** Room for the numbers of an axis that reaches to `top`. */
export function axisRoom(top: number, look: Look): number {
  const widest = top < 1 ? "0.00" : top < 10 ? "0.0" : plain(Math.ceil(top), 1);
  return Math.ceil(textWidth(widest, look.text) * 1.2) + 14;
}

/** A sentence above a panel, at the left edge of the chart. */
export function heading(sentence: string, left: number, look: Look): Mark {
  const lines = wrapped(sentence, look.total, look.text, "bold");
  return {
    data: { values: [{}] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: "bold", fontSize: look.text, lineHeight: look.text + 3, text: lines },
    encoding: { x: { value: -left }, y: { value: -12 - (lines.length - 1) * (look.text + 3) } },
  };
}

/** Names of rows, left of the plot, each centred on its row; the data hold `name`, a list of lines. */
export function rowNames(y: Position, left: number, look: Look): Mark {
  const lineHeight = look.text + 2;
  return {
    mark: { type: "text", align: "left", baseline: "middle", lineHeight, dy: { expr: `(1 - length(datum.name)) * ${lineHeight / 2}` } },
    encoding: { y, x: { value: -left }, text: { field: "name" } },
  };
}

/** Height of rows that hold such names. */
export function rowHeight(names: readonly (readonly string[])[], look: Look): number {
  return Math.max(1, ...names.map(({ length }) => length)) * (look.text + 2) + 8;
}
