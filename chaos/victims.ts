import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type NatsServer, startNatsServer } from '#lib/platform/nats/test-nats-server.ts'
import type { Random } from '../prisma/seed/random.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../scripts/local/embedded-postgres.ts'
import { type Running, startScript } from '../scripts/local/processes.ts'

/** A process that is killed without warning and started again, as a service manager would. */
type Victim = { name: string; kill(): Promise<void>; stop(): Promise<void>; kills: number; ownExits: number }

export function scriptVictim(
  name: string,
  options: { script: string; variables: Record<string, string>; logFile: string },
): Victim {
  let running: Running
  let isOurs = false
  const victim: Victim = {
    name,
    kills: 0,
    ownExits: 0,
    async kill() {
      victim.kills += 1
      await end('SIGKILL')
      start()
    },
    async stop() {
      await end('SIGTERM')
    },
  }

  function start() {
    isOurs = false
    running = startScript(options)
    running.process.once('exit', () => {
      if (isOurs) return
      victim.ownExits += 1
      start()
    })
  }

  async function end(signal: NodeJS.Signals) {
    isOurs = true
    const child = running.process
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  start()
  return victim
}

export function postgresVictim(first: EmbeddedPostgres, dataDir: string): Victim {
  let postgres = first
  const victim: Victim = {
    name: 'PostgreSQL',
    kills: 0,
    ownExits: 0,
    async kill() {
      victim.kills += 1
      process.kill(postgres.pid, 'SIGKILL')
      postgres = await startEmbeddedPostgres({ dataDir, port: first.port })
    },
    stop: () => postgres.stop(),
  }
  return victim
}

export function natsVictim(first: NatsServer): Victim {
  const port = Number(first.host.split(':')[1])
  let nats = first
  const victim: Victim = {
    name: 'NATS',
    kills: 0,
    ownExits: 0,
    async kill() {
      victim.kills += 1
      await nats.kill()
      nats = await startNatsServer({ port })
    },
    stop: () => nats.kill(),
  }
  return victim
}

/**
 * Kills at random moments: first each of `first` once, then any of `victims`, until `signal` aborts. Starts each one
 * again before it kills the next.
 */
export async function killAtRandom(options: {
  first: readonly Victim[]
  victims: readonly Victim[]
  random: Random
  signal: AbortSignal
  betweenMs: [number, number]
}): Promise<void> {
  const { victims, random, signal, betweenMs } = options
  const first = [...options.first]
  while (first.length > 0 || !signal.aborted) {
    await sleep(random.between(...betweenMs))
    await (first.shift() ?? random.pick(victims)).kill()
  }
}
