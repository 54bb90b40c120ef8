import { afterAll, beforeAll, expect, test } from 'vitest'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../catalogus/store-zaaktypeversie.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handeling/change-status.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { findZakenPage } from './find-zaken-page.ts'

let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

const close = { versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' }

async function rename(behandelaarId: string) {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const omschrijving = { ...gegevens.omschrijving, nl: 'Vergunning voor een kraam' }
  const actor = { soort: 'behandelaar', id: behandelaarId } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, omschrijving }, actor })
}

async function readAll(zaaktypen: string[], limiet: number) {
  const seen: string[] = []
  let na: string | undefined
  do {
    const page = await findZakenPage(ctx, { na, limiet, zaaktypen })
    seen.push(...page.zaken.map(({ uuid }) => uuid))
    na = page.volgende ?? undefined
  } while (na)
  return seen
}

test('pages of some zaaktypen hold each zaak once, in order of uuid, open or closed, by whatever name it began', async () => {
  const wanted: string[] = []
  for (const zaaktype of ['APV-STAND', 'OMG-KAP', 'APV-EVEN', 'APV-STAND', 'APV-STAND', 'OMG-KAP']) {
    const { id, change, behandelaarId } = await registerTestZaak(ctx, { zaaktype })
    if (zaaktype !== 'APV-EVEN') wanted.push(id)
    if (wanted.length === 3) await rename(behandelaarId)
    if (wanted.length % 2) await changeStatus(ctx, { ...change, ...close })
  }
  wanted.sort()
  for (const limiet of [1, 2, 100]) expect(await readAll(['APV-STAND', 'OMG-KAP'], limiet)).toEqual(wanted)
  const { laatste } = await findZakenPage(ctx, { limiet: 1, zaaktypen: ['APV-STAND', 'OMG-KAP'] })
  expect(laatste).toBe(wanted.at(-1))
  expect(await findZakenPage(ctx, { limiet: 5, zaaktypen: ['TVM-RVV'] })).toEqual({
    zaken: [],
    volgende: null,
    laatste: null,
  })
})
