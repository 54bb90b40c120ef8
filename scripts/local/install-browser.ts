import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../../e2e/find-chromium.ts'

const INSTALL_TIMEOUT_MS = 240_000

/** Into Playwright's own cache of the user. */
const WITH_PLAYWRIGHT = 'npx playwright install chromium'
/** For root on Debian only, as in CI, whose network may have packages and not Playwright's downloads. */
const WITH_APT = 'apt-get update && apt-get install -y --no-install-recommends chromium'

/** Whether a Chromium is there, after installing one when it was not. Says each command before it runs. */
export function installBrowserWhenMissing(): boolean {
  if (findChromium()) return true
  const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  return [WITH_PLAYWRIGHT, ...(mayUseApt ? [WITH_APT] : [])].some((command) => {
    console.log(`Chromium, Chrome or Edge is not installed. Running: ${command}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], timeout: INSTALL_TIMEOUT_MS, env })
    return findChromium() !== undefined
  })
}
