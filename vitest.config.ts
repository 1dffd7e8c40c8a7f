import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    testTimeout: 120_000,
    // Two cores: one file of simulations a core.
    maxWorkers: 2,
  },
});
