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
    // One worker per core. Vitest would leave a core free, but a test mostly waits for PostgreSQL.
    maxWorkers: '100%',
    // Long, because a busy machine may be slow: these limits only end a wait for something that never comes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
})
