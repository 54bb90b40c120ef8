import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/find-chromium.ts'
import { ORIGIN, READY_PORT } from './e2e/origins.ts'

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // Tests that break the shared processes come last.
  projects: [
    { name: 'whole', testIgnore: 'stuk.spec.ts' },
    { name: 'broken', testMatch: 'stuk.spec.ts', dependencies: ['whole'] },
  ],
  // One more than the cores, because tests wait for half of their time.
  workers: 3,
  forbidOnly: true,
  // Long, because a busy machine may be slow: these limits only end a wait for something that never comes.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: ORIGIN,
    // Playwright cannot make the browser trust the local authority; tls.spec.ts checks the certificate.
    ignoreHTTPSErrors: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Tracing costs a sixth of the time: `npx playwright test --trace retain-on-failure` records failures.
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node tools/e2e-server.ts',
    url: `http://localhost:${READY_PORT}`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
