import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { createZaaksysteemContext } from '../context.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { mailSignaleringen } from './mail-signaleringen.ts'
import { findMailvoorkeur, setMailvoorkeur } from './mailvoorkeur.ts'
import { markSignaleringenGezien } from './mark-signaleringen-gezien.ts'
import { signaleerTermijnen } from './raise-signaleringen.ts'

const MIJN = 'f.elamrani@gemeente.test'
let now: Date
let refuse: (address: string) => boolean
let behandelaarId: string

const smtp = await startTestSmtp({ refuse: (address) => refuse(address) })
const env = {
  ZAAKSYSTEEM_SMTP_URL: smtp.url,
  ZAAKSYSTEEM_MAIL_FROM: 'zaaksysteem@gemeente.test',
  ZAAKSYSTEEM_BEHEERDER_MAIL: 'beheer@gemeente.test',
}
const ctx = await createTestZaaksysteem({ clock: () => now, env })
beforeEach(async () => {
  now = new Date('2026-11-26T09:00:00Z')
  refuse = () => false
  behandelaarId = await behandelaar()
})
afterEach(async () => {
  smtp.received.length = 0
  await ctx.db.zaak.deleteMany()
})
afterAll(async () => {
  await smtp.close()
  await ctx.close()
})

async function behandelaar(email: string | null = MIJN, aan = true): Promise<string> {
  const data = { subject: crypto.randomUUID(), naam: 'F. El Amrani', team: '', rollen: ['lezer'], email }
  const { id } = await ctx.db.behandelaar.create({ data })
  await setMailvoorkeur(ctx, { behandelaarId: id, aan })
  return id
}

/** Makes a signalering for a behandelaar, about a zaak of that behandelaar. */
async function signaleer(of = behandelaarId) {
  const { id, identificatie } = await registerTestZaak(ctx)
  await ctx.db.zaak.update({ where: { id }, data: { behandelaarId: of } })
  const told = { behandelaarId: of, zaakId: id, gegeven: '1', aangemaaktOp: now }
  await ctx.db.signalering.create({ data: { ...told, soort: 'toegewezen' } })
  return { id, identificatie }
}

const subjects = () => smtp.received.map(({ subject }) => subject)

test('all new signaleringen go in one mail, with zaaknummers and links, and nothing about the citizen', async () => {
  const [een, twee] = [await signaleer(), await signaleer()]
  await ctx.db.zaak.update({ where: { id: twee.id }, data: { uiterlijkeEinddatum: new Date('2026-11-27') } })
  now = new Date(now.getTime() + 1)
  await signaleerTermijnen(ctx)
  await mailSignaleringen(ctx)
  await mailSignaleringen(ctx)
  expect(smtp.received).toMatchObject([{ to: [MIJN], subject: '3 nieuwe signaleringen' }])
  const [{ raw = '', body = '' } = {}] = smtp.received
  const alineas = body.trim().split('\n\n')
  expect(alineas.slice(0, 2).sort()).toEqual(
    [een, twee]
      .map(({ id, identificatie }) => [
        `${identificatie}: de zaak is aan u toegewezen.`,
        `http://localhost:3000/balie/zaken/${id}`,
      ])
      .map((lines) => lines.join('\n'))
      .sort(),
  )
  expect(alineas.slice(2)).toEqual([
    `${twee.identificatie}: nog 1 dag tot de fatale datum.\nhttp://localhost:3000/balie/zaken/${twee.id}`,
    'Al uw signaleringen. Daar zet u deze e-mail ook uit:\nhttp://localhost:3000/balie/signaleringen',
  ])
  expect(raw).not.toMatch(/Vries|999990342|vis/i)
})

test('a behandelaar without the preference, without an address or without unseen signaleringen gets no mail', async () => {
  await signaleer(await behandelaar('uit@gemeente.test', false))
  await signaleer(await behandelaar(null))
  const { id: zaakId } = await signaleer()
  await markSignaleringenGezien(ctx, { behandelaarId, of: { zaakId } })
  await mailSignaleringen(ctx)
  expect(subjects()).toEqual([])
})

