import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (
  response: ServerResponse,
  upstream: () => Promise<{ headers: IncomingMessage['headers']; body: Buffer }>,
) => void

/** The ways in which a proxy between citizen and portal may handle a page's requests. */
export const MISBEHAVIOURS: Record<string, Answer> = {
  drops: (response) => response.destroy(),
  'answers 502': (response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
  'answers 503': (response) => response.writeHead(503, { 'Retry-After': '1' }).end(),
  'answers with a page to sign in to the network': (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<form>Wifi</form>'),
  'sends elsewhere to sign in': (response) => response.writeHead(302, { Location: '/mijn/inloggen' }).end(),
  'sends half': (response, upstream) => {
    upstream().then(({ headers, body }) => {
      response.writeHead(200, { ...headers, 'content-length': body.length })
      response.write(body.subarray(0, body.length / 2), () => response.destroy())
    })
  },
}

/** Answers with content of a newer build, as after a deploy. */
export const RENEWED: Answer = (response, upstream) => {
  upstream().then(({ headers, body }) => {
    const { 'content-length': _, ...others } = headers
    response.writeHead(200, others).end(body.toString().replace(/"b":"[^"]*"/, '"b":"another"'))
  })
}

/** Starts a plaintext proxy. `misbehaves` answers requests for new content; `refused` counts them. */
export async function startProxy() {
  const state = { misbehaves: undefined as Answer | undefined, refused: 0, url: '' }
  const server = createServer((incoming, response) => {
    const { method, headers } = incoming
    const ask = (more: object = {}) =>
      request(incoming.url as string, { method: method as string, headers: { ...headers, ...more } })
    if (state.misbehaves && headers.rsc && !headers['next-router-prefetch']) {
      state.refused += 1
      return state.misbehaves(response, async () => {
        const upstream = await new Promise<IncomingMessage>((resolve, reject) =>
          ask({ 'accept-encoding': 'identity' }).on('response', resolve).on('error', reject).end(),
        )
        return { headers: upstream.headers, body: Buffer.concat(await upstream.toArray()) }
      })
    }
    const outgoing = ask()
      .on('response', (upstream) => {
        response.writeHead(upstream.statusCode as number, upstream.headers)
        upstream.pipe(response)
      })
      .on('error', () => response.destroy())
    response.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(state, {
    close() {
      server.close()
      server.closeAllConnections()
    },
  })
}
