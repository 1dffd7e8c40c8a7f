/** What the terminal, or what reads in its place, can show. */
import picocolors from "picocolors";
import type { Screen } from "./progress.js";

type Environment = Readonly<Record<string, string | undefined>>;
type Stream = Pick<NodeJS.WriteStream, "isTTY">;
export type Colours = ReturnType<typeof picocolors.createColors>;
/** `blocks`: all that Unicode has; `ascii`: letters and signs of a typewriter. */
export type Signs = "blocks" | "ascii";

/** Lines of a terminal of 80 by 24 but that of the prompt. */
export const ROOM = 23;

/** Colours where a person looks on, or where FORCE_COLOR asks for them (and is not 0); none where NO_COLOR forbids them, whatever else is set. */
export function coloursFor(stream: Stream, env: Environment = process.env): Colours {
  const isForced = isSet(env["FORCE_COLOR"]) && !["0", "false"].includes(env["FORCE_COLOR"]!);
  const isOff = isSet(env["NO_COLOR"]) || ["0", "false"].includes(env["FORCE_COLOR"] ?? "");
  return picocolors.createColors(!isOff && (isForced || canMove(stream, env)));
}

/** Whether a line can be written over: on a terminal that is not a dumb one. */
export function canMove(stream: Stream, env: Environment = process.env): boolean {
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** `stream` for what keeps a line up to date where that can be done, and writes plain lines elsewhere. */
export function screenOf(stream: Stream & Screen, env: Environment = process.env): Screen {
  return { isTTY: canMove(stream, env), columns: stream.columns ?? 0, write: (text) => stream.write(text) };
}

/** Unicode where the locale is UTF-8 or, on Windows, where a terminal says its name that has it; a dumb terminal, and the Linux console with its few signs, have none. */
export function signsFor(env: Environment = process.env, platform: string = process.platform): Signs {
  if (env["TERM"] === "dumb" || env["TERM"] === "linux") return "ascii";
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find(isSet);
  if (locale !== undefined) return /utf-?8/i.test(locale) ? "blocks" : "ascii";
  if (platform === "darwin") return "blocks";
  return platform === "win32" && (isSet(env["WT_SESSION"]) || isSet(env["TERM_PROGRAM"])) ? "blocks" : "ascii";
}

const replacements: Readonly<Record<string, string>> = { "−": "-", "–": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "±": "+/-" };

/** `text` with signs that this program writes put in ASCII where the terminal has no others; names keep their letters. */
export function inSigns(text: string, signs: Signs): string {
  return signs === "blocks" ? text : text.replace(/[−–’‘“”±]/g, (sign) => replacements[sign]!);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
