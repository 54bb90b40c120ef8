import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { reportAanvullingen } from '../inzending/submit-inzending.ts'
import { removeZaken } from '../sync/remove-zaken.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { HANDELINGEN, testZaak } from '../test-zaak.ts'
import { purge } from '../upkeep/purge.ts'
import type { ZaakGegevens } from '../zaak/zaak-van-burger.ts'
import { findAgenda, renewAgenda, setAgenda, stopAgenda, tokenHashOf } from './agenda-adres.ts'
import { findAgendaOfToken, readAgenda } from './handle-agenda.ts'
import { type ReadPunt, readIcs } from './test-ics.ts'

const BSN = '999990342'
const PROOF = { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' }
let now: Date
let ctx: TestPublieksportaal
let burgerId: string
let zaak: ZaakResource
beforeAll(async () => {
  ctx = await createTestPublieksportaal({ clock: () => now })
})
beforeEach(async () => {
  now = new Date('2026-11-25T10:00:00Z')
  await ctx.db.burger.deleteMany()
  await ctx.db.ontvangenGebeurtenis.deleteMany()
  burgerId = (await findOrCreateBurger(ctx, BSN)).id
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })
  zaak = testZaak({ bsn: BSN })
})
afterAll(() => ctx.close())

async function hashOf(id = burgerId): Promise<string> {
  const url = (await findAgenda(ctx, { burgerId: id }))?.url ?? ''
  return tokenHashOf(url.split('/').at(-1) as string) ?? expect.fail(url)
}

async function read(): Promise<{ text: string; punten: ReadPunt[] }> {
  const agenda = await findAgendaOfToken(ctx, await hashOf())
  const text = await readAgenda(ctx, agenda ?? expect.fail('no agenda'))
  return { text, punten: readIcs(text).punten }
}

/** Stores the zaak as the zaaksysteem would return it after another act. */
async function change(changes: Partial<ZaakResource>) {
  const versie = zaak.versie + 1
  const [first] = zaak.statussen
  if (!first) throw new Error('There is no status')
  const datumStatusGezet = `2026-11-${10 + versie}T12:00:00.000Z`
  const status = {
    ...first,
    versie,
    soort: 'verlenging' as const,
    datumStatusGezet,
    gebeurtenisId: crypto.randomUUID(),
  }
  zaak = { ...zaak, ...changes, versie, statussen: [...zaak.statussen, status] }
  await storeZaak(ctx, zaak)
}

const act = (name: string) => HANDELINGEN.find(([one]) => one === name)?.[1] ?? expect.fail(name)
const datums = async () => (await read()).punten.map(({ datum }) => datum)

test('a running zaak has an expected day and a last day by law, each a whole day without a time zone', async () => {
  await storeZaak(ctx, zaak)
  const { text, punten } = await read()
  const { identificatie, uuid } = zaak
  expect(readIcs(text)).toMatchObject({
    naam: 'Mijn zaken bij Gemeente Voorbeeld',
    method: null,
    refresh: 'PT1H',
  })
  expect(punten).toMatchObject([
    { datum: '2026-12-21', summary: `Verwacht: besluit over zaak ${identificatie}` },
    { datum: '2027-01-05', summary: `Uiterlijk volgens de wet: besluit over zaak ${identificatie}` },
  ])
  for (const { url, description } of punten) {
    expect(url).toBe(`http://localhost:3000/mijn/zaken/${uuid}`)
    expect(description).toContain(url)
  }
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261221\r\n')
  expect(text).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/)
})

test('the agenda holds no personal data, and not the subject of the zaak', async () => {
  await storeZaak(ctx, zaak)
  await change({ ...act('an aanvullingsverzoek') })
  const { text } = await read()
  const unfolded = text.replaceAll('\r\n ', '')
  for (const word of [BSN, 'Dakkapel', 'Vergunningen', 'Omgevingsvergunning', 'Plattegrond', 'maten', burgerId]) {
    expect(unfolded).not.toContain(word)
  }
})

