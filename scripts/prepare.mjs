// Makes a checkout ready to run: installs packages, among them the Node.js that everything else runs on, and
// generates the Prisma clients, a house style and the command for suppliers. Does only what is missing or out
// of date. Then runs the script that its arguments name. Plain JavaScript, because an older Node.js may start
// it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, linkNode } from './install-packages.mjs'

const root = join(import.meta.dirname, '..')
const NODE_MAJOR = 24

function isOlder(product, ...sources) {
  const path = join(root, product)
  if (!existsSync(path)) return true
  return sources.some((source) => statSync(join(root, source)).mtimeMs > statSync(path).mtimeMs)
}

/** Runs a script with the installed `node`, first in PATH by npm; this process may run on an older one. */
function runWithInstalledNode(script) {
  run(`node ${script}`)
}

/** @param {'inherit' | 'ignore'} stdout */
function run(command, stdout = 'inherit') {
  const { status } = spawnSync(command, { cwd: root, stdio: ['ignore', stdout, 'inherit'], shell: true })
  if (status !== 0) process.exit(status ?? 1)
}

installPackages('.')
linkNode()
const { stdout } = spawnSync('node --version', { shell: true, encoding: 'utf8' })
if (!(Number.parseInt(stdout.slice(1), 10) >= NODE_MAJOR)) {
  console.error(
    `Zaakbode runs on Node.js ${NODE_MAJOR}, and "node" here is ${stdout.trim() || 'none that starts'}. npm ci brings it to ` +
      'Linux (glibc), Windows and Macs with Intel, with the optional packages; elsewhere install it yourself.',
  )
  process.exit(1)
}
const isStale = (system) =>
  isOlder(`lib/${system}/generated/client.ts`, `prisma/${system}/schema.prisma`, 'package-lock.json')
if (['zaaksysteem', 'publieksportaal'].some(isStale)) runWithInstalledNode('scripts/schema-engine/generate-clients.ts')
if (isOlder('public/huisstijl/utrecht.css', 'scripts/build-huisstijl.ts', 'lib/ui/huisstijl', 'package-lock.json')) {
  runWithInstalledNode('scripts/build-huisstijl.ts')
}
const PACKED = 'public/ontwikkelaars/zaakbode.tgz'
const filesIn = (folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
const packed = filesIn('cli').filter((file) => !file.includes('generated') && !file.endsWith('LICENSE'))
const signing = [...filesIn('lib/proof/sign'), 'lib/contract/ce-header.ts', 'lib/contract/signature-headers.ts']
if (isOlder(PACKED, ...packed, ...signing)) {
  runWithInstalledNode('--disable-warning=ExperimentalWarning cli/build.ts')
  run('npm pack ./cli --silent --pack-destination public/ontwikkelaars', 'ignore')
  const [made] = readdirSync(join(root, 'public/ontwikkelaars')).filter((name) => /^zaakbode-.*\.tgz$/.test(name))
  renameSync(join(root, 'public/ontwikkelaars', made), join(root, PACKED))
}

const [script, ...options] = process.argv.slice(2)
if (script) {
  // `&&` in package.json would not do, because a shell caches the path of `node` and would run the older
  // one.
  const child = spawn('node', [script, ...options], { stdio: 'inherit', shell: process.platform === 'win32' })
  child.on('exit', (code) => process.exit(code ?? 1))
  // Ctrl-C reaches the script by itself; this process only waits for it to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
}
