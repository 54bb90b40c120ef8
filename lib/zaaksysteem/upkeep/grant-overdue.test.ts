import { expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../catalogus/store-zaaktypeversie.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findWerkvoorraad } from '../werkvoorraad/find-werkvoorraad.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { makeBesluitKnown } from '../zaak/handelingen/besluit/make-besluit-known.ts'
import { recordBesluit } from '../zaak/handelingen/besluit/record-besluit.ts'
import { forwardZaak } from '../zaak/handelingen/doorzending/forward-zaak.ts'
import { changeGegevens } from '../zaak/handelingen/gegevens/change-gegevens.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { correctStatus } from '../zaak/handelingen/status/correct-status.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { receiveIngebrekestelling } from '../zaak/handelingen/te-laat/receive-ingebrekestelling.ts'
import { dwangsomVan } from '../zaak/handelingen/te-laat/set-dwangsom.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { findZaakAtVersie } from '../zaak/wijziging/find-zaak-at-versie.ts'
import { grantOverdue } from './act-by-law.ts'
import { resumeExpired } from './resume-expired.ts'

/** PARK-BEW has a term of two weeks by a verordening, so its fatale datum is Wednesday 14 October. */
const REGISTERED = '2026-09-30'

let now: Date
const ctx = await openTestZaaksysteem({ clock: () => now })

function on(date: string) {
  now = new Date(`${date}T09:00:00Z`)
}
async function register(zaaktype = 'PARK-BEW') {
  on(REGISTERED)
  return registerTestZaak(ctx, { zaaktype, omschrijving: 'Parkeren aan de Kade' })
}
async function registerAndGrant() {
  const zaak = await register()
  on('2026-10-15')
  expect(await grantOverdue(ctx)).toBe(1)
  on('2026-10-16')
  return zaak
}
const WEIGERING = { statustype: 'besluit_genomen', resultaat: 'geweigerd', toelichting: 'Wij weigerden op tijd.' }
const besluitenOf = (zaakId: string) => ctx.db.besluit.findMany({ where: { zaakId }, orderBy: { versie: 'asc' } })

test('without a besluit in time the aanvraag is granted by law on the day after, once, and the behandelaar gets a signalering', async () => {
  const { id, behandelaarId } = await register()
  on('2026-10-14')
  expect(await grantOverdue(ctx)).toBe(0)
  now = new Date('2026-10-14T22:00:00Z')
  const granted = await Promise.all([grantOverdue(ctx), grantOverdue(ctx)])
  expect(granted.reduce((sum, count) => sum + count)).toBe(1)
  expect(await grantOverdue(ctx)).toBe(0)

  const [besluit, ...others] = await besluitenOf(id)
  expect(others).toEqual([])
  expect(besluit).toMatchObject({ besluittype: 'verleend', vanRechtswege: true, bekendmakingsdatum: null })
  // Awb 4:20b lid 3: in force on the third day after the end of the term.
  expect([besluit?.datum, besluit?.ingangsdatum].map((date) => isoDate(date as Date))).toEqual([
    '2026-10-15',
    '2026-10-17',
  ])
  expect(await findZaakResource(ctx, id)).toMatchObject({
    einddatum: null,
    besluiten: [],
    vanRechtswege: { datum: '2026-10-15', ingangsdatum: '2026-10-17', bekendmakenUiterlijk: '2026-10-29' },
  })
  expect(await ctx.db.signalering.findMany({ where: { zaakId: id } })).toMatchObject([
    { behandelaarId, soort: 'van_rechtswege' },
  ])
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: id }, orderBy: { sequence: 'desc' } })
  expect(JSON.parse(body as string)).toMatchObject({
    type: 'nl.overheid.zaken.besluit-van-rechtswege-verleend',
    data: { besluitId: besluit?.id },
  })
})

