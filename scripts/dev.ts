import { demoPort } from './configuration.ts'
import { startLocalEnvironment } from './local/local-environment.ts'
import { startDemoMailbox } from './local/mail/demo-mailbox.ts'
import { startDemoPhone } from './local/phone/demo-phone.ts'
import { givePhone } from './local/phone/give-phone.ts'
import { startScript, waitUntilReady } from './local/processes.ts'
import { registerPortal } from './local/register-portal.ts'
import { giveEmailadressen } from './local/verhalen/give-emailadressen.ts'
import { playVandaag } from './local/verhalen/play-vandaag.ts'
import { withBothSystems } from './local/verhalen/with-both-systems.ts'
import { onShutdown } from './process/shutdown.ts'

const port = demoPort()

const local = await startLocalEnvironment({ dataDir: '.data', port })
const mailbox = await startDemoMailbox({ dataDir: '.data' })
const phone = await startDemoPhone({ dataDir: '.data' })
const variables = { ...local.variables, ...mailbox.variables, ...phone.variables, NODE_ENV: 'development' }
await withBothSystems(variables, async ({ portal }) => {
  await giveEmailadressen(portal, { mailbox: mailbox.file })
  await givePhone(portal, phone)
})
const web = startScript({ script: 'web.ts', variables })
const worker = startScript({ script: 'worker.ts', variables })
onShutdown(async () => {
  await Promise.all([web.stop(), worker.stop()])
  await mailbox.stop()
  await phone.stop()
  await local.stop()
})

await waitUntilReady(local.origin, web)
await registerPortal(local)
await withBothSystems(variables, playVandaag)
console.log(`Ready on ${local.origin}/demo`)