test('a signalering that no longer holds is not mailed', async () => {
  const { id } = await signaleer()
  await ctx.db.zaak.update({ where: { id }, data: { behandelaarId: null } })
  await mailSignaleringen(ctx)
  expect(subjects()).toEqual([])
})

test('two workers send one mail', async () => {
  await signaleer()
  const other = createZaaksysteemContext(ctx.env, { clock: () => now, log: ctx.log })
  await Promise.all([
    mailSignaleringen(ctx),
    mailSignaleringen(other),
    mailSignaleringen(ctx),
    mailSignaleringen(other),
  ])
  expect(subjects()).toEqual(['1 nieuwe signalering'])
  await other.close()
})

test('a mail is retried later when the server refuses it or is away, without what was seen by then', async () => {
  await signaleer()
  const { id: zaakId } = await signaleer()
  refuse = () => true
  await mailSignaleringen(ctx)
  await mailSignaleringen({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: 'smtp://127.0.0.1:1' } })
  expect(await ctx.db.signalering.count({ where: { gemaildOp: null } })).toBe(2)
  refuse = () => false
  await markSignaleringenGezien(ctx, { behandelaarId, of: { zaakId } })
  await mailSignaleringen(ctx)
  expect(subjects()).toEqual(['1 nieuwe signalering'])
})

test('a refused mail of one behandelaar does not delay those of others', async () => {
  await signaleer(await behandelaar('weg@gemeente.test'))
  await signaleer()
  refuse = (address) => address === 'weg@gemeente.test'
  await mailSignaleringen(ctx)
  expect(smtp.received.map(({ to }) => to)).toEqual([[MIJN]])
})

test('a mail server that dies right after accepting a mail does not get it again', async () => {
  const dying = await startTestSmtp({ dieAfterMail: true })
  await signaleer()
  await mailSignaleringen({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: dying.url } })
  expect(dying.received).toHaveLength(1)
  await dying.close()
  await mailSignaleringen(ctx)
  expect(subjects()).toEqual([])
})

test('without a mail server nothing is sent, and nothing is stored as sent', async () => {
  await signaleer()
  await mailSignaleringen({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: undefined } })
  expect(await ctx.db.signalering.findMany()).toMatchObject([{ gemaildOp: null }])
})

test('mail can be chosen only with a mail server and an address', async () => {
  await setMailvoorkeur(ctx, { behandelaarId, aan: false })
  expect(await findMailvoorkeur(ctx, behandelaarId)).toEqual({ mogelijk: true, email: MIJN, aan: false })
  const none = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_SMTP_URL: undefined } }
  expect(await findMailvoorkeur(none, behandelaarId)).toEqual({ mogelijk: false, reden: 'geen_mailserver' })
  const nowhere = await behandelaar(null)
  expect(await findMailvoorkeur(ctx, nowhere)).toEqual({ mogelijk: false, reden: 'geen_adres' })
})

test('nothing is mailed about a zaak that the behandelaar may no longer read', async () => {
  const [weg, vertrouwelijk] = [await signaleer(), await signaleer()]
  await ctx.db.zaak.update({ where: { id: vertrouwelijk.id }, data: { vertrouwelijk: true } })
  await ctx.db.behandelaar.update({ where: { id: behandelaarId }, data: { rollen: ['lezer:Omgeving'] } })
  await mailSignaleringen(ctx)
  expect(smtp.received).toEqual([])
  await ctx.db.behandelaar.update({ where: { id: behandelaarId }, data: { rollen: ['lezer'] } })
  await mailSignaleringen(ctx)
  expect(smtp.received).toMatchObject([{ subject: '1 nieuwe signalering' }])
  expect(smtp.received[0]?.body).toContain(weg.identificatie)
})
