/** Completion in the languages of four shells. Each stands alone: no package of completions is needed. */

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

/** `program`, its commands, and what stands before any command. */
type Script = (program: string, commands: readonly Completed[], flags: readonly Flag[]) => string;

export const scripts: Readonly<Record<Shell, Script>> = { bash, zsh, fish, powershell };

function wordsOf(flags: readonly Flag[]): string[] {
  return flags.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
}

/** What stands at the place of an argument; the last may stand at many. */
function lastOf({ values }: Completed): Value {
  return values.at(-1) ?? "text";
}

// Bash 3.2, which Macs have, knows neither compopt nor mapfile.
function bash(program: string, commands: readonly Completed[], flags: readonly Flag[]): string {
  const name = `_${program}`;
  const offer = (value: Value): string => {
    if (typeof value !== "string") return `${name}_words "${value.join(" ")}"`;
    return { scenario: `${name}_files '!*.y*ml'`, result: `${name}_files '!*.json'`, folder: `${name}_files '*'`, file: `${name}_files ''`, text: ":" }[value];
  };
  const ofFlags = commands.flatMap(({ name: command, flags: own }) => own.flatMap(({ name: flag, value }) => (value === null ? [] : [`    "${command} ${flag}") ${offer(value)}; return ;;`])));
  const ofCommands = commands.map((command) => `    ${command.name})
      if [[ $current == -* ]]; then ${offer(wordsOf(command.flags))}
      else case $place in
${command.values.map((value, place) => `        ${place}) ${offer(value)} ;;`).join("\n")}${command.values.length > 0 ? "\n" : ""}        *) ${command.isRepeated ? offer(lastOf(command)) : ":"} ;;
      esac; fi ;;`);
  return `# Completion of ${program} for bash. In ~/.bashrc: eval "$(${program} completion bash)"
${name}_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}
${name}_files() {
  local IFS=$'\\n'
  compopt -o filenames 2> /dev/null
  COMPREPLY=($(compgen -d -- "$current") $(compgen -f -X "\${1:-!*}" -- "$current"))
}
${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= at place=0
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ -z $command ]]; then [[ \${COMP_WORDS[at]} == -* ]] || command=\${COMP_WORDS[at]}
    elif [[ \${COMP_WORDS[at]} != -* ]]; then
      case "$command \${COMP_WORDS[at - 1]}" in
        ${valuedFlags(commands) || "''"}) ;;
        *) ((place++)) ;;
      esac
    fi
  done
  case "$command $previous" in
${ofFlags.join("\n")}
  esac
  case $command in
    '')
      if [[ $current == -* ]]; then ${offer(wordsOf(flags))}
      else ${offer(commands.map((command) => command.name))}; fi ;;
${ofCommands.join("\n")}
  esac
}
complete -F ${name} ${program}
`;
}

/** Patterns of a command and a flag after which a word is no argument. */
function valuedFlags(commands: readonly Completed[]): string {
  return commands.flatMap(({ name, flags }) => flags.filter(({ value }) => value !== null).map((flag) => `"${name} ${flag.name}"`)).join("|");
}

function zsh(program: string, commands: readonly Completed[], flags: readonly Flag[]): string {
  const offer = (value: Value): string => {
    if (typeof value !== "string") return `(${value.join(" ")})`;
    return { scenario: "_files -g \"*.y(a|)ml\"", result: "_files -g \"*.json\"", folder: "_files -/", file: "_files", text: " " }[value];
  };
  const told = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&").replaceAll("'", "'\\''");
  const flag = ({ name, short, about, value }: Flag): string => [name, ...(short === undefined ? [] : [short])].map((word) => `'${word}[${told(about)}]${value === null ? "" : `:value:${offer(value)}`}'`).join(" ");
  const values = (command: Completed): string[] => [
    ...command.values.slice(0, command.isRepeated ? -1 : undefined).map((value, at) => `'${at + 1}:argument:${offer(value)}'`), ...(command.isRepeated ? [`'*:argument:${offer(lastOf(command))}'`] : []),
  ];
  return `#compdef ${program}
# Completion of ${program} for zsh. In ~/.zshrc, after compinit: eval "$(${program} completion zsh)"
_${program}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    '${name}:${told(about)}'`).join("\n")}
  )
  _arguments -C ${flags.map(flag).join(" ")} '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${commands.map((command) => `        ${command.name}) _arguments ${[...command.flags.map(flag), ...values(command)].join(" ")} ;;`).join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_${program}" ]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

function fish(program: string, commands: readonly Completed[], flags: readonly Flag[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const offer = (value: Value): string => {
    if (typeof value !== "string") return ` -a ${quoted(value.join(" "))}`;
    return { scenario: " -k -a '(__fish_complete_suffix .yaml .yml)'", result: " -k -a '(__fish_complete_suffix .json)'", folder: " -a '(__fish_complete_directories)'", file: " -F", text: "" }[value];
  };
  const flag = ({ name, short, about, value }: Flag): string => `${name.startsWith("--") ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`}${short === undefined ? "" : ` -s ${short.slice(1)}`}${value === null ? "" : ` -x${offer(value)}`} -d ${quoted(about)}`;
  const line = (condition: string, rest: string): string => `complete -c ${program} -n ${quoted(condition)}${rest}`;
  return `# Completion of ${program} for fish: ${program} completion fish > ~/.config/fish/completions/${program}.fish
complete -c ${program} -f
${[
    ...flags.map((each) => line("__fish_use_subcommand", flag(each))), ...commands.map(({ name, about }) => line("__fish_use_subcommand", ` -a ${name} -d ${quoted(about)}`)),
    ...commands.flatMap((command) => [
      ...command.flags.map((each) => line(`__fish_seen_subcommand_from ${command.name}`, flag(each))), ...[...new Set(command.values)].filter((value) => value !== "text").map((value) => line(`__fish_seen_subcommand_from ${command.name}`, offer(value))),
    ]),
  ].join("\n").replaceAll(" -x -F", " -r -F")}
`;
}

function powershell(program: string, commands: readonly Completed[], flags: readonly Flag[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const list = (words: readonly string[]): string => `@(${words.map(quoted).join(", ")})`;
  // Files and folders are what PowerShell offers by itself where nothing is offered.
  const choices = ({ values }: Completed): string[] => values.flatMap((value) => (typeof value === "string" ? [] : value));
  return `# Completion of ${program} for PowerShell. In $PROFILE: ${program} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($current, $line, $position)
  $flags = @{
    '' = ${list(wordsOf(flags))}
${commands.map((command) => `    ${quoted(command.name)} = ${list(wordsOf(command.flags))}`).join("\n")}
  }
  $words = @{
    '' = ${list(commands.map(({ name }) => name))}
${commands.map((command) => `    ${quoted(command.name)} = ${list(choices(command))}`).join("\n")}
  }
  $before = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = $before | Where-Object { $_ -in $words[''] } | Select-Object -First 1
  if ($null -eq $command) { $command = '' }
  $offered = if ($current.StartsWith('-')) { $flags[$command] } else { $words[$command] }
  $offered | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
