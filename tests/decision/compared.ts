/** Small scenarios compared with options in this process, and the catalogue as it is shipped. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compare, prepare, type ComparedArms } from "../../src/decision/compare.js";
import type { Effect } from "../../src/decision/comparison.js";
import { simulateArmUnit, type ArmUnit } from "../../src/experiment/arms.js";
import { compileArms } from "../../src/scenario/compile-options.js";
import { readOptions, type OptionFile } from "../../src/scenario/read-option.js";

const folder = fileURLToPath(new URL("../../scenarios/options/", import.meta.url));
const texts = readdirSync(folder).sort().map((file) => ({ file: `scenarios/options/${file}`, text: readFileSync(folder + file, "utf8") }));

export const catalogue: readonly OptionFile[] = readOptions(texts);

/** Options of the catalogue, and those whose text is given, by name. */
export function named(names: readonly string[], ...own: readonly string[]): OptionFile[] {
  const all = readOptions(texts, own.map((text, index) => ({ file: `own-${index}.yaml`, text })));
  return names.map((name) => all.find(({ option }) => option.name === name)!);
}

export interface Fault {
  /** Incidents, as YAML in flow style. */
  readonly incidents: string;
  readonly clinicalSystem?: string;
  readonly tags?: string;
  readonly replications?: number;
  readonly telephony?: string;
}

/** Two practices of a neighbourhood of Kent and Medway, and one by itself. */
export function scenarioOf({ incidents, clinicalSystem = "EMIS Web", tags = "[]", replications = 2, telephony = "cloud" }: Fault): string {
  const practice = (code: string, patients: number, neighbourhood: string) =>
    `{code: ${code}, patients: ${patients}, region: QKS, neighbourhood: ${neighbourhood}, clinicalSystem: ${clinicalSystem}, telephony: ${telephony}, tags: ${tags}}`;
  return `question: What would have helped?
name: small
calendar: {start: 2023-03-13, days: 19, warmUp: 7}
estate: {written: {practices: [${practice("P1", 2500, "N1")}, ${practice("P2", 2000, "N1")}, ${practice("P3", 2200, "N2")}]}}
incidents: ${incidents}
experiment: {replications: ${replications}, steady: ignore}
`;
}

/** Also the units that were simulated. */
export async function comparedWith(text: string, sets: readonly (readonly OptionFile[])[]): Promise<ComparedArms & { readonly units: readonly ArmUnit[] }> {
  const { base, arms } = await compileArms(text, "small.yaml", () => Promise.reject(new Error("no files")), sets);
  const prepared = prepare(base.model, arms);
  const units: ArmUnit[] = [];
  const compared = await compare(base.model, arms, prepared, async (unit) => {
    units.push(unit);
    return simulateArmUnit(prepared.models, unit);
  });
  return { ...compared, units };
}

export function effectOf({ effects }: Pick<ComparedArms, "effects">, arm: string, id: string, part = "all"): Effect {
  return effects.find((effect) => effect.arm === arm && effect.id === id && effect.part === part && effect.where === "all")!;
}
