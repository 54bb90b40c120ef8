import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestSmtp, type TestSmtp } from '#lib/platform/mail/test-smtp.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { purge } from '../../upkeep/purge.ts'
import { sendMails } from '../send-mails.ts'
import { mailEnv, tokenIn } from '../test-mail.ts'
import { findEmailadres } from './find-emailadres.ts'
import { removeEmailadres } from './remove-emailadres.ts'
import { setEmailadres } from './set-emailadres.ts'
import { setMailvoorkeuren } from './set-mailvoorkeuren.ts'
import { unsubscribe } from './unsubscribe.ts'
import { verifyEmailadres } from './verify-emailadres.ts'

const DAY_MS = 86_400_000
const ADRES = 'inwoner@mail.test'
let now: Date
let burgerId: string
let smtp: TestSmtp
let ctx: TestPublieksportaal
beforeAll(async () => {
  smtp = await startTestSmtp()
  ctx = await createTestPublieksportaal({ clock: () => now, env: mailEnv(smtp) })
})
beforeEach(async () => {
  now = new Date('2026-11-25T10:00:00Z')
  smtp.received.length = 0
  await ctx.db.burger.deleteMany()
  burgerId = (await findOrCreateBurger(ctx, '999990342')).id
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const set = (adres = ADRES, taal: 'nl' | 'en' = 'nl') =>
  setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres, taal })
const find = () => findEmailadres(ctx, { burgerId })
const verify = (token: string) => verifyEmailadres(ctx, { token })
async function mailedToken() {
  await sendMails(ctx)
  return tokenIn(smtp.received.at(-1)?.body ?? '')
}

test('an address is confirmed by the link that was mailed to it, once', async () => {
  expect(await set()).toEqual({ ok: true })
  expect(await find()).toMatchObject({ adres: ADRES, bevestigdOp: null })
  const token = await mailedToken()
  expect(smtp.received).toMatchObject([{ to: [ADRES], subject: 'Bevestig uw e-mailadres bij Gemeente Voorbeeld' }])
  expect(await verify(token)).toBe(true)
  expect(await find()).toMatchObject({ bevestigdOp: now })
  expect(await verify(token)).toBe(false)
})

test('the mail with the link is in the language that was chosen, and its page too', async () => {
  await set(ADRES, 'en')
  await mailedToken()
  expect(smtp.received[0]?.subject).toBe('Confirm your email address at Gemeente Voorbeeld')
  expect(smtp.received[0]?.html).toContain('<html lang="en">')
})

test('a link works for a day, and until another one is asked for', async () => {
  await set()
  const first = await mailedToken()
  await set()
  const second = await mailedToken()
  expect(await verify(first)).toBe(false)
  pass(DAY_MS)
  expect(await verify(second)).toBe(false)
})

test('a link that waited for days for the mail server works for a day from when it is mailed', async () => {
  await set()
  pass(2 * DAY_MS)
  const token = await mailedToken()
  pass(DAY_MS - 1)
  expect(await verify(token)).toBe(true)
})

test('neither the address nor the token can be read from the database', async () => {
  await set()
  const rows = JSON.stringify([await ctx.db.emailadres.findMany(), await ctx.db.uitgaandeMail.findMany()])
  const bytes = (await ctx.db.emailadres.findFirst())?.versleuteld ?? new Uint8Array()
  const token = await mailedToken()
  expect(rows).not.toContain(token)
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('inwoner')
})

test('a citizen can ask for five links in a day, also after removing the address', async () => {
  for (let count = 0; count < 5; count++) {
    expect(await set(`ander${count}@mail.test`)).toEqual({ ok: true })
    await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  }
  expect(await set()).toEqual({ ok: false, reason: 'too_many' })
  pass(DAY_MS)
  expect(await set()).toEqual({ ok: true })
})

test('another address has to be confirmed as well; the same one only takes the language', async () => {
  await set()
  await verify(await mailedToken())
  await set(ADRES, 'en')
  expect(await find()).toMatchObject({ taal: 'en', bevestigdOp: now })
  await set('ander@mail.test')
  expect(await find()).toMatchObject({ adres: 'ander@mail.test', bevestigdOp: null })
})

