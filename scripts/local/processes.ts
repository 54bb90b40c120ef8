import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_TIMEOUT_MS = 60_000
const READY_POLL_MS = 100

export type Running = { process: ChildProcess; stop(): Promise<void> }

/** Starts `scripts/<script>` in a child process that ends when this one does. Its output goes to `logFile`, or here. */
export function startScript(options: { script: string; variables: Record<string, string>; logFile?: string }): Running {
  const output = options.logFile ? openSync(options.logFile, 'a') : 'inherit'
  const child = spawn(process.execPath, [`scripts/${options.script}`], {
    env: { ...process.env, ...options.variables } as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (output !== 'inherit') closeSync(output)
  return {
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Resolves when `${origin}/api/health/ready` answers 200. */
export async function waitUntilReady(origin: string, web?: Running): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < giveUpAt) {
    if (web && web.process.exitCode !== null)
      throw new Error(`The web process ended with code ${web.process.exitCode}.`)
    const response = await fetch(`${origin}/api/health/ready`).catch(() => undefined)
    if (response?.ok) return
    await sleep(READY_POLL_MS)
  }
  throw new Error(`The web process was not ready within ${READY_TIMEOUT_MS / 1000} s.`)
}
