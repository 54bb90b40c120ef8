import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SeedInterruptedError } from '../prisma/seed.ts'
import { demoPort } from '../scripts/configuration.ts'
import { buildWhenStale } from '../scripts/local/build.ts'
import { EmbeddedPostgresError, reachableDataDir } from '../scripts/local/embedded-cluster.ts'
import { trustHere } from '../scripts/local/local-ca.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import { type Running, startRestartable, startScript, waitUntilReady } from '../scripts/local/processes.ts'
import { registerPortal } from '../scripts/local/register-portal.ts'
import { onShutdown } from '../scripts/process/shutdown.ts'
import { startDemoReceiver } from './demo-receiver.ts'
import { startDemoMailbox } from './mail/demo-mailbox.ts'
import { startDemoPhone } from './phone/demo-phone.ts'
import { givePhone } from './phone/give-phone.ts'
import { startRegie } from './regie/start-regie.ts'
import { openStoring } from './storing/open-storing.ts'
import { giveEmailadressen } from './verhalen/give-emailadressen.ts'
import { playVandaag } from './verhalen/play-vandaag.ts'
import { withBothSystems } from './verhalen/with-both-systems.ts'

/** True when this process can listen on `port`, on all addresses. */
async function isPortFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

const DATA_DIR = '.data'

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { reset: flag, https: flag } })
const port = demoPort()
const say = (line: string) => console.log(line)

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

if (!(await isPortFree(port)))
  fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm run demo`)
if (values.reset) {
  for (const folder of [reachableDataDir(resolve(DATA_DIR, 'postgres')), DATA_DIR]) {
    rmSync(folder, { recursive: true, force: true })
  }
}

say('Building, and starting PostgreSQL and the data …')
const building = buildWhenStale()
const local = await startLocalEnvironment({ dataDir: DATA_DIR, port, https: values.https }).catch((error: unknown) => {
  if (error instanceof EmbeddedPostgresError || error instanceof SeedInterruptedError) fail(error.message)
  throw error
})
const { origin, caFile } = local
if (caFile) trustHere(caFile)
const mailbox = await startDemoMailbox({ dataDir: DATA_DIR })
const phone = await startDemoPhone({ dataDir: DATA_DIR })
const storing = await openStoring({ dataDir: DATA_DIR, local })
const running: Record<string, Running> = {}
const regie = await startRegie({ variables: local.variables, running, storing })
const variables = {
  LOG_LEVEL: 'info',
  ...local.variables,
  ...mailbox.variables,
  ...phone.variables,
  ...storing.variables,
  ...regie.variables,
  NODE_ENV: 'production',
}

let receiver: Running | undefined
let stopping = false
const stopAll = async () => {
  stopping = true
  await regie.stop()
  await storing.close()
  await Promise.all([...Object.values(running), receiver].map((process) => process?.stop()))
  await mailbox.stop()
  await phone.stop()
  await local.stop()
}
onShutdown(async () => {
  say('\nStopping …')
  await stopAll()
})

await withBothSystems(variables, async ({ portal }) => {
  await giveEmailadressen(portal, { mailbox: mailbox.file })
  await givePhone(portal, phone)
})
if (!(await building)) {
  await stopAll()
  fail('The build failed.')
}
const logFile = join(DATA_DIR, 'web.log')
const web = startScript({ script: 'web.ts', variables, logFile })
const portaal = startRestartable(
  { script: 'web.ts', variables: storing.ofPortaal(variables), logFile },
  endedUnexpectedly,
)
const worker = startRestartable(
  { script: 'worker.ts', variables, logFile: join(DATA_DIR, 'worker.log') },
  endedUnexpectedly,
)
Object.assign(running, { web, portaal, worker })

try {
  await waitUntilReady(origin, web)
  await waitUntilReady(storing.portaalOrigin)
  say('Registering the portal at the zaaksysteem …')
  await registerPortal({ ...local, variables })
  receiver = await startDemoReceiver(local, { dataDir: DATA_DIR })
  await withBothSystems(variables, playVandaag)
  await storing.open(variables, { portaal, worker })
} catch (error) {
  await stopAll()
  fail(`The demo did not start: ${(error as Error).message}\nSee ${DATA_DIR}/web.log and ${DATA_DIR}/worker.log.`)
}

say(`
Zaakbode runs. Ctrl-C stops all of it; the data stays (npm run demo -- --reset starts afresh).

  The whole flow on one screen   ${origin}/demo
  The desk (behandelaar)         ${origin}/balie   sign in as F. El Amrani, who may also reopen a zaak and manages the abonnementen
  The citizen                    ${origin}/mijn    sign in as J. de Vries, or one of eleven others, each with a story
  What the citizens are mailed   ${origin}/demo/post
  What their phone shows         ${origin}/demo/telefoon
  What the portal refuses        ${origin}/portaalbeheer   sign in as S. Bos
  For suppliers (with a token) ${origin}/ontwikkelaars
  All demo persons are on the sign-in pages; there are no passwords in the demo.
`)
if (caFile) {
  say(`  All of it goes over TLS. A browser warns until it trusts this certificate authority, which exists only here:
  ${caFile}
`)
}

web.process.on('exit', endedUnexpectedly)

async function endedUnexpectedly() {
  if (stopping) return
  await stopAll()
  fail(`A process ended unexpectedly. See ${DATA_DIR}/web.log and ${DATA_DIR}/worker.log.`)
}
