import { beforeEach, expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { resumeZaak } from '../zaak/handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { receiveIngebrekestelling } from '../zaak/handelingen/te-laat/receive-ingebrekestelling.ts'
import { actorOf, registerTestZaak } from '../zaak/test-zaak.ts'
import { findSignaleringen } from './find-signaleringen.ts'
import { markSignaleringenGezien } from './mark-signaleringen-gezien.ts'
import { signaleerStilstand } from './raise-signaleringen.ts'

let now: Date
let zaak: Awaited<ReturnType<typeof registerTestZaak>>

const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
  on('2026-10-01')
  zaak = await registerTestZaak(ctx)
})

function on(date: string) {
  now = new Date(`${date}T06:00:00Z`)
}
const suspend = (reden: string, tot: string) =>
  suspendZaak(ctx, { ...zaak.change, versie: 1, reden, op: '2026-10-01', tot })
const shown = async () => (await findSignaleringen(ctx, actorOf(zaak.behandelaarId))).map(({ soort }) => soort)
const causes = async () => (await ctx.db.signalering.findMany()).map(({ gegeven }) => gegeven)

test.each([
  ['a Thursday, on Monday', '2026-10-15', '2026-10-13'],
  ['a Monday, over the weekend before', '2026-10-19', '2026-10-15'],
  ['a Sunday, on the Thursday before', '2026-10-18', '2026-10-15'],
  ['the Tuesday after Christmas, over it', '2026-12-29', '2026-12-24'],
])('consent to wait that ends on %s gives one signalering two working days before', async (_, tot, toldOn) => {
  await suspend('aanvrager_stemt_in', tot)
  const dayBefore = new Date(Date.parse(toldOn) - 86_400_000).toISOString().slice(0, 10)
  on(dayBefore)
  expect(await signaleerStilstand(ctx)).toBe(0)
  on(toldOn)
  expect(await signaleerStilstand(ctx)).toBe(1)
  expect(await signaleerStilstand(ctx)).toBe(0)
  expect(await shown()).toEqual(['instemming_eindigt'])
  expect(await causes()).toEqual([tot])
  await resumeZaak(ctx, { ...zaak.change, versie: 2, op: toldOn })
  expect(await shown()).toEqual([])
})

test('an opschorting without an end of its own gives a signalering every two weeks, also before the expected end', async () => {
  await suspend('overmacht', '2026-10-08')
  on('2026-10-14')
  expect(await signaleerStilstand(ctx)).toBe(0)
  on('2026-10-15')
  expect(await signaleerStilstand(ctx)).toBe(1)
  on('2026-10-28')
  expect(await signaleerStilstand(ctx)).toBe(0)
  on('2026-10-29')
  expect(await signaleerStilstand(ctx)).toBe(1)
  expect(await causes()).toEqual(['2026-10-01/4'])
  expect(await shown()).toEqual(['opschorting_duurt'])
  await markSignaleringenGezien(ctx, { behandelaarId: zaak.behandelaarId, of: { zaakId: zaak.id } })
  on('2026-11-12')
  expect(await signaleerStilstand(ctx)).toBe(1)
  expect(await shown()).toEqual(['opschorting_duurt'])
  await resumeZaak(ctx, { ...zaak.change, versie: 2, op: '2026-11-12' })
  expect(await shown()).toEqual([])
})

test('a late besluit after an ingebrekestelling gives one signalering three days before it costs money', async () => {
  on('2026-12-01')
  await receiveIngebrekestelling(ctx, { ...zaak.change, versie: 1, op: '2026-11-30' })
  on('2026-12-10')
  expect(await signaleerStilstand(ctx)).toBe(0)
  on('2026-12-11')
  expect(await signaleerStilstand(ctx)).toBe(1)
  on('2027-02-01')
  expect(await signaleerStilstand(ctx)).toBe(0)
  expect(await shown()).toEqual(['dwangsom_nabij'])
})

test('an opschorting for an aanvulling gives none of these signaleringen', async () => {
  const aanvullingen = [{ naam: 'Foto' }]
  await requestAanvulling(ctx, { ...zaak.change, versie: 1, uiterlijk: '2026-10-15', aanvullingen })
  for (const date of ['2026-10-14', '2026-10-15']) {
    on(date)
    expect(await signaleerStilstand(ctx)).toBe(0)
  }
})
