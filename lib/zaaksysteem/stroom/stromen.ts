import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { spreadReturnMs } from '#lib/platform/http/event-stream.ts'
import { type ApiClient, type AuthenticationContext, authorizeClient } from '../api/api-client.ts'
import { createEventTail, type EventTail } from './event-tail.ts'

const MAX_STROMEN = 2_000
const MAX_STROMEN_OF_CLIENT = 200
/** When this process ends, its readers come back to others or to the next one. */
const MAX_RETURNS_PER_SECOND = 200

export const STROOMSOORTEN = ['wacht', 'sse', 'websocket'] as const
type Stroomsoort = (typeof STROOMSOORTEN)[number]

export type TooMany = 'too_many_of_client' | 'too_many'

type Opening = {
  soort: Stroomsoort
  client: string
  /** the header by which it was opened */
  authorization: string
} & Pick<ApiClient, 'zaaktypen' | 'types'>

/** An open stroom, or a request that waits for an event. */
export type Stroom = Opening & {
  /** aborts when it ends; the reason says why */
  signal: AbortSignal
  /** `gone`: the client left */
  end(reason: StroomClose | 'gone'): void
  /** tells the client that the stroom is alive, and how far it is; its protocol sets it */
  beat(): void
}

/** The stromen of this process. */
export type Stromen = {
  tail: EventTail
  /** takes a place until it ends, if there is one */
  open(opening: Opening): Stroom | TooMany
  count(soort: Stroomsoort): number
  /** after how many ms a reader may come back: the more are open, the wider they are spread */
  retryMs(): number
  beat(): void
  /** ends the stromen whose token no longer opens what it opened */
  reviewTokens(): Promise<void>
  close(): void
}

/** The limits are of one process; each of its stromen counts, whatever its protocol. */
export function createStromen(
  ctx: AuthenticationContext,
  { maxStromen = MAX_STROMEN, maxOfClient = MAX_STROMEN_OF_CLIENT, random = Math.random } = {},
): Stromen {
  const stromen = new Set<Stroom>()

  function refusal(client: string): TooMany | undefined {
    if (stromen.size >= maxStromen) return 'too_many'
    const own = [...stromen].filter((stroom) => stroom.client === client)
    return own.length >= maxOfClient ? 'too_many_of_client' : undefined
  }

  return {
    tail: createEventTail(ctx),
    open(opening) {
      const refused = refusal(opening.client)
      if (refused) return refused
      const ending = new AbortController()
      const stroom: Stroom = {
        ...opening,
        signal: ending.signal,
        end(reason) {
          stromen.delete(stroom)
          ending.abort(reason)
        },
        beat() {},
      }
      stromen.add(stroom)
      return stroom
    },
    count: (soort) => [...stromen].filter((stroom) => stroom.soort === soort).length,
    retryMs: () => spreadReturnMs({ open: stromen.size, returnsPerSecond: MAX_RETURNS_PER_SECOND }, random),
    beat() {
      for (const stroom of [...stromen]) stroom.beat()
    },
    async reviewTokens() {
      // Most stromen share a token.
      for (const [authorization, sharing] of Map.groupBy(stromen, (stroom) => stroom.authorization)) {
        const caller = await authorizeClient(ctx, new Headers({ authorization }), 'gebeurtenissen.lezen')
        // A client that cannot be looked up now keeps its stromen: nobody knows that it was withdrawn.
        if (!caller.ok && caller.response.status === 503) continue
        const rights = caller.ok ? describeRights(caller) : undefined
        for (const stroom of sharing) if (describeRights(stroom) !== rights) stroom.end('token_invalid')
      }
    },
    close() {
      for (const stroom of [...stromen]) stroom.end('going_away')
    },
  }
}

/** The rights of a client as one text: those with which a stroom was opened are compared with those of now. */
function describeRights({ client, zaaktypen, types }: Pick<ApiClient, 'client' | 'zaaktypen' | 'types'>): string {
  return JSON.stringify([client, zaaktypen, types])
}
