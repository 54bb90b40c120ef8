import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { settleAfwijzingen } from '../afwijzing/record-afwijzing.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { findBronnen } from '../bron/bron.ts'
import { readmitBron, retireBron } from '../bron/retire-bron.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { createPublieksportaalContext } from '../context.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
import { bezorgingRequest, SOURCE, startTestBron, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { mailMeldingen } from './mail-meldingen.ts'
import { superviseBronnen } from './supervise-bronnen.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const BEHEERDER = 'beheer@portaal.test'
let now: Date
let refuseMail = false

const smtp = await startTestSmtp({ refuse: () => refuseMail })
const bron = await startTestBron({ clock: () => now })
const env = {
  PUBLIEKSPORTAAL_SMTP_URL: smtp.url,
  PUBLIEKSPORTAAL_MAIL_FROM: 'portaal@gemeente.test',
  PUBLIEKSPORTAAL_BEHEERDER_MAIL: BEHEERDER,
}
const ctx = await createTestPublieksportaal({ env: { ...bron.env, ...env }, clock: () => now })
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  refuseMail = false
  await registerTestBron(ctx)
})
afterEach(async () => {
  smtp.received.length = 0
  await ctx.db.bron.deleteMany()
  await ctx.db.afwijzingTelling.deleteMany()
  await ctx.db.ontvangenGebeurtenis.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
  await smtp.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const body = () => {
  const zaakId = crypto.randomUUID()
  return JSON.stringify(statusGewijzigd({ zaakId, oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 }))
}

/** One second passes before each bezorging, so that no two have the same time. */
async function accept(times = 1) {
  for (let time = 0; time < times; time++) {
    pass(1_000)
    expect((await handleWebhook(ctx, await bron.deliver(body()))).status).toBe(204)
  }
}
async function fail(times: number, headers: Record<string, string> = {}) {
  for (let time = 0; time < times; time++) {
    pass(1_000)
    expect((await handleWebhook(ctx, bezorgingRequest(body(), headers))).status).toBe(401)
  }
  await settleAfwijzingen(ctx)
}
async function isFailing(): Promise<boolean> {
  await superviseBronnen(ctx)
  return (await findBronnen(ctx))[0]?.faaltSinds !== null
}

test('five failures in ten minutes of a bron that worked that day raise an alert', async () => {
  await accept(20)
  await fail(4)
  expect(await isFailing()).toBe(false)
  await fail(1)
  expect(await isFailing()).toBe(true)
  expect((await findBronnen(ctx))[0]).toMatchObject({ source: SOURCE, laatstGeweigerdOp: now })
})

test('fewer failures raise an alert when they are at least half of all bezorgingen', async () => {
  await accept(3)
  await fail(2)
  expect(await isFailing()).toBe(false)
  await fail(1)
  expect(await isFailing()).toBe(true)
})

test('failures spread over more than ten minutes raise no alert', async () => {
  await accept(20)
  for (let times = 0; times < 8; times++) {
    pass(6 * MINUTE_MS)
    await fail(1)
    expect(await isFailing()).toBe(false)
  }
})

test('a bezorging that claims another bron raises no alert', async () => {
  await accept()
  await fail(20, { 'WebHook-Request-Origin': 'vreemd.test' })
  expect(await isFailing()).toBe(false)
})

test('a refusal for another reason than the proof raises no alert', async () => {
  for (let times = 0; times < 6; times++) await handleWebhook(ctx, await bron.deliver('['))
  await settleAfwijzingen(ctx)
  expect(await isFailing()).toBe(false)
})

test('the alert ends as soon as an event is accepted again, and the same failures do not raise it again', async () => {
  await accept()
  await fail(5)
  expect(await isFailing()).toBe(true)
  await accept()
  expect(await isFailing()).toBe(false)
  pass(MINUTE_MS)
  expect(await isFailing()).toBe(false)
  await fail(3)
  expect(await isFailing()).toBe(true)
})

test('an event that the portal fetched itself does not end an alert', async () => {
  await fail(5)
  expect(await isFailing()).toBe(true)
  pass(1_000)
  await ctx.db.ontvangenGebeurtenis.create({
    data: {
      source: SOURCE,
      id: 'x',
      type: 't',
      bodySha256: 'x',
      credentialtype: 'OPGEHAALD',
      kid: '',
      ontvangenOp: now,
    },
  })
  expect(await isFailing()).toBe(true)
})

test('a retired bron gets 410 and raises no alert; readmitted it works as before', async () => {
  await accept()
  await fail(5)
  expect(await isFailing()).toBe(true)
  expect(await retireBron(ctx, { source: SOURCE, actor: OPDRACHTREGEL })).toEqual({ known: true })
  expect(await isFailing()).toBe(false)
  expect((await handleWebhook(ctx, await bron.deliver(body()))).status).toBe(410)
  expect((await findBronnen(ctx))[0]).toMatchObject({ status: 'ingetrokken' })

  expect(await readmitBron(ctx, { source: SOURCE, actor: OPDRACHTREGEL })).toEqual({ known: true })
  expect(await isFailing()).toBe(false)
  await accept()
  expect((await findBronnen(ctx))[0]).toMatchObject({
    status: 'actief',
    bezorgwijzen: [{ credentialtype: 'JWT', contentmodus: 'structured' }],
    laatstAangenomenOp: now,
  })
})

test.each([retireBron, readmitBron])('%o of an unknown source changes nothing', async (change) => {
  expect(await change(ctx, { source: 'urn:onbekend', actor: OPDRACHTREGEL })).toEqual({ known: false })
  expect(await findBronnen(ctx)).toMatchObject([{ source: SOURCE, status: 'actief' }])
})

test('the beheerder gets one mail in 24 hours, without content of the bezorgingen', async () => {
  await accept()
  await fail(5, { Authorization: 'Bearer s3cret' })
  await superviseBronnen(ctx)
  const other = createPublieksportaalContext(ctx.env, { clock: () => now, log: ctx.log })
  await Promise.all([mailMeldingen(ctx), mailMeldingen(other), mailMeldingen(ctx)])
  await other.close()
  expect(smtp.received).toMatchObject([
    { to: [BEHEERDER], subject: `Berichten geweigerd: ${SOURCE} is niet te controleren` },
  ])
  expect(smtp.received[0]?.body).toContain('Sinds 25 november 2026 om 10:00 kan het portaal niet meer vaststellen')
  expect(smtp.received[0]?.body).toContain('http://localhost:3000/portaalbeheer')
  expect(smtp.received[0]?.raw).not.toContain('s3cret')

  // the bron recovers and fails again
  await accept()
  await superviseBronnen(ctx)
  pass(MINUTE_MS)
  await fail(5)
  expect(await isFailing()).toBe(true)
  pass(23 * HOUR_MS)
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(1)
  pass(HOUR_MS)
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(2)
})

test('a mail that the server refuses is sent again later', async () => {
  await fail(5)
  await superviseBronnen(ctx)
  refuseMail = true
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(0)
  refuseMail = false
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(1)
})
