/** How far a run has come, on standard error: one line kept up to date on a terminal, a plain line now and then elsewhere. */

export interface State {
  readonly done: number;
  readonly total: number;
  readonly replications: number;
  /** Of those done, how many an earlier run did: they say nothing of how long the others take. */
  readonly before?: number;
}

export interface Progress {
  update(state: State): void;
  /** Clears the line, so that what follows stands at its start. */
  end(): void;
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

/** `now` gives milliseconds of a clock that only goes forward; `words` say what is done of what. */
export function startProgress(screen: Screen, now: () => number, words = neighbourhoods): Progress {
  const started = now();
  const every = screen.isTTY === true ? ON_TERMINAL : ELSEWHERE;
  let shown = screen.isTTY === true ? -Infinity : started;
  let open = false;
  return {
    update(state) {
      const { done, total, before = 0 } = state;
      const time = now();
      if (time - shown < every) return;
      shown = time;
      const left = done === before ? "" : `, about ${durationInWords(((time - started) / (done - before)) * (total - done))} left`;
      const line = `Simulating: ${words(state)}${left}`;
      if (screen.isTTY === true) screen.write(`\r${line.slice(0, (screen.columns || 80) - 1)}\u001b[K`);
      else screen.write(`${line}\n`);
      open = screen.isTTY === true;
    },
    end() {
      if (open) screen.write("\r\u001b[K");
      open = false;
    },
  };
}

function neighbourhoods({ done, total, replications }: State): string {
  return `${done} of ${total} neighbourhoods in ${replications} replications`;
}

/** Rough words for a time to come: nobody waits by the second for something that takes minutes. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
