// Node.js 20.19 or newer, and nothing else.
import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { keysAt, NoKeys } from './keys.mjs'
import { verifyAccessToken } from './verify-access-token.mjs'
import { verifyHttpMessageSignature } from './verify-http-message-signature.mjs'
import { verifyJwt } from './verify-jwt.mjs'
import { verifyNlgovAdr } from './verify-nlgov-adr.mjs'
import { verifyStandardWebhooks } from './verify-standard-webhooks.mjs'

const { SINK, SOURCE, ORIGIN, JWKS_URL, CREDENTIALTYPE = 'JWT', SECRETS = '' } = process.env
const { SEEN = 'seen.txt', SHOW, HOST = '127.0.0.1', PORT = '4000' } = process.env
const MAX_BYTES = 1024 * 1024
const secrets = SECRETS.split(',').filter(Boolean)
const withKeys = keysAt(JWKS_URL)

/**
 * Verifies by the method that you registered; never choose it from the request. Throws when the proof is not
 * valid.
 */
const VERIFIERS = {
  JWT: (message) => withKeys((keys) => verifyJwt({ ...message, keys })),
  ACCESSTOKEN: (message) => verifyAccessToken({ ...message, tokens: secrets }),
  STANDARDWEBHOOKS: (message) => verifyStandardWebhooks({ ...message, secrets }),
  HTTPMESSAGESIGNATURES: (message) => withKeys((keys) => verifyHttpMessageSignature({ ...message, keys })),
  async NLGOVADR(message) {
    await VERIFIERS.JWT(message)
    await withKeys((keys) => verifyNlgovAdr({ ...message, keys }))
  },
}
const verify = VERIFIERS[CREDENTIALTYPE]
if (!verify) stop(`CREDENTIALTYPE is one of ${Object.keys(VERIFIERS).join(', ')}`)
const proof = ['ACCESSTOKEN', 'STANDARDWEBHOOKS'].includes(CREDENTIALTYPE) ? { SECRETS } : { JWKS_URL }
const missing = Object.entries({ SINK, SOURCE, ORIGIN, ...proof }).flatMap(([name, value]) => (value ? [] : name))
if (missing.length > 0) stop(`Set ${missing.join(', ')}`)

function stop(reason) {
  console.error(reason)
  process.exit(1)
}

createServer(async (request, response) => {
  const { method, headers } = request
  if (method === 'OPTIONS') {
    // The handshake: we want deliveries of this origin, and of no other.
    const isOurs = headers['webhook-request-origin'] === ORIGIN
    if (!isOurs) console.error(`Handshake refused: ${headers['webhook-request-origin']} is not ${ORIGIN}`)
    response.writeHead(204, isOurs ? { 'WebHook-Allowed-Origin': ORIGIN, 'WebHook-Allowed-Rate': '*' } : {}).end()
    return
  }
  const refuse = (status, reason) => {
    console.error(`Refused with ${status}: ${reason}`)
    response.writeHead(status, status === 413 ? { Connection: 'close' } : {}).end(reason)
  }
  if (method !== 'POST') return refuse(405, method)
  if (!(Number(headers['content-length']) <= MAX_BYTES)) return refuse(413, 'too large, or of no known size')
  const body = Buffer.concat(await request.toArray())
  if (SHOW) show(request, body)

  try {
    await verify({ method, headers, body, sink: SINK, source: SOURCE })
  } catch (error) {
    // Without keys it is our trouble, no fault of the message: it may come again.
    if (error instanceof NoKeys) refuse(503, `the keys at ${JWKS_URL} cannot be fetched: ${error.message}`)
    else refuse(401, error.message)
    return
  }
  let events
  try {
    events = readEvents(headers, body)
  } catch (error) {
    return refuse(400, error.message)
  }
  take(events)
  response.writeHead(204).end()
}).listen(Number(PORT), HOST, function () {
  console.log(`Listening on port ${this.address().port}, for ${CREDENTIALTYPE}`)
})

/** The events of a message that is proven: one, or more in a batch. */
function readEvents(headers, body) {
  const type = headers['content-type'] ?? ''
  const isBatch = type.startsWith('application/cloudevents-batch+json')
  const events = type.startsWith('application/cloudevents')
    ? [JSON.parse(body)].flat(isBatch ? 1 : 0)
    : [readBinary(headers, body)]
  if (!events.every((event) => typeof event?.id === 'string')) throw new Error('not an event')
  return events
}

/** In the binary mode the attributes are in headers, which only one of the signatures is over. */
function readBinary(headers, body) {
  if (!['HTTPMESSAGESIGNATURES', 'ACCESSTOKEN'].includes(CREDENTIALTYPE)) throw new Error('attributes are not signed')
  const attributes = Object.entries(headers).filter(([name]) => name.startsWith('ce-'))
  const decoded = attributes.map(([name, value]) => [name.slice('ce-'.length), decodeURIComponent(value)])
  return { ...Object.fromEntries(decoded), data: JSON.parse(body) }
}

const seen = new Set(readSeen())

/**
 * Does what you do with an event, once, also when it comes again after a restart: ids are kept in a file. In
 * production they are a table, in the same transaction as what you do. A test message (proefbericht) is of no
 * zaak: nothing is done with it.
 */
function take(events) {
  for (const { id, type, data, proefbericht } of events) {
    // In binary mode it is a string.
    if (String(proefbericht) === 'true') {
      console.log(`Test message, not applied: ${type}`)
      continue
    }
    if (seen.has(id)) continue
    console.log(type, data)
    appendFileSync(SEEN, `\n${id}`, { flush: true })
    seen.add(id)
  }
}

function readSeen() {
  try {
    return readFileSync(SEEN, 'utf8').split('\n')
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

/** The message as the message check of /ontwikkelaars wants it. The token in it is valid for two minutes. */
function show({ method, url, rawHeaders }, body) {
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${rawHeaders[at + 1]}` : []))
  console.log([`${method} ${url} HTTP/1.1`, ...headers, '', body].join('\n'))
}
