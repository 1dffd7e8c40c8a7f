import { defineConfig } from "vitest/config";

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
  },
});
