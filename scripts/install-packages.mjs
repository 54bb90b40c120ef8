// Plain JavaScript, because an older Node.js may start it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/**
 * Installs the packages of a folder's lock file unless they are current. Returns the folder of the packages.
 *
 * @param {string} folder folder with a package.json, relative to the root of the repository
 */
export function installPackages(folder) {
  const cwd = join(ROOT, folder)
  const packages = join(cwd, 'node_modules')
  const installed = join(packages, '.package-lock.json')
  const isInstalled =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(cwd, 'package-lock.json')).mtimeMs
  if (isInstalled) return packages
  runNpm('ci', cwd)
  return packages
}

/**
 * Links the installed Node.js into node_modules/.bin. npm 10 removes that link, because skipped packages for
 * other platforms have a link of the same name.
 */
export function linkNode() {
  const packages = join(ROOT, 'node_modules')
  const isInstalled = readdirSync(packages).some((name) => /^node-(?:darwin|linux|win)-/.test(name))
  if (isInstalled && !existsSync(join(packages, '.bin/node'))) runNpm('rebuild', ROOT)
}

/**
 * @param {string} command
 * @param {string} cwd
 */
function runNpm(command, cwd) {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  if (!node || !npm) throw new Error('Packages are missing: start this with npm run.')
  // Runs npm's script with npm's own Node.js: on Windows spawn cannot start `npm`, and npm ci removes the
  // installed Node.js while it runs.
  const { status } = spawnSync(node, [npm, command, '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}
