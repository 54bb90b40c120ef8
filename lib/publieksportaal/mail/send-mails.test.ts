import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { removeZaken } from '../sync/remove-zaken.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { testZaak, withRows } from '../test-zaak.ts'
import { setMailvoorkeuren } from './emailadres/emailadres.ts'
import { removeEmailadres } from './emailadres/forget-emailadres.ts'
import { verifyEmailadres } from './emailadres/verify-emailadres.ts'
import { addBurgerWithAdres, textOf } from './test-mail.ts'
import { ADRES, BSN, DAY, HOUR, MINUTE, mailingPortal } from './test-mailing.ts'

const at = mailingPortal()
const { pass, send, waiting, bewijzen, change, knownZaak, giveAdres } = at

test('a change is mailed once, after the time to gather others, and reported', async () => {
  const { uuid, identificatie } = await knownZaak()
  const eventId = await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2.9 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  pass(0.1 * MINUTE)
  await send()
  await send()
  expect(at.smtp.received).toMatchObject([
    { to: [ADRES], subject: 'Er is nieuws over uw aanvraag bij Gemeente Voorbeeld' },
  ])
  const [{ raw = '', body = '', html = '' } = {}] = at.smtp.received
  for (const form of [body, html]) {
    expect(form).toContain(identificatie)
    expect(form).toContain('Dit was op woensdag 25 november 2026.')
    expect(form).toContain('U hoeft nu niets te doen.')
    expect(form).toContain(`http://localhost:3000/mijn/zaken/${uuid}`)
    expect(form).toContain('14 012')
    expect(form).toContain('http://localhost:3000/mijn/afmelden?code=')
  }
  expect(raw).toMatch(/^List-Unsubscribe:\s+<http:\/\/localhost:3000\/api\/publieksportaal\/afmelden\/[\w-]{22}>\r$/m)
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(raw).toMatch(/^Content-Language: nl\r$/m)
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(await waiting()).toEqual([])
  expect(await bewijzen()).toEqual([[eventId, 'gemaild']])
  expect(at.lines).toEqual([])
})

test('changes within that time share one mail, and do not delay it', async () => {
  const { uuid } = await knownZaak()
  const first = await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2 * MINUTE)
  const second = await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  pass(MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
  expect(at.smtp.received[0]?.body).toMatch(/besluit_genomen\. Dit was[\s\S]*in_behandeling\. Dit was/)
  expect(await bewijzen()).toEqual([
    [first, 'gemaild'],
    [second, 'gemaild'],
  ])
})

test('a mail holds no personal data and no text of a behandelaar', async () => {
  const zaak = testZaak({ bsn: BSN, toelichting: 'Uw buurman Jansen klaagde.' })
  await storeZaak(at.ctx, zaak)
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received[0]?.body).toContain('Wij beslissen uiterlijk dinsdag 5 januari 2027.')
  expect(at.smtp.received[0]?.raw).not.toMatch(/Jansen|Dakkapel|999990342/)
})

test('the receipt names the day on which the aanvraag was received, also when it was registered later', async () => {
  await storeZaak(at.ctx, { ...testZaak({ bsn: BSN }), startdatum: '2026-11-06' })
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received[0]?.body).toContain(
    'Wij hebben uw aanvraag ontvangen op vrijdag 6 november 2026. Dit is uw bewijs van ontvangst.',
  )
  expect(at.smtp.received[0]?.body).not.toContain('Dit was op')
})

test('a correctie replaces a mail that still waits; when nothing is left to tell, none is sent', async () => {
  const zaak = await knownZaak()
  const wrong = withRows(zaak, { statuscode: 'besluit_genomen' })
  await storeZaak(at.ctx, wrong)
  const right = withRows(wrong, { soort: 'correctie', statuscode: 'ontvangen' })
  await storeZaak(at.ctx, right)
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  expect(await waiting()).toEqual([])
  const ids = right.statussen.slice(1).map(({ gebeurtenisId }) => gebeurtenisId)
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'mail_vervangen']).toSorted())
})

