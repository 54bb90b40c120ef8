import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'docs/*.test.ts',
      'prisma/**/*.test.ts',
      'scripts/**/*.test.ts',
      'app/**/*.test.ts',
    ],
    globalSetup: 'scripts/local/vitest-postgres.ts',
    setupFiles: 'scripts/local/vitest-fast-check.ts',
    env: { LOG_LEVEL: 'silent' },
    // next-auth imports 'next/server' without extension, which Node itself does not resolve
    server: { deps: { inline: ['next-auth'] } },
    // One for each core: a test waits for PostgreSQL more than it computes, and Vitest would keep a core free.
    maxWorkers: '100%',
    // What never comes fails after this long; nothing is expected within it on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
})
