import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node'
import { SECOND_MS } from '#lib/platform/durations.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { newestBsnKey } from '../../burger/bsn-keys.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { natsServer } from './nats-url.ts'

const CONNECT_TIMEOUT_MS = 5 * SECOND_MS
/** A connection with two unanswered pings is closed. */
const PING_EVERY_MS = 10 * SECOND_MS
/** A process waits once to twice this long, so that not all reconnect to a server at once. */
const RECONNECT_AFTER_MS = SECOND_MS / 2

/** The effect of a commit: pages of these burgers must refresh, and zaken may have to be fetched. */
type Hint = { burgerIds: readonly string[]; ordered: boolean }

type Ears = {
  /** a burger with a subscription of this process has changes */
  onChanged(burgerId: string): void
  onOrdered(): void
  /** hints before this moment may have been missed */
  onConnected(): void
}

/** Carries hints between the processes of a portal. Any hint may be lost: it only shortens a wait. */
export type LiveBus = {
  /** connects, and reconnects until `close` */
  open(ears: Ears): void
  /**
   * Notifies all processes about the burgers, and this one to fetch, because it is awake. Does nothing when
   * the bus is not open, as in a command; pages then notice with their next poll.
   */
  publish(hint: Hint): void
  subscribe(burgerId: string): void
  unsubscribe(burgerId: string): void
  isConnected(): boolean
  close(): Promise<void>
}

type BusEnv = Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BSN_HASH_KEY'>

/**
 * Publishes an empty message on a subject for each burger, so that a process hears only of its open pages.
 */
export function createNatsBus({ url, env, log }: { url: string; env: BusEnv; log: Logger }): LiveBus {
  const subscriptions = new Map<string, Subscription | undefined>()
  let connection: NatsConnection | undefined
  let ears: Ears | undefined
  let stop = new AbortController()

  async function stayConnected(signal: AbortSignal): Promise<void> {
    let isTold = false
    while (!signal.aborted) {
      let reason: unknown
      try {
        reason = await holdConnection(signal)
        isTold = false
      } catch (err) {
        reason = err
      }
      if (!signal.aborted && !isTold) log.warn({ err: reason }, 'There is no connection to NATS; retrying')
      isTold = true
      await sleep(RECONNECT_AFTER_MS * (1 + Math.random()), undefined, { signal }).catch(() => {})
    }
  }

  /** Resolves with the reason when the connection ends; rejects when it never opened. */
  async function holdConnection(signal: AbortSignal): Promise<unknown> {
    const next = await connect({
      ...natsServer(url),
      name: 'zaakbode publieksportaal',
      reconnect: false,
      timeout: CONNECT_TIMEOUT_MS,
      pingInterval: PING_EVERY_MS,
    })
    if (signal.aborted) return next.close()
    connection = next
    void logErrors(next)
    try {
      for (const burgerId of subscriptions.keys()) subscribe(burgerId)
      // When the server responds it has the subscriptions; the refresh finds what was published before.
      await next.flush()
      log.info({}, 'Connected to NATS')
      ears?.onConnected()
      return await next.closed()
    } finally {
      connection = undefined
    }
  }

  /** Logs errors such as a subject that the server does not permit. */
  async function logErrors(of: NatsConnection): Promise<void> {
    for await (const status of of.status())
      if (status.type === 'error') log.error({ err: status.error }, 'NATS refused')
  }

  function subscribe(burgerId: string): void {
    const callback = (err: Error | null) => (err ? undefined : ears?.onChanged(burgerId))
    subscriptions.set(burgerId, connection?.subscribe(liveSubject(env, burgerId), { callback }))
  }

  return {
    open(opened) {
      ears = opened
      stop = new AbortController()
      void stayConnected(stop.signal)
    },
    publish({ burgerIds, ordered }) {
      if (ordered) ears?.onOrdered()
      if (connection?.isClosed() !== false) return
      for (const burgerId of new Set(burgerIds)) connection.publish(liveSubject(env, burgerId))
    },
    subscribe,
    unsubscribe(burgerId) {
      subscriptions.get(burgerId)?.unsubscribe()
      subscriptions.delete(burgerId)
    },
    isConnected: () => connection !== undefined,
    async close() {
      stop.abort()
      await connection?.close()
    },
  }
}

/** The subject hides the burger: a reader at the server learns only that somebody has a change. */
function liveSubject(env: BusEnv, burgerId: string): string {
  const { key } = newestBsnKey(env)
  return `zaakbode.live.${createHmac('sha256', key).update(`live ${burgerId}`).digest('base64url')}`
}
