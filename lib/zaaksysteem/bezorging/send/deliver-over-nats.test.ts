import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto'
import { HTTP } from 'cloudevents'
import jsonwebtoken from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findNatsServer, NATS_TITLE } from '#tools/servers/nats-server.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { STREAM, type StoredMessage, SUBJECT, startTestStream, type TestStream } from '../../egress/nats/test-stream.ts'
import { redeliver } from '../../herstel/redeliver.ts'
import { eventText } from '../../outbox/event-text.ts'
import { publishedJwks } from '../../signing/published-jwks.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handelingen/status/change-status.ts'
import { registerTestZaak, TRACEPARENT } from '../../zaak/test-zaak.ts'
import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import { distributeAndClaim } from '../claim/distribute-and-lease.ts'
import { LEASE_SECONDS } from '../claim/limits.ts'
import { findBezorgingDetail } from '../overzicht/find-bezorging-detail.ts'
import { deliverDue, subscribeOverNats } from '../test-abonnement.ts'
import { deliver } from './deliver.ts'

const SECOND = 1_000
let ctx: TestZaaksysteem
let now: Date
let stream: TestStream
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const bezorgingen = () =>
  ctx.db.bezorging.findMany({ orderBy: { id: 'asc' }, include: { bezorgpogingen: { orderBy: { nummer: 'asc' } } } })
