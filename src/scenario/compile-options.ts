/** Text -> models: a scenario without and with options. */
import type { Option } from "../decision/option.js";
import type { Model } from "../experiment/model.js";
import { applied } from "./apply.js";
import { assemble } from "./assemble.js";
import { withoutMark } from "./check.js";
import { compile, filesNamed, type Compiled } from "./compile.js";
import { ScenarioError, type Complaint } from "./complaint.js";
import { messages } from "./messages.js";
import type { OptionFile } from "./read-option.js";
import { mistakesOfShape } from "./shape.js";
import { readText } from "./text.js";

export interface CompiledArm {
  readonly options: readonly Option[];
  readonly model: Model;
  /** What is to be known of it beyond what is of the scenario, in sentences. */
  readonly warnings: readonly string[];
}

export interface CompiledArms {
  readonly base: Compiled;
  /** In the order of the sets of options. */
  readonly arms: readonly CompiledArm[];
}

/**
 * Compiles the scenario `text` as it stands, and once more with each set of options in force. `file` and `read` are as `compile` has them. Throws `ScenarioError` with every
 * complaint: about the scenario, or about options that have no place in it.
 */
export async function compileArms(text: string, file: string, read: (path: string) => Promise<Uint8Array>, sets: readonly (readonly OptionFile[])[]): Promise<CompiledArms> {
  const base = await compile(text, file, read);
  const { value: root } = readText(withoutMark(text));
  const { files } = await filesNamed(root, read);
  const complaints: Complaint[] = [];
  const arms = sets.flatMap((set): CompiledArm[] => {
    const options = set.map(({ option }) => option);
    const before = complaints.length;
    const changed = applied(root, options, base.model, (option, path, words) => void complaints.push(set.find((each) => each.option === option)!.complaint(path, words)));
    const { model, mistakes, warnings } = assemble(changed, files);
    const names = options.map(({ name }) => name).join(" + ");
    if (complaints.length === before) for (const { words } of [...mistakesOfShape(changed), ...mistakes]) complaints.push(set.at(-1)!.complaint(["change"], messages.doesNotFit(names, words)));
    return model === undefined ? [] : [{ options, model, warnings: warnings.filter((warning) => !base.warnings.includes(warning)).map((warning) => `With ${names}: ${warning}`) }];
  });
  if (complaints.length > 0) throw new ScenarioError([...new Map(complaints.map((complaint) => [`${complaint.file} ${complaint.line} ${complaint.message}`, complaint])).values()]);
  return { base, arms };
}
