// Plain JavaScript, because an older Node.js may start it.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/**
 * Installs what the lock file of a folder names, unless that has been done, and returns the folder with the packages.
 *
 * @param {string} folder that of a package.json, relative to the root of the repository
 */
export function installPackages(folder) {
  const cwd = join(ROOT, folder)
  const packages = join(cwd, 'node_modules')
  const installed = join(packages, '.package-lock.json')
  const isInstalled =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(cwd, 'package-lock.json')).mtimeMs
  if (isInstalled) return packages
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  if (!node || !npm) throw new Error('Packages are missing: start this with npm run.')
  // Starts npm's script with npm's own Node.js: on Windows spawn cannot start `npm`, and npm ci removes the installed
  // Node.js while it runs.
  const ci = [npm, 'ci', '--loglevel=error']
  const { status } = spawnSync(node, ci, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
  return packages
}
