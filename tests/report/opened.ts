/** A page in a browser, with all that it asks for and complains of. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page, Request } from "playwright-core";
import type { TestContext } from "vitest";
import { browserFor } from "./browser.js";

export interface Opened {
  readonly view: Page;
  /** Addresses asked for beside the page's own. */
  readonly requests: readonly string[];
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
}

/** Without a network, as from a stick on a train. */
export async function opened(test: TestContext, markup: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "opened-"));
  test.onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "page.html");
  writeFileSync(file, markup);
  const address = pathToFileURL(file).href;
  const context = await (await browserFor(test)).newContext({ viewport: { width: 1366, height: 800 }, offline: true, ...options });
  const view = await context.newPage();
  const [requests, troubles]: [string[], string[]] = [[], []];
  // Chromium tells of what its policy kept back as well.
  const note = (request: Request): void => { if (request.failure()?.errorText !== "csp" && request.url() !== address && !request.url().startsWith("data:")) requests.push(request.url()); };
  view.on("requestfinished", note);
  view.on("requestfailed", note);
  view.on("console", (message) => troubles.push(message.text()));
  view.on("pageerror", (error) => troubles.push(String(error)));
  await view.goto(address, { waitUntil: "load" });
  return { view, requests, troubles, close: () => context.close() };
}