test('a zaak that was granted by law is in no list of late zaken', async () => {
  const { regels } = await findWerkvoorraad(
    ctx,
    { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', termijn: 'na_fataledatum', zoek: 'Kade' },
    LEZER,
  )
  expect(regels).toEqual([])
})

test.each([
  ['of a zaaktype of which no law says so', async () => void (await register('PARK-GPK'))],
  [
    'of which was decided in time',
    async () => {
      const { change } = await register()
      await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    },
  ],
  [
    'whose term stands still for an aanvulling',
    async () => {
      const { change } = await register()
      const aanvullingen = [{ naam: 'Kenteken' }]
      await requestAanvulling(ctx, { ...change, versie: 1, uiterlijk: '2027-01-04', aanvullingen })
    },
  ],
  [
    'whose aanvrager agreed to wait, also before the term is said to run again',
    async () => {
      const { change } = await register()
      const uitstel = { reden: 'aanvrager_stemt_in', op: REGISTERED, tot: '2026-12-01' }
      await suspendZaak(ctx, { ...change, versie: 1, ...uitstel })
    },
  ],
])('nothing is granted by law for a zaak %s', async (_, begin) => {
  await begin()
  on('2026-12-03')
  expect(await grantOverdue(ctx)).toBe(0)
})

test('opschorting moves the grant by law as long as the term stood still', async () => {
  const { id, change } = await register()
  const aanvullingen = [{ naam: 'Kenteken' }]
  await requestAanvulling(ctx, { ...change, versie: 1, uiterlijk: '2026-10-14', aanvullingen })
  on('2026-10-15')
  await resumeExpired(ctx)
  // 14 days later: 28 October.
  on('2026-10-28')
  expect(await grantOverdue(ctx)).toBe(0)
  on('2026-10-29')
  expect(await grantOverdue(ctx)).toBe(1)
  const [besluit] = await besluitenOf(id)
  expect(isoDate(besluit?.datum as Date)).toBe('2026-10-29')
})

test('a grant by law must be made known before the zaak closes with it, and objection is possible from the day after', async () => {
  const { id, change } = await register()
  on('2026-10-15')
  await grantOverdue(ctx)
  const close = {
    ...change,
    statustype: 'besluit_genomen',
    resultaat: 'verleend',
    eerdereBesluiten: 'overnemen',
  } as const
  expect(await changeStatus(ctx, { ...close, versie: 2 })).toMatchObject({ broken: ['besluit_not_made_known'] })
  on('2026-10-20')
  expect(await makeBesluitKnown(ctx, { ...change, versie: 2, bekendmakingsdatum: '2026-10-14' })).toMatchObject({
    broken: ['bekendmaking_before_besluit'],
  })
  expect(await makeBesluitKnown(ctx, { ...change, versie: 2, bekendmakingsdatum: '2026-10-20' })).toMatchObject({
    ok: true,
  })
  expect(await findZaakResource(ctx, id)).toMatchObject({
    vanRechtswege: null,
    besluiten: [{ vanRechtswege: true, bekendmakingsdatum: '2026-10-20', uiterlijkeReactiedatum: '2026-12-01' }],
  })
  expect(await makeBesluitKnown(ctx, { ...change, versie: 3, bekendmakingsdatum: '2026-10-20' })).toMatchObject({
    broken: ['nothing_to_make_known'],
  })
  expect(await changeStatus(ctx, { ...close, versie: 3 })).toMatchObject({ ok: true })
  expect(await besluitenOf(id)).toHaveLength(2)
})

test('Awb 4:20d: after a grant by law the dwangsom is for making it known too late', async () => {
  const { id, change } = await register()
  on('2026-10-15')
  const letter = { ...change, op: '2026-10-15' }
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 1 })).toMatchObject({ broken: ['term_not_passed'] })
  await grantOverdue(ctx)
  // Two weeks to make it known: through 29 October.
  on('2026-10-29')
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 2, op: '2026-10-29' })).toMatchObject({
    broken: ['term_not_passed', 'received_before_end'],
  })
  on('2026-10-30')
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 2, op: '2026-10-30' })).toMatchObject({ ok: true })
  const found = await findZaakAtVersie(ctx, { zaakId: id, versie: 3, behandelaarId: undefined, recht: 'behandelen' })
  if (!found.ok) throw new Error(found.reason)
  // Two more weeks after the ingebrekestelling: through 13 November.
  expect(dwangsomVan(found.zaak, '2026-11-13')).toMatchObject({ beslisUiterlijk: '2026-11-13', bedrag: 0 })
  expect(dwangsomVan(found.zaak, '2026-11-15')).toMatchObject({ dagen: 2, bedrag: 46 })
})

