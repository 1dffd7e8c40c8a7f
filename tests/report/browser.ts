/** A real browser for tests that need one. Without one they are skipped, or fail where `REQUIRE_BROWSER=1` says that there must be one. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import type { TestContext } from "vitest";

const path = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

let browser: Promise<Browser> | undefined;

/** One browser for all test files of a worker, which ends with it. Skips the test of `context` where there is none. */
export async function browserFor(context: TestContext): Promise<Browser> {
  if (!existsSync(path)) {
    const reason = `There is no browser at ${path}: install Chromium, or name one in CHROMIUM.`;
    if (process.env["REQUIRE_BROWSER"] === "1") throw new Error(reason);
    context.skip(reason);
  }
  browser ??= chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return browser;
}
