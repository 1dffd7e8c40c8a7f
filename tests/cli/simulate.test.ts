/** A run begins with a unit for each thread, so that it has something to say soon, and with no more before the check of balance is done. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulateWith } from "../../src/cli/simulate.js";
import { compile, type Unit, type UnitResult } from "../../src/index.js";
import { simulateUnit } from "../../src/simulate.js";

const text = readFileSync(new URL("tiny.yaml", import.meta.url), "utf8");
const { model } = await compile(text, "tiny.yaml", () => Promise.reject(new Error("it reads no other file")));

/** What happens, in its order; the check takes longer than any unit. */
function told(threads: number, outcome: Error | undefined): { readonly events: string[]; readonly ran: Promise<unknown> } {
  const events: string[] = [];
  const simulate = (unit: unknown): Promise<UnitResult> => {
    events.push("unit");
    return Promise.resolve(simulateUnit(model, unit as Unit) as UnitResult);
  };
  const close = (): Promise<void> => Promise.resolve(void events.push("closed"));
  const ran = simulateWith({ simulate, close }, { ...model, replications: { ...model.replications, minimum: 3, maximum: 3 } }, { threads, quiet: true }, async () => {
    events.push("check");
    await new Promise((resolve) => setTimeout(resolve, 500));
    events.push("checked");
    if (outcome !== undefined) throw outcome;
  });
  return { events, ran };
}

test.each([1, 2])("with %i at once, so many units go before the check is done, and all others after it", async (threads) => {
  const { events, ran } = told(threads, undefined);
  await ran;
  expect(events.slice(0, events.indexOf("checked"))).toEqual([...Array.from({ length: threads }, () => "unit"), "check"]);
  expect(events.filter((event) => event === "unit").length).toBeGreaterThan(threads);
  expect(events.filter((event) => event === "check")).toHaveLength(1);
});

test("where practices are not in balance the run ends with that, and simulates no more", async () => {
  const { events, ran } = told(1, new Error("not in balance"));
  await expect(ran).rejects.toThrow("not in balance");
  expect(events.filter((event) => event === "unit")).toHaveLength(1);
});

test("where there are fewer units than go ahead of it, it is done all the same", async () => {
  const { events, ran } = told(50, new Error("not in balance"));
  await expect(ran).rejects.toThrow("not in balance");
  expect(events).toContain("checked");
});
