import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { createVerlopenBericht } from './verlopen-bericht.ts'

const ARRIVED = new Date('2026-11-25T10:00:00Z')
const expiring = (seconds: number) =>
  new SignJWT({ exp: ARRIVED.getTime() / 1000 + seconds }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))
const post = (authorization: string, text: string) => ({
  method: 'POST',
  url: '/webhooks',
  headers: { authorization },
  body: Buffer.from(text),
})

test('a message is shown once its token has expired for every receiver, and not before', async () => {
  let now = ARRIVED
  const berichten = createVerlopenBericht(() => now)
  const authorization = `Bearer ${await expiring(120)}`
  berichten.record(post(authorization, 'één'))
  now = new Date('2026-11-25T10:02:29Z')
  expect(berichten.read()).toEqual({ bericht: null, volgendeOp: '2026-11-25T10:02:30.000Z' })
  now = new Date('2026-11-25T10:02:30Z')
  expect(berichten.read()).toEqual({
    bericht: { url: '/webhooks', headers: { authorization }, body: 'één', aangekomenOp: ARRIVED.toISOString() },
    volgendeOp: null,
  })
})

test('a later message replaces the one that is shown, when it has expired too', async () => {
  let now = ARRIVED
  const berichten = createVerlopenBericht(() => now)
  berichten.record(post(`Bearer ${await expiring(10)}`, 'één'))
  berichten.record(post(`Bearer ${await expiring(10)}`, 'meteen erna'))
  now = new Date('2026-11-25T10:01:00Z')
  berichten.record(post(`Bearer ${await expiring(70)}`, 'twee'))
  expect(berichten.read().bericht?.body).toBe('één')
  now = new Date('2026-11-25T10:03:00Z')
  expect(berichten.read().bericht?.body).toBe('twee')
})

test('a message that a viewer sends again is not kept', async () => {
  const berichten = createVerlopenBericht(() => new Date(ARRIVED.getTime() + 60_000))
  berichten.record(post(`Bearer ${await expiring(10)}`, 'nog eens'))
  expect(berichten.read()).toEqual({ bericht: null, volgendeOp: null })
})

test.each(['', 'Bearer geheim', 'Basic a.b.c'])('a request without a JWT is not kept: %j', (authorization) => {
  const berichten = createVerlopenBericht(() => ARRIVED)
  berichten.record(post(authorization, '{}'))
  expect(berichten.read()).toEqual({ bericht: null, volgendeOp: null })
})
