import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    /** A busy machine may take seconds over what it usually does at once. */
    expect: { poll: { timeout: 10_000 } },
  },
})
