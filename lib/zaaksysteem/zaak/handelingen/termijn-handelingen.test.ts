import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addToDate, isoDate } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { resumeExpired } from '../../upkeep/resume-expired.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { findZaakDetail, type ZaakDetail } from '../detail/find-zaak-detail.ts'
import { replayTermijn, SELECT_TERMIJNRIJ, type Termijnrij } from '../herberekening/replay-termijn.ts'
import { LEZER, registerTestZaak } from '../test-zaak.ts'
import { expireAanvulling } from './aanvulling/expire-aanvulling.ts'
import { extendAanvulling } from './aanvulling/extend-aanvulling.ts'
import { receiveAanvulling } from './aanvulling/receive-aanvulling.ts'
import { reportAanvulling } from './aanvulling/report-aanvulling.ts'
import { requestAanvulling } from './aanvulling/request-aanvulling.ts'
import { undoHandeling } from './herstel/undo-handeling.ts'
import { changeStatus } from './status/change-status.ts'
import { correctStatus } from './status/correct-status.ts'
import { resumeZaak } from './stilstand/resume-zaak.ts'
import { suspendZaak } from './stilstand/suspend-zaak.ts'
import { ANNOUNCE_VERTRAGING_PAGE, announceVertraging } from './te-laat/announce-vertraging.ts'
import { receiveIngebrekestelling } from './te-laat/receive-ingebrekestelling.ts'
import { extendZaak } from './verlenging/extend-zaak.ts'

const REGISTERED = new Date('2026-03-02T09:00:00Z')
/** APV-STAND: six weeks to the streefdatum, eight to the fatale datum, eight more at most. */
const STREEF = '2026-04-13'
const FATAAL = '2026-04-27'

let ctx: TestZaaksysteem
let now = REGISTERED
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  now = REGISTERED
  ;({ id, change: act } = await registerTestZaak(ctx))
})

const on = (date: string) => {
  now = new Date(`${date}T09:00:00Z`)
}
const zaak = async () => {
  const resource = await findZaakResource(ctx, id)
  if (!resource) throw new Error('The zaak does not exist')
  return resource
}
const dates = async () => {
  const { einddatumGepland, uiterlijkeEinddatumAfdoening } = await zaak()
  return [einddatumGepland, uiterlijkeEinddatumAfdoening]
}
const suspend = (versie: number, more: object = {}) =>
  suspendZaak(ctx, { ...act, versie, reden: 'overmacht', op: '2026-03-02', tot: '2026-03-16', ...more })

