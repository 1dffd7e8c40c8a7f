/** Threads do what they are given, and when one is lost nobody waits for it. */
import { afterEach, expect, test } from "vitest";
import { startThreads, type Threads } from "../../src/cli/threads.js";
import type { Model, Unit } from "../../src/index.js";

const model = { name: "tiny" } as Model;
let threads: Threads;
afterEach(() => threads.close());

/** The workers of this test take wishes for units. */
const wish = (wish: string): Promise<unknown> => threads.simulate({ wish } as unknown as Unit);

function start(count: number, file = "worker.mjs"): void {
  threads = startThreads(model, count, new URL(`./workers/${file}`, import.meta.url), 128);
}

test("every unit comes back to whoever gave it, with the model known to each thread", async () => {
  start(2);
  const wishes = Array.from({ length: 20 }, (_, index) => `unit ${index}`);
  expect(await Promise.all(wishes.map(wish))).toEqual(wishes.map((text) => `tiny: ${text}`));
});

test("units are begun in the order in which they were given, so that the first replication is in first", async () => {
  start(1);
  const wishes = Array.from({ length: 40 }, (_, index) => `unit ${index}`);
  const finished: string[] = [];
  await Promise.all(wishes.map((text) => wish(text).then(() => finished.push(text))));
  expect(finished).toEqual(wishes);
});

test("what the simulation throws arrives as it was", async () => {
  start(1);
  await expect(wish("fail")).rejects.toThrow("practice G82001 has no lines");
  expect(await wish("again")).toBe("tiny: again");
});

test("a thread that ends is reported, with what to try", async () => {
  start(2);
  await expect(wish("exit")).rejects.toThrow("a thread ended before its work was done (exit code 7). Try fewer threads: --threads 1.");
});

test("a thread without memory is reported, with what to try", async () => {
  start(4);
  await expect(wish("fill memory")).rejects.toThrow("a thread ran out of memory. Try fewer threads: --threads 2.");
});

test("threads that cannot start leave nobody waiting", async () => {
  start(2, "broken.mjs");
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => wish("anything")));
  expect(results.map(({ status }) => status)).toEqual(Array<string>(8).fill("rejected"));
});

test("closing stops a thread in the middle of its work", async () => {
  start(1);
  const hanging = wish("hang");
  const rejected = expect(hanging).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await threads.close();
  await rejected;
});
