import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { installBrowserWhenMissing } from './local/install-browser.ts'

// Runs lint, types, unit and integration tests, the production build, a short chaos test and the browser tests. Every
// step runs, also after a failure. The last line counts all of them, and those that failed are named again above it.

const RESULTS = 'test-results'
const node = process.execPath
const failures: string[] = []
let passed = 0
let failed = 0

async function run(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  return code === 0
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

/** Adds the counts of a report. A runner that failed without a failed test in its report counts as one failure. */
function countReport(name: string, ok: boolean, report: { passed: number; failed: number } | undefined) {
  passed += report?.passed ?? 0
  failed += report?.failed ?? 0
  if (!ok && !report?.failed) count(name, false)
}

type UnitReport = {
  numPassedTests: number
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

const build = run(['node_modules/next/dist/bin/next', 'build'], {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
})
count('lint', await run(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']))
count('types', await run(['node_modules/typescript/bin/tsc', '--noEmit']))
count('build', await build)

const unitFile = `${RESULTS}/unit.json`
const unitOk = await run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitFile}`,
])
const unit = readReport<UnitReport>(unitFile)
countReport('unit and integration tests', unitOk, unit && { passed: unit.numPassedTests, failed: unit.numFailedTests })
for (const { name, status, message, assertionResults } of unit?.testResults ?? []) {
  const file = relative('.', name)
  const tests = assertionResults.filter((test) => test.status === 'failed')
  for (const { fullName, failureMessages } of tests)
    failures.push(`${file}: ${fullName}\n${failureMessages.join('\n')}`)
  if (status === 'failed' && tests.length === 0) failures.push(`${file}: ${message}`)
}

count('chaos', await run(['chaos/kills.ts', '--short']))

if (installBrowserWhenMissing()) {
  const browserOk = await run(['node_modules/@playwright/test/cli.js', 'test'])
  const browser = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(`${RESULTS}/e2e.json`)
  const stats = browser?.stats
  countReport('browser tests', browserOk, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected })
} else {
  console.error(
    'The browser tests need Chromium, Chrome or Edge: install one (Debian: sudo apt-get install chromium-headless-shell).',
  )
  count('browser tests', false)
}

for (const failure of failures) console.log(`FAILED: ${failure}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
