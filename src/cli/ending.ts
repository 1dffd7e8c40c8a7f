/** How the program ends: an exit status, and for what went wrong one message without a stack trace. */
import { CommanderError } from "@commander-js/extra-typings";
import { format, ScenarioError } from "../index.js";
import { printable } from "./printable.js";

export const RAN = 0;
/** Disk, memory, a thread, anything unexpected. */
const UNFINISHED = 1;
export const BAD_INPUT = 2;
/** With `--gate`: a hypothesis is undecided, or one is broken. */
export const UNDECIDED = 3;
export const BROKEN = 4;
/** A published figure is not reproduced within its tolerance. */
export const OUT_OF_TOLERANCE = 4;
/** A result, simulated again, is another. */
export const DIFFERS = 4;
export const INTERRUPTED = 130;

/** Something that the user gave cannot be used; the message says what, and what to do. */
export class BadInput extends Error {}

/** Something outside the program failed; the message stands alone. */
export class Unfinished extends Error {}

/** Neighbourhoods simulated and kept, of all that were to be. */
export interface Standing {
  readonly done: number;
  readonly total: number;
}

/** `cause` ended a command before it was done, which goes on from what is kept when it is given again. */
export class Halted extends Error {
  readonly standing: Standing;

  constructor(cause: unknown, standing: Standing) {
    super(inWords(cause), { cause });
    this.standing = standing;
  }
}

export interface Ending {
  readonly status: number;
  /** For standard error, without control characters; empty where all has been said. */
  readonly message: string;
}

/** How to end after `error`. `interrupted`: the user asked to stop, whatever broke in consequence. */
export function endingOf(error: unknown, interrupted: boolean): Ending {
  if (interrupted) return { status: INTERRUPTED, message: error instanceof Halted ? `Interrupted after ${keptIn(error)}. They are kept: run the same command to go on.` : "Interrupted. Nothing was written." };
  if (error instanceof Halted) {
    const { status, message } = endingOf(error.cause, false);
    return { status, message: `${message} ${keptIn(error)} are kept: the same command goes on from them.` };
  }
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, or shown the help or version that was asked for.
    return { status: error.exitCode === 0 ? RAN : BAD_INPUT, message: "" };
  }
  if (error instanceof ScenarioError) return { status: BAD_INPUT, message: printable(format(error.complaints)) };
  if (error instanceof BadInput) return { status: BAD_INPUT, message: printable(error.message) };
  return { status: UNFINISHED, message: printable(`Could not finish: ${inWords(error)}`) };
}

function keptIn({ standing: { done, total } }: Halted): string {
  return `${done} of ${total} parts of the work`;
}

/** What the operating system, or any error, says: one line. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = systemReasons[(error as NodeJS.ErrnoException).code ?? ""];
  const path = (error as NodeJS.ErrnoException).path;
  if (reason !== undefined) return path === undefined ? reason : `${path}: ${reason}`;
  return error.message.split("\n")[0] || error.name;
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file.",
  EISDIR: "it is a folder, not a file.",
  ENOTDIR: "part of the path is a file, not a folder.",
  EEXIST: "there is a file of that name in the way.",
  EACCES: "permission denied.",
  EPERM: "permission denied; is it open in another program?",
  EBUSY: "it is in use; is it open in another program?",
  EROFS: "the disk is read-only.",
  ENOSPC: "the disk is full.",
  EDQUOT: "the disk quota is used up.",
  EMFILE: "too many files are open.",
  ENAMETOOLONG: "the name is too long.",
};
