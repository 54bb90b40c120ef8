import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { createOpenStreams, type OpenStream, type OpenStreams } from '#lib/platform/http/event-stream.ts'
import { type ApiClient, type AuthenticationContext, authorizeClient } from '../api/api-client.ts'
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
