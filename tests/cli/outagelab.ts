/** The built command line as a child process, in a folder of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

export const program = fileURLToPath(new URL("../../bin/outagelab.js", import.meta.url));
export const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));
/** Six neighbourhoods in sixteen replications, about three seconds. */
export const brief = fileURLToPath(new URL("./brief.yaml", import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What must be the same to the byte, by name: the result below `folder`, and its tables. */
export async function bytesIn(folder: string): Promise<Record<string, string>> {
  const files = ["result.json", ...(await readdir(join(folder, "tables"))).map((table) => join("tables", table))];
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), "utf8")] as const)));
}

/** `whileRunning` may look at the process, or stop it, once it has said something on standard error. `further`: environment. */
export function outagelab(args: readonly string[], folder: string, whileRunning?: (child: ChildProcess) => void, further: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return ended([program, ...args], folder, whileRunning, further);
}

/** The same within this process, which saves the second that a start takes. One at a time, since it takes over standard output and error, and the working folder. */
export async function within(args: readonly string[], folder: string): Promise<Outcome> {
  const [{ execute }, { endingOf }] = await Promise.all([import("../../dist/cli/program.js"), import("../../dist/cli/ending.js")]);
  const said = { out: "", err: "" };
  const kept = ([["stdout", "out"], ["stderr", "err"]] as const).map(([stream, name]) => vi.spyOn(process[stream], "write").mockImplementation((text) => {
    said[name] += String(text);
    return true;
  }));
  const before = process.cwd();
  process.chdir(folder);
  try {
    return { status: await execute([process.execPath, program, ...args], new AbortController().signal), ...said };
  } catch (error) {
    const { status, message } = endingOf(error, false);
    return { status, out: said.out, err: message === "" ? said.err : `${said.err}${message}\n` };
  } finally {
    process.chdir(before);
    for (const spy of kept) spy.mockRestore();
  }
}

/** Node with these arguments: the program itself, or a script that drives it. */
export function ended(args: readonly string[], folder: string, whileRunning?: (child: ChildProcess) => void, further: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [...args], { cwd: folder, env: { ...env, ...further, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  if (whileRunning !== undefined) child.once("spawn", () => whileRunning(child));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}
