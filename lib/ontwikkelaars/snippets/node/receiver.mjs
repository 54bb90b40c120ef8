import { createServer } from 'node:http'
import { keysAt, NoKeys } from './keys.mjs'
import { verifyJwt } from './verify-jwt.mjs'

const { SINK, SOURCE, ORIGIN, JWKS_URL, SHOW, HOST = '127.0.0.1', PORT = '4000' } = process.env
const withKeys = keysAt(JWKS_URL)
const seen = new Set() // in production a table, in the same transaction as what you do with the event

createServer(async (request, response) => {
  if (request.method === 'OPTIONS') {
    // The handshake: we want deliveries of this origin, and of no other.
    const isOurs = request.headers['webhook-request-origin'] === ORIGIN
    if (!isOurs) console.error(`Handshake refused: ${request.headers['webhook-request-origin']} is not ${ORIGIN}`)
    response.writeHead(204, isOurs ? { 'WebHook-Allowed-Origin': ORIGIN, 'WebHook-Allowed-Rate': '*' } : {}).end()
    return
  }
  const body = Buffer.concat(await request.toArray())
  if (SHOW) show(request, body)
  const refuse = (status, reason) => {
    console.error(`Refused with ${status}: ${reason}`)
    response.writeHead(status).end(reason)
  }

  try {
    await withKeys((keys) => verifyJwt({ headers: request.headers, body, sink: SINK, source: SOURCE, keys }))
  } catch (error) {
    // Without keys it is our trouble, no fault of the message: it may come again.
    if (error instanceof NoKeys) refuse(503, `the keys at ${JWKS_URL} cannot be fetched: ${error.message}`)
    else refuse(401, error.message)
    return
  }
  const event = JSON.parse(body)
  if (!seen.has(event.id)) console.log(event.type, event.data)
  seen.add(event.id)
  response.writeHead(204).end()
}).listen(Number(PORT), HOST, function () {
  console.log(`Listening on port ${this.address().port}`)
})

/** The message as the message check of /ontwikkelaars wants it. The token in it is valid for two minutes. */
function show({ method, url, rawHeaders }, body) {
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${rawHeaders[at + 1]}` : []))
  console.log([`${method} ${url} HTTP/1.1`, ...headers, '', body].join('\n'))
}
