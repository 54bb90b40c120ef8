import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.ts'

/** The folder in Debian's package, which is not on everyone's PATH. */
const SBIN = '/usr/sbin'

/** Returns the nats-server of this machine: NATS_SERVER, or the one on the PATH. */
export function findNatsServer(): string | undefined {
  const { NATS_SERVER, PATH = '' } = process.env
  if (NATS_SERVER) return NATS_SERVER
  return [...PATH.split(delimiter), SBIN].map((folder) => join(folder, 'nats-server')).find(isExecutable)
}

/** The title of tests of NATS, which says in a report why they were skipped. */
export const NATS_TITLE = findNatsServer()
  ? 'NATS'
  : 'NATS (skipped: there is no nats-server on this machine, and NATS_SERVER names none)'

export type NatsServer = { pid: number; host: string; kill(): Promise<void> }

/** Starts a nats-server on `port` or a free port. `settings`: further arguments. */
export async function startNatsServer({
  port,
  settings = [],
}: {
  port?: number | undefined
  settings?: string[]
} = {}): Promise<NatsServer> {
  const file = findNatsServer()
  if (!file) throw new Error('There is no nats-server on this machine; NATS_SERVER can say where one is')
  const chosen = port ?? (await freePort())
  const child = spawn(file, ['--addr', '127.0.0.1', '--port', String(chosen), ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  let ready = false
  for await (const line of createInterface(child.stderr)) {
    ready = line.includes('Server is ready')
    if (ready) break
  }
  if (!ready) throw new Error(`nats-server did not start on port ${chosen}`)
  child.stderr.resume()
  return {
    pid: child.pid as number,
    host: `127.0.0.1:${chosen}`,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