const idsOf = (messages: StoredMessage[]) => messages.map(({ headers }) => headers['Nats-Msg-Id'])

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  beforeEach(async () => {
    now = new Date('2026-11-25T09:00:00Z')
    ctx = await createTestZaaksysteem({ clock: () => now })
    stream = await startTestStream()
  })
  afterEach(async () => {
    await ctx.close()
    await stream.close()
  })

  async function expectProven({ headers, body }: StoredMessage) {
    const jwk = (await publishedJwks(ctx)).keys.find(({ alg }) => alg === 'ES256')
    const token = String(headers.Authorization).replace('Bearer ', '')
    const checks = { algorithms: ['ES256' as const], audience: stream.sink, clockTimestamp: now.getTime() / 1000 }
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    expect(jsonwebtoken.verify(token, key, checks)).toMatchObject({
      sub: headers['Nats-Msg-Id'],
      body_sha256: createHash('sha256').update(body).digest('base64url'),
    })
  }

  test.each(['structured', 'binary'] as const)(
    'the CloudEvents SDK reads a message in %s mode, and another library accepts its proof',
    async (contentmodus) => {
      await subscribeOverNats(ctx, stream, { config: { contentmodus } })
      const zaak = await registerTestZaak(ctx)
      expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'bezorgd' }])

      const [message] = (await stream.stored()) as [StoredMessage]
      const { body: event } = await ctx.db.gebeurtenis.findFirstOrThrow()
      const read = HTTP.toEvent({ headers: message.headers, body: message.body })
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(eventText(ctx, event ?? '')))
      expect(read).toMatchObject({ subject: zaak.id, id: message.headers['Nats-Msg-Id'] })
      expect(message).toMatchObject({
        subject: SUBJECT,
        headers: {
          'content-type':
            contentmodus === 'structured' ? 'application/cloudevents+json; charset=utf-8' : 'application/json',
          'Nats-Expected-Stream': STREAM,
          traceparent: TRACEPARENT,
        },
      })
      await expectProven(message)
    },
  )

  test('a recorded attempt holds the acknowledgement, but no status, token or password', async () => {
    await subscribeOverNats(ctx, stream)
    await registerTestZaak(ctx)
    await deliverDue(ctx)
    const [{ id, bezorgpogingen: stored }] = (await bezorgingen()) as [Awaited<ReturnType<typeof bezorgingen>>[number]]
    expect(stored).toMatchObject([
      { httpStatus: null, foutsoort: null, responseBody: `{"stream":"${STREAM}","seq":1,"duplicate":false}` },
    ])
    expect(JSON.stringify(stored[0]?.requestHeaders)).not.toContain(stream.credential.secret)
    const [poging] = (await findBezorgingDetail(ctx, String(id)))?.bezorgpogingen ?? []
    expect(poging?.requestHeaders.Authorization).toMatch(/^Bearer [\w-]+\.[\w-]+\.…$/)
    expect(JSON.stringify(poging?.requestHeaders)).not.toContain(stream.credential.secret)
  })

  test('the stream stores the events of a zaak in order, a failed one before later ones', async () => {
    await subscribeOverNats(ctx, stream)
    const { change } = await registerTestZaak(ctx)
    expect(await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })).toMatchObject({ ok: true })
    await stream.kill()
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'wachtend' }])
    await stream.restart()
    pass(5 * SECOND)
    for (let round = 0; round < 2; round++) await deliverDue(ctx)
    const sequences = (await stream.stored()).map(({ body }) => (JSON.parse(body) as { sequence: string }).sequence)
    expect(sequences).toEqual(['1', '2'])
  })

  test('attempts fail on schedule while no stream stores the subject, and the event arrives once one does', async () => {
    await subscribeOverNats(ctx, stream)
    await stream.remove(STREAM)
    await registerTestZaak(ctx)
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'wachtend' }])
    expect(await deliverDue(ctx)).toEqual([])
    await stream.add({ name: STREAM, subjects: ['gemeente.>'] })
    pass(5 * SECOND)
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'bezorgd' }])
    expect(await bezorgingen()).toMatchObject([
      { bezorgpogingen: [{ foutsoort: 'no_stream', httpStatus: null, responseBody: null }, { foutsoort: null }] },
    ])
  })

  test('an attempt that was never recorded is repeated, also after a restart, and stored once', async () => {
    await subscribeOverNats(ctx, stream)
    await registerTestZaak(ctx)
    const [claimed] = (await distributeAndClaim(ctx, { limit: 1 })).claimed
    if (!claimed) throw new Error('Nothing was claimed')
    expect(await deliver(ctx, [claimed])).toMatchObject([{ foutsoort: null }])
    await stream.kill()
    await stream.restart()

    pass((LEASE_SECONDS + 1) * SECOND)
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'bezorgd' }])
    expect(idsOf(await stream.stored())).toEqual([claimed.gebeurtenisId])
    expect(await bezorgingen()).toMatchObject([{ bezorgpogingen: [{ responseBody: expect.stringContaining('true') }] }])
  })

  test('two abonnementen that publish an event to one stream store it once, and the other attempt is recorded as a duplicate', async () => {
    await stream.add({ name: 'ANDERE', subjects: ['andere.>'] })
    const elsewhere = { subject: 'andere.zaken' }
    const ids = [
      await subscribeOverNats(ctx, stream),
      await subscribeOverNats(ctx, stream, { protocolsettings: { subject: 'gemeente.ook' } }),
      await subscribeOverNats(ctx, stream, { protocolsettings: elsewhere }),
    ]
    expect(new Set(ids).size).toBe(3)
    await registerTestZaak(ctx)
    await deliverDue(ctx)
    const ended = (await bezorgingen()).map(({ status, volgendePoging, bezorgpogingen: [poging] }) => {
      const { stream: name, duplicate } = JSON.parse(poging?.responseBody ?? '')
      return [name, duplicate, poging?.foutsoort, status, volgendePoging]
    })
    expect(ended.toSorted()).toEqual([
      ['ANDERE', false, null, 'bezorgd', null],
      [STREAM, false, null, 'bezorgd', null],
      [STREAM, true, 'duplicate', 'mislukt', null],
    ])
    expect(await stream.stored()).toHaveLength(1)
    expect(await ctx.db.abonnement.findMany({ where: { circuitOpenTot: { not: null } } })).toEqual([])
  })

  test('a manual resend that the stream drops is not bezorgd, unless that attempt itself broke off', async () => {
    await subscribeOverNats(ctx, stream)
    await registerTestZaak(ctx)
    await deliverDue(ctx)
    const { id } = await ctx.db.bezorging.findFirstOrThrow()
    const again = () => redeliver(ctx, { bezorgingId: String(id), actor: OPDRACHTREGEL })
    await again()
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'mislukt' }])

    await again()
    const [brokenOff] = (await distributeAndClaim(ctx, { limit: 1 })).claimed as [ClaimedBezorging]
    await deliver(ctx, [brokenOff])
    pass((LEASE_SECONDS + 1) * SECOND)
    expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'bezorgd' }])
  })
})
