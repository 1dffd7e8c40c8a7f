/** `outagelab completion`: what a shell needs to complete a command line, taken from the program's own commands and options. */
import type { CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { scripts, type Completed, type Flag, type Shell, type Value } from "./completion-scripts.js";

/** A script that the shell evaluates when it starts. It knows the commands of this version and asks nothing of the program, which would take half a second at every press of the key. */
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
