import { startDemoMailbox } from '#demo/mail/demo-mailbox.ts'
import { startDemoPhone } from '#demo/phone/demo-phone.ts'
import { givePhone } from '#demo/phone/give-phone.ts'
import { giveEmailadressen } from '#demo/verhalen/give-emailadressen.ts'
import { playVandaag } from '#demo/verhalen/play-vandaag.ts'
import { withBothSystems } from '#demo/verhalen/with-both-systems.ts'
import { demoPort } from '../scripts/configuration.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import { startScript, waitUntilReady } from '../scripts/local/processes.ts'
import { registerPortal } from '../scripts/local/register-portal.ts'
import { onShutdown } from '../scripts/process/shutdown.ts'

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
