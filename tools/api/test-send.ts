import { once } from 'node:events'
import { type Agent, type IncomingMessage, request as open } from 'node:http'
import type { ApiRequest } from './test-requests.ts'

const NO_BODY = new Set([204, 304])

/** Sends requests that fetch refuses or rewrites: a GET with a body, an unnormalised path. */
export async function send(baseUrl: string, agent: Agent, request: ApiRequest): Promise<Response> {
  const { method, headers, body } = request
  const { pathname, origin } = new URL(baseUrl)
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
  const path = `${pathname}${targetOf(request)}`
  const call = open(origin, { agent, method, headers: { ...headers, ...length }, path })
  call.end(body)
  const [message] = (await once(call, 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await message.toArray())
  const status = message.statusCode as number
  const given = Object.entries(message.headersDistinct).map(([name, values]) => [name, values?.join(', ')])
  return new Response(NO_BODY.has(status) ? null : bytes, { status, headers: Object.fromEntries(given) })
}

function targetOf({ path, ids, query }: ApiRequest): string {
  const target = path.replaceAll(/\{([a-z]+)\}/g, (_, name) => encodeURIComponent(ids[name] ?? ''))
  const search = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  return search ? `${target}?${search}` : target
}
