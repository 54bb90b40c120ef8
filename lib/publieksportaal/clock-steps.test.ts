import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { settleAfwijzingen } from './afwijzing/record-afwijzing.ts'
import { findBronnen } from './bron/bron.ts'
import { expectGeheim } from './bron/geheim.ts'
import { registerTestBron } from './bron/test-registration.ts'
import { handleWebhook } from './receiver/handle-webhook.ts'
import { markAccepted } from './sync/bron-stand.ts'
import { closeGaten } from './sync/close-gaten.ts'
import { processOphaalopdrachten } from './sync/process-ophaalopdrachten.ts'
import { bijTot, deliver, serveGebeurtenissen } from './sync/test-gebeurtenissen.ts'
import { bezorgingRequest, newEvent, ORIGIN, SINK, startTestBron, type TestBron } from './test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from './test-context.ts'
import { testZaak } from './test-zaak.ts'
import { mailMeldingen } from './upkeep/mail-meldingen.ts'
import { superviseBronnen } from './upkeep/supervise-bronnen.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const START = new Date('2026-11-25T10:00:00Z').getTime()
let now: number
const clock = () => new Date(now)
let bron: TestBron
let ctx: TestPublieksportaal

const smtp = await startTestSmtp()
beforeEach(async () => {
  now = START
  smtp.received.length = 0
  bron = await startTestBron({ clock })
  const env = {
    PUBLIEKSPORTAAL_SMTP_URL: smtp.url,
    PUBLIEKSPORTAAL_MAIL_FROM: 'portaal@gemeente.test',
    PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'beheer@portaal.test',
  }
  const wait = async (ms: number) => {
    now += ms
  }
  ctx = await createTestPublieksportaal({ clock, wait, env: { ...bron.env, ...env } })
  await registerTestBron(ctx)
  return async () => {
    await ctx.close()
    await bron.close()
  }
})
afterAll(() => smtp.close())

const post = async () => handleWebhook(ctx, await bron.deliver(newEvent()))
const postUnproven = async () => {
  const authorization = `Bearer ${randomBytes(32).toString('base64url')}`
  return handleWebhook(ctx, bezorgingRequest(JSON.stringify(newEvent()), { Authorization: authorization }))
}
const failing = async () => {
  await settleAfwijzingen(ctx)
  await superviseBronnen(ctx)
  return (await findBronnen(ctx))[0]?.faaltSinds !== null
}

describe.each([
  ['set back an hour', -HOUR],
  ['set an hour ahead', HOUR],
])('when the clock is %s', (_name, step) => {
  test('a bron is not refused for its earlier bezorgingen', async () => {
    await registerTestBron(ctx, { maxPerMinuut: 30 })
    expect([(await post()).status, (await post()).status]).toEqual([204, 429])
    now += step
    expect((await post()).status).toBe(204)
  })

  test('an unproven bezorging gets no retry for an overdue secret, and toestemming is given', async () => {
    await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
    await expectGeheim(ctx)
    expect((await postUnproven()).status).toBe(503)
    now += step
    expect((await postUnproven()).status).toBe(401)
    const headers = { 'WebHook-Request-Origin': ORIGIN }
    const handshake = await handleWebhook(ctx, new Request(SINK, { method: 'OPTIONS', headers }))
    expect(handshake.headers.get('webhook-allowed-origin')).toBe(ORIGIN)
  })

  test('zaken are fetched, including those leased by a killed process', async () => {
    const [failed, abandoned] = [testZaak(), testZaak()]
    await ctx.db.ophaalopdracht.create({ data: { zaakId: failed.uuid, volgendePoging: clock() } })
    bron.answers.set(`GET /v1/zaken/${failed.uuid}`, () => ({ status: 500 }))
    await processOphaalopdrachten(ctx)
    const volgendePoging = new Date(now + 30 * SECOND)
    await ctx.db.ophaalopdracht.create({ data: { zaakId: abandoned.uuid, pogingen: 1, volgendePoging } })
    for (const zaak of [failed, abandoned]) bron.serveZaak(zaak)
    now += step
    await processOphaalopdrachten(ctx)
    expect(await ctx.db.zaak.count()).toBe(2)
  })

  test('a gap is closed, also when the process that was closing it died', async () => {
    await markAccepted(ctx, { totSequence: 0, caughtUp: true })
    const zaaksysteem = serveGebeurtenissen(bron)
    const [, second] = zaaksysteem.happen(testZaak().uuid, 'ontvangen', 'in_behandeling', 'besluit')
    await deliver(ctx, second as object)
    await ctx.db.bron.updateMany({ data: { gatenleaseTot: new Date(now + 60 * SECOND) } })
    now += step
    await closeGaten(ctx)
    expect(await bijTot(ctx)).toBe(2)
  })

  test('a silent bron is asked whether it has more', async () => {
    await markAccepted(ctx, { totSequence: 0, caughtUp: true })
    const zaaksysteem = serveGebeurtenissen(bron)
    now += step
    await closeGaten(ctx)
    expect(zaaksysteem.asked).toEqual([0])
  })

  test('the alert about a failing bron ends, returns and is mailed', async () => {
    const fail = async () => {
      for (let times = 0; times < 3; times++) {
        now += SECOND
        await postUnproven()
      }
    }
    const accept = async () => {
      now += SECOND
      expect((await post()).status).toBe(204)
    }
    await fail()
    expect(await failing()).toBe(true)
    await mailMeldingen(ctx)
    now += step
    await accept()
    expect(await failing()).toBe(false)
    now += 25 * step
    await fail()
    expect(await failing()).toBe(true)
    await mailMeldingen(ctx)
    expect(smtp.received).toHaveLength(2)
  })
})
