import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /** A busy machine may take many seconds over what it usually does at once. */
    expect: { poll: { timeout: 30_000 } },
  },
})
