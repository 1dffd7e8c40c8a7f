/** A compiled scenario simulated, repeated with other settings where asked for, and put together as the document of its result. */
import { createHash } from "node:crypto";
import { assemble, balanceInShort, returnsLevels, slackLevels, type Compiled, type Findings, type Model, type ResultDocument, type Run, type Steadiness } from "../index.js";
import { simulate, simulateWith, type SimulateOptions } from "./simulate.js";
import { steadyOrRefused, warnedOfImbalance } from "./steady.js";
import { withThreads } from "./threads.js";

export interface Asked extends SimulateOptions {
  /** What a message calls the scenario. */
  readonly file: string;
  /** Shares of rostered time at which it is repeated. */
  readonly slack?: readonly number[] | undefined;
  /** Factors of the share whom NHS 111 sends back at which it is repeated. */
  readonly returns?: readonly number[] | undefined;
}

export interface Produced {
  readonly document: ResultDocument;
  /** Tables have all practices, a document of many practices has not. */
  readonly findings: Findings;
  readonly replications: number;
  /** Executed, by `eventKinds`, without repeats. */
  readonly events: ArrayLike<number>;
}

/** `text`: of the scenario, from which `compiled` came; the seed and the replications of its model may be others. Rejects as `simulate` and `steadyOrRefused` do. */
export async function produce(text: string, { model, inputs, warnings }: Compiled, asked: Asked, version: string, signal: AbortSignal): Promise<Produced> {
  let steadiness: Steadiness | undefined;
  const unsteady: string[] = [];
  const ran = await withThreads(model, asked.threads, asked.worker, signal, (threads) => simulateWith(threads, model, asked, async (clear) => {
    steadiness = await steadyOrRefused(threads, model, asked.file);
    clear();
    unsteady.push(...warnedOfImbalance(steadiness));
    if (asked.quiet !== true) process.stderr.write(`${balanceInShort(steadiness)}.\n\n`);
  }), asked.spent);
  // A clock may have ended the run: what it is compared with has as many replications, however long they take.
  const { isTimeUp: _, ...untimed } = asked;
  const again = (other: Model): Promise<Run> => simulate(other, untimed, signal);
  const slack = asked.slack && await slackLevels(model, ran, asked.slack, again);
  const returns = asked.returns && await returnsLevels(model, ran, asked.returns, again);
  const hash = createHash("sha256").update(text).digest("hex");
  const { findings, stoppedBy, replications, events } = ran;
  return { document: assemble({ model, text, hash, inputs, version, stoppedBy, findings, slack, returns, steadiness, warnings: [...unsteady, ...warnings] }), findings, replications, events };
}

/** What stands in `result.json` or `compare.json`. JSON leaves some control characters bare, which a terminal would obey. */
export function written(document: object): string {
  return `${JSON.stringify(document, null, 1).replace(/[\x7f-\x9f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`)}\n`;
}