test('recording a refusal that was sent in time withdraws the grant by law, with the reason', async () => {
  const { id, change } = await registerAndGrant()
  const close = { ...change, versie: 2, ...WEIGERING }
  expect(
    await changeStatus(ctx, { ...close, besluitdatum: '2026-10-14', bekendmakingsdatum: '2026-10-15' }),
  ).toMatchObject({ broken: ['besluit_not_made_known'] })
  expect(await changeStatus(ctx, { ...close, besluitdatum: '2026-10-14', toelichting: '' })).toMatchObject({
    broken: ['reason_required'],
  })
  expect(await changeStatus(ctx, { ...close, besluitdatum: '2026-10-14' })).toMatchObject({ ok: true })
  expect(await findZaakResource(ctx, id)).toMatchObject({
    vanRechtswege: null,
    besluiten: [{ besluittype: 'geweigerd', vanRechtswege: false, uiterlijkeReactiedatum: '2026-11-25' }],
    statussen: [{}, { soort: 'van_rechtswege_verleend' }, { statustoelichting: WEIGERING.toelichting }],
  })
  expect((await besluitenOf(id)).filter(({ vanRechtswege }) => vanRechtswege)).toMatchObject([
    { vervalreden: null },
    { versie: 3, vervalreden: 'vergissing' },
  ])
})

test('recording that refusal as a besluit of an open zaak withdraws the grant, and nothing is granted later', async () => {
  const { id, change } = await registerAndGrant()
  const { toelichting } = WEIGERING
  const besluit = { ...change, versie: 2, besluittype: 'geweigerd', besluitdatum: '2026-10-12', toelichting }
  const given = await ctx.db.besluit.findFirstOrThrow({ where: { zaakId: id } })
  expect(await recordBesluit(ctx, { ...besluit, vervangt: given.id })).toMatchObject({ broken: ['besluit_unknown'] })
  expect(await recordBesluit(ctx, besluit)).toMatchObject({ ok: true })
  expect(await grantOverdue(ctx)).toBe(0)
  expect(await findZaakResource(ctx, id)).toMatchObject({
    vanRechtswege: null,
    besluiten: [{ besluittype: 'geweigerd', bekendmakingsdatum: '2026-10-12' }],
  })
})

test('a besluit that is made known after the last day is refused, also before the worker recorded the grant by law', async () => {
  const { change } = await register()
  on('2026-10-14')
  const close = { ...change, versie: 1, ...WEIGERING }
  const late = { broken: ['besluit_not_made_known'] }
  expect(await changeStatus(ctx, { ...close, bekendmakingsdatum: '2026-10-15' })).toMatchObject(late)
  on('2026-10-15')
  expect(await changeStatus(ctx, close)).toMatchObject(late)
  expect(await changeStatus(ctx, { ...close, resultaat: 'ingetrokken' })).toMatchObject(late)
  expect(await recordBesluit(ctx, { ...change, versie: 1, besluittype: 'verleend' })).toMatchObject(late)
  const naar = { naar: 'Waterschap', op: '2026-10-15', geheel: false }
  expect(await forwardZaak(ctx, { ...change, versie: 1, ...naar })).toMatchObject({ broken: ['decided_already'] })
  expect(await changeStatus(ctx, { ...close, besluitdatum: '2026-10-14' })).toMatchObject({ ok: true })
})