test.each([
  'geen adres',
  'a@b',
  `${'a'.repeat(250)}@mail.test`,
  'a@mail.test, b@mail.test',
  'a@mail.test\r\nBcc: b@c.test',
])('%j is no address', async (adres) => {
  expect(await set(adres)).toEqual({ ok: false, reason: 'invalid' })
})

test('without a mail server it is not offered', async () => {
  const { PUBLIEKSPORTAAL_SMTP_URL: _, ...env } = ctx.env
  const asked = setEmailadres({ ...ctx, env }, { burgerId, gemachtigdeId: null, adres: ADRES, taal: 'nl' })
  expect(await asked).toEqual({ ok: false, reason: 'not_offered' })
})

test('who unsubscribes is forgotten, with what waits; a code of nobody changes nothing, and neither does a second time', async () => {
  await set()
  const { afmeldcode } = await ctx.db.emailadres.findFirstOrThrow()
  for (const wrong of ['', 'x', '\0'.repeat(22), 'A'.repeat(22)]) await unsubscribe(ctx, { afmeldcode: wrong })
  expect(await find()).toBeDefined()
  await unsubscribe(ctx, { afmeldcode })
  await unsubscribe(ctx, { afmeldcode })
  expect(await find()).toBeUndefined()
  expect(await ctx.db.uitgaandeMail.count()).toBe(0)
})

test('the code in a mail works for as long as the address stays the same, and for no other', async () => {
  const code = async () => (await ctx.db.emailadres.findFirstOrThrow()).afmeldcode
  await set()
  const first = await code()
  await verify(await mailedToken())
  await ctx.db.emailadres.updateMany({ data: { geweigerdOp: now } })
  await set()
  expect(await code()).toBe(first)
  await set('ander@mail.test')
  expect(await code()).not.toBe(first)
  await unsubscribe(ctx, { afmeldcode: first })
  expect(await find()).toMatchObject({ adres: 'ander@mail.test' })
})

test('what nobody confirmed is forgotten after a week, what was confirmed stays', async () => {
  await set()
  pass(7 * DAY_MS)
  await purge(ctx, 'emailadres')
  expect(await ctx.db.emailadres.count()).toBe(1)
  pass(1)
  await purge(ctx, 'emailadres')
  expect(await ctx.db.emailadres.count()).toBe(0)
  await set()
  await ctx.db.emailadres.updateMany({ data: { bevestigdOp: now } })
  pass(30 * DAY_MS)
  await purge(ctx, 'emailadres')
  expect(await ctx.db.emailadres.count()).toBe(1)
})

test('what a citizen is mailed about is on until it is chosen otherwise, and stays when the address changes', async () => {
  await set()
  expect(await find()).toMatchObject({ voorkeuren: { voortgang: true, termijnen: true } })
  await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: false, termijnen: true } })
  await set('ander@mail.test')
  expect(await find()).toMatchObject({ voorkeuren: { voortgang: false, termijnen: true } })
})

test('choosing what is mailed is recorded with who chose it for whom; what changes nothing is not', async () => {
  await set()
  await ctx.db.auditregel.deleteMany()
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990536')
  const voorkeuren = { voortgang: false, termijnen: true }
  for (const _ of [1, 2]) await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId, voorkeuren })
  const recorded = await ctx.db.auditregel.findMany()
  expect(recorded).toMatchObject([{ handeling: 'voorkeuren_wijzigen', actor: gemachtigdeId, namens: burgerId }])
})

test('giving, confirming and removing an address are recorded; what changes nothing is not', async () => {
  const recorded = async () =>
    (await ctx.db.auditregel.findMany({ where: { actor: burgerId }, orderBy: { id: 'asc' } })).map(
      ({ actorSoort, handeling }) => [actorSoort, handeling],
    )
  await set('geen adres')
  await verify('geen code')
  await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  expect(await recorded()).toEqual([])
  await set()
  await verify(await mailedToken())
  await set(ADRES, 'en')
  const { afmeldcode } = await ctx.db.emailadres.findFirstOrThrow()
  await unsubscribe(ctx, { afmeldcode })
  await unsubscribe(ctx, { afmeldcode })
  await set()
  await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  expect(await recorded()).toEqual(
    ['opgeven', 'bevestigen', 'verwijderen', 'opgeven', 'verwijderen'].map((act) => ['burger', `emailadres_${act}`]),
  )
})