test('a correctie of a mailed change says that the change was wrong', async () => {
  const wrong = withRows(await knownZaak(), { statuscode: 'besluit_genomen' })
  await storeZaak(at.ctx, wrong)
  pass(3 * MINUTE)
  await send()
  await storeZaak(at.ctx, withRows(wrong, { soort: 'correctie', statuscode: 'ontvangen' }))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(2)
  expect(at.smtp.received[1]?.body).toContain('Wij hebben u eerder iets gemeld dat niet klopte.')
})

test('a status that our copy of the zaaktype lacks is mailed without promises', async () => {
  const { uuid } = await knownZaak()
  const eventId = await change(uuid, 'ontvangen', 'unknown_here', 2)
  pass(3 * MINUTE)
  await send()
  const [{ body = '' } = {}] = at.smtp.received
  expect(body).toContain('Uw zaak is gewijzigd.')
  expect(body).toContain('Wij kunnen u nog niet laten zien wat. Kijk later nog eens, of bel ons.')
  expect(body).toContain('Log in om te zien of u iets moet doen.')
  expect(body).not.toMatch(/uiterlijk|U hoeft nu niets/)
  expect(await bewijzen()).toEqual([[eventId, 'gemaild']])
  expect(at.lines).toEqual([])
})

test('a toelichting is mentioned, and a verlenging names both dates as the page does', async () => {
  const zaak = await knownZaak()
  const row = { soort: 'verlenging', statustoelichting: 'Jansen', uiterlijkeEinddatumAfdoening: '2027-02-16' } as const
  await storeZaak(at.ctx, { ...withRows(zaak, row), uiterlijkeEinddatumAfdoening: '2027-02-16' })
  pass(3 * MINUTE)
  await send()
  const words = at.smtp.received[0]?.body.replaceAll(/\s+/g, ' ')
  expect(words).toContain('U hoort uiterlijk dinsdag 16 februari 2027 van ons. Eerst was dat dinsdag 5 januari 2027.')
  expect(words).toContain('Wij schreven er iets bij. Dat leest u bij uw zaak.')
  expect(words).not.toContain('Jansen')
})

test('an aanvullingsverzoek says what to do and by when', async () => {
  const zaak = await knownZaak()
  await storeZaak(at.ctx, {
    ...withRows(zaak, { soort: 'aanvullingsverzoek' }),
    opschorting: { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' },
  })
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received[0]?.subject).toBe('U moet iets doen voor uw aanvraag bij Gemeente Voorbeeld')
  expect(at.smtp.received[0]?.body).toContain('Wij hebben meer informatie nodig.')
  expect(at.smtp.received[0]?.body).toContain('Stuur ons uiterlijk woensdag 9 december 2026 de informatie')
})

test('a step that the zaaktype marks as quiet is not mailed, the end is', async () => {
  const zaak = await knownZaak()
  const quiet = structuredClone(zaak)
  for (const statustype of quiet.zaaktype.statustypen) statustype.informeren = false
  await storeZaak(at.ctx, withRows(quiet, { statuscode: 'in_behandeling' }))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  expect([await waiting(), await bewijzen()]).toEqual([[], []])

  await storeZaak(at.ctx, withRows(quiet, { statuscode: 'in_behandeling' }, { statuscode: 'vergunning_verleend' }))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
})

test('a kind that the citizen switched off is not mailed, also when it waited already', async () => {
  const zaak = await knownZaak()
  const { id: burgerId } = await findOrCreateBurger(at.ctx, BSN)
  await storeZaak(at.ctx, withRows(zaak, { soort: 'verlenging' }))
  await setMailvoorkeuren(at.ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: true, termijnen: false } })
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  expect([await waiting(), await bewijzen()]).toEqual([[], []])

  await storeZaak(at.ctx, withRows(zaak, { soort: 'verlenging' }, { statuscode: 'in_behandeling' }))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
})

test('while a fetch of the zaak is due its mail waits, for at most an hour', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  await at.ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, volgendePoging: new Date('2099-01-01') } })
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  pass(57 * MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
  await at.ctx.db.ophaalopdracht.deleteMany()
})

