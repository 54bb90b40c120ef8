import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node'
import { SECOND_MS } from '#lib/platform/durations.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { newestBsnKey } from '../../burger/bsn-keys.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { natsServer } from './nats-url.ts'

const CONNECT_TIMEOUT_MS = 5 * SECOND_MS
/** A connection on which two of these stay without an answer is given up. */
const PING_EVERY_MS = 10 * SECOND_MS
/** A process waits this long to twice as long, so that not all come back to a server at once. */
const RECONNECT_AFTER_MS = SECOND_MS / 2

/** What a committed change asks for: that pages of these burgers look again, and that zaken are fetched. */
type Hint = { burgerIds: readonly string[]; ordered: boolean }

type Ears = {
  /** a burger to whom this process has subscribed has changes */
  onChanged(burgerId: string): void
  onOrdered(): void
  /** hints may have been missed up to now */
  onConnected(): void
}

/** Carries hints between the processes of a portal. Any of them may be lost: a hint only shortens a wait. */
export type LiveBus = {
  /** connects, and again whenever that is lost, until `close` */
  open(ears: Ears): void
  /**
   * Tells all processes about the burgers, and this one to fetch: it is awake. Nobody when it is not open, as in a
   * command; pages then notice with their next look.
   */
  publish(hint: Hint): void
  subscribe(burgerId: string): void
  unsubscribe(burgerId: string): void
  isConnected(): boolean
  close(): Promise<void>
}

type BusEnv = Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BSN_HASH_KEY'>

/** An empty message on a subject for each burger, so that a process hears of those whose pages it has open only. */
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
      if (!signal.aborted && !isTold) log.warn({ err: reason }, 'There is no connection to NATS; trying again')
      isTold = true
      await sleep(RECONNECT_AFTER_MS * (1 + Math.random()), undefined, { signal }).catch(() => {})
    }
  }

  /** Resolves with what ended the connection, rejects when none came about. */
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
      // The server has the subscriptions when it answers; what was published before that is looked for.
      await next.flush()
      log.info({}, 'Connected to NATS')
      ears?.onConnected()
      return await next.closed()
    } finally {
      connection = undefined
    }
  }

  /** Such as a subject that the server does not permit. */
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

/** Who reads along at the server learns that somebody has a change, and not who. */
function liveSubject(env: BusEnv, burgerId: string): string {
  const { key } = newestBsnKey(env)
  return `zaakbode.live.${createHmac('sha256', key).update(`live ${burgerId}`).digest('base64url')}`
}
