import { demoPort } from './configuration.ts'
import { startLocalEnvironment } from './local/local-environment.ts'
import { startScript, waitUntilReady } from './local/processes.ts'
import { registerPortal } from './local/register-portal.ts'
import { onShutdown } from './process/shutdown.ts'

const port = demoPort()

const local = await startLocalEnvironment({ dataDir: '.data', port })
const variables = { ...local.variables, NODE_ENV: 'development' }
const web = startScript({ script: 'web.ts', variables })
const worker = startScript({ script: 'worker.ts', variables })
onShutdown(async () => {
  await Promise.all([web.stop(), worker.stop()])
  await local.stop()
})

await waitUntilReady(local.origin, web)
await registerPortal(local)
console.log(`Ready on ${local.origin}/demo`)
