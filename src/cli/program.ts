/** The command line: commands, options, and what they mean. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Argument, Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { calibrateAgainstPublished } from "./calibrate.js";
import { chart, formats, themes } from "./chart.js";
import { check } from "./check.js";
import { compareOptions } from "./compare.js";
import { completionScript } from "./completion.js";
import { shells } from "./completion-scripts.js";
import { explainPractice } from "./explain.js";
import { runIncidents } from "./incident-only.js";
import { printable } from "./printable.js";
import { PAGE, report } from "./report.js";
import { reproduce } from "./reproduce.js";
import { run } from "./run.js";

const packageFile = new URL("../../package.json", import.meta.url);

export const version = (JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version;

/** Does what `argv` (Node's own) asks for and resolves to the exit status. Throws `CommanderError` for a wrong command line, and what the commands throw. */
export async function execute(argv: readonly string[], signal: AbortSignal): Promise<number> {
  let status = 0;
  const program = new Command("outagelab")
    .description("What does an IT outage do to general practice, how long does it take to dig out, and what would have helped?")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help; each command has its own: outagelab run --help")
    .showSuggestionAfterError()
    .exitOverride()
    // It quotes what was typed, which may have been pasted.
    .configureOutput({ writeErr: (text) => void process.stderr.write(printable(text)) })
    .addHelpText("after", `
Exit status:
  0  it ran; what was checked is right
  1  it could not finish: disk, memory, anything unexpected
  2  bad input, the command line included
  3  with --gate: a hypothesis is undecided
  4  with --gate: a hypothesis is broken; calibrate: a figure is out;
     reproduce: something else comes out
  130  interrupted

Begin with:
  outagelab run scenarios/kent-firewall-2023.yaml`);

  program.command("run")
    .description("simulate a scenario; write a page, tables and charts")
    .argument("<file>", "a scenario, such as scenarios/kent-firewall-2023.yaml")
    .option("--replications <n>", "how often to repeat it, instead of what the scenario says", wholeUpTo(1000))
    .option("--max-replications <n>", "how often to repeat it at most", wholeUpTo(1000))
    .option("--precision <percent>", "repeat it until the means that matter most are known to this share of themselves; 5% where a scenario fixes no number", precisionOf)
    .option("--until-decided", "repeat it until every hypothesis is held or broken")
    .option("--time-limit <minutes>", "stop after the round of replications in which so many minutes have gone by", minutesOf)
    .option("--seed <text>", "what fixes the random numbers, instead of what the scenario says", nonEmpty)
    .option("--out <folder>", "folder for the results; each scenario has its own folder in it", nonEmpty, "reports")
    .addOption(new Option("--threads <n>", "how many threads simulate at once; the result is the same with any number").argParser(wholeUpTo(256))
      .default(availableParallelism(), "one for each processor"))
    .option("--outline <file>", "a GeoJSON file with boundaries of ICBs, to draw the page's map in; else each ICB is a square", nonEmpty)
    .option("--json", "print result.json (or incident.json) on standard output, all else on standard error")
    .option("--quiet", "no progress and no summary")
    .option("--stats", "say on standard error what the simulation consisted of and cost: events by kind, time by phase, memory")
    .option("--force", "simulate even what needs more memory than this machine has")
    .option("--gate", "let the exit status say whether the hypotheses hold")
    .addOption(new Option("--slack [shares]", "repeat it with other shares of all staff's time as slack, and show what becomes of recovery").argParser(sharesOf).preset("5%,10%,15%"))
    .addOption(new Option("--returns [factors]", "repeat it with so many times as many callers sent back by NHS 111, and show what hangs on them").argParser(factorsOf).preset("0,1,2"))
    .option("--fresh", "simulate all of it, whatever an earlier run that was stopped has kept")
    .option("--incident-only", "simulate what fails and which practices lose what, hour by hour, without patients; by default the scenario's most replications, 20 at most, in one thread")
    .action(async (file, options) => {
      status = options.incidentOnly === true ? await runIncidents(file, options, version, signal) : await run(file, options, version, signal);
    });

  program.command("compare")
    .description("simulate a scenario without and with options that could help, in the same replications; say what each averts, and which to buy")
    .argument("<file>", "a scenario, such as scenarios/kent-firewall-2023.yaml")
    .option("--options <list>", "options by name, separated by commas, or all; files of your own, which end in .yaml, among them; a+b for both together", namesOf, ["all"])
    .option("--budget <pounds>", "for which the best set of options is sought: 400000, £400,000 or 400k", poundsOf)
    .option("--singles", "each option by itself, and no pairs of those that act on the same thing")
    .option("--replications <n>", "how often to repeat it, instead of what the scenario says", wholeUpTo(1000))
    .option("--max-replications <n>", "how often to repeat it at most", wholeUpTo(1000))
    .option("--seed <text>", "what fixes the random numbers, instead of what the scenario says", nonEmpty)
    .option("--out <folder>", "folder for the results; each comparison has its own folder in it", nonEmpty, "reports")
    .addOption(new Option("--threads <n>", "how many threads simulate at once; the result is the same with any number").argParser(wholeUpTo(256))
      .default(availableParallelism(), "one for each processor"))
    .option("--json", "print compare.json on standard output, all else on standard error")
    .option("--quiet", "no progress and no summary")
    .option("--stats", "say on standard error what the simulation consisted of and cost: events by kind, time by phase, memory")
    .option("--force", "simulate even what needs more memory than this machine has")
    .option("--fresh", "simulate all of it, whatever an earlier comparison that was stopped has kept")
    .action(async (file, options) => {
      status = await compareOptions(file, options, version, signal);
    });

  program.command("reproduce")
    .description("simulate a result again from the scenario that it holds, and say whether the same comes out")
    .argument("<result>", "a result.json that outagelab run has written")
    .option("--inputs <folder>", "where the files lie that the scenario names, instead of beside the result", nonEmpty)
    .addOption(new Option("--threads <n>", "how many threads simulate at once; the result is the same with any number").argParser(wholeUpTo(256))
      .default(availableParallelism(), "one for each processor"))
    .option("--quiet", "no progress")
    .addHelpText("after", `
The exit status is 0 where the bytes agree, but for the version that made them,
4 where they differ, and 2 where the file is no result.`)
    .action(async (result, options) => {
      status = await reproduce(result, options, version, signal);
    });

  program.command("report")
    .description("draw the page of a saved result or comparison again, or of two results side by side, without simulating")
    .argument("<result...>", "a result.json or compare.json, or the folder that holds it; of two, the first is A and the second, such as the one with a change of plan, is B")
    .option("--out <file>", "the page to write; in a folder it is called report.html", nonEmpty, PAGE)
    .option("--outline <file>", "a GeoJSON file with boundaries of ICBs, to draw the map of one result in", nonEmpty)
    .addHelpText("after", `
Only the page is written, and folders to it that are missing; a page that is
there is replaced, any other file left alone. For tables and charts, see the
folder of the run.

Try one change of plan and see the difference, for the same patients:
  outagelab run plan.yaml --seed 1
  outagelab run changed.yaml --seed 1
  outagelab report reports/plan reports/changed --out difference.html`)
    .action(async (results, options) => {
      status = await report(results, options, version, signal);
    });

  program.command("chart")
    .description("draw charts of a saved result, in any width and look, as picture, specification or data; without a name, list them")
    .argument("<result>", "a result.json, calibration.json or incident.json, or the folder that holds it")
    .argument("[name]", "which chart, such as backlog")
    .addOption(new Option("--format <format>", "svg, png (at twice the width), vl.json (Vega-Lite, with its data) or csv (the data alone); by default as the name of --out ends, else svg").choices(formats))
    .option("--width <pixels>", "width, 96 pixels to the inch: a column of a journal has about 330, a page 680", pixelsOf, 680)
    .option("--title <text>", "a heading in place of the chart's own; its finding then stands below", nonEmpty)
    .addOption(new Option("--theme <theme>", "screen: the finding as headline; print: for journals, thin lines, 8 to 9 points; dark").choices(themes).default("screen" as const))
    .option("--out <path>", "file of the chart, by default its name in this folder; - for standard output; without a name of a chart, a folder for all of them", nonEmpty)
    .addHelpText("after", `
Examples:
  outagelab chart reports/example
  outagelab chart reports/example backlog --theme print --width 330
  outagelab chart reports/example backlog --out figure-1.png
  outagelab chart reports/example backlog --format csv --out -
  outagelab chart reports/example --format png --out charts`)
    .action(async (result, name, options) => {
      status = await chart(result, name, options, signal);
    });

  program.command("check")
    .description("say what is wrong with scenarios, without simulating")
    .argument("<file...>", "scenarios")
    .action(async (files) => {
      status = await check(files);
    });

  program.command("explain")
    .description("say why a practice lost what it lost, from each capability down to what failed")
    .argument("<file>", "a scenario")
    .argument("<practice>", "code of a practice, or its name where only one has it")
    .option("--replication <n>", "which replication, from 1", wholeUpTo(1000), 1)
    .option("--seed <text>", "what fixes the random numbers, instead of what the scenario says", nonEmpty)
    .option("--json", "print the chains as data")
    .action(async (file, practice, options) => {
      status = await explainPractice(file, practice, options, version);
    });

  program.command("calibrate")
    .description("simulate ordinary weeks, without an outage, and set published figures beside what comes out")
    .option("--region <code>", "an ICB code such as QKS, instead of England", nonEmpty, "England")
    .option("--full", "200 neighbourhoods of England, or all of a region, in 4 replications: some minutes")
    .option("--neighbourhoods <n>", "how many to simulate at most, drawn at random and weighted to stand for all; 30 by default", wholeUpTo(2000))
    .option("--replications <n>", "how often to repeat it; 3 times by default", wholeUpTo(1000))
    .option("--seed <text>", "what fixes the random numbers", nonEmpty, "calibration")
    .option("--out <folder>", "folder for the results; each region has its own folder in it", nonEmpty, "reports")
    .addOption(new Option("--threads <n>", "how many threads simulate at once; the result is the same with any number").argParser(wholeUpTo(256))
      .default(availableParallelism(), "one for each processor"))
    .option("--json", "print calibration.json on standard output, all else on standard error")
    .option("--quiet", "no progress and no table")
    .option("--fresh", "simulate all of it, whatever an earlier calibration that was stopped has kept")
    .addHelpText("after", `
The exit status is 4 where a figure is out of its tolerance, else 0.`)
    .action(async (options) => {
      status = await calibrateAgainstPublished(options, version, signal);
    });

  program.command("completion")
    .description("print what makes a shell complete commands, options and scenarios")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText("after", `
Put into the file that your shell reads when it starts:
  bash        ~/.bashrc    eval "$(outagelab completion bash)"
  zsh         ~/.zshrc     eval "$(outagelab completion zsh)"   (after compinit)
  fish        outagelab completion fish \\
                > ~/.config/fish/completions/outagelab.fish
  powershell  $PROFILE     outagelab completion powershell | Out-String |
                             Invoke-Expression`)
    .action((shell) => {
      process.stdout.write(completionScript(program, shell));
    });

  await program.parseAsync([...argv]);
  return status;
}

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d*$/.test(text) || Number(text) > most) throw new InvalidArgumentError(`Write a whole number from 1 to ${most}.`);
    return Number(text);
  };
}

