import { spawnSync } from 'node:child_process'
import { findChromium } from '../../e2e/find-chromium.ts'

const INSTALL_TIMEOUT_MS = 240_000

const ATTEMPTS: [string, string[]][] = [
  [process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']],
  ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']],
  ['apk', ['add', '--no-cache', 'chromium']],
  ['dnf', ['install', '-y', 'chromium']],
]

/** Whether a Chromium is there, after trying to install one. */
export function installBrowserWhenMissing(): boolean {
  if (findChromium()) return true
  console.log('No Chromium found; installing one …')
  return ATTEMPTS.some(([command, args]) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS, env })
    return findChromium() !== undefined
  })
}
