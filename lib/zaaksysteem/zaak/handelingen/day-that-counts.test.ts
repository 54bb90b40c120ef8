import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { grantOverdue } from '../../upkeep/act-by-law.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { findZaakDetail } from '../detail/find-zaak-detail.ts'
import { LEZER, registerTestZaak } from '../test-zaak.ts'
import { requestAanvulling } from './aanvulling/request-aanvulling.ts'
import { changeStatus } from './status/change-status.ts'
import { announceVertraging } from './te-laat/announce-vertraging.ts'
import { receiveIngebrekestelling } from './te-laat/receive-ingebrekestelling.ts'
import { extendZaak } from './verlenging/extend-zaak.ts'

/** APV-STAND, registered on 2 March: its fatale datum is 27 April. */
const FATAAL = '2026-04-27'
const toelichting = 'Wij wachten op advies.'

let ctx: TestZaaksysteem
let now: Date
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

const on = (date: string) => {
  now = new Date(`${date}T09:00:00Z`)
}
async function register(date: string, zaaktype = 'APV-STAND') {
  on(date)
  ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype }))
}
beforeEach(() => register('2026-03-02'))

const zaak = async () => (await findZaakResource(ctx, id)) as NonNullable<Awaited<ReturnType<typeof findZaakResource>>>
const ask = (versie: number, more: object) =>
  requestAanvulling(ctx, { ...act, versie, uiterlijk: '2026-05-11', aanvullingen: [{ naam: 'Foto' }], ...more })
const extend = (versie: number, more: object) => extendZaak(ctx, { ...act, versie, dagen: 14, toelichting, ...more })
const announce = (more: object) =>
  announceVertraging(ctx, { ...act, versie: 1, verwacht: '2026-06-01', toelichting, ...more })
const end = (versie: number, more: object) =>
  changeStatus(ctx, { ...act, versie, statustype: 'besluit_genomen', resultaat: 'ingetrokken', ...more })

test('the history, the resource and the desk have both days: that of the letter and that of its recording', async () => {
  on('2026-04-06')
  await ask(1, { op: '2026-04-02' })
  const { opschorting, statussen } = await zaak()
  expect(opschorting).toEqual({ soort: 'aanvulling', op: '2026-04-02', tot: '2026-05-11' })
  expect(statussen[1]).toMatchObject({ gebeurdOp: '2026-04-02', datumStatusGezet: now.toISOString() })
  const { gebeurdOp, datumStatusGezet } = await ctx.db.status.findFirstOrThrow({ where: { zaakId: id, versie: 2 } })
  expect([isoDate(gebeurdOp as Date), datumStatusGezet]).toEqual(['2026-04-02', now])
  const [last, first] = (await findZaakDetail(ctx, id, { lezer: LEZER }))?.history ?? []
  expect([last?.gebeurdOp, first?.gebeurdOp]).toEqual(['2026-04-02', null])
})

test('without `op` today counts', async () => {
  on('2026-04-06')
  await ask(1, {})
  expect((await zaak()).opschorting?.op).toBe('2026-04-06')
  expect((await zaak()).statussen[1]).toMatchObject({ gebeurdOp: null })
})

test.each([
  ['an aanvulling', (op: string) => ask(1, { op })],
  ['an extension', (op: string) => extend(1, { op })],
  ['a later streefdatum', (op: string) => announce({ op })],
])('the day of a letter about %s must be between the startdatum and today', async (_, send) => {
  on('2026-04-06')
  expect(await send('2026-04-07')).toMatchObject({ broken: ['sent_in_future'] })
  expect(await send('2026-03-01')).toMatchObject({ broken: ['sent_before_zaak'] })
  expect(await send('2026-03-02')).toMatchObject({ ok: true })
})