const neutral = (uuid: string, sentence: string) => `Goedendag,

Er is nieuws over uw aanvraag.

${sentence}

Bekijk uw zaak:
http://localhost:3000/mijn/zaken/${uuid}

U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.

Heeft u een vraag? Bel 14 012.

U krijgt deze mail, omdat u in Mijn zaken om mail over uw zaken heeft gevraagd. Wilt u dat niet meer?
Geen mail meer: http://localhost:3000/mijn/afmelden?code=…`
const mailed = () => at.smtp.received.map((mail) => [mail.subject, textOf(mail)?.replace(/code=[\w-]{22}$/, 'code=…')])

test('the mail of a gevoelige zaak says that there is news, and whether there is a last day', async () => {
  const zaak = { ...testZaak({ bsn: BSN, toelichting: 'Uw been.' }), gevoelig: true }
  await storeZaak(at.ctx, zaak)
  pass(3 * MINUTE)
  await send()
  await storeZaak(at.ctx, {
    ...withRows(zaak, { soort: 'aanvullingsverzoek' }),
    opschorting: { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' },
  })
  pass(3 * MINUTE)
  await send()
  const subject = 'Er is nieuws over uw aanvraag bij Gemeente Voorbeeld'
  expect(mailed()).toEqual([
    [subject, neutral(zaak.uuid, 'Log in om te lezen wat er is gebeurd en of u iets moet doen.')],
    [
      subject,
      neutral(
        zaak.uuid,
        'Er is een laatste dag waarop u iets kunt doen. Log daarom op tijd in om te lezen wat er is gebeurd en of u iets moet doen.',
      ),
    ],
  ])
  for (const { raw } of at.smtp.received) expect(raw).not.toMatch(/Omgevingsvergunning|ZAAK-|december|\bbeen\b/i)
})

test('while a zaak may have become gevoelig its mail says only that there is news', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  await at.ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, volgendePoging: new Date('2099-01-01') } })
  pass(HOUR)
  await send()
  await at.ctx.db.ophaalopdracht.deleteMany()
  expect(mailed()[0]?.[1]).toBe(neutral(uuid, 'Log in om te lezen wat er is gebeurd en of u iets moet doen.'))
})

test('a decision waits until the zaak is fetched, which brings the last day to object', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'besluit_genomen', 2)
  await at.ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, volgendePoging: new Date('2099-01-01') } })
  pass(2 * DAY)
  await send()
  expect(at.smtp.received).toEqual([])
  await at.ctx.db.ophaalopdracht.deleteMany()
  pass(MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
})

test('changes during the delivery of a mail go in the next one', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  let later: Promise<string> | undefined
  at.onRcpt = () => {
    later ??= change(uuid, 'in_behandeling', 'besluit_genomen', 3)
    return undefined
  }
  await send()
  await later
  expect(at.smtp.received[0]?.body).not.toContain('besluit_genomen. Dit was')
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received[1]?.body).toContain('besluit_genomen. Dit was')
  expect(at.smtp.received[1]?.body).not.toContain('in_behandeling. Dit was')
})

test('changes that commit while mails are claimed are each mailed, and once', async () => {
  const { uuid } = await knownZaak()
  const ids: string[] = []
  let isDone = false
  async function goOn() {
    const codes = ['ontvangen', 'in_behandeling']
    for (let versie = 2; versie <= 41; versie++) {
      ids.push(await change(uuid, codes[versie % 2] as string, codes[(versie + 1) % 2] as string, versie))
      await at.ctx.db.uitgaandeMail.updateMany({ where: { totVersie: null }, data: { volgendePoging: at.now } })
    }
    isDone = true
  }
  async function mailAll() {
    while (!isDone) await send()
  }
  await Promise.all([goOn(), mailAll(), mailAll()])
  await send()
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'gemaild']).toSorted())
  expect(at.smtp.received.length).toBeGreaterThan(1)
  expect(at.smtp.received.flatMap(({ body }) => body.match(/^(?:ontvangen|in_behandeling)\. Dit was/gm))).toHaveLength(
    ids.length,
  )
  expect(await waiting()).toEqual([])
})

