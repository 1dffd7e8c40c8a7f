/**
 * A reporter that ends the log: the seconds of every test file, slowest first, the reason for each over a minute (a comment `// Slow: …` in the file), what was
 * skipped and why, and the totals as the last line.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

export default class Seconds {
  /** @param {ReadonlyArray<import("vitest/node").TestModule>} modules */
  onTestRunEnd(modules) {
    const files = modules.map((module) => {
      const { duration, collectDuration } = module.diagnostic();
      return { path: module.moduleId, name: relative(process.cwd(), module.moduleId), seconds: (duration + collectDuration) / 1000 };
    }).sort((a, b) => b.seconds - a.seconds);
    console.log("\nSeconds by file");
    for (const { path, name, seconds } of files) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}${seconds > 60 ? `  (${reasonIn(path)})` : ""}`);

    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, note } = { note: undefined, ...test.result() };
        if (state === "passed" || state === "failed") count[state]++;
        else {
          count.skipped++;
          console.log(`Skipped: ${test.fullName}${note === undefined ? "" : ` (${note})`}`);
        }
      }
      // A file that cannot be loaded has no tests to count.
      if (module.state() === "failed" && [...module.children.allTests("failed")].length === 0) count.failed++;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}

function reasonIn(path) {
  return /\/\/ Slow: (.+)/.exec(readFileSync(path, "utf8"))?.[1] ?? "no reason given";
}
