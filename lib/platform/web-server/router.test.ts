import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { API_HEADERS, jsonResponse } from '../http/problem-json.ts'
import { createRouter, type Route } from './router.ts'

let server: Server
let port: number
let agent: Agent | undefined
let logged: string[]
let ended: Promise<unknown>

const on = (method: string, handle: Route[string]): Route => ({ [method]: handle })
const echo = (name: string): Route => ({
  ...on('GET', async (_, { params }) => jsonResponse({ name, ...(await params) })),
  ...on('POST', async (sent) => jsonResponse({ name, url: sent.url, body: await sent.text() })),
})
const stream = (source: UnderlyingDefaultSource<Uint8Array>) =>
  on('GET', () => new Response(new ReadableStream(source), { headers: { 'Content-Type': 'text/event-stream' } }))

beforeEach(async () => {
  logged = []
  let leave = () => {}
  let answered = 0
  ended = new Promise<void>((resolve) => (leave = resolve))
  const route = createRouter({
    routes: {
      '/api/zaken/[uuid]/[actie]': echo('actie'),
      '/api/zaken/[uuid]/statussen': echo('statussen'),
      '/api/zaken': echo('zaken'),
      '/api/v1/[...pad]': echo('rest'),
      '/api/v1/zaken/[uuid]': echo('zaak'),
      '/api/dicht': on('POST', () => new Response(null, { status: 413 })),
      '/api/half': on('POST', async (sent) => {
        for await (const _ of sent.body as unknown as AsyncIterable<Uint8Array>)
          return new Response(null, { status: 413 })
        throw new Error('no body')
      }),
      '/api/kapot': on('GET', () => Promise.reject(new Error('x'))),
      '/api/stroom': stream({ start: (events) => events.enqueue(Buffer.from('event: een\n\n')), cancel: leave }),
      '/api/stuk': stream({
        pull: (events) => (answered++ ? events.error(new Error('x')) : events.enqueue(Buffer.from('een'))),
      }),
    },
    log: { debug() {}, info() {}, warn() {}, error: (_, message) => void logged.push(message) },
  })
  server = createServer((message, response) => {
    const answer = route(message)
    if (answer) void answer(message, response)
    else response.writeHead(418).end()
  })
  port = await listen(server)
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function call(path: string, { method = 'GET', body = '' } = {}) {
  const sent = request({ host: '127.0.0.1', port, path, method, agent }).end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { response, status: response.statusCode, headers: response.headers, reused: sent.reusedSocket }
}
const bodyOf = async ({ response }: { response: IncomingMessage }) => JSON.parse(await text(response))

test.each([
  ['/api/zaken', { name: 'zaken' }],
  ['/api/zaken?pagina=2', { name: 'zaken' }],
  ['/api/zaken/a/statussen', { name: 'statussen', uuid: 'a' }],
  ['/api/zaken/a%2Fb/pauze', { name: 'actie', uuid: 'a/b', actie: 'pauze' }],
  ['/api/x/../zaken', { name: 'zaken' }],
  ['/api/v1/zaken/a', { name: 'zaak', uuid: 'a' }],
  ['/api/v1/zaken/a/b', { name: 'rest' }],
])('%s is answered by the most specific route', async (path, answer) => {
  expect(await bodyOf(await call(path))).toEqual(answer)
})

test.each(['/api', '/api/zaken/', '/api/zaken/a', '/api/zaken//statussen', '/api/ZAKEN', '/balie'])(
  '%s is left to Next.js',
  async (path) => {
    expect((await call(path)).status).toBe(418)
  },
)

test('a method that the route does not export is left to Next.js', async () => {
  expect((await call('/api/zaken', { method: 'DELETE' })).status).toBe(418)
})

test('a route gets the body, and localhost instead of the Host of the client', async () => {
  const answer = await bodyOf(await call('/api/zaken?x=1', { method: 'POST', body: 'inhoud' }))
  expect(answer).toEqual({ name: 'zaken', url: 'http://localhost/api/zaken?x=1', body: 'inhoud' })
})

test('a response has a Content-Length', async () => {
  expect((await call('/api/zaken')).headers).toMatchObject({
    'content-length': '16',
    'api-version': API_HEADERS['API-Version'],
  })
})

test.each(['/api/dicht', '/api/half'])(
  'after a body that %s does not read, the connection takes the next request',
  async (path) => {
    agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const refused = await call(path, { method: 'POST', body: 'x'.repeat(1_000_000) })
    expect(refused.status).toBe(413)
    await text(refused.response)
    expect((await call('/api/zaken')).status).toBe(200)
    expect(agent.requests).toEqual({})
    agent.destroy()
    agent = undefined
  },
)

test('an error of a handler is logged, and the client gets internal_error without details', async () => {
  const answer = await call('/api/kapot')
  expect(answer.status).toBe(500)
  expect(await bodyOf(answer)).toMatchObject({ code: 'internal_error' })
  expect(logged).toHaveLength(1)
})

test('events are sent as they come, until the client disconnects', async () => {
  const { response } = await call('/api/stroom')
  expect(String((await once(response, 'data'))[0])).toBe('event: een\n\n')
  response.destroy()
  await ended
  expect(logged).toEqual([])
})

test('a stream that fails is logged and closes the connection', async () => {
  await expect(call('/api/stuk').then(({ response }) => text(response))).rejects.toThrow()
  expect(logged).toHaveLength(1)
})
