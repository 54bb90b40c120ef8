import type { IncomingMessage } from 'node:http'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { operationFinder } from '#lib/platform/openapi/find-operation.ts'
import { createLane } from '#lib/platform/tasks/lane.ts'
import type { Admission } from '#lib/platform/web-server/create-web-server.ts'
import { failedResponse } from '#lib/platform/web-server/is-unavailable.ts'
import { API } from './answer-request.ts'
import { type AuthenticationContext, authenticateClient } from './api-client.ts'
import type { ApiOperation } from './operation.ts'
import { staysOpen } from './stays-open.ts'

const ALL = '/api/zaaksysteem/'

/**
 * Who may use the API of this process now. Its clients together have fewer places than the pool has connections, but for
 * acts, so that the desk, which shares the pool, goes on. Without a valid token the answer is 401 at once: Next.js would spend
 * milliseconds on it, and a flood of them all of the processor. What needs no token has a small lane of its own.
 */
export function apiAdmission(
  ctx: AuthenticationContext,
  operations: readonly ApiOperation[],
): (request: IncomingMessage) => Promise<Admission> {
  const find = operationFinder(operations, API)
  // An act on a zaak holds no connection between its statements, and acts of one moment commit together.
  const acts = createLane({ places: 32 })
  const clients = createLane({ places: 6 })
  // Bytes come and go at the pace of who is at the other end, and hold no connection meanwhile. Whoever reads slowly keeps
  // nobody from sending, nor all of another client from reading: the readers of a portal are many people.
  const bytes = createLane({ places: 16 })
  const downloads = createLane({ places: 96, each: 64 })
  const strangers = createLane({ places: 2 })

  async function admit({ url = '', method = '', headers }: IncomingMessage): Promise<Admission> {
    const { authorization, accept } = headers
    const target = new URL(url, 'http://localhost')
    // Next.js routes it so too.
    const path = decodeURIComponent(target.pathname)
    if (!path.startsWith(ALL)) return undefined
    const found = find({ method, url: target.href })
    const operation = found.ok ? found.operation : found.near
    if (operation?.isFromMemory || method === 'OPTIONS') return undefined
    if (!path.startsWith(`${API}/`)) return undefined
    // The sink that calls with its toestemming has a key instead of a token.
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
