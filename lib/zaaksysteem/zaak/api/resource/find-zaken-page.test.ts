import { expect, test } from 'vitest'
import { findZaaktype } from '../../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../../catalogus/store-zaaktypeversie.ts'
import { openTestZaaksysteem } from '../../../test-context.ts'
import { changeStatus } from '../../handelingen/status/change-status.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { findZakenPage } from './find-zaken-page.ts'

const ctx = await openTestZaaksysteem()

const close = { versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' }

async function rename(behandelaarId: string) {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const omschrijving = { ...gegevens.omschrijving, nl: 'Vergunning voor een kraam' }
  const actor = { soort: 'behandelaar', id: behandelaarId } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, omschrijving }, actor })
}

type TestZaak = Awaited<ReturnType<typeof registerTestZaak>>
type Search = Pick<Parameters<typeof findZakenPage>[1], 'status' | 'gewijzigdSinds'>

async function readAll(zaaktypen: string[], limiet: number, search: Search = {}) {
  const seen: string[] = []
  let na: string | undefined
  do {
    const page = await findZakenPage(ctx, { na, limiet, zaaktypen, ...search })
    seen.push(...page.zaken.map(({ uuid }) => uuid))
    na = page.volgende ?? undefined
  } while (na)
  return seen
}

test('pages filtered by zaaktype have each open and closed zaak once, in order of uuid, also after a rename', async () => {
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

const isOneOf = (zaaktypen: readonly string[]) => (zaak: { zaaktype: string }) => zaaktypen.includes(zaak.zaaktype)

/** Returns the expected result of a search, by checking every zaak. */
async function findByLooking({ status, sinds, zaaktypen }: { status?: string; sinds?: Date; zaaktypen: string[] }) {
  const zaken = await ctx.db.zaak.findMany({ orderBy: { id: 'asc' } })
  return zaken
    .filter(isOneOf(zaaktypen))
    .filter(({ statuscode }) => status === undefined || statuscode === status)
    .filter(({ gewijzigdOp }) => sinds === undefined || gewijzigdOp >= sinds)
    .map(({ id }) => id)
}

test('a search equals a check of every zaak, each once, on pages of any size', async () => {
  const start = ctx.clock()
  for (const [index, zaaktype] of ['APV-STAND', 'OMG-KAP', 'APV-STAND', 'APV-EVEN', 'APV-STAND'].entries()) {
    const { change } = await registerTestZaak(ctx, { zaaktype })
    if (index % 2 === 0) await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    if (index === 2) await changeStatus(ctx, { ...change, ...close, versie: 2 })
  }
  for (const zaaktypen of [['APV-STAND'], ['APV-STAND', 'OMG-KAP', 'APV-EVEN']]) {
    for (const status of [undefined, 'in_behandeling', 'aanvraag_ontvangen', 'vergunning_verleend']) {
      for (const sinds of [undefined, start, new Date(start.getTime() + 3_600_000)]) {
        const wanted = await findByLooking({ status, sinds, zaaktypen })
        for (const limiet of [1, 2, 100]) {
          const found = await readAll(zaaktypen, limiet, { status, gewijzigdSinds: sinds })
          expect(found.toSorted(), JSON.stringify({ zaaktypen, status, sinds, limiet })).toEqual(wanted)
        }
      }
    }
  }
})

test('changed zaken are ordered by their last change, also when one changes between two pages', async () => {
  const since = ctx.clock()
  const zaken = []
  for (let count = 0; count < 3; count++) zaken.push(await registerTestZaak(ctx))
  const [first, second, third] = zaken as [TestZaak, TestZaak, TestZaak]
  await changeStatus(ctx, { ...first.change, versie: 1, statustype: 'in_behandeling' })
  const page = await findZakenPage(ctx, { limiet: 1, gewijzigdSinds: since })
  expect(page.zaken.map(({ uuid }) => uuid)).toEqual([second.id])
  await changeStatus(ctx, { ...third.change, versie: 1, statustype: 'in_behandeling' })
  const rest = await findZakenPage(ctx, { limiet: 5, gewijzigdSinds: since, na: page.volgende ?? undefined })
  expect(rest.zaken.map(({ uuid }) => uuid)).toEqual([first.id, third.id])
  expect(rest.volgende).toBeNull()
})

test('a zaak is found by its number if it matches the other filters', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  const { identificatie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const find = async (search: object) =>
    (await findZakenPage(ctx, { limiet: 5, identificatie, ...search })).zaken.map(({ uuid }) => uuid)
  expect(await find({})).toEqual([id])
  expect(await find({ status: 'in_behandeling', zaaktypen: ['APV-STAND'], gewijzigdSinds: new Date(0) })).toEqual([id])
  expect(await find({ status: 'aanvraag_ontvangen' })).toEqual([])
  expect(await find({ zaaktypen: ['OMG-KAP'] })).toEqual([])
  expect(await find({ gewijzigdSinds: new Date(Date.now() + 3_600_000) })).toEqual([])
  expect(await find({ identificatie: 'ZAAK-0' })).toEqual([])
})
