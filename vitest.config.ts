import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const TESTS = [
  'lib/**/*.test.{ts,tsx}',
  'docs/*.test.ts',
  'prisma/**/*.test.ts',
  'scripts/**/*.test.ts',
  'app/**/*.test.ts',
]
/** What `npm run check` leaves to `npm test` (its mode is `check`): it starts processes, or tries for seconds what other tests say of one case. */
const WHOLE_ONLY = [
  'scripts/*.test.ts',
  'scripts/{portaal,schema-engine}/*.test.ts',
  'scripts/api/holds-its-document.test.ts',
  'prisma/{seed,verhalen}.test.ts',
  'lib/expressions.test.ts',
  'lib/ontwikkelaars/snippets/*.test.ts',
  '**/{any-interleaving,any-order,clocks,kill-nine,many-readers,worst-input}.test.ts',
]
/** Those with `vi.mock`, which holds only for modules that no other file has loaded. */
const MOCKED = '**/*.mocked.test.ts'
/** Tests of the build, which `npm test` runs once that is there. */
const BUILT = 'scripts/*.built.test.ts'

export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: 'scripts/local/vitest-postgres.ts',
    setupFiles: [
      // gives Next.js the AsyncLocalStorage in which it keeps a request, before anything loads a part of Next.js
      './node_modules/next/dist/server/node-environment-baseline.js',
      'scripts/local/vitest-fast-check.ts',
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: TESTS,
          exclude: [...configDefaults.exclude, MOCKED, BUILT, ...(mode === 'check' ? WHOLE_ONLY : [])],
          // Loading the modules anew for each file took as much of the processor as the tests themselves.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED], isolate: true } },
      { extends: true, test: { name: 'built', include: [BUILT], isolate: false } },
    ],
    // For the processes that tests start: half of their time was to compile what the one before had compiled.
    env: { LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
    // next-auth imports 'next/server' without extension, which Node itself does not resolve
    server: { deps: { inline: ['next-auth'] } },
    // A test also waits, for PostgreSQL or a moment that has to come. Beside `npm test` others use what that leaves.
    maxWorkers: Math.ceil(availableParallelism() * (mode === 'check' ? 1.5 : 1)),
    // Long, because a busy machine may be slow: these limits only end a wait for something that never comes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
}))