test('a day that moves keeps its UID, with a higher SEQUENCE and the time of the move', async () => {
  await storeZaak(ctx, zaak)
  const before = (await read()).punten
  await change({ einddatumGepland: '2027-01-20', uiterlijkeEinddatumAfdoening: '2027-02-16' })
  const after = (await read()).punten
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
  expect(new Set(after.map(({ uid }) => uid)).size).toBe(2)
  expect(after.map(({ datum }) => datum)).toEqual(['2027-01-20', '2027-02-16'])
  for (const [index, punt] of after.entries()) {
    expect(punt.sequence).toBeGreaterThan(before[index]?.sequence as number)
    expect(before[index]).toMatchObject({ lastModified: '2026-11-10T09:00:00Z', stamp: '2026-11-10T09:00:00Z' })
    expect(punt).toMatchObject({ lastModified: '2026-11-12T12:00:00Z', stamp: '2026-11-12T12:00:00Z' })
  }
})

test('dates that only the fetch after an event brings raise the SEQUENCE once more', async () => {
  await storeZaak(ctx, zaak)
  const sequences = [(await read()).punten[0]?.sequence as number]
  const id = crypto.randomUUID()
  const change = { zaakId: zaak.uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 7, id }
  const [event] = parseEvents([statusGewijzigd(change)], { inBatch: true }).events
  expect(await acceptEvent(ctx, { event: event ?? expect.fail('no event'), proof: PROOF })).toBe('changed')
  sequences.push((await read()).punten[0]?.sequence as number)
  const fetched = testZaak({
    uuid: zaak.uuid,
    bsn: BSN,
    statuscodes: ['ontvangen', 'in_behandeling'],
    gebeurtenisIds: [zaak.statussen[0]?.gebeurtenisId as string, id],
  })
  await storeZaak(ctx, { ...fetched, einddatumGepland: '2026-12-24' })
  const [moved] = (await read()).punten
  expect(moved).toMatchObject({ datum: '2026-12-24' })
  sequences.push(moved?.sequence as number)
  expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other))
  expect(sequences).toHaveLength(3)
})

test('while the term stands still no day is promised, and afterwards the same entries are back', async () => {
  await storeZaak(ctx, zaak)
  const before = (await read()).punten
  await change(act('an opschorting'))
  expect(await datums()).toEqual([])
  await change({ opschorting: null, einddatumGepland: '2027-01-29', uiterlijkeEinddatumAfdoening: '2027-02-14' })
  const after = (await read()).punten
  expect(after.map(({ datum }) => datum)).toEqual(['2027-01-29', '2027-02-14'])
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
  expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence as number)
})

test('a grant by law leaves only the last day to make it known: nobody decides any more', async () => {
  const vanRechtswege = {
    besluittype: 'verleend',
    datum: '2026-11-20',
    ingangsdatum: '2026-11-22',
    bekendmakenUiterlijk: '2026-12-04',
  }
  await storeZaak(ctx, { ...zaak, vanRechtswege })
  expect((await read()).punten).toMatchObject([
    { datum: '2026-12-04', summary: `Uiterlijk volgens de wet: bericht over zaak ${zaak.identificatie}` },
  ])
})

test('while something is asked, the only day is the last one to send it', async () => {
  await storeZaak(ctx, { ...zaak, ...act('an aanvullingsverzoek') })
  expect((await read()).punten).toMatchObject([
    { datum: '2026-12-10', summary: `Laatste dag: stuur informatie voor zaak ${zaak.identificatie}` },
  ])
})

