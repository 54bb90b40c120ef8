import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestSmtp, type TestSmtp, type Verdict } from '#lib/platform/mail/test-smtp.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { removeZaken } from '../sync/remove-zaken.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak, withRows } from '../test-zaak.ts'
import { isAdresGeweigerd } from './emailadres/find-emailadres.ts'
import { removeEmailadres } from './emailadres/remove-emailadres.ts'
import { setEmailadres } from './emailadres/set-emailadres.ts'
import { setMailvoorkeuren } from './emailadres/set-mailvoorkeuren.ts'
import { verifyEmailadres } from './emailadres/verify-emailadres.ts'
import { sendMails } from './send-mails.ts'
import { addBurgerWithAdres, mailEnv, tokenIn } from './test-mail.ts'

const START = new Date('2026-11-25T10:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BSN = '999990342'
const ADRES = 'inwoner@mail.test'
let now: Date
let lines: string[]
let onRcpt: (address: string) => Verdict
let onMail: () => Verdict
let smtp: TestSmtp
let ctx: TestPublieksportaal

beforeAll(async () => {
  smtp = await startTestSmtp({ onRcpt: (address) => onRcpt(address), onMail: () => onMail() })
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
  ctx = await createTestPublieksportaal({ clock: () => now, log, env: mailEnv(smtp) })
})
beforeEach(async () => {
  now = START
  lines = []
  onRcpt = () => undefined
  onMail = () => undefined
  await ctx.db.burger.deleteMany()
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: ADRES })
  smtp.received.length = 0
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await ctx.close()
  await smtp.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
/** In the middle of the jitter, so exactly on schedule. */
const send = (options = {}) => sendMails(ctx, { random: () => 0.5, ...options })
const waiting = () => ctx.db.uitgaandeMail.findMany({ orderBy: { aangemaaktOp: 'asc' } })
const bewijzen = async () =>
  (await ctx.db.bewijs.findMany({ orderBy: { id: 'asc' } })).map(({ gebeurtenisId, soort }) => [gebeurtenisId, soort])
const messageIds = () => smtp.received.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1])

let sequence = 0
async function change(zaakId: string, oudeStatus: string, nieuweStatus: string, versie: number) {
  const event = statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence: ++sequence, volledigeversie: versie })
  expect(await deliver(ctx, event)).toBe('changed')
  return event.id
}

/** A zaak from before the portal, so that nothing of it is news yet. */
async function knownZaak() {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak, { alreadySeen: true })
  return zaak
}

test('a change is mailed after the time in which others may join it, once, and reported', async () => {
  const { uuid, identificatie } = await knownZaak()
  const eventId = await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2.9 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  pass(0.1 * MINUTE)
  await send()
  await send()
  expect(smtp.received).toMatchObject([{ to: [ADRES], subject: 'Er is nieuws over uw zaak bij Gemeente Voorbeeld' }])
  const [{ raw = '', body = '', html = '' } = {}] = smtp.received
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
  expect(lines).toEqual([])
})

test('several changes within that time are one mail, which is not put off by them', async () => {
  const { uuid } = await knownZaak()
  const first = await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2 * MINUTE)
  const second = await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  pass(MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]?.body).toMatch(/IN_BEHANDELING[\s\S]*BESLUIT_GENOMEN/)
  expect(await bewijzen()).toEqual([
    [first, 'gemaild'],
    [second, 'gemaild'],
  ])
})

test('no mail holds what is said of a person or by a behandelaar', async () => {
  const zaak = testZaak({ bsn: BSN, toelichting: 'Uw buurman Jansen klaagde.' })
  await storeZaak(ctx, zaak)
  pass(3 * MINUTE)
  await send()
  expect(smtp.received[0]?.body).toContain('Wij beslissen uiterlijk dinsdag 5 januari 2027.')
  expect(smtp.received[0]?.raw).not.toMatch(/Jansen|Dakkapel|999990342/)
})

test('the receipt says on which day the aanvraag was received, also when it was registered later', async () => {
  await storeZaak(ctx, { ...testZaak({ bsn: BSN }), startdatum: '2026-11-06' })
  pass(3 * MINUTE)
  await send()
  expect(smtp.received[0]?.body).toContain(
    'Wij hebben uw aanvraag ontvangen op vrijdag 6 november 2026. Dit is uw bewijs van ontvangst.',
  )
  expect(smtp.received[0]?.body).not.toContain('Dit was op')
})

