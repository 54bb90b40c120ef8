import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { FOUTCODES, foutWatNu } from '../abonnement/foutsoorten.ts'
import { addAbonnement as addRow } from '../bezorging/test-abonnement.ts'
import { createZaaksysteemContext } from '../context.ts'
import type { MeldingSoort, Prisma } from '../generated/client.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { mailMeldingen } from './mail-meldingen.ts'

const HOUR_MS = 60 * 60 * 1000
const BEHEERDER = 'beheer@gemeente.test'
const CONTACT = 'webhooks@portaal.test'
let now: Date
let refuse: (address: string) => boolean

const smtp = await startTestSmtp({ refuse: (address) => refuse(address) })
const env = {
  ZAAKSYSTEEM_SMTP_URL: smtp.url,
  ZAAKSYSTEEM_MAIL_FROM: 'zaaksysteem@gemeente.test',
  ZAAKSYSTEEM_BEHEERDER_MAIL: BEHEERDER,
}
const ctx = await createTestZaaksysteem({ clock: () => now, env })
beforeEach(() => {
  now = new Date('2026-11-25T09:00:00Z')
  refuse = () => false
})
afterEach(async () => {
  smtp.received.length = 0
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  await smtp.close()
  await ctx.close()
})

const pass = (hours: number) => {
  now = new Date(now.getTime() + hours * HOUR_MS)
}
const addAbonnement = (data: Partial<Prisma.AbonnementUncheckedCreateInput> = {}) =>
  addRow(ctx, { sink: 'https://portaal.test/webhook?geheim=s3cret', contact: CONTACT, ...data })
const meld = (abonnementId: string, soort: MeldingSoort, gegeven = '') =>
  ctx.db.melding.create({ data: { abonnementId, soort, gegeven, aangemaaktOp: now } })
const subjects = () => smtp.received.map(({ subject }) => subject)

const FALEND = 'Berichten komen niet aan bij portaal.test'
const UITGESCHAKELD = 'Abonnement uitgeschakeld: portaal.test krijgt geen berichten meer'
const MISLUKT = 'Niet alle berichten zijn aangekomen bij portaal.test'

test('contact and beheerder get one mail that says what happens, since when, why, and what to do', async () => {
  const falendSinds = new Date('2026-11-22T20:00:00Z')
  const laatsteFoutOp = new Date('2026-11-25T08:50:00Z')
  const id = await addAbonnement({ falendSinds, laatsteFoutsoort: 'timeout', laatsteFoutOp })
  await meld(id, 'falend', '50')
  await mailMeldingen(ctx)
  expect(smtp.received).toMatchObject([{ to: [CONTACT, BEHEERDER], subject: FALEND }])
  const [{ raw = '', body = '' } = {}] = smtp.received
  expect(raw).toContain('From: zaaksysteem@gemeente.test')
  expect(body).toBe(`Het zaaksysteem stuurt berichten over zaken naar portaal.test.

Sinds 22 november 2026 om 21:00 komt geen enkel bericht aan. Lukt het niet vóór 27 november 2026 om 21:00, dan schakelt het zaaksysteem dit abonnement uit.

De laatste fout was op 25 november 2026 om 09:50 (timeout). De ontvanger antwoordt niet binnen 15 seconden. Vraag of die eerst wil antwoorden en daarna wil verwerken.

Wat kunt u doen?
1. Vraag de beheerder van portaal.test om de oorzaak weg te nemen.
2. Kies daarna bij het abonnement "Herstel". Dan komt alles wat niet aankwam alsnog.

Het abonnement, met elke poging:
http://localhost:3000/balie/abonnementen/${id}
`)
})

test.each([
  ['no_consent', 'Toestemming vragen lukte niet bij portaal.test', 'Het abonnement blijft zoals het was.'],
  ['other_origin', 'Toestemming ingetrokken: portaal.test krijgt geen berichten meer', 'De ontvanger trok die in.'],
])('a later handshake that fails with %s is mailed', async (foutcode, subject, sentence) => {
  await meld(await addAbonnement(), 'handshake', foutcode)
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([subject])
  expect(smtp.received[0]?.body).toContain(sentence)
  expect(smtp.received[0]?.body).toContain('"Vraag opnieuw toestemming".')
})

test('the mail about an expiring client certificate says what to do, and nothing else', async () => {
  const id = await addAbonnement()
  await meld(id, 'clientcertificate', '2026-12-25T09:00:00Z')
  await mailMeldingen(ctx)
  expect(subjects()).toEqual(['Clientcertificaat voor portaal.test verloopt bijna'])
  const { body = '' } = smtp.received[0] ?? {}
  expect(body).toContain('is geldig tot 25 december 2026 om 10:00. Daarna komt er waarschijnlijk niets meer aan.')
  expect(body).toContain('1. Vraag een nieuw clientcertificaat aan.')
  expect(body).not.toContain('oorzaak')
  now = new Date('2026-12-25T09:00:00Z')
  await meld(id, 'clientcertificate', '2026-12-25T09:00:00Z')
  await mailMeldingen(ctx)
  expect(subjects()[1]).toBe('Clientcertificaat voor portaal.test is verlopen')
})