/** Below it writing has no room, above it a picture is larger than any page. */
function pixelsOf(text: string): number {
  if (!/^[1-9]\d*$/.test(text) || Number(text) < 280 || Number(text) > 2400) throw new InvalidArgumentError("Write a whole number from 280 to 2400.");
  return Number(text);
}

function precisionOf(text: string): number {
  const share = /^\d+(\.\d+)?%?$/.test(text) ? Number(text.replace("%", "")) / 100 : NaN;
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError("Write a percentage above 0, such as 2%.");
  return share;
}

/** More than the NHS in England costs in ten years. */
const MOST_POUNDS = 1e13;

function minutesOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || !(Number(text) > 0)) throw new InvalidArgumentError("Write a number of minutes above 0, such as 10.");
  return Number(text);
}

function poundsOf(text: string): number {
  const [, whole, fraction = "", unit = ""] = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k|m)?$/i.exec(text.trim()) ?? [];
  const pounds = Number(`${whole?.replaceAll(",", "")}${fraction}`) * { "": 1, k: 1000, m: 1_000_000 }[unit.toLowerCase()]!;
  if (!(pounds > 0 && pounds <= MOST_POUNDS)) throw new InvalidArgumentError("Write pounds above 0, such as 400000, £400,000 or 400k.");
  return pounds;
}

function sharesOf(text: string): readonly number[] {
  const shares = text.split(",").map((share) => (/^\d+(\.\d+)?%$/.test(share) ? Number(share.slice(0, -1)) / 100 : NaN));
  if (!shares.every((share) => share <= 1)) throw new InvalidArgumentError("Write shares of rostered time, such as 5%,10%,15%.");
  return shares;
}

function factorsOf(text: string): readonly number[] {
  const factors = text.split(",").map((factor) => (/^\d+(\.\d+)?$/.test(factor) ? Number(factor) : NaN));
  if (!factors.every((factor) => factor <= 100)) throw new InvalidArgumentError("Write factors, such as 0,1,2.");
  return factors;
}

function namesOf(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim()).filter((name) => name !== "");
  if (names.length === 0) throw new InvalidArgumentError("Write names of options, such as mobile-bypass,local-server, or all.");
  return names;
}

function nonEmpty(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Write at least one character.");
  return text;
}
