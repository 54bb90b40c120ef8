import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_TIMEOUT_MS = 60_000
const READY_POLL_MS = 50

type Program = { pid: number; stop(): Promise<void> }

/** Starts a server in `dataDir`, where it also logs, and waits until its port accepts connections. */
export async function startProgram(options: {
  command: string
  args?: string[]
  env?: Record<string, string>
  dataDir: string
  port: number
}): Promise<Program> {
  const { command, args = [], env, dataDir, port } = options
  const logFile = `${dataDir}.log`
  const output = openSync(logFile, 'a')
  const child = spawn(command, args, {
    cwd: dataDir,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  await once(child, 'spawn')
  const killOnExit = () => child.kill()
  process.on('exit', killOnExit)
  const exited = once(child, 'exit').finally(() => process.off('exit', killOnExit))

  for (const giveUpAt = Date.now() + READY_TIMEOUT_MS; !(await isAccepting(port)); await sleep(READY_POLL_MS)) {
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error(`${command} did not start; see ${logFile}.`)
  }
  return {
    pid: child.pid as number,
    async stop() {
      child.kill()
      await exited
    },
  }
}

function isAccepting(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
  }).finally(() => socket.destroy())
}
