/** `outagelab explain`: why one practice lost what it lost. */
import { createHash } from "node:crypto";
import { allNearest, compile, explain, simulateUpstream, type Model } from "../index.js";
import { BadInput, RAN } from "./ending.js";
import { explanationText } from "./explanation.js";
import { readerBeside, readScenario } from "./files.js";
import { printable } from "./printable.js";
import { coloursFor } from "./terminal.js";

export interface ExplainOptions {
  /** From 1. */
  readonly replication: number;
  /** In place of what the scenario says. */
  readonly seed?: string | undefined;
  readonly json?: true | undefined;
}

/** Resolves to the exit status. Throws `BadInput` for a practice that is not there, or of which there are several. */
export async function explainPractice(file: string, wanted: string, { replication, seed, json }: ExplainOptions, version: string): Promise<number> {
  const text = await readScenario(file);
  const { model: written, warnings } = await compile(text, file, readerBeside(file));
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);
  const model = seed === undefined ? written : { ...written, seed };
  const estate = model.whole ?? model.estate;
  const practice = practiceCalled(wanted, estate);
  const { infrastructure, incidents, period } = model;
  const upstream = simulateUpstream(infrastructure, incidents, estate, period, { seed: model.seed, replication: replication - 1 });
  const explanation = explain(infrastructure, incidents, estate, period, upstream, practice);
  if (json === true) {
    const hash = createHash("sha256").update(text).digest("hex");
    process.stdout.write(`${JSON.stringify({ schema: 1, kind: "explanation", version, scenario: { name: model.name, hash }, seed: model.seed, replication, ...explanation }, null, 1)}\n`);
  } else process.stdout.write(explanationText(explanation, replication, coloursFor(process.stdout)));
  return RAN;
}

/** Practices named in a complaint. */
const MOST_NAMED = 3;

/** Index of the practice with this code, or else with this name, or part of a name where only one has it. */
export function practiceCalled(wanted: string, { practices }: Model["estate"]): number {
  const sought = wanted.trim().toLowerCase();
  const code = practices.findIndex((practice) => practice.code.toLowerCase() === sought);
  if (code !== -1) return code;
  const exactly = practices.filter(({ name }) => name.toLowerCase() === sought);
  const found = exactly.length > 0 ? exactly : practices.filter(({ name }) => sought.length > 2 && name.toLowerCase().includes(sought));
  if (found.length === 1) return practices.indexOf(found[0]!);
  const list = (some: typeof practices): string => `${some.slice(0, MOST_NAMED).map((practice) => `${practice.code} (${practice.name})`).join(", ")}${some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : ""}`;
  if (found.length > 1) throw new BadInput(printable(`"${wanted}" is the name of ${found.length} practices: ${list(found)}.\n  Write the code of one of them.`));
  const [byCode, byName] = [allNearest(wanted, practices, (practice) => practice.code), allNearest(wanted, practices, ({ name }) => name)];
  const near = byCode.length > 0 ? byCode : byName;
  const hint = near.length > 0 ? `Did you mean ${list(near)}?` : `Write one of its codes or names, such as ${list(practices.slice(0, 3))}.`;
  throw new BadInput(printable(`"${wanted}" is no practice of this scenario.\n  ${hint}`));
}
