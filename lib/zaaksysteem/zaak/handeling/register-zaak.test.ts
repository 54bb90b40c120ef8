import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { AANVRAGER, TRACEPARENT } from '../test-zaak.ts'
import { registerZaak } from './register-zaak.ts'

let ctx: TestZaaksysteem
let now = new Date('2026-11-27T08:12:00Z')

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

const register = (zaaktype: string) =>
  registerZaak(ctx, { zaaktype, omschrijving: 'Zomerfeest Kerkplein', aanvrager: AANVRAGER, traceparent: TRACEPARENT })

test('a new zaak has a zaaknummer, its first status, a history row and one event', async () => {
  const zaak = await register('APV-EVEN')
  expect(zaak).toMatchObject({ identificatie: 'ZAAK-2026-0000000001', versie: 1 })
  const row = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.id }, include: { statussen: true } })
  expect(row).toMatchObject({ statustype: 'aanvraag_ontvangen', statuscode: 'aanvraag_ontvangen', einddatum: null })
  expect(row.statussen).toMatchObject([{ versie: 1, soort: 'registratie', gezetDoorId: null }])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: zaak.id } })).toBe(1)
})

test('an omschrijving that does not fit leaves no zaak, no status and no event', async () => {
  const counts = () => Promise.all([ctx.db.zaak.count(), ctx.db.status.count(), ctx.db.gebeurtenis.count()])
  const before = await counts()
  const tooLong = { zaaktype: 'APV-EVEN', omschrijving: 'x'.repeat(81), aanvrager: AANVRAGER, traceparent: TRACEPARENT }
  const refusal = await registerZaak(ctx, tooLong).catch((error: object) => error)
  expect(refusal).toBeInstanceOf(Error)
  expect(JSON.stringify(refusal)).not.toContain(AANVRAGER.bsn)
  expect(await counts()).toEqual(before)
})

test('a BSN that fails the elfproef leaves no zaak, and is not in the error', async () => {
  const before = await ctx.db.zaak.count()
  const aanvrager = { ...AANVRAGER, bsn: '999990343' }
  const registration = { zaaktype: 'APV-EVEN', omschrijving: 'Zomerfeest', aanvrager, traceparent: TRACEPARENT }
  const refusal = await registerZaak(ctx, registration).catch((error: Error) => error)
  expect(refusal).toBeInstanceOf(Error)
  expect(String(refusal)).not.toContain(aanvrager.bsn)
  expect(await ctx.db.zaak.count()).toBe(before)
})

describe('terms count calendar days in the Netherlands', () => {
  test.each([
    [
      'just after midnight in Amsterdam it is the next day',
      '2026-11-26T23:30:00Z',
      'PARK-BEW',
      '2026-11-27',
      '2026-12-02',
      '2026-12-11',
    ],
    ['just before midnight it is not', '2026-11-26T22:59:59Z', 'PARK-BEW', '2026-11-26', '2026-12-01', '2026-12-10'],
    ['over the start of summer time', '2026-03-27T23:30:00Z', 'PARK-BEW', '2026-03-28', '2026-04-02', '2026-04-11'],
    ['over the end of summer time', '2026-10-20T22:30:00Z', 'PARK-BEW', '2026-10-21', '2026-10-26', '2026-11-04'],
    [
      'over a leap day and two changes of the clock',
      '2027-10-01T10:00:00Z',
      'OMG-UITG',
      '2027-10-01',
      '2028-03-03',
      '2028-03-31',
    ],
  ])('%s', async (_, instant, zaaktype, startdatum, streefdatum, fataleDatum) => {
    now = new Date(instant)
    const { id } = await register(zaaktype)
    const row = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
    expect([row.startdatum, row.einddatumGepland, row.uiterlijkeEinddatum].map(isoDate)).toEqual([
      startdatum,
      streefdatum,
      fataleDatum,
    ])
  })
})