test('a besluit that was recorded by mistake and taken back does not prevent the grant by law', async () => {
  const { id, change } = await register()
  const { toelichting } = WEIGERING
  await changeStatus(ctx, { ...change, versie: 1, ...WEIGERING, bekendmakingsdatum: '2026-10-02' })
  expect(await correctStatus(ctx, { ...change, versie: 2, toelichting })).toMatchObject({ ok: true })
  on('2026-10-15')
  expect(await grantOverdue(ctx)).toBe(1)
  expect(await findZaakResource(ctx, id)).toMatchObject({ vanRechtswege: { datum: '2026-10-15' } })
})

test('recording consent from before the last day withdraws the grant, until the moved term is over', async () => {
  const { id, change } = await registerAndGrant()
  const uitstel = { ...change, versie: 2, reden: 'aanvrager_stemt_in', op: '2026-10-10', tot: '2026-10-24' }
  expect(await suspendZaak(ctx, { ...uitstel, op: '2026-10-15', toelichting: 'Gebeld.' })).toMatchObject({
    broken: ['begins_after_term', 'besluit_not_made_known'],
  })
  expect(await suspendZaak(ctx, uitstel)).toMatchObject({ broken: ['reason_required'] })
  expect(await suspendZaak(ctx, { ...uitstel, toelichting: 'U stemde in.' })).toMatchObject({ ok: true })
  expect(await findZaakResource(ctx, id)).toMatchObject({ vanRechtswege: null, besluiten: [] })
  on('2026-10-25')
  await resumeExpired(ctx)
  on('2026-10-28')
  expect(await grantOverdue(ctx)).toBe(0)
  on('2026-10-29')
  expect(await grantOverdue(ctx)).toBe(1)
  expect(await grantOverdue(ctx)).toBe(0)
  expect(await findZaakResource(ctx, id)).toMatchObject({ vanRechtswege: { datum: '2026-10-29' } })
})

test.each([
  ['a later one: nothing was given yet', '2026-10-05', null],
  ['an earlier one: it was given earlier', '2026-09-28', { datum: '2026-10-13', ingangsdatum: '2026-10-15' }],
])('changing the startdatum afterwards moves the grant: %s', async (_, startdatum, vanRechtswege) => {
  const { id, change } = await registerAndGrant()
  const wijziging = { aanleiding: 'Stempel.', startdatum, toelichting: 'Wij kregen uw aanvraag op een andere dag.' }
  expect(await changeGegevens(ctx, { ...change, versie: 2, ...wijziging })).toMatchObject({ ok: true })
  expect(await grantOverdue(ctx)).toBe(0)
  const resource = await findZaakResource(ctx, id)
  if (vanRechtswege) return expect(resource).toMatchObject({ vanRechtswege })
  expect(resource).toMatchObject({ vanRechtswege: null })
  on('2026-10-20')
  expect(await grantOverdue(ctx)).toBe(1)
})

test('a zaaktype version with a grant by law grants nothing for a day before that version existed', async () => {
  const { id, change, behandelaarId } = await register('PARK-GPK')
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'PARK-GPK')
  const vanRechtswege = { resultaat: 'verleend', grondslag: 'Parkeerverordening 6' }
  const actor = { soort: 'behandelaar' as const, id: behandelaarId, traceparent: change.traceparent }
  on('2026-12-10')
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, vanRechtswege }, actor })
  // A herberekening moves a zaak to a newer version in this way.
  await ctx.db.zaak.update({ where: { id }, data: { zaaktypeversie: versie + 1 } })
  expect(await grantOverdue(ctx)).toBe(0)
  expect(await recordBesluit(ctx, { ...change, versie: 1, besluittype: 'verleend' })).toMatchObject({ ok: true })
})
