/** `outagelab run` whose threads live for so many units and milliseconds (`SCENARIO OUT UNITS MILLISECONDS`), with a checkpoint after every unit. */
import { setEnvironmentData } from "node:worker_threads";
import { version } from "../../../dist/cli/program.js";
import { run } from "../../../dist/cli/run.js";

const [scenario, out, units, milliseconds] = process.argv.slice(2);
setEnvironmentData("life", { units: Number(units), milliseconds: Number(milliseconds) });
const options = { out, threads: 2, worker: new URL("./mortal.mjs", import.meta.url), checkpointSeconds: 0 };
process.exitCode = await run(scenario, options, version, new AbortController().signal);
