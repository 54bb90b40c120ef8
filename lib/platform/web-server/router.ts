import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'
import { internalErrorResponse } from '../http/problem-json.ts'
import type { Logger } from '../logger.ts'
import { sendResponse } from './send-response.ts'

type Params = Record<string, string>

/** The exports of a route handler of Next.js: a function for each method. */
export type Route = Record<
  string,
  (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>
>

/** Resolves when the answer was given. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Answers requests by route handlers of Next.js, without Next.js.
 *
 * @param options.routes by path, with the names of parameters in brackets: `/api/zaken/[uuid]`
 * @returns what answers a request; `undefined` when none of the routes does
 */
export function createRouter({
  routes,
  log,
}: {
  routes: Record<string, Route>
  log: Logger
}): (request: IncomingMessage) => Answer | undefined {
  const paths = Object.entries(routes)
    .map(([path, route]) => ({ segments: path.split('/'), route }))
    // A fixed name goes before a parameter.
    .sort((one, other) => one.segments.filter(isParameter).length - other.segments.filter(isParameter).length)

  return ({ url = '', method = '' }) => {
    const path = new URL(url, 'http://localhost').pathname.split('/')
    const found = paths.find(({ segments }) => matches(segments, path))
    const handle = found?.route[method]
    if (!handle) return undefined
    const params = Promise.resolve(paramsOf(found.segments, path))

    return async (message, response) => {
      // The name in `Host` is the client's word, and no route needs it.
      const request = createRequest(message, response, { host: 'localhost' })
      try {
        await sendResponse(response, await handle(request, { params }))
      } catch (err) {
        log.error({ err }, 'A request could not be answered')
        if (response.headersSent) response.destroy()
        else await sendResponse(response, internalErrorResponse())
      } finally {
        dropRest(message, request)
      }
    }
  }
}

/** Of a body that the route did not read to its end, so that the connection can take the next request. */
function dropRest(message: IncomingMessage, { body }: Request): void {
  // It fails when the client broke the body off.
  if (body && !body.locked) body.cancel().catch(() => {})
  message.resume()
}

const isParameter = (segment: string) => segment.startsWith('[')

function matches(segments: string[], path: string[]): boolean {
  return (
    segments.length === path.length &&
    segments.every((segment, index) => (isParameter(segment) ? path[index] !== '' : segment === path[index]))
  )
}

function paramsOf(segments: string[], path: string[]): Params {
  const params = segments.flatMap((segment, index) =>
    isParameter(segment) ? [[segment.slice(1, -1), decodeURIComponent(path[index] as string)]] : [],
  )
  return Object.fromEntries(params)
}