test('while a draft is on display there is the last day to respond to it, also while the term stands still', async () => {
  const ontwerp = { terinzagedatum: '2026-11-11', zienswijzenUiterlijk: '2026-12-22', zienswijzen: null }
  const reageren = {
    datum: '2026-12-22',
    summary: `Laatste dag: reageren op ontwerpbesluit, zaak ${zaak.identificatie}`,
  }
  await storeZaak(ctx, { ...zaak, ontwerp })
  expect((await read()).punten).toMatchObject([reageren, { datum: '2027-01-05' }])
  await change({ ...act('an opschorting'), ontwerp })
  expect((await read()).punten).toMatchObject([reageren])
  now = new Date('2026-12-02T10:00:00Z')
  await change({ ...act('a besluit'), ontwerp })
  expect(await datums()).toEqual(['2027-01-13'])
})

test('a thing reported as sent leaves the agenda, and is back when that is withdrawn', async () => {
  const { uuid } = zaak
  await storeZaak(ctx, { ...zaak, ...act('an aanvullingsverzoek') })
  const gegevens = (await ctx.db.zaak.findUniqueOrThrow({ where: { id: uuid } })).gegevens as ZaakGegevens
  const ids = gegevens.aanvullingen.map((_, index) => `0199a3f0-1b2c-7e4d-a5f6-00000000000${index}`)
  const aanvullingen = gegevens.aanvullingen.map((one, index) => ({ ...one, id: ids[index] as string }))
  await ctx.db.zaak.update({ where: { id: uuid }, data: { gegevens: { ...gegevens, aanvullingen } } })
  expect(await datums()).toEqual(['2026-12-10'])
  const wanted = { burgerId, gemachtigdeId: null, zaakId: uuid, versie: zaak.versie }
  const said = await reportAanvullingen(ctx, { ...wanted, aanvullingen: ids })
  expect(said).toMatchObject({ ok: true })
  expect(await datums()).toEqual([])
  await ctx.db.inzending.updateMany({ where: { zaakId: uuid }, data: { teruggenomenOp: now } })
  expect(await datums()).toEqual(['2026-12-10'])
})

test('an announced later day, or a besluit, removes the former last day', async () => {
  await storeZaak(ctx, { ...zaak, einddatumGepland: '2027-02-12' })
  expect((await read()).punten).toMatchObject([
    { datum: '2027-02-12', summary: `Verwacht: besluit over zaak ${zaak.identificatie}` },
  ])
  // after the announced day the legal one is back
  now = new Date('2027-01-06T10:00:00Z')
  expect(await datums()).toEqual(['2027-02-12', '2027-01-05'])
  now = new Date('2026-12-03T10:00:00Z')
  await change({ besluiten: act('a besluit').besluiten })
  expect(await datums()).toEqual(['2027-01-13'])
})

test('a closed zaak has the last day to object, until thirty days after it', async () => {
  await storeZaak(ctx, { ...zaak, ...act('a besluit') })
  // its bekendmaking is on 2 December
  expect(await datums()).toEqual([])
  now = new Date('2026-12-02T10:00:00Z')
  const bezwaar = { datum: '2027-01-13', summary: `Laatste dag: bezwaar maken, zaak ${zaak.identificatie}` }
  expect((await read()).punten).toMatchObject([bezwaar])
  now = new Date('2027-02-12T10:00:00Z')
  expect((await read()).punten).toMatchObject([bezwaar])
  now = new Date('2027-02-13T10:00:00Z')
  expect(await datums()).toEqual([])
})

test('a zaak that ended without a besluit has no days, nor one whose closing event alone arrived', async () => {
  await storeZaak(ctx, { ...testZaak({ bsn: BSN }), einddatum: '2026-11-20' })
  await storeZaak(ctx, { ...zaak, status: 'vergunning_verleend' })
  expect(await datums()).toEqual([])
})

test('a missed expectation is gone the next day; the last day by law stays', async () => {
  await storeZaak(ctx, zaak)
  now = new Date('2026-12-21T22:59:00Z')
  expect(await datums()).toEqual(['2026-12-21', '2027-01-05'])
  // the next day in the Netherlands
  now = new Date('2026-12-21T23:00:00Z')
  expect(await datums()).toEqual(['2027-01-05'])
  now = new Date('2027-03-01T10:00:00Z')
  expect(await datums()).toEqual(['2027-01-05'])
})

