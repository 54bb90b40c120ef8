import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoReceiver } from '#demo/demo-receiver.ts'
import { startDemoMailbox } from '#demo/mail/demo-mailbox.ts'
import { startDemoPhone } from '#demo/phone/demo-phone.ts'
import { startRegie } from '#demo/regie/start-regie.ts'
import { openStoring } from '#demo/storing/open-storing.ts'
import { giveEmailadressen } from '#demo/verhalen/give-emailadressen.ts'
import { playVandaag } from '#demo/verhalen/play-vandaag.ts'
import { withBothSystems } from '#demo/verhalen/with-both-systems.ts'
import { offerBezorgwijze } from '#lib/publieksportaal/bron/offer-bezorgwijze.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { FORMER_BRON, ORIGIN, ORIGIN_NEXT_ONLY, ORIGIN_UTRECHT, READY_PORT } from '../e2e/origins.ts'
import { trustHere } from '../scripts/local/local-ca.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import {
  type Running,
  startNextOnly,
  startRestartable,
  startScript,
  waitUntilReady,
} from '../scripts/local/processes.ts'
import { registerPortal } from '../scripts/local/register-portal.ts'
import { onShutdown } from '../scripts/process/shutdown.ts'

// The server of the browser tests: the demo's processes with TLS and their own data, a second web process
// without TLS in the other house style, and a copy of the second in Next.js' own server. READY_PORT answers
// when all are ready.

const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-e2e-'))
const port = Number(new URL(ORIGIN).port)
const local = await startLocalEnvironment({ dataDir, port, https: true, settings: ['fsync=off'] })
const caFile = local.caFile as string
trustHere(caFile)
const mailbox = await startDemoMailbox({ dataDir })
const phone = await startDemoPhone({ dataDir })
const storing = await openStoring({ dataDir, local })
const running: Record<string, Running> = {}
const regie = await startRegie({ variables: local.variables, running, storing })
const variables: Record<string, string> = {
  ...local.variables,
  ...regie.variables,
  ...mailbox.variables,
  ...phone.variables,
  ...storing.variables,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  // long enough to take something back in a browser, and shorter than a test's timeout
  PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '10',
}
const { TLS_CERT_FILE, TLS_KEY_FILE, ...plaintext } = variables
const utrecht = {
  ...plaintext,
  HUISSTIJL: 'utrecht',
  PORT: new URL(ORIGIN_UTRECHT).port,
  ZAAKSYSTEEM_URL: ORIGIN_UTRECHT,
  PUBLIEKSPORTAAL_URL: ORIGIN_UTRECHT,
}

await withBothSystems(variables, ({ portal }) => giveEmailadressen(portal, { mailbox: mailbox.file }))
const web = startScript({ script: 'web.ts', variables })
const webUtrecht = startScript({ script: 'web.ts', variables: utrecht })
const nextOnly = startNextOnly({ port: Number(new URL(ORIGIN_NEXT_ONLY).port), variables: utrecht })
const endedByItself = () => console.error('A process of the browser tests ended by itself')
const portaal = startRestartable({ script: 'web.ts', variables: storing.ofPortaal(variables) }, endedByItself)
const worker = startRestartable({ script: 'worker.ts', variables }, endedByItself)
Object.assign(running, { web, portaal, worker })
let receiver: Running | undefined
const ready = createServer(({ url }, response) =>
  response.end(url === '/token' ? variables.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY : readFileSync(caFile)),
)
onShutdown(async () => {
  ready.close()
  await regie.stop()
  await storing.close()
  await Promise.all([web, webUtrecht, nextOnly, portaal, worker, receiver].map((process) => process?.stop()))
  await mailbox.stop()
  await phone.stop()
  await local.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

await Promise.all([
  waitUntilReady(ORIGIN, web),
  waitUntilReady(ORIGIN_UTRECHT, webUtrecht),
  waitUntilReady(ORIGIN_NEXT_ONLY, nextOnly),
  waitUntilReady(storing.portaalOrigin),
])
await registerPortal({ ...local, variables })
receiver = await startDemoReceiver(local, { dataDir })
await withBothSystems(variables, playVandaag)
await storing.open(variables, { portaal, worker })
await registerFormerBron()
ready.listen(READY_PORT)

async function registerFormerBron() {
  const portal = createPublieksportaalContext(
    readPublieksportaalEnv({ ...variables, PUBLIEKSPORTAAL_BRON: FORMER_BRON }),
  )
  await offerBezorgwijze(portal, { credentialtype: 'NLGOVADR', contentmodus: 'batch' })
  await portal.close()
}
