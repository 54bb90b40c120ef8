import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { claimMail } from '../mail/claim-mail.ts'
import { endMail } from '../mail/settle-mail.ts'
import { addAdres, mailEnv } from '../mail/test-mail.ts'
import { acceptFetchedGebeurtenissen } from '../sync/close-gaten.ts'
import { removeZaken } from '../sync/remove-zaken.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { SOURCE, statusGewijzigd } from '../test-bron.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { DOCUMENT, testZaak } from '../test-zaak.ts'
import { markGezien } from '../zaak/mark-gezien.ts'
import { bewijsbestand } from './bewijsbestand.ts'
import { downloadBewijs } from './download-bewijs.ts'
import { findBewijsOfZaak } from './find-bewijs-of-zaak.ts'
import { signJson } from './handtekening/sign-bewijs.ts'
import { recordOpgehaald } from './record-opgehaald.ts'

const START = new Date('2026-11-25T10:00:00Z')
const TRACE = '0af7651916cd43dd8448eb211c80319c'
const BSN = '999990342'
let now: Date
let burgerId: string
const env = { PUBLIEKSPORTAAL_BRON: SOURCE, ...mailEnv({ url: 'smtp://127.0.0.1:1' }) }
const ctx = await openTestPublieksportaal({ clock: () => now, env })
beforeEach(async () => {
  now = START
  await ctx.db.burger.deleteMany()
  burgerId = (await findOrCreateBurger(ctx, BSN)).id
})

const pass = (ms = 60_000) => {
  now = new Date(now.getTime() + ms)
  return now
}
let sequence = 0
/** @param versie after the change, when the event is complete */
function step(zaakId: string, oudeStatus: string, nieuweStatus: string, versie?: number) {
  sequence += 1
  return statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence, ...(versie && { volledigeversie: versie }) })
}
/** Stores a zaak that the portal knows only from a fetch. */
async function storedZaak() {
  const { uuid } = testZaak()
  await storeZaak(ctx, testZaak({ uuid, bsn: BSN }), { alreadySeen: true })
  return uuid
}
const find = (zaakId: string, of = burgerId) => findBewijsOfZaak(ctx, { burgerId: of, zaakId })
const BESTAND = { naam: 'begane grond.pdf', grootte: 50_000, sha256: 'a'.repeat(64) }
const SENT = {
  soort: 'aanvulling' as const,
  versie: 1,
  nummer: 'AB12-CD34',
  aanvullingen: [{ id: '0199f0c0-0000-7000-8000-000000000001', naam: 'Plattegrond' }],
  bestanden: [{ aanvulling: '0199f0c0-0000-7000-8000-000000000001', ...BESTAND }],
  tijdstip: START,
  uitkomst: 'received',
}
const last = async (zaakId: string) => (await find(zaakId))?.wijzigingen.at(-1)

test('a change from an event has its times and trace, and the one before it is shown as fetched', async () => {
  const zaakId = await storedZaak()
  const event = step(zaakId, 'ontvangen', 'in_behandeling')
  const ontvangenOp = pass()
  await deliver(ctx, event)
  const bewijs = await find(zaakId)
  const nothing = { ontvangenOp: null, isOpgehaald: false, traceId: null, bewijzen: [] }
  expect(bewijs?.zaak.id).toBe(zaakId)
  expect(bewijs?.wijzigingen).toMatchObject([
    { versie: 1, soort: 'registratie', statuscode: 'ontvangen', ...nothing },
    {
      gebeurtenisId: event.id,
      versie: 2,
      soort: 'statuswijziging',
      statuscode: 'in_behandeling',
      gebeurdOp: new Date(event.data.timestamp),
      ontvangenOp,
      isOpgehaald: false,
      traceId: TRACE,
      bewijzen: [],
    },
  ])
})

