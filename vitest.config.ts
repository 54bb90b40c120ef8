import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const TESTS = [
  'lib/**/*.test.{ts,tsx}',
  'docs/*.test.ts',
  'prisma/**/*.test.ts',
  'scripts/**/*.test.ts',
  'demo/**/*.test.ts',
  'tools/**/*.test.ts',
  'app/**/*.test.ts',
]
/** Tests that `check` leaves to `npm test`, because they start processes or run for seconds. */
const WHOLE_ONLY = [
  'scripts/*.test.ts',
  'scripts/{portaal,schema-engine}/*.test.ts',
  'tools/api/holds-its-document.test.ts',
  'prisma/{seed,verhalen}.test.ts',
  'lib/expressions.test.ts',
  'lib/ontwikkelaars/snippets/*.test.ts',
  '**/{any-interleaving,any-order,clocks,kill-nine,many-readers,worst-input}.test.ts',
]
/** Tests with `vi.mock`, which works only for modules that no other file has loaded. */
const MOCKED = '**/*.mocked.test.ts'
/** Tests of the build, which `npm test` runs after building. */
const BUILT = 'scripts/*.built.test.ts'

export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: 'tools/vitest/vitest-postgres.ts',
    setupFiles: [
      // sets the AsyncLocalStorage that Next.js needs, before any part of Next.js is loaded
      './node_modules/next/dist/server/node-environment-baseline.js',
      'tools/vitest/vitest-fast-check.ts',
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: TESTS,
          exclude: [...configDefaults.exclude, MOCKED, BUILT, ...(mode === 'check' ? WHOLE_ONLY : [])],
          // Reloading the modules for each file cost as much processor time as the tests themselves.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED], isolate: true } },
      { extends: true, test: { name: 'built', include: [BUILT], isolate: false } },
    ],
    // Compile cache for processes that tests start, which halves their time.
    env: { LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
    // next-auth imports 'next/server' without extension, which Node itself does not resolve
    server: { deps: { inline: ['next-auth'] } },
    // `check` has more workers than cores, because tests also wait. In `npm test` other steps use that time.
    maxWorkers: Math.ceil(availableParallelism() * (mode === 'check' ? 1.5 : 1)),
    // Long, because a busy machine may be slow: these limits only end a wait for something that never comes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
}))
