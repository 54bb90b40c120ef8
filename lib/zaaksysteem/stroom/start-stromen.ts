import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { createOpenStreams, keepBeating, type OpenStream, type OpenStreams } from '#lib/platform/http/event-stream.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { type ApiClient, type AuthenticationContext, authorizeClient } from '#lib/zaaksysteem/api/api-client.ts'
import { forgetRegisteredClients } from '#lib/zaaksysteem/api/registered-clients.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { createEventTail, type EventTail } from './event-tail.ts'

const MAX_STROMEN = 2_000
export const MAX_STROMEN_OF_CLIENT = 200
/** The rate at which the readers of a process that ends reconnect to another one. */
const MAX_RETURNS_PER_SECOND = 200

export const STROOMSOORTEN = ['wacht', 'sse', 'websocket'] as const
type Stroomsoort = (typeof STROOMSOORTEN)[number]

type Opening = {
  soort: Stroomsoort
  client: string
  /** the header with which it was opened */
  authorization: string
} & Pick<ApiClient, 'zaaktypen' | 'types'>

/** An open stroom, or a long poll. */
export type Stroom = OpenStream<Opening, StroomClose>

type Streams = OpenStreams<Opening, StroomClose, 'client' | 'authorization' | 'soort'>

/** The stromen of this process. */
export type Stromen = Pick<Streams, 'open' | 'retryMs' | 'beat' | 'close'> & {
  tail: EventTail
  count(soort: Stroomsoort): number
  /** ends the stromen whose token no longer has the same rights */
  reviewTokens(): Promise<void>
}

/** The limits are per process; each stroom counts, whatever its protocol. */
function createStromen(ctx: AuthenticationContext): Stromen {
  const streams: Streams = createOpenStreams({
    keys: {
      client: ({ client }) => client,
      authorization: ({ authorization }) => authorization,
      soort: ({ soort }) => soort,
    },
    owner: 'client',
    most: MAX_STROMEN,
    mostOfOwner: MAX_STROMEN_OF_CLIENT,
    returnsPerSecond: MAX_RETURNS_PER_SECOND,
    random: Math.random,
  })
  return {
    ...streams,
    tail: createEventTail(ctx),
    count: (soort) => streams.of('soort', soort).size,
    async reviewTokens() {
      // Most stromen share a token.
      for (const [authorization, sharing] of [...streams.groups('authorization')]) {
        const caller = await authorizeClient(ctx, new Headers({ authorization }), 'gebeurtenissen.lezen')
        // A client whose token cannot be checked now keeps its stromen, because nothing says that it was
        // withdrawn.
        if (!caller.ok && caller.response.status === 503) continue
        const rights = caller.ok ? describeRights(caller) : undefined
        for (const stroom of [...sharing]) if (describeRights(stroom) !== rights) stroom.end('token_invalid')
      }
    },
  }
}

/** Returns the rights of a client as text, to compare the present rights with those at the opening. */
function describeRights({ client, zaaktypen, types }: Pick<ApiClient, 'client' | 'zaaktypen' | 'types'>): string {
  return JSON.stringify([client, zaaktypen, types])
}

/** NOTIFY only shortens a wait; the poll guarantees that it ends. */
const POLL_MS = SECOND_MS
const REVIEW_MS = 5 * SECOND_MS

type Running = { stromen: Stromen; close(): Promise<void> }

const stroomOf = ({ once }: ZaaksysteemContext) =>
  once('stromen', (): { running?: Promise<Running> | undefined } => ({}))

/**
 * Returns the stromen of this process, with their feed; started once for each context. Listens for changed
 * API clients too.
 */
export async function stromenOf(ctx: ZaaksysteemContext): Promise<Stromen> {
  const stroom = stroomOf(ctx)
  stroom.running ??= start(ctx)
  return (await stroom.running).stromen
}

/** `undefined` when they were not started. */
export async function startedStromen(ctx: ZaaksysteemContext): Promise<Stromen | undefined> {
  return (await stroomOf(ctx).running)?.stromen
}

/** Ends all stromen. Their readers reconnect to another process. */
export async function closeStromen(ctx: ZaaksysteemContext): Promise<void> {
  const stroom = stroomOf(ctx)
  const { running } = stroom
  stroom.running = undefined
  await (await running)?.close()
}

async function start(ctx: ZaaksysteemContext): Promise<Running> {
  const stromen = createStromen(ctx)
  const { look } = stromen.tail
  const review = () =>
    stromen.reviewTokens().catch((err) => ctx.log.error({ err }, 'Tokens could not be looked at; trying again'))
  function reviewChanged() {
    forgetRegisteredClients(ctx)
    return review()
  }
  function catchUp() {
    void reviewChanged()
    return look()
  }
  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: { gebeurtenis: look, api_client: reviewChanged },
    log: ctx.log,
    onReconnect: catchUp,
  })
  const timers = [setInterval(look, POLL_MS), setInterval(review, REVIEW_MS)]
  const stopBeating = keepBeating(stromen.beat)
  return {
    stromen,
    async close() {
      for (const timer of timers) clearInterval(timer)
      stopBeating()
      stromen.close()
      await listener.close()
    },
  }
}