test('a correctie replaces a mail that still waits; when nothing is left to tell, none goes', async () => {
  const zaak = await knownZaak()
  const wrong = withRows(zaak, { statuscode: 'besluit_genomen' })
  await storeZaak(ctx, wrong)
  const right = withRows(wrong, { soort: 'correctie', statuscode: 'ontvangen' })
  await storeZaak(ctx, right)
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  expect(await waiting()).toEqual([])
  const ids = right.statussen.slice(1).map(({ gebeurtenisId }) => gebeurtenisId)
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'mail_vervangen']).toSorted())
})

test('a correctie of what was mailed says that it was not right', async () => {
  const wrong = withRows(await knownZaak(), { statuscode: 'besluit_genomen' })
  await storeZaak(ctx, wrong)
  pass(3 * MINUTE)
  await send()
  await storeZaak(ctx, withRows(wrong, { soort: 'correctie', statuscode: 'ontvangen' }))
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toHaveLength(2)
  expect(smtp.received[1]?.body).toContain('Wij hebben u eerder iets gemeld dat niet klopte.')
})

test('a status that our copy of the zaaktype lacks is mailed in words that promise nothing', async () => {
  const { uuid } = await knownZaak()
  const eventId = await change(uuid, 'ontvangen', 'unknown_here', 2)
  pass(3 * MINUTE)
  await send()
  const [{ body = '' } = {}] = smtp.received
  expect(body).toContain('UW ZAAK IS GEWIJZIGD')
  expect(body).toContain('Wij kunnen u nog niet laten zien wat. Kijk later nog eens, of bel ons.')
  expect(body).toContain('Log in om te zien of u iets moet doen.')
  expect(body).not.toMatch(/uiterlijk|U hoeft nu niets/)
  expect(await bewijzen()).toEqual([[eventId, 'gemaild']])
  expect(lines).toEqual([])
})

test('a note of the behandelaar is mentioned, and a verlenging says both dates as the page does', async () => {
  const zaak = await knownZaak()
  const row = { soort: 'verlenging', statustoelichting: 'Jansen', uiterlijkeEinddatumAfdoening: '2027-02-16' } as const
  await storeZaak(ctx, { ...withRows(zaak, row), uiterlijkeEinddatumAfdoening: '2027-02-16' })
  pass(3 * MINUTE)
  await send()
  const words = smtp.received[0]?.body.replaceAll(/\s+/g, ' ')
  expect(words).toContain('U hoort uiterlijk dinsdag 16 februari 2027 van ons. Dat was dinsdag 5 januari 2027.')
  expect(words).toContain('Wij schreven er iets bij. Dat leest u bij uw zaak.')
  expect(words).not.toContain('Jansen')
})

test('an aanvullingsverzoek says what to do and until when', async () => {
  const zaak = await knownZaak()
  await storeZaak(ctx, {
    ...withRows(zaak, { soort: 'aanvullingsverzoek' }),
    opschorting: { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' },
  })
  pass(3 * MINUTE)
  await send()
  expect(smtp.received[0]?.body).toContain('WIJ HEBBEN MEER INFORMATIE NODIG')
  expect(smtp.received[0]?.body).toContain('Stuur ons uiterlijk woensdag 9 december 2026 de informatie')
})

test('a step of which the citizen is not to be informed is not mailed, the end is', async () => {
  const zaak = await knownZaak()
  const quiet = structuredClone(zaak)
  for (const statustype of quiet.zaaktype.statustypen) statustype.informeren = false
  await storeZaak(ctx, withRows(quiet, { statuscode: 'in_behandeling' }))
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  expect([await waiting(), await bewijzen()]).toEqual([[], []])

  await storeZaak(ctx, withRows(quiet, { statuscode: 'in_behandeling' }, { statuscode: 'vergunning_verleend' }))
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
})

test('what the citizen chose not to be mailed about is not mailed, also when it waited already', async () => {
  const zaak = await knownZaak()
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  await storeZaak(ctx, withRows(zaak, { soort: 'verlenging' }))
  await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: true, termijnen: false } })
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  expect([await waiting(), await bewijzen()]).toEqual([[], []])

  await storeZaak(ctx, withRows(zaak, { soort: 'verlenging' }, { statuscode: 'in_behandeling' }))
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
})

test('while the zaak is still to be fetched its mail waits, for at most an hour', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  await ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, volgendePoging: new Date('2099-01-01') } })
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  pass(57 * MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
  await ctx.db.ophaalopdracht.deleteMany()
})

test('a decision waits for as long as the zaak is to be fetched: the last day to object comes with that', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'besluit_genomen', 2)
  await ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, volgendePoging: new Date('2099-01-01') } })
  pass(2 * DAY)
  await send()
  expect(smtp.received).toEqual([])
  await ctx.db.ophaalopdracht.deleteMany()
  pass(MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
})

