import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../prisma/seed/random.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/local/embedded-postgres.ts'
import { startRestartable } from '../../scripts/local/processes.ts'
import { type NatsServer, startNatsServer } from '../servers/nats-server.ts'

/** A process that is killed without warning and started again, as a service manager would. */
type Victim = { name: string; kill(): Promise<void>; stop(): Promise<void>; kills: number; ownExits: number }

export function scriptVictim(
  name: string,
  options: { script: string; variables: Record<string, string>; logFile: string },
): Victim {
  const script = startRestartable(options, () => {
    victim.ownExits += 1
    script.start()
  })
  const victim: Victim = {
    name,
    kills: 0,
    ownExits: 0,
    async kill() {
      victim.kills += 1
      await script.end('SIGKILL')
      script.start()
    },
    stop: () => script.end('SIGTERM'),
  }
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
 * Kills at random moments until `signal` aborts: first each of `first` once, then any of `victims`. Starts
 * each one again before it kills the next.
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