test.each(FOUTCODES)('the mail explains %s in a sentence', async (code) => {
  const laatsteFoutOp = new Date('2026-11-25T08:50:00Z')
  await meld(await addAbonnement({ laatsteFoutsoort: code, laatsteFoutOp }), 'handshake', code)
  await mailMeldingen(ctx)
  const sentence = foutWatNu(code)
  expect(sentence).not.toContain(code)
  expect(smtp.received[0]?.body.split(sentence)).toHaveLength(code === 'other_origin' ? 2 : 3)
})

test('a withdrawn toestemming is mailed within 24 hours of another mail', async () => {
  const id = await addAbonnement()
  await meld(id, 'handshake', 'no_consent')
  await mailMeldingen(ctx)
  await meld(id, 'handshake', 'http_5xx')
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(1)
  await meld(id, 'handshake', 'other_origin')
  await mailMeldingen(ctx)
  expect(subjects()[1]).toBe('Toestemming ingetrokken: portaal.test krijgt geen berichten meer')
})

test.each([
  ['gone', 'De ontvanger liet weten dat dit adres niet meer bestaat.'],
  ['failing', 'In de 5 dagen ervoor kwam geen enkel bericht aan (vanaf 20 november 2026 om 10:00).'],
])('the mail about uitgeschakeld by %s gives the reason', async (statusreden, sentence) => {
  const id = await addAbonnement({ status: 'uitgeschakeld', falendSinds: new Date('2026-11-20T09:00:00Z') })
  await meld(id, 'uitgeschakeld', statusreden)
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([UITGESCHAKELD])
  expect(smtp.received[0]?.body).toContain(sentence)
  expect(smtp.received[0]?.body).toContain('"Vraag opnieuw toestemming" en "Herstel"')
})

test('all meldingen of an abonnement go in one mail, and the next mail waits for 24 hours', async () => {
  const id = await addAbonnement()
  await meld(id, 'falend', '50')
  await meld(id, 'mislukt', 'an-event-id')
  await mailMeldingen(ctx)
  await meld(id, 'mislukt', 'another-event-id')
  pass(23.9)
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([FALEND])
  pass(0.1)
  await mailMeldingen(ctx)
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([FALEND, MISLUKT])
  for (const { raw } of smtp.received) expect(raw).not.toMatch(/event-id|s3cret/)
})

test('each abonnement has its own 24 hours', async () => {
  for (const host of ['a.test', 'b.test']) await meld(await addAbonnement({ sink: `https://${host}/` }), 'mislukt')
  await mailMeldingen(ctx)
  expect(subjects().toSorted()).toEqual(['a.test', 'b.test'].map((host) => MISLUKT.replace('portaal.test', host)))
})

test('the first melding uitgeschakeld does not wait for the 24 hours, and a second one does', async () => {
  const id = await addAbonnement()
  await meld(id, 'falend', '90')
  await mailMeldingen(ctx)
  pass(12)
  await meld(id, 'uitgeschakeld', 'failing')
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([FALEND, UITGESCHAKELD])
  pass(1)
  await meld(id, 'uitgeschakeld', 'gone')
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(2)
  pass(23)
  await mailMeldingen(ctx)
  expect(subjects()).toEqual([FALEND, UITGESCHAKELD, UITGESCHAKELD])
})

test('two workers send one mail', async () => {
  await meld(await addAbonnement(), 'mislukt')
  const other = createZaaksysteemContext(ctx.env, { clock: () => now, log: ctx.log })
  await Promise.all([mailMeldingen(ctx), mailMeldingen(other), mailMeldingen(ctx), mailMeldingen(other)])
  expect(smtp.received).toHaveLength(1)
  await other.close()
})

test('a mail is retried later when the server refuses it or is away', async () => {
  await meld(await addAbonnement(), 'mislukt')
  refuse = () => true
  await mailMeldingen(ctx)
  await mailMeldingen({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: 'smtp://127.0.0.1:1' } })
  expect(smtp.received).toHaveLength(0)
  refuse = () => false
  await mailMeldingen(ctx)
  expect(smtp.received).toHaveLength(1)
})

test('a refused mail of one abonnement does not delay those of others', async () => {
  await meld(await addAbonnement({ contact: 'weg@portaal.test' }), 'mislukt')
  await meld(await addAbonnement({ sink: 'https://ander.test/', contact: 'hier@ander.test' }), 'mislukt')
  refuse = (address) => address !== 'hier@ander.test'
  await mailMeldingen(ctx)
  expect(smtp.received.map(({ to }) => to)).toEqual([['hier@ander.test']])
})

test.each([
  'x@portaal.test\r\nBcc: ander@elders.test',
  'x@portaal.test, ander@elders.test',
  '"x" <ander@elders.test>',
  'x@portaal.test>\r\nRCPT TO:<ander@elders.test',
])('the contact %j adds no other recipient and no header', async (contact) => {
  await meld(await addAbonnement({ contact, naam: 'x\r\nBcc: ander@elders.test' }), 'mislukt')
  await mailMeldingen(ctx)
  const [{ to, raw } = { to: [], raw: '' }] = smtp.received
  expect(to).toContain(BEHEERDER)
  expect(to).not.toContain('ander@elders.test')
  expect(raw).not.toMatch(/^Bcc:/im)
})

test('without a mail server nothing is sent, and nothing is stored as sent', async () => {
  await meld(await addAbonnement(), 'mislukt')
  await mailMeldingen({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: undefined } })
  expect(await ctx.db.melding.findMany()).toMatchObject([{ gemaildOp: null }])
})
