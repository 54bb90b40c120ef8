import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestSmtp, type TestSmtp, type Verdict } from '#tools/servers/smtp-server.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { purge } from '../../upkeep/purge.ts'
import { sendMails } from '../send-mails.ts'
import { mailEnv, textOf, tokenIn } from '../test-mail.ts'
import { type EmailadresVanBurger, findEmailadres, mailprobleemOf, setMailvoorkeuren } from './emailadres.ts'
import { removeEmailadres, unsubscribe } from './forget-emailadres.ts'
import { setEmailadres } from './set-emailadres.ts'
import { verifyEmailadres } from './verify-emailadres.ts'

const DAY_MS = 86_400_000
const ADRES = 'inwoner@mail.test'
let now: Date
let burgerId: string
let smtp: TestSmtp
let ctx: TestPublieksportaal
let onRcpt: (to: string) => Verdict
beforeAll(async () => {
  smtp = await startTestSmtp({ onRcpt: (to) => onRcpt(to) })
  ctx = await createTestPublieksportaal({ clock: () => now, env: mailEnv(smtp) })
})
beforeEach(async () => {
  now = new Date('2026-11-25T10:00:00Z')
  onRcpt = () => undefined
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
const probleem = async () => mailprobleemOf((await find()) as EmailadresVanBurger)
/** Returns the mails that are sent now. */
async function mailed() {
  smtp.received.length = 0
  await sendMails(ctx)
  return [...smtp.received]
}
/** Sets the address and confirms it. */
async function confirm() {
  await set()
  await verify(await mailedToken())
}
async function mailedToken() {
  await sendMails(ctx)
  return tokenIn(smtp.received.at(-1)?.body ?? '')
}

test('an address is confirmed by the mailed link, once', async () => {
  expect(await set()).toEqual({ ok: true })
  expect(await find()).toMatchObject({ adres: ADRES, bevestigdOp: null })
  const token = await mailedToken()
  expect(smtp.received).toMatchObject([{ to: [ADRES], subject: 'Bevestig uw e-mailadres bij Gemeente Voorbeeld' }])
  expect(await verify(token)).toBe(true)
  expect(await find()).toMatchObject({ bevestigdOp: now })
  expect(await verify(token)).toBe(false)
})

test('the mail with the link and its page are in the chosen language', async () => {
  await set(ADRES, 'en')
  await mailedToken()
  expect(smtp.received[0]?.subject).toBe('Confirm your email address at Gemeente Voorbeeld')
  expect(smtp.received[0]?.html).toContain('<html lang="en">')
})

test('a link works for a day, or until a newer one is requested', async () => {
  await set()
  const first = await mailedToken()
  await set()
  const second = await mailedToken()
  expect(await verify(first)).toBe(false)
  pass(DAY_MS)
  expect(await verify(second)).toBe(false)
})

test('the day of a link starts when it is mailed, also after days of waiting for the mail server', async () => {
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

test('a citizen can request five links in a day, also after removing the address', async () => {
  for (let count = 0; count < 5; count++) {
    expect(await set(`ander${count}@mail.test`)).toEqual({ ok: true })
    await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  }
  expect(await set()).toEqual({ ok: false, reason: 'too_many' })
  pass(DAY_MS)
  expect(await set()).toEqual({ ok: true })
})

test('giving a confirmed address again changes only its language', async () => {
  await confirm()
  await set(ADRES, 'en')
  expect(await find()).toMatchObject({ taal: 'en', bevestigdOp: now })
})

test('a new address replaces a working one once confirmed, and the old one is notified before and after', async () => {
  await confirm()
  await set('ander@mail.test')
  expect(await find()).toMatchObject({ adres: ADRES, bevestigdOp: now, nieuw: { adres: 'ander@mail.test' } })
  expect(await probleem()).toBe('nieuw_te_bevestigen')
  const [told, asked] = (await mailed()).toSorted(
    (one, other) => Number(other.to[0] === ADRES) - Number(one.to[0] === ADRES),
  )
  expect([told?.to, told?.subject]).toEqual([[ADRES], 'Uw e-mailadres bij Gemeente Voorbeeld wordt veranderd'])
  expect(textOf(told)).toBe(`Goedendag,

In Mijn zaken is een ander e-mailadres opgegeven voor mail van Gemeente Voorbeeld.

Dat adres is nog niet bevestigd. Tot dat gebeurt, mailen wij u op dit adres. U hoeft daarvoor niets te doen.

Bekijk uw voorkeuren:
http://localhost:3000/mijn/voorkeuren

Heeft u dit niet zelf gedaan, en weet u ook niet wie wel? Bel dan 14 012.`)
  expect(asked?.to).toEqual(['ander@mail.test'])
  const token = tokenIn(asked?.body ?? '')
  expect(await verify(token)).toBe(true)
  expect(await verify(token)).toBe(false)
  expect(await find()).toMatchObject({ adres: 'ander@mail.test', bevestigdOp: now, nieuw: null })
  expect(await probleem()).toBeNull()
  const [after, ...more] = await mailed()
  expect([after?.to, after?.subject, more]).toEqual([[ADRES], 'Uw e-mailadres bij Gemeente Voorbeeld is veranderd', []])
  expect(textOf(after)).toBe(`Goedendag,

Het nieuwe e-mailadres voor mail van Gemeente Voorbeeld is bevestigd. Op dit adres krijgt u geen mail meer van ons.

Heeft u dit niet zelf gedaan, en weet u ook niet wie wel? Bel dan 14 012.`)
})

test('a typo in a new address stops nothing: it is shown, can be corrected, and the old address stays', async () => {
  await confirm()
  await set('tiepfout@mail.test')
  onRcpt = (to) => (to === 'tiepfout@mail.test' ? '550 5.1.1 No such user' : undefined)
  await mailed()
  expect(await probleem()).toBe('nieuw_geweigerd')
  expect(await find()).toMatchObject({ adres: ADRES, bevestigdOp: expect.any(Date), geweigerdOp: null })
  await set('goed@mail.test')
  expect(await probleem()).toBe('nieuw_te_bevestigen')
  const asked = (await mailed()).find(({ to }) => to[0] === 'goed@mail.test')
  expect(await verify(tokenIn(asked?.body ?? ''))).toBe(true)
  expect(await find()).toMatchObject({ adres: 'goed@mail.test', nieuw: null })
})

test('a second link for the same new address is not reported to the old one again, and the first link stops', async () => {
  await confirm()
  await set('ander@mail.test')
  const first = tokenIn((await mailed()).find(({ to }) => to[0] !== ADRES)?.body ?? '')
  await set('ander@mail.test')
  const again = await mailed()
  expect(again.map(({ to }) => to)).toEqual([['ander@mail.test']])
  expect(await verify(first)).toBe(false)
  pass(DAY_MS)
  expect(await verify(tokenIn(again[0]?.body ?? ''))).toBe(false)
  expect(await find()).toMatchObject({ adres: ADRES, nieuw: { adres: 'ander@mail.test' } })
})

test('giving the old address again keeps it, and no link for the new one works', async () => {
  await confirm()
  await set('ander@mail.test')
  const token = tokenIn((await mailed()).find(({ to }) => to[0] !== ADRES)?.body ?? '')
  await set()
  expect(await find()).toMatchObject({ adres: ADRES, nieuw: null })
  expect(await verify(token)).toBe(false)
  expect(await mailed()).toEqual([])
})

test('an address that refuses mail is replaced by a new one at once', async () => {
  await confirm()
  await ctx.db.emailadres.updateMany({ data: { geweigerdOp: now } })
  await set('ander@mail.test')
  expect(await find()).toMatchObject({ adres: 'ander@mail.test', bevestigdOp: null, nieuw: null })
  expect((await mailed()).map(({ to }) => to)).toEqual([['ander@mail.test']])
})

test('a mail to the old address does not wait when that address refuses mail', async () => {
  await confirm()
  await set('ander@mail.test')
  onRcpt = (to) => (to === ADRES ? '550 5.1.1 No such user' : undefined)
  await mailed()
  expect(await ctx.db.uitgaandeMail.count()).toBe(0)
})

test.each([
  'geen adres',
  'a@b',
  `${'a'.repeat(250)}@mail.test`,
  'a@mail.test, b@mail.test',
  'a@mail.test\r\nBcc: b@c.test',
])('%j is refused as an address', async (adres) => {
  expect(await set(adres)).toEqual({ ok: false, reason: 'invalid' })
})

test('without a mail server no address can be given', async () => {
  const { PUBLIEKSPORTAAL_SMTP_URL: _, ...env } = ctx.env
  const asked = setEmailadres({ ...ctx, env }, { burgerId, gemachtigdeId: null, adres: ADRES, taal: 'nl' })
  expect(await asked).toEqual({ ok: false, reason: 'not_offered' })
})

test('unsubscribing deletes the address and its waiting mail; an unknown code and a repeat change nothing', async () => {
  await set()
  const { afmeldcode } = await ctx.db.emailadres.findFirstOrThrow()
  for (const wrong of ['', 'x', '\0'.repeat(22), 'A'.repeat(22)]) await unsubscribe(ctx, { afmeldcode: wrong })
  expect(await find()).toBeDefined()
  await unsubscribe(ctx, { afmeldcode })
  await unsubscribe(ctx, { afmeldcode })
  expect(await find()).toBeUndefined()
  expect(await ctx.db.uitgaandeMail.count()).toBe(0)
})

test('the code in a mail works while the address stays the same, and for no other address', async () => {
  const code = async () => (await ctx.db.emailadres.findFirstOrThrow()).afmeldcode
  await set()
  const first = await code()
  await verify(await mailedToken())
  await ctx.db.emailadres.updateMany({ data: { geweigerdOp: now } })
  await set()
  expect(await code()).toBe(first)
  await set('ander@mail.test')
  await verify(await mailedToken())
  expect(await code()).not.toBe(first)
  await unsubscribe(ctx, { afmeldcode: first })
  expect(await find()).toMatchObject({ adres: 'ander@mail.test' })
})

test('an unconfirmed address is deleted after a week, a confirmed one stays', async () => {
  await set()
  pass(7 * DAY_MS)
  await purge(ctx, 'emailadres')
  expect(await ctx.db.emailadres.count()).toBe(1)
  pass(1)
  await purge(ctx, 'emailadres')
  expect(await ctx.db.emailadres.count()).toBe(0)
  await set()
  await ctx.db.emailadres.updateMany({ data: { bevestigdOp: now } })
  await set('ander@mail.test')
  pass(30 * DAY_MS)
  await purge(ctx, 'emailadres')
  await purge(ctx, 'nieuw_emailadres')
  expect(await find()).toMatchObject({ adres: ADRES, nieuw: null })
})

test('every kind of mail is on by default, and the choice survives a new address', async () => {
  await set()
  expect(await find()).toMatchObject({ voorkeuren: { voortgang: true, termijnen: true } })
  await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: false, termijnen: true } })
  await set('ander@mail.test')
  expect(await find()).toMatchObject({ voorkeuren: { voortgang: false, termijnen: true } })
})

test('a choice of mail is recorded with actor and burger; an unchanged choice is not', async () => {
  await set()
  await ctx.db.auditregel.deleteMany()
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990536')
  const voorkeuren = { voortgang: false, termijnen: true }
  for (const _ of [1, 2]) await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId, voorkeuren })
  const recorded = await ctx.db.auditregel.findMany()
  expect(recorded).toMatchObject([{ handeling: 'voorkeuren_wijzigen', actor: gemachtigdeId, namens: burgerId }])
})

test('setting, confirming and removing an address are recorded; acts without effect are not', async () => {
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
