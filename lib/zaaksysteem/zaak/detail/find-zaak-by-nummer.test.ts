import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { findZaakByNummer } from './find-zaak-by-nummer.ts'

const LEZER = { team: 'Vergunningen', rollen: ['lezer'] }

const ctx = await openTestZaaksysteem()

test('an open or closed zaak is found by its whole number or by its short digits', async () => {
  const { id } = await registerTestZaak(ctx)
  const { identificatie, nummer } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const find = (zoek: string) => findZaakByNummer(ctx, zoek, LEZER)
  const spellings = [identificatie, identificatie.toLowerCase(), String(nummer), String(nummer).padStart(10, '0')]
  expect(await Promise.all(spellings.map(find))).toEqual([id, id, id, id])
  await ctx.db.zaak.update({ where: { id }, data: { einddatum: new Date('2026-11-25') } })
  expect(await find(identificatie)).toBe(id)
})

test('an unknown number, and the number of a zaak that the reader may not read, find nothing', async () => {
  const { id } = await registerTestZaak(ctx)
  const { identificatie } = await ctx.db.zaak.update({ where: { id }, data: { vertrouwelijk: true, team: 'Elders' } })
  const others = ['', 'kap', '9999999999', '99999999999', 'ZAAK-2026-9999999999', "'; drop table zaak", identificatie]
  for (const zoek of others) expect(await findZaakByNummer(ctx, zoek, LEZER)).toBeUndefined()
})
