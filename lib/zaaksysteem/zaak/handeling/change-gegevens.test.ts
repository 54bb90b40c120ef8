import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { AANVRAGER, registerTestZaak } from '../test-zaak.ts'
import { changeGegevens } from './change-gegevens.ts'
import { changeStatus } from './change-status.ts'

const ANDER = '999992806'
const KVK = { kvkNummer: '69599084', vestigingsnummer: '000037890001' }

let ctx: TestZaaksysteem
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())
beforeEach(async () => {
  ;({ id, change: act } = await registerTestZaak(ctx, { omschrijving: 'Kraam op het plein' }))
})

const change = (versie: number, more: object) =>
  changeGegevens(ctx, { ...act, versie, aanleiding: 'Typefout.', ...more })
const kept = () => ctx.db.gegevenswijziging.findMany({ where: { zaakId: id }, orderBy: { versie: 'asc' } })

test('what was registered wrongly is right, what it said is kept with why, and no event tells either', async () => {
  expect(await change(1, { omschrijving: 'Kraam op de markt', initiator: { naam: 'J. Jansen' } })).toMatchObject({
    ok: true,
    versie: 2,
  })
  const zaak = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  expect(zaak).toMatchObject({
    omschrijving: 'Kraam op de markt',
    aanvragerNaam: 'J. Jansen',
    aanvragerBsn: AANVRAGER.bsn,
  })
  expect(await kept()).toMatchObject([
    {
      versie: 2,
      aanleiding: 'Typefout.',
      omschrijving: 'Kraam op het plein',
      aanvragerNaam: AANVRAGER.naam,
      aanvragerBsn: AANVRAGER.bsn,
      andereAanvrager: false,
    },
  ])
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: id }, orderBy: { sequence: 'desc' } })
  for (const secret of ['Jansen', 'markt', AANVRAGER.bsn, 'Typefout']) expect(body).not.toContain(secret)
})

test.each([
  ['another citizen', { bsn: ANDER }],
  ['a vestiging of a company', KVK],
])('a zaak that was of %s all along becomes so, which a beheerder must judge', async (_, initiator) => {
  expect(await change(1, { initiator })).toMatchObject({ ok: true })
  expect((await findZaakResource(ctx, id))?.initiator).toEqual(initiator)
  expect(await kept()).toMatchObject([{ andereAanvrager: true, aanvragerBsn: AANVRAGER.bsn, beoordeeldOp: null }])
})

test.each([
  [{ omschrijving: ' ' }, ['omschrijving_missing']],
  [{ omschrijving: 'een\ttab' }, ['omschrijving_characters']],
  [{ omschrijving: 'x'.repeat(81) }, ['omschrijving_too_long']],
  [{ initiator: { naam: 'x'.repeat(201) } }, ['naam_too_long']],
  [{ initiator: { bsn: '999992807' } }, ['bsn_invalid']],
  [{ initiator: { vestigingsnummer: KVK.vestigingsnummer } }, ['aanvrager_not_one', 'vestiging_invalid']],
])('%j is refused as it would be at the registration', async (more, broken) => {
  expect(await change(1, more)).toEqual({ ok: false, reason: 'refused', broken })
  expect(await kept()).toEqual([])
})

test('a closed zaak can be mended too, and its besluit stays', async () => {
  await changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await change(2, { initiator: { bsn: ANDER } })).toMatchObject({ ok: true })
  expect(await findZaakResource(ctx, id)).toMatchObject({ initiator: { bsn: ANDER }, besluit: {} })
})

test('the same once more changes nothing, and a zaak that somebody changed meanwhile is left alone', async () => {
  expect(await change(1, { omschrijving: 'Kraam op het plein', initiator: { bsn: AANVRAGER.bsn } })).toMatchObject({
    broken: ['nothing_changed'],
  })
  expect(await change(2, { omschrijving: 'Iets anders' })).toMatchObject({ reason: 'conflict' })
  expect(await kept()).toEqual([])
})
