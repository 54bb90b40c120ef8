import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { changeGegevens } from '../../zaak/handelingen/gegevens/change-gegevens.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { countOpenDatalekken, findDatalekken } from './find-datalekken.ts'
import { judgeDatalek } from './judge-datalek.ts'

let now = new Date('2026-11-27T08:00:00Z')
const ctx = await openTestZaaksysteem({ clock: () => now })

async function mended(changes: object) {
  const zaak = await registerTestZaak(ctx)
  await changeGegevens(ctx, { ...zaak.change, versie: 1, aanleiding: 'Typefout.', ...changes })
  return zaak
}

test('a datalek is listed with its last view, and open until a beheerder judges it', async () => {
  const seen = await registerTestZaak(ctx)
  const { gebeurtenisId } = await ctx.db.status.findFirstOrThrow({ where: { zaakId: seen.id } })
  const gezienOp = new Date('2026-11-27T07:30:00Z')
  const bewijs = { gebeurtenisId, client: 'portaal', soort: 'gezien', zaakId: seen.id } as const
  await ctx.db.bewijs.create({ data: { ...bewijs, tijdstip: gezienOp, ontvangenOp: gezienOp } })
  const initiator = { bsn: '999992806' }
  await changeGegevens(ctx, { ...seen.change, versie: 1, aanleiding: 'Typefout.', initiator })
  now = new Date('2026-11-27T09:00:00Z')
  const unseen = await mended({ initiator })
  await mended({ omschrijving: 'Iets anders' })

  expect(await findDatalekken(ctx)).toMatchObject([
    { zaakId: unseen.id, versie: 2, gezienOp: null, oordeel: null },
    { zaakId: seen.id, versie: 2, gezienOp, oordeel: null },
  ])
  expect(await countOpenDatalekken(ctx)).toBe(2)

  const actor = { soort: 'behandelaar', id: seen.behandelaarId } as const
  const judged = { zaakId: unseen.id, versie: 2, oordeel: 'Niemand zag het.', actor }
  expect(await judgeDatalek(ctx, judged)).toBe(true)
  expect(await judgeDatalek(ctx, { ...judged, oordeel: 'Toch wel.' })).toBe(false)
  expect(await judgeDatalek(ctx, { ...judged, zaakId: seen.id, versie: 1 })).toBe(false)
  expect(await findDatalekken(ctx)).toMatchObject([
    { zaakId: seen.id },
    { zaakId: unseen.id, oordeel: 'Niemand zag het.', beoordeeldOp: now },
  ])
  expect(await countOpenDatalekken(ctx)).toBe(1)
  expect(await ctx.db.auditregel.count({ where: { handeling: 'datalek_beoordelen', objectId: unseen.id } })).toBe(1)
})