test('changes before a new address is confirmed are mailed to the working one', async () => {
  const { uuid } = await knownZaak()
  const token = await giveAdres('nieuw@mail.test')
  const ids = [await change(uuid, 'ontvangen', 'in_behandeling', 2)]
  pass(3 * MINUTE)
  at.smtp.received.length = 0
  await send()
  expect(await verifyEmailadres(at.ctx, { token })).toBe(true)
  ids.push(await change(uuid, 'in_behandeling', 'besluit_genomen', 3))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received.filter(({ subject }) => subject.includes('nieuws')).map(({ to }) => to)).toEqual([
    [ADRES],
    ['nieuw@mail.test'],
  ])
  expect(await bewijzen()).toEqual(ids.map((id) => [id, 'gemaild']))
})

test('changes before the first address is confirmed are mailed to it once it is', async () => {
  const { uuid } = await knownZaak()
  await forgetAdres()
  const token = await giveAdres('nieuw@mail.test')
  const eventId = await change(uuid, 'ontvangen', 'besluit_genomen', 2)
  pass(HOUR)
  await send()
  expect(await verifyEmailadres(at.ctx, { token })).toBe(true)
  pass(HOUR)
  await send()
  expect(at.smtp.received.map(({ to }) => to)).toEqual([['nieuw@mail.test'], ['nieuw@mail.test']])
  expect(at.smtp.received[1]?.body).toContain('besluit_genomen. Dit was')
  expect(await bewijzen()).toEqual([[eventId, 'gemaild']])
})

test('changes before an address that is not confirmed in time are reported', async () => {
  const { uuid } = await knownZaak()
  await forgetAdres()
  await giveAdres('nieuw@mail.test')
  const ids = [await change(uuid, 'ontvangen', 'in_behandeling', 2)]
  pass(DAY)
  await send()
  ids.push(await change(uuid, 'in_behandeling', 'besluit_genomen', 3))
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toHaveLength(1)
  expect([await waiting(), await bewijzen()]).toEqual([[], ids.map((id) => [id, 'mail_geweigerd'])])
})

async function forgetAdres() {
  const { id: burgerId } = await findOrCreateBurger(at.ctx, BSN)
  await removeEmailadres(at.ctx, { burgerId, gemachtigdeId: null })
}

test('nothing is ordered without an address, nor without a mail server', async () => {
  const { uuid } = await knownZaak()
  await forgetAdres()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  expect(await waiting()).toEqual([])
  await addBurgerWithAdres(at.ctx, { bsn: BSN, adres: ADRES })
  const { PUBLIEKSPORTAAL_SMTP_URL: _, ...env } = at.ctx.env
  const event = { zaakId: uuid, oudeStatus: 'in_behandeling', nieuweStatus: 'besluit_genomen', sequence: ++at.sequence }
  expect(await deliver({ ...at.ctx, env }, statusGewijzigd({ ...event, volledigeversie: 3 }))).toBe('changed')
  expect(await waiting()).toEqual([])
})

test('a removed zaak takes its waiting mails along', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  const data = { event: 'zaak.verwijderd', zaakId: uuid, timestamp: '2026-11-25T10:00:00Z' }
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence: ++at.sequence })
  await deliver(at.ctx, { ...event, type: EVENT_TYPES.verwijdering, data })
  await removeZaken(at.ctx, [uuid])
  expect(await waiting()).toEqual([])
})

test('changes from before the portal are not mailed', async () => {
  await knownZaak()
  expect(await waiting()).toEqual([])
})

test('a zaak that moved to another citizen is not mailed to the former one', async () => {
  const zaak = await knownZaak()
  await change(zaak.uuid, 'ontvangen', 'in_behandeling', 2)
  await storeZaak(at.ctx, { ...withRows(zaak, { statuscode: 'in_behandeling' }), initiator: { bsn: '999990044' } })
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received).toEqual([])
  expect(await waiting()).toEqual([])
})