test("zaken of another citizen appear only in that citizen's agenda", async () => {
  await storeZaak(ctx, zaak)
  await storeZaak(ctx, testZaak({ bsn: '999990408' }))
  const { id: otherId } = await findOrCreateBurger(ctx, '999990408')
  await setAgenda(ctx, { burgerId: otherId, gemachtigdeId: null, taal: 'nl' })
  const { punten } = await read()
  expect(punten).toHaveLength(2)
  const theirs = await readAgenda(ctx, (await findAgendaOfToken(ctx, await hashOf(otherId))) ?? expect.fail('none'))
  expect(readIcs(theirs).punten).toHaveLength(2)
  for (const { uid, url } of punten) {
    expect(theirs).not.toContain(uid)
    expect(theirs.replaceAll('\r\n ', '')).not.toContain(url)
  }
})

test('a removed zaak is gone from the agenda', async () => {
  await storeZaak(ctx, zaak)
  const [event] = parseEvents(
    [
      {
        ...statusGewijzigd({ zaakId: zaak.uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence: 9 }),
        type: 'nl.overheid.zaken.zaak-verwijderd',
        data: { event: 'zaak.verwijderd', zaakId: zaak.uuid, timestamp: '2026-11-25T10:00:00Z' },
      },
    ],
    { inBatch: true },
  ).events
  await acceptEvent(ctx, { event: event ?? expect.fail('no event'), proof: PROOF })
  expect(event?.source).toBe(SOURCE)
  await removeZaken(ctx, [zaak.uuid])
  const { text } = await read()
  expect(text).toContain('END:VCALENDAR')
  expect(text).not.toContain('BEGIN:VEVENT')
})

test('the agenda has the chosen language; choosing another one changes every entry', async () => {
  await storeZaak(ctx, zaak)
  const before = await read()
  now = new Date('2026-11-26T10:00:00Z')
  expect(await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'en' })).toBe('known')
  const { text, punten } = await read()
  expect(readIcs(text).naam).toBe('My cases at Gemeente Voorbeeld')
  expect(punten).toMatchObject([
    { summary: `Expected: decision on case ${zaak.identificatie}`, lastModified: '2026-11-26T10:00:00Z' },
    { summary: `Last day by law: decision on case ${zaak.identificatie}` },
  ])
  expect(punten.map(({ uid }) => uid)).toEqual(before.punten.map(({ uid }) => uid))
  expect(punten[0]?.sequence).toBeGreaterThan(before.punten[0]?.sequence as number)
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'en' })
  expect((await read()).text).toBe(text)
})

test('the address can be shown again, and neither it nor its token can be read from the database or the log', async () => {
  const lines: string[] = []
  const record = (fields: object, message: string) => void lines.push(message + JSON.stringify(fields))
  const logging = { ...ctx, log: { debug: record, info: record, warn: record, error: record } }
  await stopAgenda(logging, { burgerId, gemachtigdeId: null })
  await setAgenda(logging, { burgerId, gemachtigdeId: null, taal: 'nl' })
  const url = (await findAgenda(ctx, { burgerId }))?.url ?? ''
  expect(url).toMatch(/^http:\/\/localhost:3000\/api\/publieksportaal\/agenda\/[\w-]{43}\.ics$/)
  const token = url.slice(url.lastIndexOf('/') + 1, -'.ics'.length)
  const row = await ctx.db.agenda.findUniqueOrThrow({ where: { burgerId } })
  const stored = JSON.stringify([row, await ctx.db.auditregel.findMany()])
  expect(stored + Buffer.from(row.versleuteld).toString('latin1') + lines.join()).not.toContain(token)
  expect(lines).toHaveLength(2)
})

