import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'
import { type PathParams, pathMatcher, segmentsOf } from '../http/match-path.ts'
import type { Logger } from '../logger.ts'
import { failedResponse } from './request-failure.ts'
import { sendResponse } from './send-response.ts'

/** The exports of a route handler of Next.js: a function for each method. */
export type Route = Record<
  string,
  (request: Request, context: { params: Promise<PathParams> }) => Response | Promise<Response>
>

/** Resolves when the response is sent. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Runs route handlers of Next.js without Next.js.
 *
 * @param options.routes by path, with parameters in brackets: `/api/zaken/[uuid]`; `/api/zaken/[...pad]` is a
 * catch-all
 * @returns finds the handler of a request; `undefined` when no route matches
 */
export function createRouter({
  routes,
  log,
}: {
  routes: Record<string, Route>
  log: Logger
}): (request: IncomingMessage) => Answer | undefined {
  const paths = Object.entries(routes).map(([path, route]) => ({ match: matcherOf(path), route, rank: rankOf(path) }))
  paths.sort((one, other) => one.rank - other.rank)

  function find(pathname: string): { route: Route; params: PathParams } | undefined {
    const segments = segmentsOf(pathname)
    for (const { match, route } of paths) {
      const params = match(segments)
      if (params) return { route, params }
    }
    return undefined
  }

  return ({ url = '', method = '' }) => {
    const found = find(new URL(url, 'http://localhost').pathname)
    const handle = found?.route[method]
    if (!handle) return undefined
    const params = Promise.resolve(found.params)

    return async (message, response) => {
      // `Host` is untrusted, and no route needs it.
      const request = createRequest(message, response, { host: 'localhost' })
      try {
        await sendResponse(response, await handle(request, { params }))
      } catch (err) {
        // The client disconnected while its body was read.
        if (err !== request.signal.reason) log.error({ err }, 'A request could not be answered')
        if (response.headersSent) response.destroy()
        else await sendResponse(response, failedResponse(err))
      } finally {
        dropRest(message, request)
      }
    }
  }
}

/** Drops the unread rest of a body, so that the connection can take the next request. */
function dropRest(message: IncomingMessage, { body }: Request): void {
  // `cancel` fails when the client broke the body off.
  if (body && !body.locked) body.cancel().catch(() => {})
  message.resume()
}

const REST = '[...pad]'

function matcherOf(path: string): ReturnType<typeof pathMatcher> {
  if (!path.endsWith(REST)) return pathMatcher(path.replaceAll('[', '{').replaceAll(']', '}'))
  const above = path.split('/').slice(0, -1)
  // A catch-all route reads the rest of its path from the URL.
  return (given) =>
    given.length > above.length && above.every((segment, index) => segment === given[index]) ? {} : undefined
}

/** A fixed path comes before one with parameters, and that before a catch-all. */
function rankOf(path: string): number {
  return path.endsWith(REST) ? Number.POSITIVE_INFINITY : path.split('[').length
}
