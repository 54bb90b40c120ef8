import type { IncomingMessage } from 'node:http'
import { STROOM_CONTENT_TYPE } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { preferredType } from '#lib/platform/negotiation/negotiation.ts'
import { operationFinder } from '#lib/platform/openapi/find-operation.ts'
import { createLane } from '#lib/platform/tasks/lane.ts'
import type { Admission } from '#lib/platform/web-server/create-web-server.ts'
import { failedResponse } from '#lib/platform/web-server/request-failure.ts'
import { API } from './answer-request.ts'
import { type AuthenticationContext, authenticateClient } from './api-client.ts'
import type { ApiOperation } from './operation.ts'

const ALL = '/api/zaaksysteem/'

/**
 * Admits requests to the API of this process. Except for acts, all clients together have fewer places than
 * the pool has connections, so that the desk, which shares the pool, can work. Without a valid token the
 * response is 401 at once: Next.js would spend milliseconds on it, and a flood would take the whole
 * processor. Requests without a token have a small lane of their own.
 */
export function apiAdmission(
  ctx: AuthenticationContext,
  operations: readonly ApiOperation[],
): (request: IncomingMessage) => Promise<Admission> {
  const find = operationFinder(operations, API)
  // An act on a zaak holds no connection between its statements, and concurrent acts commit together.
  const acts = createLane({ places: 32 })
  const clients = createLane({ places: 6 })
  // Transfers run at the pace of the client and hold no connection to the database. Slow readers must not
  // block uploads, nor all downloads of another client. One client may have many, as the readers of a portal.
  const bytes = createLane({ places: 16 })
  const downloads = createLane({ places: 96, each: 64 })
  const strangers = createLane({ places: 2 })

  async function admit({ url = '', method = '', headers }: IncomingMessage): Promise<Admission> {
    const { authorization, accept } = headers
    const target = new URL(url, 'http://localhost')
    // Next.js decodes it in the same way.
    const path = decodeURIComponent(target.pathname)
    if (!path.startsWith(ALL)) return undefined
    const found = find({ method, url: target.href })
    const operation = found.ok ? found.operation : found.near
    if (operation?.isFromMemory || method === 'OPTIONS') return undefined
    if (!path.startsWith(`${API}/`)) return undefined
    // The callback of a sink has a key instead of a token.
    if (operation && !operation.scope) return { lane: strangers, party: clientParty(headers[CLIENT_ADDRESS_HEADER]) }
    const caller = await authenticateClient(ctx, new Headers(authorization ? { authorization } : {}))
    if (!caller.ok) return caller.response
    // Stromen have limits of their own.
    if (staysOpen({ method, url: target, accept })) return undefined
    return { lane: { acts, bytes, downloads, clients }[operation?.lane ?? 'clients'], party: caller.client }
  }

  return (request) =>
    admit(request).catch((err) => {
      ctx.log.error({ err }, 'A request could not be admitted')
      return failedResponse(err)
    })
}

const GEBEURTENISSEN = '/api/zaaksysteem/v1/gebeurtenissen'

/** The media types in which the gebeurtenissen can be read. */
const TYPES = [EVENT_BATCH_CONTENT_TYPE, STROOM_CONTENT_TYPE]

/** True for a request that opens a stroom or is a long poll: neither may hold a place of other requests. */
function staysOpen({
  method,
  url,
  accept,
}: {
  method: string | undefined
  url: URL
  accept: string | undefined
}): boolean {
  if (method !== 'GET' || decodeURIComponent(url.pathname) !== GEBEURTENISSEN) return false
  // The last of a repeated parameter counts, as for the handler.
  return preferredType(accept, TYPES) === STROOM_CONTENT_TYPE || Number(Object.fromEntries(url.searchParams).wacht) > 0
}