describe('opschorten and hervatten', () => {
  test.each([
    ['early', '2026-03-09', '2026-04-19', '2026-05-03'],
    ['on the day', '2026-03-16', '2026-04-26', '2026-05-10'],
    ['late', '2026-03-30', '2026-05-10', '2026-05-24'],
    ['on the same day, so that no day stood still', '2026-03-02', STREEF, FATAAL],
  ])('%s: both dates move by the days that the term stood still', async (_, op, streef, fataal) => {
    expect(await suspend(1)).toMatchObject({ ok: true, versie: 2 })
    expect((await zaak()).opschorting).toEqual({ soort: 'opschorting', op: '2026-03-02', tot: '2026-03-16' })
    expect(await dates()).toEqual([STREEF, FATAAL])
    on('2026-03-30')
    expect(await resumeZaak(ctx, { ...act, versie: 2, op })).toMatchObject({ ok: true, versie: 3 })
    expect(await dates()).toEqual([streef, fataal])
    const { statussen, opschorting, status } = await zaak()
    expect(opschorting).toBeNull()
    expect(status).toBe('aanvraag_ontvangen')
    expect(statussen[1]).toMatchObject({
      soort: 'opschorting',
      reden: 'overmacht',
      uiterlijkeEinddatumAfdoening: FATAAL,
    })
    expect(statussen[2]).toMatchObject({ soort: 'hervatting', uiterlijkeEinddatumAfdoening: fataal })
  })

  test('an instemming ends on its last day, also when it is resumed later', async () => {
    await suspend(1, { reden: 'aanvrager_stemt_in' })
    on('2026-03-30')
    await resumeZaak(ctx, { ...act, versie: 2, op: '2026-03-30' })
    expect(await dates()).toEqual(['2026-04-27', '2026-05-11'])
  })

  test('a besluit during a suspension is in time', async () => {
    await suspend(1)
    on('2026-05-20')
    await changeStatus(ctx, { ...act, versie: 2, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    expect((await zaak()).uiterlijkeEinddatumAfdoening).toBe('2026-07-15')
  })

  test('a second suspension needs the end of the first, and no day counts twice', async () => {
    await suspend(1)
    expect(await suspend(2)).toMatchObject({ broken: ['suspended_already'] })
    on('2026-03-10')
    await resumeZaak(ctx, { ...act, versie: 2, op: '2026-03-10' })
    expect(await suspend(3, { op: '2026-03-02', tot: '2026-03-09' })).toMatchObject({
      broken: ['begins_before_hervatting'],
    })
    expect(await suspend(3, { op: '2026-03-06', tot: '2026-03-20' })).toMatchObject({ ok: true })
    on('2026-03-20')
    await resumeZaak(ctx, { ...act, versie: 4, op: '2026-03-20' })
    // 3 to 19 March
    expect((await dates())[1]).toBe('2026-05-14')
  })

  test('all broken rules are reported at once', async () => {
    const wrong = { reden: 'geen_zin', op: '2026-05-01', tot: '2026-04-30' }
    expect(await suspend(1, wrong)).toMatchObject({
      broken: ['reden_not_of_zaaktype', 'begins_in_future', 'begins_after_term', 'ends_before_begin'],
    })
    expect(await suspend(1, { op: '2026-03-01' })).toMatchObject({ broken: ['begins_before_zaak'] })
    expect(await resumeZaak(ctx, { ...act, versie: 1, op: '2026-03-03' })).toMatchObject({
      broken: ['not_suspended', 'resumes_in_future'],
    })
    await suspend(1)
    expect(await resumeZaak(ctx, { ...act, versie: 2, op: '2026-03-01' })).toMatchObject({
      broken: ['resumes_before_begin'],
    })
    expect((await zaak()).versie).toBe(2)
  })
})

describe('verlengen', () => {
  const extend = (versie: number, dagen = 56, toelichting = 'Wij wachten op advies.') =>
    extendZaak(ctx, { ...act, versie, dagen, toelichting })

  test('moves both dates, once, and is possible until the last day', async () => {
    on(FATAAL)
    expect(await extend(1)).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2026-06-08', '2026-06-22'])
    expect(await extend(2, 1)).toMatchObject({ broken: ['extended_already'] })
  })

  test('is refused after the fatale datum, beyond the maximum of the zaaktype, and without a reason', async () => {
    on('2026-04-28')
    expect(await extend(1, 57, ' ')).toMatchObject({ broken: ['term_passed', 'too_long', 'reason_required'] })
    ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'PARK-BEW' }))
    expect(await extend(1, 1)).toMatchObject({ broken: ['not_extendable'] })
  })

  test('is possible while the term stands still', async () => {
    await suspend(1)
    on('2026-05-20')
    expect(await extend(2)).toMatchObject({ ok: true })
  })
})

