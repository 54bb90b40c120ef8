import { hash } from 'node:crypto'
import type { NatsConnection } from '@nats-io/transport-node'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { SinkPolicy } from '../sink-guard.ts'
import { connectNats, type NatsCredential } from './connect-nats.ts'
import type { AllowedNatsSink } from './vet-nats-sink.ts'

const IDLE_MS = MINUTE_MS
/** Above this the longest idle are closed. The number in use is limited by the bezorgingen under way. */
const MAX_IDLE = 64

type Shared = { connection: Promise<NatsConnection>; inUse: number; idle?: NodeJS.Timeout }

/** The connections by server and credential, the longest idle first. */
const poolOf = ({ once }: SinkPolicy) => once('nats', () => new Map<string, Shared>())

/**
 * Runs `use` on the shared connection of this process to a server with a credential, which is made when there
 * is none.
 */
export async function withNatsConnection<T>(
  sink: AllowedNatsSink,
  { credential, policy }: { credential: NatsCredential; policy: SinkPolicy },
  use: (connection: NatsConnection) => Promise<T>,
): Promise<T> {
  const pool = poolOf(policy)
  // A hash, so that no password is a key.
  const key = hash('sha256', JSON.stringify([sink, credential]), 'base64url')
  const shared = pool.get(key) ?? open()
  clearTimeout(shared.idle)
  shared.inUse++
  try {
    return await use(await shared.connection)
  } finally {
    shared.inUse--
    if (shared.inUse === 0 && pool.get(key) === shared) rest(shared)
  }

  function open(): Shared {
    const opened: Shared = { connection: connectNats(sink, { credential, policy }), inUse: 0 }
    pool.set(key, opened)
    const forget = () => {
      clearTimeout(opened.idle)
      if (pool.get(key) === opened) pool.delete(key)
    }
    opened.connection.then((connection) => connection.closed().then(forget), forget)
    return opened
  }

  function rest(idle: Shared) {
    // Moves it behind the others.
    pool.delete(key)
    pool.set(key, idle)
    idle.idle = setTimeout(() => end(pool, key), IDLE_MS).unref()
    const idling = [...pool].filter(([, { inUse }]) => inUse === 0)
    for (const [longest] of idling.slice(0, Math.max(idling.length - MAX_IDLE, 0))) end(pool, longest)
  }
}

function end(pool: Map<string, Shared>, key: string): Promise<void> | undefined {
  const shared = pool.get(key)
  pool.delete(key)
  clearTimeout(shared?.idle)
  return shared?.connection.then(
    (connection) => connection.close(),
    () => {},
  )
}

/** Closes all connections of a policy, for a process or a test that stops. */
export async function closeNatsConnections(policy: SinkPolicy): Promise<void> {
  const pool = poolOf(policy)
  await Promise.all([...pool.keys()].map((key) => end(pool, key)))
}