test('the trace is stored for a batch and for a missed event that was fetched; an invalid one is left out', async () => {
  const [batch, fetched, odd] = [await storedZaak(), await storedZaak(), await storedZaak()]
  const { events } = parseEvents([step(batch, 'ontvangen', 'besluit'), step(batch, 'besluit', 'ontvangen')], {
    inBatch: true,
  })
  await acceptEvents(ctx, { events, proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' } })
  await acceptFetchedGebeurtenissen(ctx, { gebeurtenissen: [step(fetched, 'ontvangen', 'besluit')], bodySha256: 'a' })
  await deliver(ctx, { ...step(odd, 'ontvangen', 'besluit'), traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` })
  expect(await last(batch)).toMatchObject({ versie: 3, traceId: TRACE, isOpgehaald: false })
  expect(await last(fetched)).toMatchObject({ traceId: TRACE, isOpgehaald: true, ontvangenOp: START })
  expect(await last(odd)).toMatchObject({ traceId: null, isOpgehaald: false, ontvangenOp: START })
})

test('mails, replacements, refusals and views are on record, in order of time', async () => {
  await addAdres(ctx, { burgerId, adres: 'mijn@adres.example' })
  const [mailed, refused] = [await storedZaak(), await storedZaak()]
  await deliver(ctx, step(mailed, 'ontvangen', 'besluit', 2))
  await deliver(ctx, step(mailed, 'besluit', 'ontvangen', 3))
  const gemaildOp = pass(3 * 60_000)
  const mail = await claimMail(ctx)
  if (!mail) throw new Error('Nothing is due')
  await endMail(ctx, { mail, soort: 'gemaild', told: [3], replaced: [2] })
  await endMail(ctx, { mail, soort: 'gemaild', told: [2, 3], replaced: [] })
  await deliver(ctx, step(refused, 'ontvangen', 'besluit', 2))
  const geweigerdOp = pass(3 * 60_000)
  const other = await claimMail(ctx)
  if (!other) throw new Error('Nothing is due')
  await endMail(ctx, { mail: other, soort: 'mail_geweigerd', told: [2], replaced: [] })
  const gezienOp = pass()
  for (const zaakId of [mailed, refused]) await markGezien(ctx, { burgerId, namens: null, zaakId, versie: 3 })
  pass()
  await markGezien(ctx, { burgerId, namens: null, zaakId: mailed, versie: 3 })

  const gezien = { soort: 'gezien', tijdstip: gezienOp, gemeldOp: null }
  expect((await find(mailed))?.wijzigingen.map(({ bewijzen }) => bewijzen)).toEqual([
    [],
    [{ soort: 'mail_vervangen', tijdstip: gemaildOp, gemeldOp: null }, gezien],
    [{ soort: 'gemaild', tijdstip: gemaildOp, gemeldOp: null }, gezien],
  ])
  expect((await last(refused))?.bewijzen).toEqual([
    { soort: 'mail_geweigerd', tijdstip: geweigerdOp, gemeldOp: null },
    gezien,
  ])
})

test('the file conforms to its schema, its download is an act of the citizen, and it holds no note', async () => {
  const zaakId = await storedZaak()
  await deliver(ctx, step(zaakId, 'ontvangen', 'in_behandeling'))
  await ctx.db.status.updateMany({ where: { zaakId }, data: { statustoelichting: 'Beste mevrouw De Wit' } })
  const gezienOp = pass()
  await markGezien(ctx, { burgerId, namens: null, zaakId, versie: 2 })
  await ctx.db.bewijs.updateMany({ data: { gemeldOp: pass() } })
  await ctx.db.inzending.create({ data: { ...SENT, id: uuidv7(), burgerId, zaakId } })
  const download = await downloadBewijs(ctx, { burgerId, gemachtigdeId: null, zaakId })
  if (!download) throw new Error('The zaak is not his')
  const { bestand, op } = download
  const file = JSON.parse((await signJson(ctx, bestand, { code: bestand.code, op })).toString())
  expect(bewijsbestand.parse(file)).toEqual({ ...bestand, handtekening: file.handtekening })
  expect(bestand).toMatchObject({
    gemaaktOp: now.toISOString(),
    code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    controleren: 'http://localhost:3000/mijn/bewijs-controleren',
    inzendingen: [
      {
        nummer: 'AB12-CD34',
        soort: 'aanvulling',
        tijdstip: START.toISOString(),
        aanvullingen: ['Plattegrond'],
        bestanden: [BESTAND],
        tekst: null,
        doorGemachtigde: false,
        uitkomst: 'received',
        teruggenomenOp: null,
      },
    ],
    zaak: { kenmerk: zaakId, zaaktype: 'Omgevingsvergunning' },
    wijzigingen: [
      { versie: 1, soort: 'registratie', ontvangst: 'met_de_zaak', traceId: null, ontvangenOp: null, bewijzen: [] },
      {
        versie: 2,
        status: 'in_behandeling',
        ontvangst: 'bezorgd',
        traceId: TRACE,
        ontvangenOp: START.toISOString(),
        bewijzen: [{ soort: 'gezien', tijdstip: gezienOp.toISOString(), gemeldOp: now.toISOString() }],
      },
    ],
  })
  expect(JSON.stringify(bestand)).not.toContain('De Wit')
  expect(
    await ctx.db.auditregel.findMany({ where: { handeling: 'bewijs_downloaden', objectId: zaakId } }),
  ).toMatchObject([{ actorSoort: 'burger', actor: burgerId, objectSoort: 'zaak', uitkomst: 'gelukt' }])
})

test('the file names the fetched document, also after its withdrawal', async () => {
  const zaak = testZaak({ bsn: BSN, statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, { ...zaak, documenten: [DOCUMENT] })
  const opgehaaldOp = pass()
  const all = { sessieId: crypto.randomUUID(), start: 0, end: DOCUMENT.grootte }
  await recordOpgehaald(ctx, { burgerId, namens: null, zaakId: zaak.uuid, document: DOCUMENT, ...all })
  await storeZaak(ctx, { ...zaak, documenten: [] })
  const { bestand } = (await downloadBewijs(ctx, { burgerId, gemachtigdeId: null, zaakId: zaak.uuid })) ?? {}
  const { id: kenmerk, titel, sha256 } = DOCUMENT
  expect(bestand?.wijzigingen[1]?.bewijzen).toEqual([
    {
      soort: 'document_opgehaald',
      tijdstip: opgehaaldOp.toISOString(),
      gemeldOp: null,
      document: { kenmerk, titel, sha256 },
    },
  ])
  expect(bewijsbestand.safeParse({ ...bestand, handtekening: '' }).success).toBe(true)
})

test('the same content has the same code at any time; more content has another', async () => {
  const zaakId = await storedZaak()
  const code = async () => (await downloadBewijs(ctx, { burgerId, gemachtigdeId: null, zaakId }))?.bestand.code
  const first = await code()
  pass()
  expect(await code()).toBe(first)
  await ctx.db.inzending.create({ data: { ...SENT, id: uuidv7(), burgerId, zaakId } })
  expect(await code()).not.toBe(first)
})

test("another citizen's zaak, an unknown zaak and an invalid id are not found, and nothing is recorded", async () => {
  const zaakId = await storedZaak()
  const { id: stranger } = await findOrCreateBurger(ctx, '999990408')
  const before = await ctx.db.auditregel.count()
  for (const id of [zaakId, uuidv7(), "'; drop table bewijs; --"]) {
    expect(await find(id, stranger)).toBeUndefined()
    expect(await downloadBewijs(ctx, { burgerId: stranger, gemachtigdeId: null, zaakId: id })).toBeUndefined()
  }
  expect(await ctx.db.auditregel.count()).toBe(before)
})

test('views of the zaak by a former owner stay hidden', async () => {
  const zaakId = await storedZaak()
  const event = step(zaakId, 'ontvangen', 'in_behandeling')
  await deliver(ctx, event)
  await markGezien(ctx, { burgerId, namens: null, zaakId, versie: 2 })
  const { statussen } = testZaak()
  const gebeurtenisIds = [statussen[0]?.gebeurtenisId as string, event.id]
  const statuscodes = ['ontvangen', 'in_behandeling']
  await storeZaak(ctx, testZaak({ uuid: zaakId, bsn: '999990408', statuscodes, gebeurtenisIds }))
  const { id: next } = await findOrCreateBurger(ctx, '999990408')
  expect((await find(zaakId, next))?.wijzigingen.flatMap(({ bewijzen }) => bewijzen)).toEqual([])
  expect(await find(zaakId)).toBeUndefined()
})

test('the bewijs survives a fetch of the zaak, and goes when the zaak is removed', async () => {
  const zaakId = await storedZaak()
  const event = step(zaakId, 'ontvangen', 'in_behandeling')
  await deliver(ctx, event)
  await markGezien(ctx, { burgerId, namens: null, zaakId, versie: 2 })
  const first = (await find(zaakId))?.wijzigingen[0]?.gebeurtenisId as string
  const statuscodes = ['ontvangen', 'in_behandeling']
  const again = testZaak({
    uuid: zaakId,
    bsn: BSN,
    statuscodes,
    gebeurtenisIds: [first, event.id],
    toelichting: 'Nieuw',
  })
  expect(await storeZaak(ctx, again, { alreadySeen: true })).toBe('changed')
  expect(await last(zaakId)).toMatchObject({ traceId: TRACE, bewijzen: [{ soort: 'gezien' }] })

  const data = { event: 'zaak.verwijderd', zaakId, timestamp: '2026-11-25T10:00:00Z' }
  await deliver(ctx, { ...step(zaakId, '', ''), type: EVENT_TYPES.verwijdering, data })
  await removeZaken(ctx, [zaakId])
  expect(await ctx.db.bewijs.count({ where: { zaakId } })).toBe(0)
  expect(await find(zaakId)).toBeUndefined()
})
