import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Long, because a busy machine may be slow: it only ends a wait for something that never comes. */
export const READY_TIMEOUT_MS = 180_000
const READY_POLL_MS = 100
/** Lets Node.js itself load next.config.ts, as in scripts/web.ts. */
const STRIP_TYPES = '--experimental-next-config-strip-types'

export type Running = { process: ChildProcess; stop(): Promise<void> }

type Options = { variables: Record<string, string>; logFile?: string | undefined }

/** Starts `scripts/<script>` as a child that ends with this process. Logs to `logFile` or to our output. */
export function startScript({ script, ...options }: Options & { script: string }): Running {
  return start([`scripts/${script}`], options)
}

/** Starts the pages and route handlers in Next.js' own server, without ours in front of them. */
export function startNextOnly({ port, ...options }: Options & { port: number }): Running {
  return startForeign(['node_modules/next/dist/bin/next', 'start', STRIP_TYPES, '--port', String(port)], options)
}

/** Starts another program, and kills it when this process ends. */
export function startForeign(args: string[], options: Options): Running {
  const running = start(args, options)
  process.once('exit', () => running.process.kill())
  return running
}

function start(args: string[], { variables, logFile }: Options): Running {
  const output = logFile ? openSync(logFile, 'a', 0o600) : 'inherit'
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...variables } as NodeJS.ProcessEnv,
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

/**
 * A script that can be killed and restarted at any moment, as by a service manager. `onOwnExit` is called
 * when it exits by itself.
 */
export type Restartable = Running & {
  /** Resolves when the process is gone; it stays stopped until `start`. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Starts it unless it runs. */
  start(): Running
}

export function startRestartable(options: Options & { script: string }, onOwnExit: () => void): Restartable {
  let running: Running | undefined
  let last: Running
  function start() {
    if (running) return running
    const started = startScript(options)
    running = started
    last = started
    started.process.once('exit', () => {
      if (running !== started) return
      running = undefined
      onOwnExit()
    })
    return started
  }
  async function end(signal: NodeJS.Signals) {
    const child = running?.process
    running = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  start()
  return {
    get process() {
      return last.process
    },
    start,
    end,
    stop: () => end('SIGTERM'),
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
