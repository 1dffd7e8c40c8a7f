import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests that import `src/` get what is built of it, from Node itself: through Vitest's loader, which turns every import into a look-up, the model takes almost twice the time. */
const built = {
  name: "built",
  enforce: "pre" as const,
  resolveId(source: string, importer?: string) {
    if (importer === undefined || !source.startsWith(".") || !source.endsWith(".js")) return undefined;
    const [first, ...rest] = relative(root, join(dirname(importer), source)).split(/[\\/]/);
    return first === "src" ? { id: join(root, "dist", ...rest), external: true } : undefined;
  },
};

/** Files that say why they are slow go first, so that none of them is left to one worker when the other has nothing more to do. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = new Set(files.filter(({ moduleId }) => readFileSync(moduleId, "utf8").includes("// Slow: ")));
    return [...(await super.sort(files))].sort((a, b) => Number(slow.has(b)) - Number(slow.has(a)));
  }
}

export default defineConfig({
  plugins: [built],
  test: {
    globalSetup: ["tests/build.ts"],
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    // Simulations take seconds, on a busy machine many.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is built is loaded as users load it, where tests name it themselves.
    server: { deps: { external: [/\/dist\//] } },
    // Two cores: one file of simulations a core.
    maxWorkers: 2,
    // A worker loads the model once for all its files, and runs it compiled. So a file leaves nothing behind: what it spies on, changes or opens is put back when its tests end.
    isolate: false,
    sequence: { sequencer: SlowFirst },
  },
});
