import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that say why they are slow go first, so that none of them is left to one worker when the other has nothing more to do. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = new Set(files.filter(({ moduleId }) => readFileSync(moduleId, "utf8").includes("// Slow: ")));
    return [...(await super.sort(files))].sort((a, b) => Number(slow.has(b)) - Number(slow.has(a)));
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    // Simulations take seconds, on a busy machine many.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is built is loaded as users load it.
    server: { deps: { external: [/\/dist\//] } },
    // Two cores: one file of simulations a core.
    maxWorkers: 2,
    // A worker loads the model once for all its files, and runs it compiled. So a file leaves nothing behind: what it spies on, changes or opens is put back when its tests end.
    isolate: false,
    sequence: { sequencer: SlowFirst },
  },
});
