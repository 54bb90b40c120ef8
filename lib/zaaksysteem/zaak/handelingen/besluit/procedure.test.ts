import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findZaaktype } from '../../../catalogus/find-zaaktypen.ts'
import { laatsteDagBuitenBehandeling } from '../../../termijn/beslistermijn.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { replayTermijn, SELECT_TERMIJNRIJ, type Termijnrij } from '../../herberekening/replay-termijn.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { expireAanvulling } from '../aanvulling/expire-aanvulling.ts'
import { receiveAanvulling } from '../aanvulling/receive-aanvulling.ts'
import { reportAanvulling } from '../aanvulling/report-aanvulling.ts'
import { requestAanvulling } from '../aanvulling/request-aanvulling.ts'
import { undoHandeling } from '../herstel/undo-handeling.ts'
import { performHandeling } from '../perform-handeling.ts'
import { changeStatus } from '../status/change-status.ts'
import { recordBesluit } from './record-besluit.ts'
import { RECORD_ZIENSWIJZEN } from './record-zienswijzen.ts'

let ctx: TestZaaksysteem
let now: Date
const on = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}

beforeAll(async () => {
  on('2026-01-05')
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

/** Dates of the law, counted by hand on a calendar. */
const UITGEBREID: [string, { gelegd: string; teVroeg: string; kan: string; terInzage: string; laatste: string }][] = [
  // Laid ter inzage on Monday 2 February. That day counts (3:16 lid 2), so the six weeks end on Sunday 15
  // March, and by Algemene termijnenwet 1 on Monday 16 March. Besluit ter inzage on Tuesday 17 March: beroep
  // until Tuesday 28 April (6:8 lid 4).
  [
    'a term that ends on a Sunday',
    { gelegd: '2026-02-02', teVroeg: '2026-03-16', kan: '2026-03-17', terInzage: '2026-03-17', laatste: '2026-04-28' },
  ],
  // Laid on Wednesday 4 March: ends on Tuesday 14 April. Besluit ter inzage on Thursday 23
  // April: until Thursday 4 June.
  [
    'a term that ends on a weekday',
    { gelegd: '2026-03-04', teVroeg: '2026-04-14', kan: '2026-04-15', terInzage: '2026-04-23', laatste: '2026-06-04' },
  ],
  // Laid on Tuesday 24 February: would end on Easter Monday 6 April, so ends on Tuesday 7 April. Besluit ter
  // inzage on Wednesday 8 April: until 20 May.
  [
    'a term that ends on Easter Monday',
    { gelegd: '2026-02-24', teVroeg: '2026-04-07', kan: '2026-04-08', terInzage: '2026-04-08', laatste: '2026-05-20' },
  ],
  // Laid on Friday 3 April: six weeks end on Thursday 14 May, Ascension Day, and the Friday after is free as
  // well, so on Monday 18 May. Besluit ter inzage on Tuesday 19 May: until Tuesday 30 June.
  [
    'a term that ends on Ascension Day',
    { gelegd: '2026-04-03', teVroeg: '2026-05-18', kan: '2026-05-19', terInzage: '2026-05-19', laatste: '2026-06-30' },
  ],
]

const ASKED = { uiterlijk: '2027-01-18', aanvullingen: [{ naam: 'Plattegrond' }] }

describe('uitgebreide procedure (Awb 3.4)', () => {
  const register = () => registerTestZaak(ctx, { zaaktype: 'OMG-UITG', omschrijving: 'Grote schuur' })
  const close = { statustype: 'besluit_verzonden', resultaat: 'verleend' }

  test.each(UITGEBREID)(
    '%s: the ontwerp lies ter inzage for six weeks, and beroep is open against the besluit',
    async (_, dates) => {
      const { gelegd, teVroeg, kan, terInzage, laatste } = dates
      on('2026-01-05')
      const { id, change } = await register()
      on(gelegd)
      await changeStatus(ctx, { ...change, versie: 1, statustype: 'ontwerp_ter_inzage' })
      // volledigeversie is absent, so that a portal reads the zaak: the event does not have
      // the last day for zienswijzen
      const events = await ctx.db.gebeurtenis.findMany({ where: { zaakId: id } })
      expect(events.map(({ body }) => JSON.parse(body ?? '').volledigeversie)).toEqual([undefined, undefined])
      expect((await findZaakResource(ctx, id))?.ontwerp).toEqual({
        terinzagedatum: gelegd,
        zienswijzenUiterlijk: teVroeg,
        zienswijzen: null,
      })
      on(teVroeg)
      const ahead = { ...change, versie: 2, statustype: 'besluit_genomen' }
      expect(await changeStatus(ctx, ahead)).toMatchObject({ broken: ['step_too_short'] })
      expect(await changeStatus(ctx, { ...change, versie: 2, ...close })).toMatchObject({ broken: ['step_too_short'] })
      expect(await recordBesluit(ctx, { ...change, versie: 2, besluittype: 'verleend' })).toMatchObject({
        broken: ['step_too_short'],
      })
      on(kan)
      expect(await changeStatus(ctx, { ...change, versie: 2, ...close, terinzagedatum: terInzage })).toMatchObject({
        ok: true,
      })
      expect((await findZaakResource(ctx, id))?.besluiten).toMatchObject([
        { rechtsmiddel: 'beroep', datum: kan, terinzagedatum: terInzage, uiterlijkeReactiedatum: laatste },
      ])
    },
  )

  /** Laid ter inzage on Thursday 5 November 2026; zienswijzen until Wednesday 16 December. */
  test('without zienswijzen the term ends four weeks after the term for zienswijzen, which can be undone', async () => {
    on('2026-09-14')
    const { id, change } = await register()
    const dates = async () => {
      const zaak = await findZaakResource(ctx, id)
      return [zaak?.einddatumGepland, zaak?.uiterlijkeEinddatumAfdoening]
    }
    on('2026-11-09')
    const laid = { statustype: 'ontwerp_ter_inzage', ontwerpdatum: '2026-11-05' }
    expect(await changeStatus(ctx, { ...change, versie: 1, ...laid })).toMatchObject({ ok: true })
    expect((await findZaakResource(ctx, id))?.ontwerp).toEqual({
      terinzagedatum: '2026-11-05',
      zienswijzenUiterlijk: '2026-12-16',
      zienswijzen: null,
    })
    expect(await dates()).toEqual(['2027-02-15', '2027-03-14'])
    on('2026-12-17')
    expect(await performHandeling(ctx, RECORD_ZIENSWIJZEN, { ...change, versie: 2, gekomen: false })).toMatchObject({
      ok: true,
    })
    expect(await dates()).toEqual(['2027-01-13', '2027-01-13'])
    expect((await findZaakResource(ctx, id))?.ontwerp).toMatchObject({ zienswijzen: false })

    const rows = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`
    const { rows: history } = await ctx.pool.query<Termijnrij>(rows, [id])
    expect(replayTermijn('2026-09-14', history, await findZaaktype(ctx, 'OMG-UITG'))).toMatchObject({
      einddatumGepland: '2027-01-13',
      uiterlijkeEinddatum: '2027-01-13',
    })

    const mistake = { ...change, versie: 3, toelichting: 'Er kwam toch een zienswijze.' }
    expect(await undoHandeling(ctx, mistake)).toMatchObject({ ok: true })
    expect(await dates()).toEqual(['2027-02-15', '2027-03-14'])
    await performHandeling(ctx, RECORD_ZIENSWIJZEN, { ...change, versie: 4, gekomen: true })
    expect(await dates()).toEqual(['2027-02-15', '2027-03-14'])
  })

  test('a late zienswijze restores the full term, and keeps the days that were suspended since', async () => {
    on('2026-09-14')
    const { id, change } = await register()
    on('2026-11-05')
    await changeStatus(ctx, { ...change, versie: 1, statustype: 'ontwerp_ter_inzage' })
    on('2026-12-17')
    await performHandeling(ctx, RECORD_ZIENSWIJZEN, { ...change, versie: 2, gekomen: false })
    // 5 until 10 January: six days
    on('2027-01-04')
    await requestAanvulling(ctx, { ...change, versie: 3, ...ASKED })
    on('2027-01-11')
    await receiveAanvulling(ctx, { ...change, versie: 4, op: '2027-01-11' })
    expect((await findZaakResource(ctx, id))?.uiterlijkeEinddatumAfdoening).toBe('2027-01-19')
    on('2027-01-12')
    const same = { ...change, versie: 5, gekomen: false }
    expect(await performHandeling(ctx, RECORD_ZIENSWIJZEN, same)).toMatchObject({ broken: ['zienswijzen_recorded'] })
    expect(await performHandeling(ctx, RECORD_ZIENSWIJZEN, { ...same, gekomen: true })).toMatchObject({ ok: true })
    // 14 March and 15 February, six days later
    const dates = { einddatumGepland: '2027-02-21', uiterlijkeEinddatumAfdoening: '2027-03-20' }
    expect(await findZaakResource(ctx, id)).toMatchObject(dates)
    const rows = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`
    const { rows: history } = await ctx.pool.query<Termijnrij>(rows, [id])
    expect(replayTermijn('2026-09-14', history, await findZaaktype(ctx, 'OMG-UITG'))).toMatchObject({
      einddatumGepland: '2027-02-21',
      uiterlijkeEinddatum: '2027-03-20',
    })
  })

  test('the ontwerp cannot be skipped by a later status, by closing the zaak or by recording a besluit', async () => {
    on('2026-01-05')
    const { change } = await register()
    expect(await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen' })).toMatchObject({
      broken: ['status_not_offered'],
    })
    for (const resultaat of ['verleend', 'geweigerd']) {
      expect(await changeStatus(ctx, { ...change, versie: 1, ...close, resultaat })).toMatchObject({
        broken: ['step_required'],
      })
    }
    expect(await recordBesluit(ctx, { ...change, versie: 1, besluittype: 'geweigerd' })).toMatchObject({
      broken: ['step_required'],
    })
  })

  test('the aanvrager can withdraw while the ontwerp lies ter inzage, and no besluit is made', async () => {
    on('2026-02-02')
    const { id, change } = await register()
    await changeStatus(ctx, { ...change, versie: 1, statustype: 'ontwerp_ter_inzage' })
    const withdrawn = { ...change, versie: 2, ...close, resultaat: 'ingetrokken' }
    expect(await changeStatus(ctx, withdrawn)).toMatchObject({ ok: true })
    expect(await findZaakResource(ctx, id)).toMatchObject({ besluiten: [], besluit: null })
  })
})

type Registered = Awaited<ReturnType<typeof registerTestZaak>>

describe('buiten behandeling (Awb 4:5)', () => {
  const leave = { statustype: 'besluit_genomen', resultaat: 'buiten_behandeling' }
  const ask = { uiterlijk: '2026-03-16', aanvullingen: [{ naam: 'Plattegrond' }] }

  test('requires an aanvullingsverzoek first (lid 1)', async () => {
    on('2026-03-02')
    const { id, change } = await registerTestZaak(ctx)
    expect(await changeStatus(ctx, { ...change, versie: 1, ...leave })).toMatchObject({
      broken: ['aanvulling_not_asked'],
    })
    await requestAanvulling(ctx, { ...change, versie: 1, ...ask })
    on('2026-03-16')
    expect(await changeStatus(ctx, { ...change, versie: 2, ...leave })).toMatchObject({
      broken: ['aanvulling_term_runs'],
    })
    // the day after the last day, also when EXPIRE_AANVULLING has not run yet
    on('2026-03-17')
    expect(await changeStatus(ctx, { ...change, versie: 2, ...leave })).toMatchObject({ ok: true })
    expect((await findZaakResource(ctx, id))?.besluiten).toMatchObject([{ rechtsmiddel: 'bezwaar' }])
  })

  test.each([
    ['it came', receiveAanvulling, '2026-03-10'],
    ['its last day passed', expireAanvulling, '2026-03-17'],
  ] as const)('is possible when %s', async (_, end, day) => {
    on('2026-03-02')
    const { change } = await registerTestZaak(ctx)
    await requestAanvulling(ctx, { ...change, versie: 1, ...ask })
    on(day)
    expect(await end(ctx, { ...change, versie: 2, op: day })).toMatchObject({ ok: true })
    expect(await changeStatus(ctx, { ...change, versie: 3, ...leave })).toMatchObject({ ok: true })
  })

  test.each([
    [
      'came after its last day',
      ({ change }: Registered) => receiveAanvulling(ctx, { ...change, versie: 3, op: '2026-03-18' }),
      4,
    ],
    ['did not come', async () => ({ ok: true }), 3],
  ])('requires aanvullingBekeken when it %s', async (_, late, versie) => {
    on('2026-03-02')
    const registered = await registerTestZaak(ctx)
    const { change } = registered
    await requestAanvulling(ctx, { ...change, versie: 1, ...ask })
    on('2026-03-18')
    await expireAanvulling(ctx, { ...change, versie: 2 })
    expect(await late(registered)).toMatchObject({ ok: true })
    const left = { ...change, versie, ...leave }
    if (versie === 4) {
      expect(await changeStatus(ctx, left)).toMatchObject({ broken: ['aanvulling_not_looked_at'] })
    }
    expect(await changeStatus(ctx, { ...left, aanvullingBekeken: versie === 4 })).toMatchObject({ ok: true })
  })

  test('requires aanvullingBekeken after a report of the aanvrager', async () => {
    on('2026-03-02')
    const { change } = await registerTestZaak(ctx)
    await requestAanvulling(ctx, { ...change, versie: 1, ...ask })
    await reportAanvulling(ctx, { ...change, versie: 2, op: '2026-03-02' })
    const left = { ...change, versie: 3, ...leave }
    expect(await changeStatus(ctx, left)).toMatchObject({ broken: ['aanvulling_not_looked_at'] })
    await receiveAanvulling(ctx, { ...change, versie: 3, op: '2026-03-02' })
    expect(await changeStatus(ctx, { ...left, versie: 4 })).toMatchObject({ ok: true })
  })

  test('needs no ontwerpbesluit', async () => {
    on('2026-03-02')
    const { change } = await registerTestZaak(ctx, { zaaktype: 'OMG-UITG', omschrijving: 'Grote schuur' })
    await requestAanvulling(ctx, { ...change, versie: 1, ...ask })
    on('2026-03-17')
    const left = { ...change, versie: 2, ...leave, statustype: 'besluit_verzonden' }
    expect(await changeStatus(ctx, left)).toMatchObject({ ok: true })
  })

  test.each([
    // lid 4: four weeks after the aanvulling came or its last day passed; Algemene termijnenwet 1
    ['2026-03-16', '2026-04-13'],
    ['2026-03-09', '2026-04-07'],
    ['2026-04-01', '2026-04-29'],
  ])('is possible for four weeks after %s, until %s', (passed, last) => {
    expect(laatsteDagBuitenBehandeling(passed)).toBe(last)
  })
})

describe('the day on which a besluit is made known', () => {
  test.each([
    ['2026-04-01', true],
    ['2026-04-02', false],
  ])('may be at most thirty days ahead: on 2 March, %s gives %s', async (bekendmakingsdatum, ok) => {
    on('2026-03-02')
    const { change } = await registerTestZaak(ctx)
    const close = { statustype: 'besluit_genomen', resultaat: 'verleend', bekendmakingsdatum }
    const outcome = await changeStatus(ctx, { ...change, versie: 1, ...close })
    expect(outcome).toMatchObject(ok ? { ok: true } : { broken: ['bekendmaking_too_far'] })
  })
})