test.each<[string, () => void]>([
  ['asks to come back', () => (onRcpt = () => '450 4.2.0 Later')],
  ['does not want our mail', () => (onRcpt = () => '550 5.7.1 Policy')],
  ['hangs up', () => (onRcpt = () => 'death')],
])('while the mail server %s, the mail waits longer each time and takes in what happens', async (_, refuse) => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  refuse()
  for (const minutes of [1, 2, 4]) {
    await send()
    expect(await waiting()).toMatchObject([
      { totVersie: null, volgendePoging: new Date(now.getTime() + minutes * MINUTE) },
    ])
    pass(minutes * MINUTE)
  }
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  onRcpt = () => undefined
  await send()
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]?.body).toContain('BESLUIT_GENOMEN')
  expect(await bewijzen()).toHaveLength(2)
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
})

test('what happens while a mail is on its way goes in the next one', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  let later: Promise<string> | undefined
  onRcpt = () => {
    later ??= change(uuid, 'in_behandeling', 'besluit_genomen', 3)
    return undefined
  }
  await send()
  await later
  expect(smtp.received[0]?.body).not.toContain('BESLUIT_GENOMEN')
  pass(3 * MINUTE)
  await send()
  expect(smtp.received[1]?.body).toContain('BESLUIT_GENOMEN')
  expect(smtp.received[1]?.body).not.toContain('IN_BEHANDELING')
})

test('changes that are committed while mails are claimed are each told, and once', async () => {
  const { uuid } = await knownZaak()
  const ids: string[] = []
  let isDone = false
  async function goOn() {
    const codes = ['ontvangen', 'in_behandeling']
    for (let versie = 2; versie <= 41; versie++) {
      ids.push(await change(uuid, codes[versie % 2] as string, codes[(versie + 1) % 2] as string, versie))
      await ctx.db.uitgaandeMail.updateMany({ where: { totVersie: null }, data: { volgendePoging: now } })
    }
    isDone = true
  }
  async function mailAll() {
    while (!isDone) await send()
  }
  await Promise.all([goOn(), mailAll(), mailAll()])
  await send()
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'gemaild']).toSorted())
  expect(smtp.received.length).toBeGreaterThan(1)
  expect(smtp.received.flatMap(({ body }) => body.match(/^(?:ONTVANGEN|IN_BEHANDELING)$/gm))).toHaveLength(ids.length)
  expect(await waiting()).toEqual([])
})

test('a mailbox that does not exist marks the address, and all that was to be mailed to it is reported', async () => {
  const [een, twee] = [await knownZaak(), await knownZaak()]
  const ids = [
    await change(een.uuid, 'ontvangen', 'in_behandeling', 2),
    await change(twee.uuid, 'ontvangen', 'in_behandeling', 2),
  ]
  pass(3 * MINUTE)
  onRcpt = () => '550 5.1.1 No such user'
  const refusedOp = now
  await send()
  expect(await waiting()).toEqual([])
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: refusedOp, geweigerdCode: '550 5.1.1' })
  onRcpt = () => undefined
  pass(DAY)
  ids.push(await change(een.uuid, 'in_behandeling', 'besluit_genomen', 3))
  pass(3 * MINUTE)
  await send()
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'mail_geweigerd']).toSorted())
  expect([await waiting(), smtp.received]).toEqual([[], []])
  expect(lines.join()).not.toContain(ADRES)
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  expect(await isAdresGeweigerd(ctx, { burgerId })).toBe(true)
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'nieuw@mail.test' })
  expect(await isAdresGeweigerd(ctx, { burgerId })).toBe(false)
})

test('of an address that takes no mail only that is reported which would have been mailed', async () => {
  const [quiet, loud] = [await knownZaak(), await knownZaak()]
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  await setMailvoorkeuren(ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: false, termijnen: true } })
  await change(quiet.uuid, 'ontvangen', 'in_behandeling', 2)
  const decided = await change(loud.uuid, 'ontvangen', 'besluit_genomen', 2)
  pass(3 * MINUTE)
  onRcpt = () => '550 5.1.1 No such user'
  await send()
  expect([await waiting(), await bewijzen()]).toEqual([[], [[decided, 'mail_geweigerd']]])
})

test('an address that is put off for three days counts as refused', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onRcpt = () => '450 4.2.0 Later'
  pass(3 * MINUTE)
  await send()
  pass(3 * DAY - MINUTE)
  await send()
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
  pass(HOUR)
  await send()
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdCode: '450 4.2.0' })
  expect(await waiting()).toEqual([])
})

