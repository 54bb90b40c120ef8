import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import {
  antwoordWeg,
  bezorgerGedood,
  dubbel,
  geknoeid,
  netwerkDoor,
  tokenGestolen,
  verkeerdeSleutel,
} from './gedrag.ts'
import { type Lijn, startLijn } from './lijn.ts'

const BODY = '{"id":"1","data":{"oudeStatus":"a","nieuweStatus":"b"}}'

let came: { authorization: string | undefined; body: string }[]
let portaal: ReturnType<typeof createServer>
let lijn: Lijn

beforeEach(async () => {
  came = []
  portaal = createServer(async (request, response) => {
    came.push({
      authorization: request.headers.authorization,
      body: Buffer.concat(await request.toArray()).toString(),
    })
    response.writeHead(204, { 'x-portaal': 'ja' }).end()
  })
  lijn = await startLijn({ port: 0, portaalPort: await listen(portaal) })
})

afterEach(() => {
  lijn.close()
  portaal.close()
})

const send = (body = BODY, authorization = 'Bearer x') =>
  fetch(`http://127.0.0.1:${lijn.port}/webhooks`, { method: 'POST', body, headers: { authorization } })

test('the line forwards requests and responses byte for byte', async () => {
  const answer = await send()
  expect([answer.status, answer.headers.get('x-portaal')]).toEqual([204, 'ja'])
  expect(came).toEqual([{ authorization: 'Bearer x', body: BODY }])
})

test('while the portal is down the line answers 502, and recovers afterwards', async () => {
  const { port } = portaal.address() as AddressInfo
  portaal.close()
  await once(portaal, 'close')
  expect((await send()).status).toBe(502)
  portaal.listen(port, '127.0.0.1')
  await once(portaal, 'listening')
  expect((await send()).status).toBe(204)
})

test('the line listens on another port when its previous one is taken', async () => {
  const other = await startLijn({ port: lijn.port, portaalPort: 1 })
  expect(other.port).not.toBe(lijn.port)
  other.close()
})

test('while the network is down no message arrives and no response comes', async () => {
  lijn.gedrag = netwerkDoor
  await expect(send()).rejects.toThrow()
  expect(came).toEqual([])
})

test('a response is lost after the message arrived', async () => {
  lijn.gedrag = antwoordWeg
  await expect(send()).rejects.toThrow()
  expect(came).toHaveLength(1)
})

test('tampering changes only the status', async () => {
  lijn.gedrag = geknoeid
  await send()
  expect(came[0]?.body).toBe(BODY.replace('"b"', '"vergunning_verleend"'))
})

test('a stolen token is replayed with another message, after its own', async () => {
  lijn.gedrag = tokenGestolen
  await send()
  expect(came.map(({ body }) => body === BODY)).toEqual([true, false])
  expect(new Set(came.map(({ authorization }) => authorization)).size).toBe(1)
})

test('a message overtakes the one before it, and both are repeated', async () => {
  lijn.gedrag = dubbel()
  await Promise.all([send('{"id":"1"}'), send('{"id":"2"}')])
  expect(came.map(({ body }) => JSON.parse(body).id)).toEqual(['2', '2', '1', '1', '2'])
})

test('the wrong key signs the same claims under the right key id', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const token = await new SignJWT({ iss: 'zaaksysteem' })
    .setProtectedHeader({ alg: 'ES256', kid: 'goed', typ: 'webhook+jwt' })
    .sign(privateKey)
  lijn.gedrag = verkeerdeSleutel()
  await send(BODY, `Bearer ${token}`)
  const sent = came[0]?.authorization?.slice(7) as string
  expect(sent.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2))
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'goed', alg: 'ES256' }] })
  await expect(jwtVerify(sent, keys)).rejects.toThrow('signature verification failed')
})

test('the sender is killed once, with a message in flight', async () => {
  let kills = 0
  lijn.gedrag = bezorgerGedood(() => {
    kills += 1
  })
  await expect(send()).rejects.toThrow()
  expect((await send()).status).toBe(204)
  expect([kills, came.length]).toEqual([1, 1])
})
