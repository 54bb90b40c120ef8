import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak, withRows } from '../test-zaak.ts'
import { findZakenOfBurger, MOST_SHOWN } from './find-zaken-of-burger.ts'

let ctx: TestPublieksportaal
let burgerId: string
beforeAll(async () => {
  ctx = await createTestPublieksportaal()
  burgerId = (await findOrCreateBurger(ctx, '999990342')).id
})
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
})
afterAll(() => ctx.close())

async function store(changes: Partial<ZaakResource> = {}): Promise<string> {
  const zaak = { ...testZaak(), ...changes }
  await storeZaak(ctx, zaak)
  return zaak.uuid
}

test('open and closed zaken are separate lists with totals, the last closed first', async () => {
  const open = await store()
  const older = await store({ einddatum: '2025-12-01' })
  const newer = await store({ einddatum: '2026-11-20' })
  await store({ ...testZaak({ bsn: '999990408' }) })
  const found = await findZakenOfBurger(ctx, { burgerId })
  expect(found.open.map(({ id }) => id)).toEqual([open])
  expect(found.afgerond.map(({ id }) => id)).toEqual([newer, older])
  expect(found.aantal).toEqual({ open: 1, afgerond: 2 })
})

test('a search matches omschrijving, zaaknummer and zaaktype literally', async () => {
  const id = await store({ omschrijving: '100% Zonnepanelen', identificatie: 'ZAAK-2026-77' })
  await store({ omschrijving: 'Kapvergunning voor een eik', identificatie: 'ZAAK-2026-78' })
  const found = async (zoek: string) => (await findZakenOfBurger(ctx, { burgerId, zoek })).open.map((zaak) => zaak.id)
  expect(await found('ZONNEpanelen')).toEqual([id])
  expect(await found('2026-77')).toEqual([id])
  expect(await found('0% zon')).toEqual([id])
  expect(await found('omgevingsvergunning')).toHaveLength(2)
  expect(await found('z_nne')).toEqual([])
})

test('at most MOST_SHOWN zaken are listed, and zaken with a taak always are', async () => {
  const opschorting = { soort: 'aanvulling', op: '2026-11-12', tot: '2026-12-01' } as const
  const { zaaktype } = testZaak()
  const statustypen = zaaktype.statustypen.map((type) =>
    type.code === 'in_behandeling' ? { ...type, handeling: { nl: 'Betaal.', en: 'Pay.' } } : type,
  )
  const toPay = testZaak({ statuscodes: ['ontvangen', 'in_behandeling'] })
  const first = [
    await store({ opschorting }),
    await store({ ...toPay, zaaktype: { ...zaaktype, versie: 2, statustypen } }),
  ]
  const grond = { code: 'traag', grond: 'vertraging_aanvrager' as const, omschrijving: { nl: '', en: '' } }
  const stil = { opschorting: { soort: 'opschorting', op: '2026-11-12', tot: '2026-12-01' } } as const
  const ofTraag = { ...testZaak(), zaaktype: { ...zaaktype, versie: 3, opschortingsredenen: [grond] }, ...stil }
  first.push(await store(withRows(ofTraag, { soort: 'opschorting', reden: 'traag' })))
  const newer = () => ({ ...testZaak({ statuscodes: ['ontvangen', 'in_behandeling', 'ontvangen'] }), ...stil })
  for (let count = 0; count < MOST_SHOWN + 1; count++) await store(newer())
  const { open, aantal } = await findZakenOfBurger(ctx, { burgerId })
  expect(open).toHaveLength(MOST_SHOWN)
  expect(new Set(open.slice(0, 3).map(({ id }) => id))).toEqual(new Set(first))
  expect(aantal.open).toBe(MOST_SHOWN + 4)
})
