import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLIENTS, isOnMachine } from './clients/clients.ts'
import { presentFingerprints, sha256 } from './released.ts'

// `npm run api:clients` generates clients from the document with third-party generators, compiles them, and
// runs one against the API. It needs Java with Maven, Python and Go, and takes minutes. So `npm test` runs it
// only when the document or a generator changed since it last passed, which docs/api/clients.json records.

const ROOT = join(import.meta.dirname, '../..')
const KEPT = join(ROOT, 'docs/api/clients.json')
/** The exit code when everything that could run here passed, but something could not run. */
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
  'tools/api/clients/vitest.config.mjs',
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