test('an extension sent on the last day may be recorded later; one sent a day later is refused', async () => {
  on('2026-04-29')
  expect(await extend(1, { op: '2026-04-28' })).toMatchObject({ broken: ['term_passed'] })
  expect(await extend(1, {})).toMatchObject({ broken: ['term_passed'] })
  expect(await extend(1, { op: FATAAL })).toMatchObject({ ok: true })
  expect((await zaak()).uiterlijkeEinddatumAfdoening).toBe('2026-05-11')
})

test('an ingebrekestelling lapses when the term turns out to have been extended in time', async () => {
  on('2026-04-28')
  await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-28' })
  on('2026-04-29')
  expect(await extend(2, { op: FATAAL })).toMatchObject({ ok: true })
  const { ingebrekestelling, statussen } = await zaak()
  expect(ingebrekestelling).toBeNull()
  expect(statussen.at(-1)?.soort).toBe('ingebrekestelling_vervallen')
})

test('the last day of an aanvulling must be after the letter, and may have passed at its recording', async () => {
  on('2026-04-06')
  expect(await ask(1, { op: '2026-03-09', uiterlijk: '2026-03-09' })).toMatchObject({ broken: ['last_day_not_ahead'] })
  expect(await ask(1, { op: '2026-03-09', uiterlijk: '2026-03-23' })).toMatchObject({ ok: true })
})

describe('a withdrawal', () => {
  test('ends the zaak on the day on which it came', async () => {
    on('2026-05-14')
    await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-29' })
    on('2026-05-20')
    expect(await end(2, { einddatum: '2026-05-15' })).toMatchObject({ ok: true })
    const { einddatum, statussen, ingebrekestelling } = await zaak()
    expect(einddatum).toBe('2026-05-15')
    expect(statussen.at(-1)).toMatchObject({ gebeurdOp: '2026-05-15', datumStatusGezet: now.toISOString() })
    // 14 May is the only day that cost money: two weeks after that
    expect(ingebrekestelling?.vaststellenUiterlijk).toBe('2026-05-28')
  })

  test.each([
    ['a day that is ahead', { einddatum: '2026-05-21' }],
    ['a day before the aanvraag came', { einddatum: '2026-03-01' }],
    ['a resultaat that is a besluit', { einddatum: '2026-05-15', resultaat: 'geweigerd' }],
    ['a status that ends nothing', { einddatum: '2026-05-15', statustype: 'in_behandeling', resultaat: undefined }],
  ])('is refused with %s', async (_, more) => {
    on('2026-05-20')
    expect(await end(1, more)).toMatchObject({ broken: ['einddatum_impossible'] })
  })
})

describe('a verlening van rechtswege lapses', () => {
  /** PARK-BEW: its fatale datum is 14 October. */
  beforeEach(async () => {
    await register('2026-09-30', 'PARK-BEW')
    on('2026-10-15')
    await grantOverdue(ctx)
    expect((await zaak()).vanRechtswege).toMatchObject({ datum: '2026-10-15' })
  })

  test.each([
    [
      'an aanvulling was asked on the last day',
      (more: object) => ask(2, { op: '2026-10-14', uiterlijk: '2026-10-28', ...more }),
    ],
    ['the aanvrager withdrew on the last day', (more: object) => end(2, { einddatum: '2026-10-14', ...more })],
  ])('when %s, with a reason for the aanvrager', async (_, perform) => {
    expect(await perform({ toelichting: ' ' })).toMatchObject({ broken: ['reason_required'] })
    expect(await perform({ toelichting: 'Dat was op tijd.' })).toMatchObject({ ok: true })
    expect(await zaak()).toMatchObject({ vanRechtswege: null, besluiten: [] })
    on('2026-10-16')
    expect(await grantOverdue(ctx)).toBe(0)
  })

  test.each([
    [
      'an aanvulling was asked on the day after',
      () => ask(2, { op: '2026-10-15', uiterlijk: '2026-10-28', toelichting }),
    ],
    ['the aanvrager withdrew on the day after', () => end(2, { einddatum: '2026-10-15', toelichting })],
  ])('but not when %s', async (_, perform) => {
    expect(await perform()).toMatchObject({ broken: ['besluit_not_made_known'] })
  })
})
