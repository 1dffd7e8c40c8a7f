/** `outagelab reproduce`: simulates again what a result was made from, which it holds itself, and says whether the same comes out. */
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { compile, type Model, type ResultDocument } from "../index.js";
import { firstDifference } from "./difference.js";
import { BadInput, DIFFERS, inWords, RAN } from "./ending.js";
import { readerBeside } from "./files.js";
import { printable } from "./printable.js";
import { produce, written } from "./produce.js";
import { replicationsOf } from "./replications.js";
import { savedResult } from "./saved-result.js";

export interface ReproduceOptions {
  /** Folder of the files that the scenario names, instead of the result's own. */
  readonly inputs?: string | undefined;
  readonly threads: number;
  readonly quiet?: true | undefined;
}

/** Resolves to the exit status. Throws `BadInput` for what is no result, or has lost its inputs, `ScenarioError` where this version no longer takes its scenario, anything else where it cannot finish. */
export async function reproduce(named: string, options: ReproduceOptions, version: string, signal: AbortSignal): Promise<number> {
  const { path, text: bytes, document: result } = await savedResult(named);
  const { scenario: { text }, seed, stoppedBy, slack, returns } = result;
  const read = await inputsOf(result, options.inputs === undefined ? readerBeside(path) : readerBeside(join(options.inputs, "scenario")), options.inputs ?? dirname(path));
  const compiled = await compile(text, `the scenario in ${path}`, read);
  const asked = { ...options, file: `the scenario in ${path}`, slack: slack?.map((level) => level.slack), returns: returns?.map(({ factor }) => factor) };
  const { document } = await produce(text, { ...compiled, model: { ...compiled.model, seed, replications: replicationsAs(result, compiled.model) } }, asked, version, signal);
  // What ended it then, such as a clock, need not end it now.
  return told(path, bytes, result, { ...document, stoppedBy }, version);
}

/** As many replications as there were, looked at as often on the way: that decides how intervals are made, and by which verdicts were reached. */
function replicationsAs({ intervals, tolerance, untilDecided, outcomes }: ResultDocument, model: Model): Model["replications"] {
  const count = outcomes[0]!.replications;
  // No more than the fewest, because the number was fixed or a clock ended it, they were looked at once.
  if (intervals === "student") return { minimum: count, maximum: count, ...(tolerance === undefined ? {} : { tolerance }), ...(untilDecided === undefined ? {} : { untilDecided }) };
  return replicationsOf(model, { maxReplications: count, precision: tolerance, untilDecided });
}

/** Says what came out, and answers with the exit status. */
function told(path: string, bytes: string, before: ResultDocument, now: ResultDocument, version: string): number {
  const isOther = before.version !== version;
  const other = isOther ? `It was made with version ${before.version}, this is version ${version}.` : "";
  // What another version gives it cannot call its own: all else may be the same.
  const again = { ...now, version: before.version };
  if (written(again) === bytes) return say(`${path}: reproduced${isOther ? ", but for the version. " : ": the same to the byte."}${other}`, RAN);
  const difference = firstDifference(JSON.parse(bytes), JSON.parse(written(again)));
  if (difference === null) return say(`${path}: differs. It holds the same, but is not written as it was: another program has saved it. ${other}`, DIFFERS);
  return say(`${path}: differs, first at ${difference.path}:\n  in the file  ${difference.before}\n  now          ${difference.now}\n${other}`, DIFFERS);
}

function say(words: string, status: number): number {
  process.stdout.write(`${printable(words).trimEnd()}\n`);
  return status;
}

/** Reads them as `compile` asks for them; throws `BadInput` where one is not there, or no longer what it was. */
async function inputsOf({ inputs }: ResultDocument, read: (path: string) => Promise<Uint8Array>, folder: string): Promise<(path: string) => Promise<Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const { path, sha256 } of inputs) {
    const bytes = await read(path).catch((error: unknown) => {
      throw new BadInput(`${join(folder, path)}: ${inWords(error)} The result was made from it: say where it is with --inputs.`);
    });
    const found = createHash("sha256").update(bytes).digest("hex");
    if (found !== sha256) throw new BadInput(`${join(folder, path)} is not the file that the result was made from: its SHA-256 is ${found}, not ${sha256}. Say with --inputs where that is.`);
    contents.set(path, bytes);
  }
  return async (path) => contents.get(path) ?? read(path);
}
