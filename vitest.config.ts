import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts', 'app/**/*.test.ts'],
    globalSetup: 'scripts/local/vitest-postgres.ts',
    setupFiles: 'scripts/local/vitest-fast-check.ts',
    env: { LOG_LEVEL: 'silent' },
    // next-auth imports 'next/server' without extension, which Node itself does not resolve
    server: { deps: { inline: ['next-auth'] } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
