/** `outagelab completion`: what a shell needs to complete a command line, taken from the program's own commands and options. */
import type { CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { scripts } from "./completion-scripts.js";

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

/** What can stand in a place: `text` is anything, of which a shell knows nothing. */
export type Value = "scenario" | "result" | "folder" | "file" | "text" | readonly string[];

export interface Flag {
  /** `--out` */
  readonly name: string;
  readonly short?: string | undefined;
  readonly about: string;
  /** null for one that stands alone; what may be left out, a shell does not offer. */
  readonly value: Value | null;
}

export interface Completed {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly Flag[];
  /** In their order; the last may come again and again where `isRepeated`. */
  readonly values: readonly Value[];
  readonly isRepeated: boolean;
}

/** A script that the shell evaluates when it starts. It knows this version's commands, and asks nothing of the program. */
export function completionScript(program: CommandUnknownOpts, shell: Shell): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program).map((command): Completed => ({
    name: command.name(), about: inShort(command.description()), flags: help.visibleOptions(command).map(flagOf),
    values: command.registeredArguments.map((argument) => argument.argChoices ?? (argument.name() === "file" ? "scenario" : valueNamed(argument.name()))), isRepeated: command.registeredArguments.some(({ variadic }) => variadic),
  }));
  const names = commands.map(({ name }) => name);
  return scripts[shell](program.name(), commands.map((command) => (command.name === "help" ? { ...command, values: [names] } : command)), help.visibleOptions(program).map(flagOf));
}

function flagOf(option: Option): Flag {
  const value = /<([\w-]+)>/.exec(option.flags)?.[1];
  return { name: option.long ?? option.short!, short: option.long === undefined ? undefined : option.short, about: inShort(option.description), value: value === undefined ? null : option.argChoices ?? valueNamed(value) };
}

/** By the names that the command line gives to what is to be typed; a file that is an argument is a scenario. */
function valueNamed(name: string): Value {
  switch (name) {
    case "result": case "folder": case "file": return name;
    default: return "text";
  }
}

/** Its first clause: a shell shows one line. */
function inShort(about: string): string {
  return about.split(/[;,:(]/)[0]!.trim();
}
