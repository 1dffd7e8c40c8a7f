/** Builds the model before the first test, since tests run what is built. A second where nothing has changed. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

export function setup(): void {
  const { status } = spawnSync(process.execPath, [createRequire(import.meta.url).resolve("typescript/bin/tsc"), "-b", "src/cli"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The source does not compile.");
}
