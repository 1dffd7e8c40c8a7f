/** What a fit leaves behind: the values as a module, and a page that says how well each is known. */
import type { Fit } from "./fit.js";

/** Samples of a fit, as the page tells them. */
export interface FitSamples {
  readonly small: { readonly neighbourhoods: number; readonly replications: number };
  readonly large: { readonly neighbourhoods: number; readonly replications: number };
  readonly seed: string;
}

/** Text of `src/facts/fitted.ts`. */
export function fittedModule({ values }: Fit): string {
  const groups = Object.entries(values).map(([group, entries]) => {
    const lines = Object.entries(entries).map(([name, value]) => `    ${name}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)},`);
    return `  ${group}: {\n${lines.join("\n")}\n  },`;
  });
  return `/** Defaults that were fitted to published figures of ordinary weeks, written by \`npm run calibrate:fit\`: see docs/calibration-fit.md. */\nexport const fitted = {\n${groups.join("\n")}\n} as const;\n`;
}

/** Text of `docs/calibration-fit.md`. */
export function fitPage({ parameters, losses, figures }: Fit, { small, large, seed }: FitSamples): string {
  const share = (value: number): string => `${Math.round(100 * value)}%`;
  const rows = parameters.map(({ label, factor, before, after, identified, confusedWith }) =>
    `| ${label} | ${factor.toFixed(2)} | ±${share(before)} | ±${share(after)} | ${share(identified)} | ${Math.abs(confusedWith.correlation) < TOLD ? "" : `${confusedWith.label} (${confusedWith.correlation.toFixed(2).replace("-", "−")})`} |`);
  const weak = parameters.filter(({ identified }) => identified < IDENTIFIED);
  const judged = figures.filter(({ verdict }) => verdict !== null);
  const out = judged.filter(({ verdict }) => verdict === "out");
  return `${[
    "# Fitted parameters",
    "Written by `npm run calibrate:fit`, which also writes the values (`src/facts/fitted.ts`). [How it searches](calibration.md#fitted-parameters) stands elsewhere; what came out, here.",
    `Answers of the figures to each parameter were measured on ${small.neighbourhoods} neighbourhoods in ${inWords(small.replications)}, steps judged on ${large.neighbourhoods} in ${inWords(large.replications)}, with the seed ` +
      `\`${seed}\`. Loss before the fit ${losses[0]!.toFixed(1)}; after each step ${losses.slice(1).map((loss) => loss.toFixed(1)).join(", ")}. ${out.length} of ${judged.length} figures lie outside their tolerance${out.length === 0 ? "" : `: ${out.map(({ label, part }) => `${label} (${part})`).join("; ")}`}.`,
    "| parameter | times the prior's value | known before | after | identified | confused with |\n| --- | ---: | ---: | ---: | ---: | --- |\n" + rows.join("\n"),
    "*Known before* and *after*: one standard deviation of the factor. *Identified*: share of the prior's variance that the figures take away. *Confused with*: the parameter whose error goes with this one's most (correlation, from 0.5).",
    weak.length === 0 ? "All are identified by half or more." : `Hardly identified (less than half): ${weak.map(({ label }) => label).join(", ")}. Their values are what was assumed before, moved a little; the figures would be met as well by others.`,
  ].join("\n\n")}\n`;
}

const TOLD = 0.5, IDENTIFIED = 0.5;

function inWords(replications: number): string {
  return replications === 1 ? "one replication" : `${replications} replications`;
}