test.each<[string, () => Promise<void>]>([
  ['the portal itself', async () => {}],
  [
    'the mail server, although it put the mail off before it',
    async () => {
      await send()
      pass(MINUTE)
      onRcpt = () => '421 4.3.2 Closing'
      await send()
      onRcpt = () => '451 4.7.1 Greylisted'
    },
  ],
])('an address that is put off after an outage of days of %s is not refused', async (_, begin) => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onRcpt = () => '451 4.7.1 Greylisted'
  pass(3 * MINUTE)
  await begin()
  pass(4 * DAY)
  await send()
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
  onRcpt = () => undefined
  pass(HOUR)
  await send()
  expect(smtp.received).toHaveLength(1)
})

test('what failed for the address before does not count against a new one', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onRcpt = () => '450 4.2.0 Later'
  pass(3 * MINUTE)
  await send()
  pass(4 * DAY)
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'nieuw@mail.test' })
  await send()
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
  expect(await waiting()).toHaveLength(1)
})

test('a mail that may have arrived is sent again as it was, with its Message-ID, and the log says so', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  onMail = () => 'death'
  await send()
  const [mail] = await waiting()
  expect(mail).toMatchObject({ totVersie: 2, volgendePoging: new Date(now.getTime() + 30 * MINUTE) })
  onMail = () => undefined
  lines = []
  pass(30 * MINUTE)
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  await send()
  const [first, second] = messageIds()
  expect(smtp.received).toHaveLength(2)
  expect(second).toBe(first)
  expect(smtp.received[1]?.body).toBe(smtp.received[0]?.body)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ objectId: mail?.id, zaakId: uuid }])
  pass(3 * MINUTE)
  await send()
  expect(smtp.received[2]?.body).toContain('BESLUIT_GENOMEN')
})

test('a link that may have arrived is sent again with its Message-ID, and the log says so', async () => {
  onMail = () => 'death'
  await giveAdres('nieuw@mail.test')
  lines = []
  onMail = () => undefined
  pass(30 * MINUTE)
  await send()
  const [first, second] = messageIds()
  expect(smtp.received).toHaveLength(2)
  expect(second).toBe(first)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: expect.stringContaining('may have arrived') }])
})

test('one of which that never becomes known is given up after three days, and the address is not to blame', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onMail = () => 'death'
  pass(3 * MINUTE)
  await send()
  pass(3 * DAY)
  await send()
  expect([await waiting(), await bewijzen()]).toEqual([[], []])
  expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
})

test.each([
  ['takes none of ours', '550 5.7.1 Policy'],
  ['is away', '421 4.3.2 Closing'],
])(
  'a mail that the mail server does not take for three days because it %s is reported, and the address is not to blame',
  async (_, reply) => {
    const { uuid } = await knownZaak()
    const eventId = await change(uuid, 'ontvangen', 'in_behandeling', 2)
    onRcpt = () => reply
    pass(3 * MINUTE)
    await send()
    pass(3 * DAY - MINUTE)
    await send()
    expect([await waiting(), await bewijzen()]).toMatchObject([[{ zaakId: uuid }], []])
    pass(HOUR)
    await send()
    expect([await waiting(), await bewijzen()]).toEqual([[], [[eventId, 'mail_geweigerd']]])
    expect(await ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
  },
)

test('a slow address holds up no other', async () => {
  await addBurgerWithAdres(ctx, { bsn: '999990019', adres: 'ander@mail.test' })
  for (const bsn of [BSN, '999990019']) {
    const zaak = testZaak({ bsn })
    await storeZaak(ctx, zaak)
  }
  pass(3 * MINUTE)
  const silent = Promise.withResolvers<void>()
  onRcpt = (address) => {
    if (address !== ADRES) return undefined
    silent.resolve()
    return 'silence'
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const sending = send()
  await silent.promise
  await expect.poll(() => smtp.received).toMatchObject([{ to: ['ander@mail.test'] }])
  vi.advanceTimersByTime(MINUTE)
  await sending
  expect(await waiting()).toMatchObject([{ totVersie: null, pogingen: 1 }])
})

async function giveAdres(adres: string) {
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres, taal: 'nl' })
  await send()
  return tokenIn(smtp.received.at(-1)?.body ?? '')
}

