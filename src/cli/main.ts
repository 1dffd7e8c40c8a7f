/** Entrance of the command line. */
import { endingOf, INTERRUPTED } from "./ending.js";
import { execute } from "./program.js";

const interruption = new AbortController();
// Ctrl-C, and what asks a job to end: a scheduler, a container, a service manager.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for threads to be put away.
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    interruption.abort();
  });
}
// What nobody awaited.
process.on("uncaughtException", (error) => process.exit(explain(error)));
// The reader of a pipe may leave early (`| head`); the files are there all the same.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await execute(process.argv, interruption.signal);
} catch (error) {
  process.exitCode = explain(error);
}

/** Says what went wrong and answers with the exit status. */
function explain(error: unknown): number {
  const { status, message } = endingOf(error, interruption.signal.aborted);
  if (message !== "") process.stderr.write(`${message}\n`);
  if (process.env["OUTAGELAB_DEBUG"] !== undefined) console.error(error);
  return status;
}
