import { afterAll, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { findWerkvoorraad } from '../balie/werkvoorraad/find-werkvoorraad.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { requestAanvulling } from '../zaak/handeling/aanvulling/request-aanvulling.ts'
import { makeBesluitKnown } from '../zaak/handeling/besluit/make-besluit-known.ts'
import { changeStatus } from '../zaak/handeling/change-status.ts'
import { suspendZaak } from '../zaak/handeling/suspend-zaak.ts'
import { receiveIngebrekestelling } from '../zaak/handeling/te-laat/receive-ingebrekestelling.ts'
import { dwangsomVan } from '../zaak/handeling/te-laat/set-dwangsom.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { findZaakAtVersie } from '../zaak/wijziging/find-zaak-at-versie.ts'
import { grantOverdue } from './grant-overdue.ts'
import { resumeExpired } from './resume-expired.ts'

/** PARK-BEW: two weeks of a verordening, so its fatale datum is Wednesday 14 October. */
const REGISTERED = '2026-09-30'

let now: Date
const ctx = await createTestZaaksysteem({ clock: () => now })
afterAll(() => ctx.close())

function on(date: string) {
  now = new Date(`${date}T09:00:00Z`)
}
async function register(zaaktype = 'PARK-BEW') {
  on(REGISTERED)
  return registerTestZaak(ctx, { zaaktype, omschrijving: 'Parkeren aan de Kade' })
}
const besluitenOf = (zaakId: string) => ctx.db.besluit.findMany({ where: { zaakId }, orderBy: { versie: 'asc' } })

test('nobody decided in time: what was asked is given on the day after, once, and its behandelaar hears so', async () => {
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
  // Awb 4:20b lid 3: on the third day after the end of the term
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

test('what was given is not too late in any list', async () => {
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
])('nothing is given by law of a zaak %s', async (_, begin) => {
  await begin()
  on('2026-12-03')
  expect(await grantOverdue(ctx)).toBe(0)
})

test('a term that stood still is as much longer before anything is given', async () => {
  const { id, change } = await register()
  const aanvullingen = [{ naam: 'Kenteken' }]
  await requestAanvulling(ctx, { ...change, versie: 1, uiterlijk: '2026-10-14', aanvullingen })
  on('2026-10-15')
  await resumeExpired(ctx)
  // 14 days later: 28 October
  on('2026-10-28')
  expect(await grantOverdue(ctx)).toBe(0)
  on('2026-10-29')
  expect(await grantOverdue(ctx)).toBe(1)
  const [besluit] = await besluitenOf(id)
  expect(isoDate(besluit?.datum as Date)).toBe('2026-10-29')
})

test('it is made known before the zaak closes with it; one can object from the day after', async () => {
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

test('Awb 4:20d: the dwangsom is for making it known too late, not for deciding too late', async () => {
  const { id, change } = await register()
  on('2026-10-15')
  const letter = { ...change, op: '2026-10-15' }
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 1 })).toMatchObject({ broken: ['term_not_passed'] })
  await grantOverdue(ctx)
  // two weeks to make it known: through 29 October
  on('2026-10-29')
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 2, op: '2026-10-29' })).toMatchObject({
    broken: ['term_not_passed', 'received_before_end'],
  })
  on('2026-10-30')
  expect(await receiveIngebrekestelling(ctx, { ...letter, versie: 2, op: '2026-10-30' })).toMatchObject({ ok: true })
  const found = await findZaakAtVersie(ctx, { zaakId: id, versie: 3, behandelaarId: undefined, recht: 'behandelen' })
  if (!found.ok) throw new Error(found.reason)
  // two weeks to do so after all: through 13 November
  expect(dwangsomVan(found.zaak, '2026-11-13')).toMatchObject({ beslisUiterlijk: '2026-11-13', bedrag: 0 })
  expect(dwangsomVan(found.zaak, '2026-11-15')).toMatchObject({ dagen: 2, bedrag: 46 })
})