test('what happens before another address is confirmed is mailed there once it is', async () => {
  const { uuid } = await knownZaak()
  const token = await giveAdres('nieuw@mail.test')
  const eventId = await change(uuid, 'ontvangen', 'besluit_genomen', 2)
  pass(HOUR)
  await send()
  expect(await verifyEmailadres(ctx, { token })).toBe(true)
  pass(HOUR)
  await send()
  expect(smtp.received.map(({ to }) => to)).toEqual([['nieuw@mail.test'], ['nieuw@mail.test']])
  expect(smtp.received[1]?.body).toContain('BESLUIT_GENOMEN')
  expect(await bewijzen()).toEqual([[eventId, 'gemaild']])
})

test('what happens before an address that is not confirmed in time is reported', async () => {
  const { uuid } = await knownZaak()
  await giveAdres('nieuw@mail.test')
  const ids = [await change(uuid, 'ontvangen', 'in_behandeling', 2)]
  pass(DAY)
  await send()
  ids.push(await change(uuid, 'in_behandeling', 'besluit_genomen', 3))
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toHaveLength(1)
  expect([await waiting(), await bewijzen()]).toEqual([[], ids.map((id) => [id, 'mail_geweigerd'])])
})

test('without an address nothing is ordered, and without a mail server neither', async () => {
  const { uuid } = await knownZaak()
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  expect(await waiting()).toEqual([])
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: ADRES })
  const { PUBLIEKSPORTAAL_SMTP_URL: _, ...env } = ctx.env
  const event = { zaakId: uuid, oudeStatus: 'in_behandeling', nieuweStatus: 'besluit_genomen', sequence: ++sequence }
  expect(await deliver({ ...ctx, env }, statusGewijzigd({ ...event, volledigeversie: 3 }))).toBe('changed')
  expect(await waiting()).toEqual([])
})

test('a zaak that is removed takes the mails that wait along', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  const data = { event: 'zaak.verwijderd', zaakId: uuid, timestamp: '2026-11-25T10:00:00Z' }
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence: ++sequence })
  await deliver(ctx, { ...event, type: EVENT_TYPES.verwijdering, data })
  await removeZaken(ctx, [uuid])
  expect(await waiting()).toEqual([])
})

describe('a mail that cannot be made', () => {
  let zaakId: string
  let zaaktypeId: string
  const ids: string[] = []
  beforeEach(async () => {
    const { uuid, zaaktype } = await knownZaak()
    zaakId = uuid
    zaaktypeId = zaaktype.identificatie
    ids.splice(0, ids.length, await change(uuid, 'ontvangen', 'in_behandeling', 2))
    await ctx.pool.query(
      `insert into zaaktype (identificatie, versie, gegevens) values ('beschadigd', 1, '{ "statustypen": null }')
       on conflict do nothing`,
    )
    await ctx.db.zaak.update({ where: { id: zaakId }, data: { zaaktypeId: 'beschadigd' } })
    pass(3 * MINUTE)
  })

  test('waits, and holds up no other', async () => {
    const { uuid } = await knownZaak()
    await change(uuid, 'ontvangen', 'in_behandeling', 2)
    pass(3 * MINUTE)
    await send()
    expect(smtp.received).toHaveLength(1)
    expect(await waiting()).toMatchObject([{ zaakId, pogingen: 1 }])
    expect(lines).toHaveLength(1)
  })

  test('takes in what happens meanwhile, and does not count as one that may have arrived', async () => {
    await send()
    expect(await waiting()).toMatchObject([{ totVersie: null, volgendePoging: new Date(now.getTime() + MINUTE) }])
    lines = []
    await ctx.db.zaak.update({ where: { id: zaakId }, data: { zaaktypeId } })
    ids.push(await change(zaakId, 'in_behandeling', 'besluit_genomen', 3))
    pass(MINUTE)
    await send()
    expect(await bewijzen()).toEqual(ids.map((id) => [id, 'gemaild']))
    expect(lines).toEqual([])
  })

  test('is given up after three days and reported', async () => {
    await send()
    pass(3 * DAY)
    await send()
    expect([await waiting(), await bewijzen()]).toEqual([[], ids.map((id) => [id, 'mail_geweigerd'])])
  })
})

test('what is older than the portal is no news', async () => {
  await knownZaak()
  expect(await waiting()).toEqual([])
})

test('a zaak that went to another citizen is not mailed to the one before', async () => {
  const zaak = await knownZaak()
  await change(zaak.uuid, 'ontvangen', 'in_behandeling', 2)
  await storeZaak(ctx, { ...withRows(zaak, { statuscode: 'in_behandeling' }), initiator: { bsn: '999990044' } })
  pass(3 * MINUTE)
  await send()
  expect(smtp.received).toEqual([])
  expect(await waiting()).toEqual([])
})
