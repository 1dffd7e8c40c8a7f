/** Finished units, kept in files while a command runs: whatever ends it, the same command goes on from them. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { packed, readBatch, readResult, writeBatch, type Finished, type Place } from "./batch.js";
import { Halted, type Standing } from "./ending.js";
import { fingerprint } from "./fingerprint.js";

/** Between two batches: what a crash loses of the simulation, against a file for every few units. */
const BATCH_SECONDS = 5;

export class Checkpoints {
  readonly #folder: string;
  readonly #program: string;
  readonly #seconds: number;
  readonly #opened: Kept[] = [];

  /** `folder` need not be there. `program`: see `programFingerprint`. */
  constructor(folder: string, program: string, seconds = BATCH_SECONDS) {
    this.#folder = folder;
    this.#program = program;
    this.#seconds = seconds;
  }

  /** Those of one simulation, which `decisive` tells from others together with its units; throws `Unfinished` where one is damaged. */
  async of(decisive: object): Promise<Kept> {
    const name = fingerprint([this.#program, decisive]).slice(0, 32);
    const files = (await readdir(this.#folder).catch(whereMissing)).filter((file) => file.startsWith(`${name}-`) && file.endsWith(".units")).sort();
    const places: Place[] = [];
    for (const file of files) places.push(...(await readBatch(join(this.#folder, file))));
    const kept = new Kept(this.#folder, name, places, this.#seconds);
    this.#opened.push(kept);
    return kept;
  }

  /** How far all that this command has begun to simulate has come, by what is in files. */
  standing(): Standing {
    return this.#opened.map((kept) => kept.standing()).reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), { done: 0, total: 0 });
  }

  /** Does `work`, which keeps what it can, and removes all when that is done. Throws what `work` throws, as `Halted` where something is kept. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    let done: T;
    try {
      done = await work();
    } catch (error) {
      const standing = this.standing();
      throw standing.done === 0 ? error : new Halted(error, standing);
    }
    // The results are there: what cannot be removed now will be another time.
    await this.remove().catch(() => {});
    return done;
  }

  /** Those of earlier scenarios as well. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Finished units of one simulation. */
export class Kept {
  readonly #folder: string;
  readonly #name: string;
  readonly #seconds: number;
  readonly #before: readonly Place[];
  readonly #places: Map<string, Place>;
  #waiting: Finished[] = [];
  #lastWritten = performance.now();
  /** One batch is written after the other. */
  #writing: Promise<void> = Promise.resolve();
  #replications = 0;
  #total = 0;
  #found = 0;

  constructor(folder: string, name: string, places: readonly Place[], seconds: number) {
    this.#folder = folder;
    this.#name = name;
    this.#places = new Map(places.map((place) => [place.unit, place]));
    this.#before = [...this.#places.values()];
    this.#seconds = seconds;
  }

  /** How many units were asked for and found. */
  get found(): number {
    return this.#found;
  }

  /** How many units there are to be, in so many replications. */
  expect(total: number, replications: number): void {
    this.#total = total;
    this.#replications = replications;
  }

  /** Units in files, of those that are expected. */
  standing(): Standing {
    return this.#expectedOf(this.#places.values());
  }

  /** Says how much an earlier run has done, where that is anything. */
  tell(screen: { write(text: string): unknown }): void {
    const { done, total } = this.#expectedOf(this.#before);
    if (done > 0) screen.write(`Continuing: ${done} of ${total} parts of the work were done before.\n`);
  }

  /** The result of `unit`, kept from before, or from `simulate` and kept from now on; rejects with what that threw, and where it cannot be kept. */
  async resultOf<U extends { readonly replication: number }, R>(unit: U, simulate: (unit: U) => Promise<R>): Promise<R> {
    const name = fingerprint(unit);
    const place = this.#places.get(name);
    // Another run of the same may have come to its end meanwhile, and removed what it kept.
    const found = place === undefined ? null : (readResult(place) as R | null);
    if (found !== null) {
      this.#found++;
      return found;
    }
    const result = await simulate(unit);
    this.#waiting.push({ unit: name, replication: unit.replication, result: packed(result) });
    if (performance.now() - this.#lastWritten >= this.#seconds * 1000) await this.flush();
    return result;
  }

  /** Writes what is finished and in no file yet. */
  async flush(): Promise<void> {
    const units = this.#waiting;
    this.#waiting = [];
    this.#lastWritten = performance.now();
    this.#writing = this.#writing.then(async () => {
      if (units.length === 0) return;
      for (const place of await writeBatch(this.#folder, this.#name, units)) this.#places.set(place.unit, place);
    });
    await this.#writing;
  }

  #expectedOf(places: Iterable<Place>): Standing {
    let done = 0;
    for (const { replication } of places) if (replication < this.#replications) done++;
    // How many there are to be is a guess where chance decides.
    return { done, total: Math.max(done, this.#total) };
  }
}

function whereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
