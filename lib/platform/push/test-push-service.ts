import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import * as ece from 'http_ece'
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { listen } from '../test-listen.ts'

/** A browser with a subscription: what it keeps for itself, and what it gives away. */
type TestDevice = {
  privateKey: string
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
}

type ReceivedPush = {
  endpoint: string
  headers: IncomingHttpHeaders
  /** what the push service sees of the message: so many encrypted bytes */
  bytes: number
  /** what the device reads */
  text: string
  /** what the sender says of itself, and the key that proves it */
  vapid: JWTPayload & { publicKey: string }
}

/** A status, other headers with it; or no answer at all, ever. */
export type Verdict = number | { status: number; headers: Record<string, string> } | 'silence' | undefined

const PATH = '/push/'
const CREATED = 201
/** RFC 8292: no token is valid for longer. */
const MAX_TOKEN_AGE_SECONDS = 24 * 60 * 60

/**
 * A push service on loopback, and the devices behind it: it demands what RFC 8030 and 8292 do, and reads each
 * push with the device's own keys (RFC 8291), by another library than ours.
 *
 * @param options.onPush what it answers, when that is not 201; the push is received nevertheless
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

  /** A device that subscribes, or one that is back and has its endpoint here from now on. */
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

/** @throws when the sender does not prove itself, or the message is not for this device */
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
