import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import * as ece from 'http_ece'
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { listen } from './listen.ts'

/** A browser with a subscription and its private key. */
type TestDevice = {
  privateKey: string
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
}

type ReceivedPush = {
  endpoint: string
  headers: IncomingHttpHeaders
  /** size of the encrypted message */
  bytes: number
  /** the decrypted message */
  text: string
  /** the claims of the sender and its public key */
  vapid: JWTPayload & { publicKey: string }
}

/** A status, with other headers, or no response at all. `undefined`: 201. */
export type Verdict = number | { status: number; headers: Record<string, string> } | 'silence' | undefined

const PATH = '/push/'
const CREATED = 201
/** The maximum of RFC 8292. */
const MAX_TOKEN_AGE_SECONDS = 24 * 60 * 60

/**
 * Starts a push service on loopback with its devices. It enforces RFC 8030 and 8292, and decrypts each push
 * with the device's keys (RFC 8291), using another library than ours.
 *
 * @param options.onPush its response to a push, which is in `received` whatever the response is
 */
export async function startTestPushService({
  onPush,
}: {
  onPush?: (push: ReceivedPush) => Verdict | Promise<Verdict>
} = {}) {
  const received: ReceivedPush[] = []
  const known = new Map<string, TestDevice>()
  const server = createServer(async (request, response) => {
    const endpoint = `${origin}${request.url}`
    const device = known.get(endpoint)
    if (!device) return answer(response, 404)
    const body = await buffer(request)
    const push = await read({ device, body, headers: request.headers }).catch(() => undefined)
    if (!push) return answer(response, 403)
    received.push(push)
    answer(response, await onPush?.(push))
  })
  const origin = `http://127.0.0.1:${await listen(server)}`

  /** Subscribes a new device, or moves the endpoint of an existing one here. */
  function subscribe(device: TestDevice = createDevice(origin)): TestDevice {
    const { pathname } = new URL(device.subscription.endpoint)
    const endpoint = `${origin}${pathname}`
    const here = { ...device, subscription: { ...device.subscription, endpoint } }
    known.set(endpoint, here)
    return here
  }
  return {
    origin,
    received,
    subscribe,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type TestPushService = Awaited<ReturnType<typeof startTestPushService>>

function createDevice(origin: string): TestDevice {
  const ecdh = createECDH('prime256v1')
  const p256dh = ecdh.generateKeys('base64url')
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') }
  const endpoint = `${origin}${PATH}${randomBytes(16).toString('base64url')}`
  return { privateKey: ecdh.getPrivateKey('base64url'), subscription: { endpoint, keys } }
}

/** @throws when the VAPID token is invalid or the device cannot decrypt the message */
async function read(options: {
  device: TestDevice
  body: Buffer
  headers: IncomingHttpHeaders
}): Promise<ReceivedPush> {
  const { device, body, headers } = options
  const { endpoint, keys } = device.subscription
  if (headers['content-encoding'] !== 'aes128gcm' || !/^\d+$/.test(String(headers.ttl))) throw new Error('Not a push')
  const vapid = await verifyVapid(headers.authorization ?? '', new URL(endpoint).origin)
  const privateKey = createECDH('prime256v1')
  privateKey.setPrivateKey(device.privateKey, 'base64url')
  const text = ece.decrypt(body, { version: 'aes128gcm', privateKey, authSecret: keys.auth }).toString()
  return { endpoint, headers, bytes: body.byteLength, text, vapid }
}

async function verifyVapid(authorization: string, audience: string): Promise<ReceivedPush['vapid']> {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const jwks = createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', x: x as string, y: y as string }] })
  const { payload } = await jwtVerify(token, jwks, { audience, algorithms: ['ES256'], requiredClaims: ['exp', 'sub'] })
  if (Number(payload.exp) > Date.now() / 1000 + MAX_TOKEN_AGE_SECONDS) throw new Error('Valid for too long')
  return { ...payload, publicKey }
}

function answer(response: ServerResponse, verdict: Verdict) {
  if (verdict === 'silence') return
  const { status, headers } = typeof verdict === 'object' ? verdict : { status: verdict ?? CREATED, headers: {} }
  response.writeHead(status, headers).end()
}