describe('aanvulling', () => {
  const aanvullingen = [
    { naam: 'Plattegrond', toelichting: 'Met maten.', formulier: 'https://gemeente.example/plattegrond' },
    { naam: 'Foto van de kraam' },
  ]
  const ask = (versie: number, uiterlijk = '2026-03-16') =>
    requestAanvulling(ctx, { ...act, versie, uiterlijk, aanvullingen })

  test('requests parts and suspends the term until all have come', async () => {
    expect(await ask(1)).toMatchObject({ ok: true, versie: 2 })
    expect(await zaak()).toMatchObject({
      opschorting: { soort: 'aanvulling', op: '2026-03-02', tot: '2026-03-16' },
      aanvullingen: [
        { ...aanvullingen[0], ontvangenOp: null },
        { naam: 'Foto van de kraam', toelichting: null, formulier: null, ontvangenOp: null },
      ],
    })
    on('2026-03-12')
    expect(await resumeZaak(ctx, { ...act, versie: 2, op: '2026-03-12' })).toMatchObject({
      broken: ['waits_for_aanvulling'],
    })
    expect(await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-03-12' })).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2026-04-22', '2026-05-06'])
    expect(await zaak()).toMatchObject({ opschorting: null, aanvullingen: [] })
  })

  test.each([
    'https://elders.example/plattegrond',
    'https://gemeente.example.elders.example/',
    'https://gemeente.example:8443/plattegrond',
    'https://onder.gemeente.example/',
    'https://gemeente.example@elders.example/',
    'http://gemeente.example/plattegrond',
  ])('a request with the form %s, at another host, is refused', async (formulier) => {
    const asked = requestAanvulling(ctx, {
      ...act,
      versie: 1,
      uiterlijk: '2026-03-16',
      aanvullingen: [{ naam: 'Foto', formulier }],
    })
    expect(await asked).toMatchObject({ ok: false, broken: ['formulier_elsewhere'] })
    expect(await zaak()).toMatchObject({ versie: 1, opschorting: null })
  })

  test('a stored form stays readable after the municipality changed its host', async () => {
    await ask(1)
    await ctx.db.aanvulling.updateMany({ where: { naam: 'Plattegrond' }, data: { formulier: 'https://oud.example/' } })
    expect((await zaak()).aanvullingen[0]).toMatchObject({ formulier: 'https://oud.example/' })
  })

  test('a new request replaces the earlier one', async () => {
    await ask(1)
    await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-03-02' })
    await requestAanvulling(ctx, {
      ...act,
      versie: 3,
      uiterlijk: '2026-03-20',
      aanvullingen: [{ naam: 'Kvk-uittreksel' }],
    })
    expect((await zaak()).aanvullingen.map(({ naam }) => naam)).toEqual(['Kvk-uittreksel'])
  })

  const ids = async () => (await zaak()).aanvullingen.map(({ id }) => id as string)
  const soort = async () => (await zaak()).statussen.at(-1)?.soort

  test('a part that came after the last day is recorded and moves nothing, before and after the expiry is recorded', async () => {
    await ask(1)
    const [plattegrond = ''] = await ids()
    on('2026-03-18')
    const late = { op: '2026-03-17', aanvullingen: [plattegrond] }
    expect(await receiveAanvulling(ctx, { ...act, versie: 2, ...late })).toMatchObject({ ok: true })
    expect(await soort()).toBe('aanvulling_nagekomen')
    expect(await zaak()).toMatchObject({ opschorting: { tot: '2026-03-16' } })
    await expireAanvulling(ctx, { ...act, versie: 3 })
    const expired = await dates()
    // the part that came is no longer missing
    expect((await zaak()).aanvullingen).toMatchObject([{ naam: 'Foto van de kraam', ontvangenOp: null }])
    expect(expired).toEqual(['2026-04-27', '2026-05-11'])
    expect(await receiveAanvulling(ctx, { ...act, versie: 4, op: '2026-03-18' })).toMatchObject({ ok: true })
    expect([await soort(), await dates()]).toEqual(['aanvulling_nagekomen', expired])
    expect((await zaak()).aanvullingen).toEqual([])
    expect(await receiveAanvulling(ctx, { ...act, versie: 5, op: '2026-03-18' })).toMatchObject({
      broken: ['no_aanvulling_open'],
    })
  })

  test('parts come one by one, and the last resumes the term from the day on which the latest came', async () => {
    await ask(1)
    const [plattegrond = '', foto = ''] = await ids()
    on('2026-03-12')
    const some = { op: '2026-03-10', aanvullingen: [foto] }
    expect(await receiveAanvulling(ctx, { ...act, versie: 2, ...some })).toMatchObject({ ok: true })
    expect(await soort()).toBe('aanvulling_deel_ontvangen')
    expect(await zaak()).toMatchObject({
      opschorting: { soort: 'aanvulling' },
      aanvullingen: [{ ontvangenOp: null }, { ontvangenOp: '2026-03-10' }],
    })
    expect(await receiveAanvulling(ctx, { ...act, versie: 3, ...some })).toMatchObject({
      broken: ['onderdeel_not_missing'],
    })
    // found later, though it came before
    const rest = { op: '2026-03-05', aanvullingen: [plattegrond] }
    expect(await receiveAanvulling(ctx, { ...act, versie: 3, ...rest })).toMatchObject({ ok: true })
    expect([await soort(), await dates()]).toEqual(['aanvulling_ontvangen', ['2026-04-20', '2026-05-04']])
    const rows = await ctx.db.aanvulling.findMany({ where: { zaakId: id }, orderBy: { volgnummer: 'asc' } })
    expect(
      rows.map(({ ontvangenOp, ontvangstVersie }) => [ontvangenOp && isoDate(ontvangenOp), ontvangstVersie]),
    ).toEqual([
      ['2026-03-05', 4],
      ['2026-03-10', 3],
    ])
  })

  test('a part that came in time and is recorded after the expiry resumes the term from its day', async () => {
    await ask(1)
    on('2026-03-17')
    await expireAanvulling(ctx, { ...act, versie: 2 })
    on('2026-03-20')
    await extendZaak(ctx, { ...act, versie: 3, dagen: 7, toelichting: 'Advies.' })
    expect(await dates()).toEqual(['2026-05-04', '2026-05-18'])
    expect(await receiveAanvulling(ctx, { ...act, versie: 4, op: '2026-03-12' })).toMatchObject({ ok: true })
    // five of the fourteen days did not count as suspended
    expect([await soort(), await dates()]).toEqual(['aanvulling_ontvangen', ['2026-04-29', '2026-05-13']])
    expect(await undoHandeling(ctx, { ...act, versie: 5, toelichting: 'Van een ander.' })).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2026-05-04', '2026-05-18'])
  })

  test('is refused for a day before the request and in the future', async () => {
    on('2026-03-04')
    await ask(1)
    expect(await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-03-03' })).toMatchObject({
      broken: ['received_before_asked'],
    })
    expect(await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-03-05' })).toMatchObject({
      broken: ['resumes_in_future'],
    })
  })

  test('a report of the aanvrager resumes the term; the day of arrival can only make that earlier', async () => {
    await ask(1)
    on('2026-03-12')
    expect(await reportAanvulling(ctx, { ...act, versie: 2, op: '2026-03-11' })).toMatchObject({ ok: true })
    expect([await soort(), await dates()]).toEqual(['aanvulling_gemeld', ['2026-04-21', '2026-05-05']])
    const rows = await ctx.db.aanvulling.findMany({ where: { zaakId: id } })
    expect(rows.map(({ ontvangenOp }) => ontvangenOp)).toEqual([null, null])
    on('2026-03-18')
    expect(await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-14' })).toMatchObject({ ok: true })
    expect([await soort(), await dates()]).toEqual(['aanvulling_ontvangen', ['2026-04-21', '2026-05-05']])
    await undoHandeling(ctx, { ...act, versie: 4, toelichting: 'Verkeerde dag.' })
    await receiveAanvulling(ctx, { ...act, versie: 5, op: '2026-03-09' })
    expect(await dates()).toEqual(['2026-04-19', '2026-05-03'])
  })

  test('parts that are missing after a report can be requested again', async () => {
    await ask(1)
    on('2026-03-12')
    await reportAanvulling(ctx, { ...act, versie: 2, op: '2026-03-12' })
    on('2026-03-20')
    expect(await ask(3, '2026-04-03')).toMatchObject({ ok: true })
    on('2026-03-25')
    await receiveAanvulling(ctx, { ...act, versie: 4, op: '2026-03-25' })
    // 3 to 11 March, and 21 to 24
    expect(await dates()).toEqual(['2026-04-26', '2026-05-10'])
  })

  test('more time only moves the last day later, and is refused once the term ran again', async () => {
    await ask(1)
    const extend = (versie: number, uiterlijk: string) => extendAanvulling(ctx, { ...act, versie, uiterlijk })
    expect(await extend(2, '2026-03-16')).toMatchObject({ broken: ['last_day_not_later'] })
    on('2026-03-16')
    expect(await extend(2, '2026-03-23')).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({ opschorting: { op: '2026-03-02', tot: '2026-03-23' } })
    expect(await dates()).toEqual([STREEF, FATAAL])
    on('2026-03-24')
    expect(await extend(3, '2026-03-31')).toMatchObject({ broken: ['last_day_passed'] })
    await expireAanvulling(ctx, { ...act, versie: 3 })
    expect(await dates()).toEqual(['2026-05-04', '2026-05-18'])
    expect(await extend(4, '2026-03-31')).toMatchObject({ broken: ['no_aanvulling_open'] })
  })

  test('more time can be undone', async () => {
    await ask(1)
    await extendAanvulling(ctx, { ...act, versie: 2, uiterlijk: '2026-03-23' })
    expect(await undoHandeling(ctx, { ...act, versie: 3, toelichting: 'Van een ander.' })).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({ opschorting: { tot: '2026-03-16' } })
  })

  test('a new request during the suspension replaces the earlier one and continues the suspension', async () => {
    await ask(1)
    on('2026-03-10')
    const anew = (versie: number, uiterlijk: string) =>
      requestAanvulling(ctx, { ...act, versie, uiterlijk, aanvullingen: [{ naam: 'Plattegrond op schaal' }] })
    expect(await anew(2, '2026-03-15')).toMatchObject({ broken: ['last_day_earlier'] })
    expect(await anew(2, '2026-03-24')).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({
      opschorting: { op: '2026-03-02', tot: '2026-03-24' },
      aanvullingen: [{ naam: 'Plattegrond op schaal' }],
    })
    expect(await undoHandeling(ctx, { ...act, versie: 3, toelichting: 'Van een ander.' })).toMatchObject({ ok: true })
    expect((await zaak()).aanvullingen).toMatchObject(aanvullingen)
    await anew(4, '2026-03-24')
    await receiveAanvulling(ctx, { ...act, versie: 5, op: '2026-03-10' })
    expect(await dates()).toEqual(['2026-04-20', '2026-05-04'])
  })

  test('the term runs between the last day and a new request, also when the expiry was not recorded', async () => {
    await ask(1)
    on('2026-03-20')
    expect(await ask(2, '2026-04-03')).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({ opschorting: { op: '2026-03-20', tot: '2026-04-03' } })
    on('2026-03-25')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-25' })
    // 3 to 16 March, and 21 to 24
    expect(await dates()).toEqual(['2026-05-01', '2026-05-15'])
  })

  test('after the end of the term a request is possible and moves nothing', async () => {
    on('2026-04-28')
    expect(await ask(1, '2026-05-12')).toMatchObject({ ok: true })
    on('2026-05-08')
    expect(await extendZaak(ctx, { ...act, versie: 2, dagen: 7, toelichting: 'Advies.' })).toMatchObject({
      broken: ['term_passed'],
    })
    await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-05-08' })
    expect(await dates()).toEqual([STREEF, FATAAL])
  })

  test('is refused for a last day that is not in the future, and without parts', async () => {
    on('2026-04-28')
    expect(await ask(1, '2026-04-28')).toMatchObject({ broken: ['last_day_not_ahead'] })
    expect(await receiveAanvulling(ctx, { ...act, versie: 1, op: '2026-04-28' })).toMatchObject({
      broken: ['no_aanvulling_open'],
    })
  })

  test('closing the zaak ends the suspension', async () => {
    await ask(1)
    const close = { statustype: 'besluit_genomen', resultaat: 'geweigerd' }
    expect(await changeStatus(ctx, { ...act, versie: 2, ...close })).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({ opschorting: null, aanvullingen: [], status: 'vergunning_geweigerd' })
  })
})

