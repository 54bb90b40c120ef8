import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../../e2e/find-chromium.ts'

const INSTALL_TIMEOUT_MS = 240_000

/** Installs into Playwright's cache of this user. */
const WITH_PLAYWRIGHT = 'npx playwright install chromium'
/** Only for root on Debian, as in CI, where the network may offer packages but not Playwright's downloads. */
const WITH_APT = 'apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell'

/** Installs a Chromium when none is found. Prints each command before it runs. Returns whether there is one. */
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
