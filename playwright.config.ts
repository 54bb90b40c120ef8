import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/find-chromium.ts'
import { ORIGIN, READY_PORT } from './e2e/origins.ts'

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // What never comes fails after this long; nothing is expected within it on a busy machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: ORIGIN,
    // A browser cannot be handed an authority to trust; tls.spec.ts looks whether the certificate is good.
    ignoreHTTPSErrors: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node scripts/local/e2e-server.ts',
    url: `http://localhost:${READY_PORT}`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