describe('besluit', () => {
  const close = (more: object) =>
    changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'geweigerd', ...more })

  test('the term for bezwaar begins on the day after the bekendmaking', async () => {
    on('2026-03-20')
    await close({ besluitdatum: '2026-03-19', bekendmakingsdatum: '2026-03-24' })
    expect((await zaak()).besluit).toEqual({
      datum: '2026-03-19',
      bekendmakingsdatum: '2026-03-24',
      uiterlijkeReactiedatum: '2026-05-06',
    })
  })

  test('the dates default to today; a resultaat that is no besluit makes none', async () => {
    await close({})
    expect((await zaak()).besluit).toMatchObject({ datum: '2026-03-02', bekendmakingsdatum: '2026-03-02' })
    ;({ id, change: act } = await registerTestZaak(ctx))
    await close({ resultaat: 'ingetrokken', besluitdatum: '2026-03-02' })
    expect((await zaak()).besluit).toBeNull()
  })

  test('impossible dates are refused', async () => {
    expect(await close({ besluitdatum: '2026-03-03', bekendmakingsdatum: '2026-03-02' })).toMatchObject({
      broken: ['besluit_in_future', 'bekendmaking_before_besluit'],
    })
    expect(await close({ besluitdatum: '2026-03-01' })).toMatchObject({ broken: ['besluit_before_zaak'] })
  })
})

