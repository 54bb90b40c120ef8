import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { createOpenStreams, type OpenStream, type OpenStreams } from '#lib/platform/http/event-stream.ts'
import { type ApiClient, type AuthenticationContext, authorizeClient } from '../api/api-client.ts'
import { createEventTail, type EventTail } from './event-tail.ts'

const MAX_STROMEN = 2_000
export const MAX_STROMEN_OF_CLIENT = 200
/** When this process ends, its readers come back to others or to the next one. */
const MAX_RETURNS_PER_SECOND = 200

export const STROOMSOORTEN = ['wacht', 'sse', 'websocket'] as const
type Stroomsoort = (typeof STROOMSOORTEN)[number]

type Opening = {
  soort: Stroomsoort
  client: string
  /** the header by which it was opened */
  authorization: string
} & Pick<ApiClient, 'zaaktypen' | 'types'>

/** An open stroom, or a request that waits for an event. */
export type Stroom = OpenStream<Opening, StroomClose>

type Streams = OpenStreams<Opening, StroomClose, 'client' | 'authorization' | 'soort'>

/** The stromen of this process. */
export type Stromen = Pick<Streams, 'open' | 'retryMs' | 'beat' | 'close'> & {
  tail: EventTail
  count(soort: Stroomsoort): number
  /** ends the stromen whose token no longer opens what it opened */
  reviewTokens(): Promise<void>
}

/** The limits are of one process; each of its stromen counts, whatever its protocol. */
export function createStromen(ctx: AuthenticationContext): Stromen {
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
        // A client that cannot be looked up now keeps its stromen: nobody knows that it was withdrawn.
        if (!caller.ok && caller.response.status === 503) continue
        const rights = caller.ok ? describeRights(caller) : undefined
        for (const stroom of [...sharing]) if (describeRights(stroom) !== rights) stroom.end('token_invalid')
      }
    },
  }
}

/** The rights of a client as one text: those with which a stroom was opened are compared with those of now. */
function describeRights({ client, zaaktypen, types }: Pick<ApiClient, 'client' | 'zaaktypen' | 'types'>): string {
  return JSON.stringify([client, zaaktypen, types])
}