test("a token that is copied to another citizen's row does not decrypt", async () => {
  const { id: otherId } = await findOrCreateBurger(ctx, '999990408')
  const { tokenHash: _, ...row } = await ctx.db.agenda.findUniqueOrThrow({ where: { burgerId } })
  await ctx.db.agenda.create({ data: { ...row, burgerId: otherId, tokenHash: 'x' } })
  await expect(findAgenda(ctx, { burgerId: otherId })).rejects.toMatchObject({ code: 'secret_corrupt:test-1' })
})

test('a new address ends the former one, and stopping ends it; a citizen without an agenda gets none', async () => {
  const first = await hashOf()
  expect(await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })).toBe('known')
  expect(await hashOf()).toBe(first)
  expect(await renewAgenda(ctx, { burgerId, gemachtigdeId: null })).toBe(true)
  const second = await hashOf()
  expect(await findAgendaOfToken(ctx, first)).toBeUndefined()
  expect(await findAgendaOfToken(ctx, second)).toMatchObject({ burgerId })
  await stopAgenda(ctx, { burgerId, gemachtigdeId: null })
  expect(await findAgendaOfToken(ctx, second)).toBeUndefined()
  expect(await renewAgenda(ctx, { burgerId, gemachtigdeId: null })).toBe(false)
  expect(await findAgenda(ctx, { burgerId })).toBeUndefined()
})

test('two tabs that create an agenda concurrently create one, with one auditregel', async () => {
  await stopAgenda(ctx, { burgerId, gemachtigdeId: null })
  await ctx.db.auditregel.deleteMany()
  const made = await Promise.all([1, 2].map(() => setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })))
  expect(made.toSorted()).toEqual(['known', 'made'])
  expect(await ctx.db.auditregel.count()).toBe(1)
})

test('each act has one auditregel, and an act without effect has none', async () => {
  await ctx.db.auditregel.deleteMany()
  for (const _ of [1, 2]) await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'en' })
  await renewAgenda(ctx, { burgerId, gemachtigdeId: null })
  for (const _ of [1, 2]) await stopAgenda(ctx, { burgerId, gemachtigdeId: null })
  await renewAgenda(ctx, { burgerId, gemachtigdeId: null })
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })
  const auditregels = await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
  expect(auditregels).toMatchObject(
    ['voorkeuren_wijzigen', 'agenda_vernieuwen', 'agenda_stoppen', 'agenda_maken'].map((handeling) => ({
      actorSoort: 'burger',
      actor: burgerId,
      handeling,
      uitkomst: 'gelukt',
    })),
  )
  expect(auditregels).toHaveLength(4)
})

test('the agenda shows its last fetch, and a new address has none', async () => {
  const opgehaaldOp = async () => (await findAgenda(ctx, { burgerId }))?.opgehaaldOp
  expect(await opgehaaldOp()).toBeNull()
  now = new Date('2026-11-25T11:00:00Z')
  await read()
  expect(await opgehaaldOp()).toEqual(now)
  await renewAgenda(ctx, { burgerId, gemachtigdeId: null })
  expect(await opgehaaldOp()).toBeNull()
})

test('an address that nothing fetches stops after a year, and is deleted with its citizen', async () => {
  const { id: otherId } = await findOrCreateBurger(ctx, '999990408')
  await setAgenda(ctx, { burgerId: otherId, gemachtigdeId: null, taal: 'nl' })
  now = new Date(now.getTime() + 300 * DAY_MS)
  await read()
  now = new Date(now.getTime() + 65 * DAY_MS)
  await purge(ctx, 'agenda')
  expect(await ctx.db.agenda.count()).toBe(2)
  now = new Date(now.getTime() + 1)
  await purge(ctx, 'agenda')
  expect(await ctx.db.agenda.findMany()).toMatchObject([{ burgerId }])
  await ctx.db.burger.delete({ where: { id: burgerId } })
  expect(await ctx.db.agenda.count()).toBe(0)
})
