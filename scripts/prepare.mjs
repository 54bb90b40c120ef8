// Makes a checkout ready to run: installs packages, among them the Node.js that everything else runs on, and generates
// the Prisma clients and a house style. Does only what is missing or out of date. Plain JavaScript, because an older
// Node.js may start it.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const NODE_MAJOR = 24

function isOlder(product, ...sources) {
  const path = join(root, product)
  if (!existsSync(path)) return true
  return sources.some((source) => statSync(join(root, source)).mtimeMs > statSync(path).mtimeMs)
}

function run(command, args, options) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
  if (status !== 0) process.exit(status ?? 1)
}

/** A shell finds the installed `node`, which npm puts first in PATH; this process itself may run on an older one. */
const runWithInstalledNode = (args) => run(`node ${args}`, [], { shell: true })

if (isOlder('node_modules/.package-lock.json', 'package-lock.json')) {
  // Starts npm's script with npm's own Node.js: on Windows spawn cannot start `npm`, and npm ci removes the installed
  // Node.js while it runs.
  const npm = [process.env.npm_execpath, 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  run(process.env.npm_node_execpath, npm)
}
const { stdout } = spawnSync('node --version', { shell: true, encoding: 'utf8' })
if (!(Number.parseInt(stdout.slice(1), 10) >= NODE_MAJOR)) {
  console.error(
    `Zaakbode runs on Node.js ${NODE_MAJOR}, and "node" here is ${stdout.trim() || 'none that starts'}. npm ci brings it to ` +
      'Linux (glibc), Windows and Macs with Intel, with the optional packages; elsewhere install it yourself.',
  )
  process.exit(1)
}
for (const system of ['zaaksysteem', 'publieksportaal']) {
  if (isOlder(`lib/${system}/generated/client.ts`, `prisma/${system}/schema.prisma`)) {
    runWithInstalledNode(`node_modules/prisma/build/index.js generate --config prisma/${system}.config.ts`)
  }
}
if (isOlder('public/huisstijl/utrecht.css', 'scripts/build-huisstijl.ts', 'lib/ui/huisstijl', 'package-lock.json')) {
  runWithInstalledNode('scripts/build-huisstijl.ts')
}
