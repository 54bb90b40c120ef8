import { createServer } from 'node:http'
import { fetchKeys } from './keys.mjs'
import { verifyJwt } from './verify-jwt.mjs'

const { SINK, SOURCE, ORIGIN, JWKS_URL, PORT = '4000' } = process.env
const seen = new Set() // in production a table, in the same transaction as what you do with the event

createServer(async (request, response) => {
  if (request.method === 'OPTIONS') {
    // The handshake: we want deliveries of this origin, and of no other.
    const isOurs = request.headers['webhook-request-origin'] === ORIGIN
    response.writeHead(204, isOurs ? { 'WebHook-Allowed-Origin': ORIGIN, 'WebHook-Allowed-Rate': '*' } : {}).end()
    return
  }
  const body = Buffer.concat(await request.toArray())
  try {
    // in production keep the keys for ten minutes
    verifyJwt({ headers: request.headers, body, sink: SINK, source: SOURCE, keys: await fetchKeys(JWKS_URL) })
  } catch (error) {
    response.writeHead(401).end(error.message)
    return
  }
  const event = JSON.parse(body)
  if (!seen.has(event.id)) console.log(event.type, event.data)
  seen.add(event.id)
  response.writeHead(204).end()
}).listen(Number(PORT), function () {
  console.log(`Listening on port ${this.address().port}`)
})
