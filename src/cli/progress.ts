/** How far a run has come and what it says so far, on standard error: one line kept up to date on a terminal, a plain line now and then elsewhere. */
import { plain, type SoFar } from "../index.js";
import { WIDTH } from "./lines.js";

export interface State {
  readonly done: number;
  readonly total: number;
  readonly replications: number;
  readonly soFar?: SoFar;
  /** Of those done, how many an earlier run did: they say nothing of how long the others take. */
  readonly before?: number;
}

export interface Progress {
  update(state: State): void;
  /** Clears the line, so that what follows stands at its start. */
  end(): void;
  /** The same, before it goes on; how long the rest takes is told from what comes after. */
  pause(): void;
}

/** What is needed of `process.stderr`. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between lines: as often as an eye can follow, or as a log can bear. */
const ON_TERMINAL = 100;
const ELSEWHERE = 15_000;
/** Milliseconds of a run of which one wants to know at once that it is long, and units after which that can be told: several for each thread. */
const LONG = 600_000;
const ENOUGH = 32;

/** `now` gives milliseconds of a clock that only goes forward; `words` say what is done of what. */
export function startProgress(screen: Screen, now: () => number, words = parts): Progress {
  let started = now();
  const isTerminal = screen.isTTY === true;
  let shown = isTerminal ? -Infinity : started;
  let [open, isJudged, answered] = [false, false, -1];
  // Units done, and those of them that say nothing of how long the others take.
  let [last, known] = [0, 0];
  const end = (): void => {
    if (open) screen.write("\r\u001b[K");
    open = false;
  };
  return {
    update(state) {
      const { done, total, soFar, before = 0 } = state;
      const time = now();
      known = Math.max(known, before);
      last = done;
      // A first answer is news, and each replication more, whenever it comes.
      const isNews = isTerminal && soFar !== undefined && soFar.replications > answered;
      const whole = done === known ? 0 : ((time - started) / (done - known)) * total;
      const isLong = !isJudged && done >= ENOUGH && whole > LONG;
      isJudged ||= done >= ENOUGH;
      if (isLong) screen.write(`${isTerminal ? "\r" : ""}This run takes about ${durationInWords(whole)} on this machine.${isTerminal ? "\u001b[K" : ""}\n`);
      if (!isNews && time - shown < (isTerminal ? ON_TERMINAL : ELSEWHERE)) return;
      shown = time;
      answered = soFar?.replications ?? -1;
      const left = done === known ? "" : `about ${durationInWords((whole / total) * (total - done))} left`;
      if (isTerminal) screen.write(`\r${lineFor(state, left, words, Math.min(screen.columns || WIDTH, WIDTH) - 1)}\u001b[K`);
      else screen.write(`Simulating: ${[words(state), left].filter((part) => part !== "").join(", ")}${soFar === undefined ? "" : `; ${answerAfter(soFar)}`}\n`);
      open = isTerminal;
    },
    end,
    pause() {
      end();
      [started, known] = [now(), last];
    },
  };
}

/** Neighbourhoods, and what goes on beyond their practices. */
function parts({ done, total, replications }: State): string {
  return `${done} of ${total} parts in ${replications} ${replications === 1 ? "replication" : "replications"}`;
}

/** The longest way to say it that fits into `width` columns, cut where none does. */
function lineFor(state: State, left: string, words: (state: State) => string, width: number): string {
  const { soFar, replications } = state;
  if (soFar === undefined) return `Simulating: ${[words(state), left].filter((part) => part !== "").join(", ")}`.slice(0, width);
  const come = `${soFar.replications} of ${replications} ${replications === 1 ? "replication" : "replications"}`;
  const brief = `${soFar.replications}/${replications}`;
  const answer = answerOf(soFar);
  const way = (head: string, time: string, tail: string): string => `${[head, time].filter((part) => part !== "").join(", ")}; ${tail}`;
  const shorter = left.replace("about ", "");
  const ways = [way(come, left, `${answer} so far`), way(come, left, answer), way(come, shorter, answer), way(brief, shorter, answer), way(brief, "", answer)];
  return (ways.find((way) => way.length <= width) ?? ways.at(-1)!).slice(0, width);
}

function answerAfter(soFar: SoFar): string {
  if (soFar.replications === 0) return answerOf(soFar);
  return `after ${soFar.replications} ${soFar.replications === 1 ? "replication" : "replications"} ${answerOf(soFar)}`;
}

/** `about 21,000 appointments disrupted ±4%`: two figures are as many as a few replications can bear. */
function answerOf({ disrupted, precision, share }: SoFar): string {
  if (disrupted === 0) return "no appointments disrupted";
  const known = share !== undefined && share < 1 ? `, by ${Math.max(1, Math.round(100 * share))}% of patients` : precision === null ? "" : ` ±${plain(precision * 100, 2)}%`;
  return `about ${plain(disrupted, 2)} appointments disrupted${known}`;
}

/** Rough words for a time to come: nobody waits by the second for something that takes minutes. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
