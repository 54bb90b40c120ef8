import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../../..'),
  test: {
    env: { LOG_LEVEL: 'silent' },
    globalSetup: 'tools/vitest/vitest-postgres.ts',
    include: ['tools/api/clients/*.rules.ts'],
    server: { deps: { inline: ['next-auth'] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
