/** The built command line as a child process, in a folder of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/outagelab.js", import.meta.url));
export const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `whileRunning` may look at the process, or stop it, once it has said something on standard error. */
export function outagelab(args: readonly string[], folder: string, whileRunning?: (child: ChildProcess) => void): Promise<Outcome> {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  if (whileRunning !== undefined) child.once("spawn", () => whileRunning(child));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}
