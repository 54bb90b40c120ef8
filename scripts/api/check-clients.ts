import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLIENTS, isOnMachine } from './clients/clients.ts'
import { presentFingerprints, sha256 } from './released.ts'

// `npm run api:clients` has the generators of others make clients of the document and compiles them, and lets one travel through
// the API. It needs Java with Maven, Python and Go, and takes minutes, so `npm test` only does it when the document or a generator
// is another than when it last passed, which is kept in docs/api/clients.json.

const ROOT = join(import.meta.dirname, '../..')
const KEPT = join(ROOT, 'docs/api/clients.json')
/** The exit code of a run in which all passed that could be tried here, and something could not. */
const NOT_ALL_TRIED = 3

function fingerprints() {
  const files = globSync('{*.ts,*.txt,package-lock.json,go/*}', { cwd: join(import.meta.dirname, 'clients') }).sort()
  const texts = files.map((file) => readFileSync(join(import.meta.dirname, 'clients', file), 'utf8'))
  return { zaaksysteem: presentFingerprints().zaaksysteem, clients: sha256(texts.join('\n')) }
}

const present = `${JSON.stringify(fingerprints(), null, 2)}\n`
if (process.argv.includes('--when-changed') && readFileSync(KEPT, 'utf8') === present) process.exit(0)

const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'scripts/api/clients/vitest.config.mjs',
  '--reporter=verbose',
]
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: ROOT })
if (status !== 0) process.exit(1)
const missing = [...new Set(CLIENTS.flatMap(({ needs }) => needs))].filter((program) => !isOnMachine(program))
if (missing.length > 0) {
  console.log(
    `NOT TRIED: clients of the API that need ${missing.join(', ')}, which is not on this machine. CI tries them.`,
  )
  process.exit(NOT_ALL_TRIED)
}
writeFileSync(KEPT, present)
