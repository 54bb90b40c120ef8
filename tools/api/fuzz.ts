import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startTemporaryZaaksysteem } from '../../scripts/local/temporary-zaaksysteem.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { startTestApiServer } from './api-server.ts'
import { DESCRIBED, PRESENT_DOCUMENTS } from './released.ts'

// Validates the documents with openapi-spec-validator, and tests with Schemathesis that the API holds them,
// on a zaaksysteem of its own on loopback. `npm run fuzz` takes some minutes and needs Python 3.10 or newer.
// Arguments after `--` go to `schemathesis run`.

const SCHEMATHESIS = '4.32.5'
const VALIDATOR = '0.9.0'
const CONFIG = join(import.meta.dirname, 'schemathesis.toml')
/** The folder of Schemathesis and its runs. */
const DATA = join(import.meta.dirname, '../../.data')
const PYTHON = process.platform === 'win32' ? 'python' : 'python3'

/** @returns the folder with the programs, installed into .data/ at first use */
function installPrograms(): string | undefined {
  const folder = join(DATA, `fuzz-${SCHEMATHESIS}-${VALIDATOR}`)
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
  const last = join(bin, 'openapi-spec-validator')
  if (existsSync(last) || existsSync(`${last}.exe`)) return bin
  const packages = [`schemathesis==${SCHEMATHESIS}`, `openapi-spec-validator==${VALIDATOR}`]
  const steps = [
    [PYTHON, '-m', 'venv', folder],
    [join(bin, 'python'), '-m', 'pip', 'install', '--quiet', ...packages],
  ] as const
  const isInstalled = steps.every(([command, ...args]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0)
  return isInstalled ? bin : undefined
}

const programs = installPrograms()
if (!programs) {
  console.error(`Not fuzzed: Schemathesis ${SCHEMATHESIS} needs Python 3.10 or newer with venv, and a package index.`)
  process.exit(1)
}

for (const described of DESCRIBED) {
  const input = JSON.stringify(PRESENT_DOCUMENTS[described]())
  const { status } = spawnSync(join(programs, 'openapi-spec-validator'), ['-'], {
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}

const { ctx, token, close } = await startTemporaryZaaksysteem('fuzzer')
const zaakId = await registerInTurn(ctx, 0, { zaaktype: 'OMG-REG', omschrijving: 'Dakkapel' })
const server = await startTestApiServer({ zaaksysteem: ctx })
const fuzzer = spawn(
  join(programs, 'schemathesis'),
  ['--config-file', CONFIG, 'run', `${server.baseUrl}/openapi.json`, '--url', server.baseUrl, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: DATA,
    env: {
      ...process.env,
      SCHEMATHESIS_HOOKS: 'schemathesis_hooks',
      PYTHONPATH: import.meta.dirname,
      FUZZ_TOKEN: token,
      FUZZ_ZAAK: zaakId,
    },
  },
)
// At Ctrl-C Schemathesis reports its findings so far, and exits.
process.on('SIGINT', () => {})
const [code] = await once(fuzzer, 'exit')
await server.close()
await close()
process.exit(code ?? 1)