describe('vertraging melden', () => {
  const announce = (verwacht: string, toelichting = 'Wij wachten op advies.') =>
    announceVertraging(ctx, { ...act, versie: 1, verwacht, toelichting })

  test('moves the streefdatum to the expected day and keeps the fatale datum (Awb 4:14)', async () => {
    on('2026-04-20')
    expect(await announce('2026-05-11')).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2026-05-11', FATAAL])
  })

  test('is refused for a day before the fatale datum or in the past, and without a reason', async () => {
    expect(await announce(FATAAL, '')).toMatchObject({ broken: ['expected_too_early', 'reason_required'] })
    on('2026-05-11')
    expect(await announce('2026-05-11')).toMatchObject({ broken: ['expected_too_early'] })
    expect(await announce('2026-05-12')).toMatchObject({ ok: true })
  })

  test.each([
    ['APV-STAND', FATAAL, 'Lukt het niet vóór of op 27 apr 2026?'],
    ['APV-STAND', '2026-04-28', 'De laatste dag om te beslissen was 27 apr 2026.'],
    ['PARK-GPK', '2026-04-28', 'uiterlijk op die dag'],
    ['PARK-GPK', '2026-04-29', 'De laatste dag om te beslissen was 28 apr 2026.'],
  ])('the page for %s on %s says: %s', async (zaaktype, today, sentence) => {
    ;({ id } = await registerTestZaak(ctx, { zaaktype }))
    const zaak = await findZaakDetail(ctx, id, { lezer: LEZER })
    expect(ANNOUNCE_VERTRAGING_PAGE.uitleg({ zaak: zaak as ZaakDetail, today }).join(' ')).toContain(sentence)
  })

  /** PARK-GPK: the eight weeks end on 27 April, a holiday. */
  test('within a reasonable term it extends the term until that day, which can be undone (Awb 4:14 lid 3)', async () => {
    ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'PARK-GPK' }))
    expect(await dates()).toEqual([STREEF, '2026-04-28'])
    on('2026-04-28')
    expect(await announce('2026-06-06')).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2026-06-06', '2026-06-06'])
    const last = (await zaak()).statussen.at(-1)
    expect(last).toMatchObject({ soort: 'verlenging', uiterlijkeEinddatumAfdoening: '2026-06-06' })

    const rows = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`
    const { rows: history } = await ctx.pool.query<Termijnrij>(rows, [id])
    const replayed = replayTermijn('2026-03-02', history, await findZaaktype(ctx, 'PARK-GPK'))
    expect(replayed).toMatchObject({ uiterlijkeEinddatum: '2026-06-06', doorgeschovenDagen: 0 })

    on('2026-04-30')
    await undoHandeling(ctx, { ...act, versie: 2, toelichting: 'Van een andere zaak.' })
    expect(await dates()).toEqual([STREEF, '2026-04-28'])
  })
})

describe('ingebrekestelling', () => {
  const receive = (versie: number, op: string) => receiveIngebrekestelling(ctx, { ...act, versie, op })

  test('is refused before the end of the term, and when it came before that (Awb 4:17)', async () => {
    on(FATAAL)
    expect(await receive(1, FATAAL)).toMatchObject({ broken: ['term_not_passed', 'received_before_end'] })
    on('2026-04-28')
    expect(await receive(1, FATAAL)).toMatchObject({ broken: ['received_before_end'] })
    expect(await receive(1, '2026-04-29')).toMatchObject({ broken: ['received_in_future'] })
    expect((await zaak()).ingebrekestelling).toBeNull()
  })

  test('gives the last day on which a besluit costs nothing, once, and can be undone', async () => {
    on('2026-05-04')
    expect(await receive(1, '2026-04-28')).toMatchObject({ ok: true })
    expect((await zaak()).ingebrekestelling).toMatchObject({ op: '2026-04-28', beslisUiterlijk: '2026-05-12' })
    expect(await receive(2, '2026-04-29')).toMatchObject({ broken: ['in_default_already'] })
    expect(await undoHandeling(ctx, { ...act, versie: 2, toelichting: 'Van een andere zaak.' })).toMatchObject({
      ok: true,
    })
    expect((await zaak()).ingebrekestelling).toBeNull()
  })

  test('is refused while the term stands still', async () => {
    await suspend(1)
    on('2026-06-01')
    expect(await receive(2, '2026-06-01')).toMatchObject({ broken: ['term_not_passed'] })
  })
})

describe('corrigeren', () => {
  const correct = (versie: number, toelichting = 'Wij hadden per ongeluk een verkeerde status gezet.') =>
    correctStatus(ctx, { ...act, versie, toelichting })

  test('undoes the last status with all that it changed; the history keeps both', async () => {
    const before = await zaak()
    const close = { statustype: 'besluit_genomen', resultaat: 'geweigerd', bekendmakingsdatum: '2026-03-04' }
    await changeStatus(ctx, { ...act, versie: 1, ...close })
    expect(await correct(2)).toMatchObject({ ok: true, versie: 3 })
    const { statussen, versie: _, ...after } = await zaak()
    expect(after).toEqual({ ...after, einddatum: null, besluit: null, status: before.status })
    expect(statussen.map(({ soort, statuscode }) => [soort, statuscode])).toEqual([
      ['registratie', 'aanvraag_ontvangen'],
      ['statuswijziging', 'vergunning_geweigerd'],
      ['correctie', 'aanvraag_ontvangen'],
    ])
    expect(await correct(3)).toMatchObject({ broken: ['nothing_to_correct'] })
  })

  test('is refused after a bekendmaking, without a reason, and for another act', async () => {
    expect(await correct(1, '')).toMatchObject({ broken: ['nothing_to_correct', 'reason_required'] })
    await changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    expect(await correct(2)).toMatchObject({ broken: ['made_known_already'] })
  })
})

describe('herstellen', () => {
  const undo = (versie: number, toelichting = 'Dit was van een andere zaak.') =>
    undoHandeling(ctx, { ...act, versie, toelichting })

  test('undoing a verlenging takes its days back, and allows another one', async () => {
    await extendZaak(ctx, { ...act, versie: 1, dagen: 7, toelichting: 'Meer tijd.' })
    expect(await undo(2)).toMatchObject({ ok: true, versie: 3 })
    expect(await dates()).toEqual([STREEF, FATAAL])
    const { statussen } = await zaak()
    expect(statussen.map(({ soort }) => soort)).toEqual(['registratie', 'verlenging', 'herstel'])
    expect(await extendZaak(ctx, { ...act, versie: 3, dagen: 14, toelichting: 'Meer tijd.' })).toMatchObject({
      ok: true,
    })
  })

  test('undoing an opschorting leaves no suspended days', async () => {
    await suspend(1)
    on('2026-03-10')
    expect(await undo(2)).toMatchObject({ ok: true })
    expect((await zaak()).opschorting).toBeNull()
    expect(await dates()).toEqual([STREEF, FATAAL])
  })

  test('undoing a hervatting continues the suspension from its first day', async () => {
    await suspend(1)
    on('2026-03-10')
    await resumeZaak(ctx, { ...act, versie: 2, op: '2026-03-10' })
    expect(await undo(3)).toMatchObject({ ok: true })
    expect((await zaak()).opschorting).toEqual({ soort: 'opschorting', op: '2026-03-02', tot: '2026-03-16' })
    on('2026-03-16')
    await resumeZaak(ctx, { ...act, versie: 4, op: '2026-03-16' })
    expect(await dates()).toEqual(['2026-04-26', '2026-05-10'])
  })

  test('undoing a received aanvulling reopens the request, except for the part that came earlier', async () => {
    const aanvullingen = [{ naam: 'Foto' }, { naam: 'Plattegrond' }]
    await requestAanvulling(ctx, { ...act, versie: 1, uiterlijk: '2026-03-16', aanvullingen })
    const foto = (await zaak()).aanvullingen[0]?.id as string
    on('2026-03-10')
    await receiveAanvulling(ctx, { ...act, versie: 2, op: '2026-03-03', aanvullingen: [foto] })
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-10' })
    expect(await undo(4)).toMatchObject({ ok: true })
    expect((await zaak()).aanvullingen).toMatchObject(aanvullingen)
    const rows = await ctx.db.aanvulling.findMany({ where: { zaakId: id }, orderBy: { volgnummer: 'asc' } })
    expect(rows.map(({ ontvangenOp }) => ontvangenOp && isoDate(ontvangenOp))).toEqual(['2026-03-03', null])
  })

  test('is refused for earlier acts, without a reason, and for a status', async () => {
    expect(await undo(1)).toMatchObject({ broken: ['nothing_to_undo'] })
    await suspend(1)
    expect(await undo(2, ' ')).toMatchObject({ broken: ['reason_required'] })
    await changeStatus(ctx, { ...act, versie: 2, statustype: 'in_behandeling' })
    expect(await undo(3)).toMatchObject({ broken: ['nothing_to_undo'] })
  })
})

describe('stilstand that overlaps', () => {
  const ask = (versie: number, uiterlijk: string) =>
    requestAanvulling(ctx, { ...act, versie, op: '2026-03-02', uiterlijk, aanvullingen: [{ naam: 'Foto' }] })
  const agree = (versie: number, op: string, tot: string) => suspend(versie, { reden: 'aanvrager_stemt_in', op, tot })
  const soorten = async () => (await zaak()).statussen.map(({ soort }) => soort)

  test('consent that is prolonged before it ends counts each day once', async () => {
    await agree(1, '2026-03-02', '2026-03-16')
    on('2026-03-16')
    expect(await agree(2, '2026-03-13', '2026-03-16')).toMatchObject({ broken: ['ends_not_later'] })
    expect(await agree(2, '2026-03-13', '2026-03-30')).toMatchObject({ ok: true, versie: 3 })
    expect((await zaak()).opschorting).toEqual({ soort: 'opschorting', op: '2026-03-02', tot: '2026-03-30' })
    on('2026-03-31')
    await resumeExpired(ctx)
    // 3 to 30 March
    expect(await dates()).toEqual([addToDate(STREEF, 'P28D'), addToDate(FATAAL, 'P28D')])
  })

  test('consent that is recorded when the term runs again begins where that stilstand ended', async () => {
    await agree(1, '2026-03-02', '2026-03-16')
    on('2026-03-17')
    await resumeExpired(ctx)
    expect(await agree(3, '2026-03-13', '2026-03-30')).toMatchObject({ ok: true })
    expect((await zaak()).opschorting).toMatchObject({ op: '2026-03-16', tot: '2026-03-30' })
  })

  test('overmacht during an aanvulling continues when the aanvulling comes, in a row of its own', async () => {
    await ask(1, '2026-03-16')
    on('2026-03-09')
    expect(await suspend(2, { op: '2026-03-06', tot: '2026-03-20' })).toMatchObject({ ok: true })
    expect(await suspend(3, { op: '2026-03-06', tot: '2026-03-20' })).toMatchObject({ broken: ['suspended_already'] })
    expect((await zaak()).opschorting).toEqual({ soort: 'aanvulling', op: '2026-03-02', tot: '2026-03-16' })
    on('2026-03-12')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-12' })
    expect(await soorten()).toEqual([
      'registratie',
      'aanvullingsverzoek',
      'opschorting',
      'aanvulling_ontvangen',
      'opschorting',
    ])
    expect((await zaak()).opschorting).toEqual({ soort: 'opschorting', op: '2026-03-11', tot: '2026-03-20' })
    expect((await zaak()).statussen.at(-1)?.reden).toBe('overmacht')
    on('2026-03-20')
    await resumeZaak(ctx, { ...act, versie: 5, op: '2026-03-20' })
    // 3 to 19 March
    expect(await dates()).toEqual([addToDate(STREEF, 'P17D'), addToDate(FATAAL, 'P17D')])
  })

  test('a stilstand that continued by itself cannot be undone, because it would continue again', async () => {
    await ask(1, '2026-03-16')
    await suspend(2, { op: '2026-03-02', tot: '2026-03-20' })
    on('2026-03-12')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-12' })
    expect((await findZaakDetail(ctx, id, { lezer: LEZER }))?.vanzelf).toBe(true)
    const undone = await undoHandeling(ctx, { ...act, versie: 5, toelichting: 'Van een andere zaak.' })
    expect(undone).toMatchObject({ broken: ['nothing_to_undo'] })
  })

  test('overmacht that began before the aanvulling was asked counts from then', async () => {
    on('2026-03-06')
    await requestAanvulling(ctx, { ...act, versie: 1, uiterlijk: '2026-03-20', aanvullingen: [{ naam: 'Foto' }] })
    on('2026-03-09')
    await suspend(2, { op: '2026-03-02', tot: '2026-03-20' })
    on('2026-03-12')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-12' })
    await resumeZaak(ctx, { ...act, versie: 5, op: '2026-03-12' })
    // 3 to 11 March
    expect(await dates()).toEqual([addToDate(STREEF, 'P9D'), addToDate(FATAAL, 'P9D')])
  })

  test('consent that ends before the aanvulling comes adds no suspended days', async () => {
    await ask(1, '2026-03-16')
    await agree(2, '2026-03-02', '2026-03-06')
    on('2026-03-12')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-12' })
    expect(await soorten()).toHaveLength(4)
    expect((await zaak()).opschorting).toBeNull()
    expect(await dates()).toEqual([addToDate(STREEF, 'P9D'), addToDate(FATAAL, 'P9D')])
  })

  test('a stilstand continues also when a process died between the two rows', async () => {
    await ask(1, '2026-03-16')
    await suspend(2, { op: '2026-03-02', tot: '2026-03-20' })
    on('2026-03-12')
    await receiveAanvulling(ctx, { ...act, versie: 3, op: '2026-03-12' })
    const was = await ctx.db.status.findFirstOrThrow({ where: { zaakId: id, versie: 4 } })
    const { opschorting, opgeschortOp, opgeschortTot, daarnaReden, daarnaOp, daarnaTot } = was
    const data = { opschorting, opgeschortOp, opgeschortTot, daarnaReden, daarnaOp, daarnaTot }
    await ctx.db.zaak.update({ where: { id }, data })
    await resumeExpired(ctx)
    expect((await zaak()).opschorting).toMatchObject({ soort: 'opschorting', op: '2026-03-11' })
  })
})
