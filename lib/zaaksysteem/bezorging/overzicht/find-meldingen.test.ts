import { expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { markMeldingGezien } from '../../upkeep/mark-melding-gezien.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findMeldingen } from './find-meldingen.ts'

const NOW = new Date('2026-11-27T08:12:00Z')

let now = NOW

const ctx = await openTestZaaksysteem({ clock: () => now })

test('meldingen are listed newest first until a beheerder marks them as seen', async () => {
  const abonnementId = await addAbonnement(ctx, { naam: 'Zaaksite' })
  const report = { abonnementId, soort: 'falend' } as const
  const older = await ctx.db.melding.create({ data: { ...report, gegeven: '50', aangemaaktOp: NOW } })
  const later = new Date(NOW.getTime() + 1)
  await ctx.db.melding.create({ data: { ...report, gegeven: '70', aangemaaktOp: later } })
  expect(await findMeldingen(ctx)).toMatchObject([
    { abonnementNaam: 'Zaaksite', gegeven: '70' },
    { id: older.id, abonnementId, soort: 'falend', gegeven: '50', aangemaaktOp: NOW, gezienOp: null },
  ])

  expect(await markMeldingGezien(ctx, { id: older.id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  now = later
  expect(await markMeldingGezien(ctx, { id: older.id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect(await findMeldingen(ctx)).toMatchObject([{ gegeven: '70' }])
  expect(await ctx.db.melding.findUnique({ where: { id: older.id } })).toMatchObject({ gezienOp: NOW })
})

test.each(['019a0000-0000-7000-8000-000000000000', 'geen-uuid'])(
  'marking melding %s is refused as not found',
  async (id) => {
    expect(await markMeldingGezien(ctx, { id, actor: OPDRACHTREGEL })).toEqual({ ok: false, reason: 'not_found' })
  },
)
