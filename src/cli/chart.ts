/** `outagelab chart`: draws charts of a result that was saved, in another width, look or format, or says which there are. */
import { stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import {
  allNearest, calibrationDrawables, drawablesOf, drawablesOfIncidents, lookFor, render, type CalibrationDocument, type CompareDocument, type Drawable, type IncidentDocument, type Look, type ResultDocument, type Theme,
} from "../index.js";
import { BadInput, inWords, RAN } from "./ending.js";
import { writeFiles } from "./files.js";
import { wrapped } from "./lines.js";
import { png } from "./png.js";
import { printable } from "./printable.js";
import { resultIn, savedFile, type SavedFile } from "./saved-result.js";

export const formats = ["svg", "png", "vl.json", "csv"] as const;
export type Format = (typeof formats)[number];
export const themes = ["screen", "print", "dark"] as const satisfies readonly Theme[];

export interface ChartOptions {
  readonly format?: Format | undefined;
  /** Pixels. */
  readonly width: number;
  readonly title?: string | undefined;
  readonly theme: Theme;
  /** File of a chart, folder of all, `-` for standard output. */
  readonly out?: string | undefined;
}

/** Resolves to the exit status. Throws `BadInput` for what is no result, and for a chart that it has not. */
export async function chart(path: string, name: string | undefined, options: ChartOptions, signal: AbortSignal): Promise<number> {
  const saved = await savedFile(path, names, "there is no result.json, calibration.json or incident.json in that folder. Name a folder that outagelab has written.");
  const file = saved.path;
  const drawables = drawablesIn(saved);
  const look = lookFor(options.theme, options.width, options.title);
  if (name === undefined) return options.out === undefined ? list(file, drawables, look) : all(file, drawables, look, { ...options, out: options.out }, signal);
  const drawable = drawables.find((each) => each.name === name);
  if (drawable === undefined) throw new BadInput(`${file} has no chart “${name}”.${nearestTo(name, drawables)}\n  Charts: ${drawables.map((each) => each.name).join(", ")}`);
  const ending = formatOf(options.out);
  if (options.format !== undefined && ending !== undefined && ending !== options.format) throw new BadInput(`--out ${options.out} ends as ${ending}, but --format says ${options.format}. Leave --format away, or name another file.`);
  const format = options.format ?? ending ?? "svg";
  const content = await drawn(file, drawable, look, format);
  if (content === undefined) throw new BadInput(`${file}: there is no chart “${name}” to draw: ${drawable.whyNot}.`);
  if (options.out === "-") {
    process.stdout.write(content);
    return RAN;
  }
  const isFolder = options.out !== undefined && (/[/\\]$/.test(options.out) || (await stat(options.out).catch(() => undefined))?.isDirectory() === true);
  const target = options.out === undefined ? `${name}.${format}` : isFolder ? join(options.out, `${name}.${format}`) : options.out;
  await writeFiles(dirname(target), new Map([[basename(target), content]]), signal);
  return say(target);
}

/** The folder of a run holds its result; so do those of a calibration and of incidents alone. */
const names = ["result.json", "calibration.json", "incident.json", "compare.json"];

function drawablesIn(file: SavedFile): Drawable[] {
  const named = "Name a result.json, calibration.json or incident.json that outagelab has written.";
  let found: Partial<ResultDocument | CalibrationDocument | IncidentDocument | CompareDocument> | null;
  try {
    found = JSON.parse(file.text) as typeof found;
  } catch (error) {
    throw new BadInput(`${file.path}: it is no JSON (${inWords(error)}). ${named}`);
  }
  if (found?.kind === "run") return drawablesOf(resultIn(file));
  if (found?.kind === "compare") throw new BadInput(`${file.path}: it is a comparison of options, whose charts lie beside it, in the folder charts, as SVG and Vega-Lite.`);
  if (found?.kind !== "calibration" && found?.kind !== "incident") throw new BadInput(`${file.path}: it is no result. ${named}`);
  if (found.schema !== 1) throw new BadInput(`${file.path}: its schema is ${JSON.stringify(found.schema)}, this version knows 1. Take the version that made it: ${JSON.stringify(found.version)}.`);
  return whole(file.path, () => (found.kind === "calibration" ? calibrationDrawables(found as CalibrationDocument) : drawablesOfIncidents(found as IncidentDocument)));
}

/** What a document of which a part is missing cannot give. */
function whole<Made>(file: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw new BadInput(`${file}: part of it is missing or not as outagelab writes it (${inWords(error)}).`);
  }
}

function list(file: string, drawables: readonly Drawable[], look: Look): number {
  const width = Math.max(...drawables.map(({ name }) => name.length)) + 4;
  const there = drawables.filter((drawable) => whole(file, () => drawable.chart(look)) !== undefined);
  const lines = drawables.map((drawable) => wrapped(`${drawable.about}${there.includes(drawable) ? "" : ` (not of this result: ${drawable.whyNot})`}`, " ".repeat(width), `  ${drawable.name}`.padEnd(width)));
  const how = there.length === 0 ? "" : `\n\nDraw one:  outagelab chart ${file} ${there[0]!.name}\nDraw all:  outagelab chart ${file} --out charts`;
  process.stdout.write(`${printable(`Charts of ${file}:\n${lines.join("\n")}${how}`)}\n`);
  return RAN;
}

/** Those for which there is something to draw. */
async function all(file: string, drawables: readonly Drawable[], look: Look, { out, title, format = "svg" }: ChartOptions & { readonly out: string }, signal: AbortSignal): Promise<number> {
  if (title !== undefined) throw new BadInput("--title is for one chart: name it before the options, such as outagelab chart result.json backlog --title \"...\".");
  if (out === "-" || formatOf(out) !== undefined || (await stat(out).catch(() => undefined))?.isFile() === true) {
    throw new BadInput(`--out ${out} is a file. Name the chart to write there (${drawables.map(({ name }) => name).join(", ")}), or a folder for all of them.`);
  }
  const files = new Map<string, string | Buffer>();
  for (const drawable of drawables) {
    signal.throwIfAborted();
    const content = await drawn(file, drawable, look, format);
    if (content !== undefined) files.set(`${drawable.name}.${format}`, content);
    else process.stderr.write(printable(`No chart “${drawable.name}”: ${drawable.whyNot}.\n`));
  }
  await writeFiles(out, files, signal);
  for (const name of files.keys()) say(join(out, name));
  return RAN;
}

/** What is written; undefined where there is nothing to draw. */
async function drawn(file: string, drawable: Drawable, look: Look, format: Format): Promise<string | Buffer | undefined> {
  const spec = whole(file, () => drawable.chart(look));
  if (spec === undefined) return undefined;
  if (format === "csv") return whole(file, () => drawable.table()).text;
  if (format === "vl.json") return `${JSON.stringify(spec, null, 2)}\n`;
  const svg = await render(spec);
  return format === "svg" ? `${svg}\n` : png(svg);
}

/** As a file's name ends. */
function formatOf(out: string | undefined): Format | undefined {
  if (out === undefined) return undefined;
  return out.endsWith(".vl.json") ? "vl.json" : formats.find((format) => extname(out) === `.${format}`);
}

function nearestTo(name: string, drawables: readonly Drawable[]): string {
  const near = allNearest(name, drawables, (each) => each.name).map((each) => each.name);
  return near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
}

function say(path: string): number {
  process.stdout.write(`${printable(path)}\n`);
  return RAN;
}
