import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { findChromium } from '../e2e/find-chromium.ts'

const INSTALL_TIMEOUT_MS = 240_000

/** Installs into Playwright's cache of this user. */
const WITH_PLAYWRIGHT = 'npx playwright install chromium'
/**
 * A command for root on Debian, as in CI, where the network may offer packages but not Playwright's
 * downloads.
 */
const WITH_APT = 'apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell'

/**
 * Installs a Chromium when none is found. Prints each command before it runs. Returns whether there is one.
 */
function installBrowserWhenMissing(): boolean {
  if (findChromium()) return true
  const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  return [WITH_PLAYWRIGHT, ...(mayUseApt ? [WITH_APT] : [])].some((command) => {
    console.log(`Chromium, Chrome or Edge is not installed. Running: ${command}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], timeout: INSTALL_TIMEOUT_MS, env })
    return findChromium() !== undefined
  })
}

// Runs the unit and integration tests in parallel with all other steps: lint and types, the production build,
// the browser tests and those of the build, then a short chaos test beside the benches at a small size. A
// failure does not stop later steps. The last line counts all results, with the failed ones named above it.
// `npm run check` is the short form: lint, types, and the fast unit and integration tests.

const isCheck = process.argv.includes('--check')

// Shares the compile cache, because compiling took half of the start of each process.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/compiled')

const RESULTS = 'test-results'
const node = process.execPath
const failures: string[] = []
const untried: string[] = []
/** The exit code of check-clients.ts, where CI would fail. */
const NOT_ALL_TRIED = 3
let passed = 0
let failed = 0

async function run(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  return code === 0
}

/** Runs a command and prints its output at its end, so that outputs of parallel commands do not mix. */
async function runQuietly(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return (await exitQuietly(args, env)) === 0
}

async function exitQuietly(args: string[], env: Record<string, string> = {}): Promise<number | null> {
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = await once(child, 'close')
  process.stdout.write(Buffer.concat(said))
  return code
}

function count(name: string, ok: boolean) {
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`)
  if (ok) {
    passed += 1
    return
  }
  failed += 1
  failures.push(name)
}

/**
 * Adds the counts of a report. A runner that failed without a failed test in its report counts as one
 * failure.
 */
function countReport(name: string, ok: boolean, report: { passed: number; failed: number } | undefined) {
  passed += report?.passed ?? 0
  failed += report?.failed ?? 0
  if (!ok && !report?.failed) count(name, false)
}

type UnitReport = {
  numPassedTests: number
  numPendingTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS)

async function unitTests() {
  const [mode, env] = isCheck ? [['--mode', 'check'], {}] : [[], { WHOLE_TESTS: '1' }]
  await vitest('unit and integration tests', ['--project', 'shared', '--project', 'mocked', ...mode], env)
}

/** Runs the tests of the build. They skip themselves without a build, which counts as a failure here. */
async function builtTests() {
  const built = await vitest('tests of the build', ['--project', 'built'])
  if (built?.numPendingTests !== 0) count('tests of the build, each of them', false)
}

async function vitest(title: string, args: string[], env: Record<string, string> = {}) {
  const file = `${RESULTS}/${title.replaceAll(' ', '-')}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], env)
  const unit = readReport<UnitReport>(file)
  countReport(title, ok, unit && { passed: unit.numPassedTests, failed: unit.numFailedTests })
  for (const { name, status, message, assertionResults } of unit?.testResults ?? []) {
    const path = relative('.', name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    for (const { fullName, failureMessages } of tests)
      failures.push(`${path}: ${fullName}\n${failureMessages.join('\n')}`)
    if (status === 'failed' && tests.length === 0) failures.push(`${path}: ${message}`)
  }
  return unit
}

async function browserTests() {
  if (!installBrowserWhenMissing()) {
    console.error(
      'The browser tests need Chromium, Chrome or Edge: install one (Debian: sudo apt-get install chromium-headless-shell).',
    )
    count('browser tests', false)
    return
  }
  const ok = await runQuietly(['node_modules/@playwright/test/cli.js', 'test'])
  const browser = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(`${RESULTS}/e2e.json`)
  const stats = browser?.stats
  countReport('browser tests', ok, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected })
}

async function lintAndTypes() {
  count('lint', await runQuietly(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']))
  count('types', await runQuietly(['node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded']))
}

/** Checks the generated clients, only when the API document changed since the last check. */
async function generatedClients() {
  const code = await exitQuietly(['tools/api/check-clients.ts', '--when-changed'])
  if (code === NOT_ALL_TRIED) untried.push('clients of the API: see above what is not on this machine')
  else count('clients that others generate', code === 0)
}

async function buildAndUse() {
  const build = ['node_modules/next/dist/bin/next', 'build']
  count('build', await runQuietly(build, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }))
  // One after the other, because together with the unit tests they were so slow that some ran out of time.
  await browserTests()
  await builtTests()
  await Promise.all([
    runQuietly(['tools/chaos/kills.ts', '--short']).then((ok) => count('chaos', ok)),
    runQuietly(['tools/bench/bench.ts', '--short']).then((ok) => count('bench', ok)),
  ])
}

await Promise.all(
  isCheck ? [unitTests(), lintAndTypes()] : [unitTests(), lintAndTypes().then(generatedClients), buildAndUse()],
)

for (const one of untried) console.log(`NOT TRIED: ${one}`)
for (const failure of failures) console.log(`FAILED: ${failure}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
