import { describe, expect, test } from 'vitest'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { changeStatus } from './change-status.ts'
import { correctStatus } from './correct-status.ts'
import { reopenZaak } from './reopen-zaak.ts'

const ctx = await openTestZaaksysteem()

/** Returns a zaak that was closed at versie 3. */
async function closedZaak(rollen: string[]) {
  const zaak = await registerTestZaak(ctx, { rollen })
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  await changeStatus(ctx, { ...zaak.change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' })
  return zaak
}

test('a reopened zaak has its status from before the closing, without resultaat and einddatum', async () => {
  const { id, change } = await closedZaak(['heropenen'])
  const reopened = await reopenZaak(ctx, { ...change, versie: 3, toelichting: 'Er is een fout gemaakt.' })
  if (!reopened.ok) throw new Error(reopened.reason)
  const zaak = await ctx.db.zaak.findUniqueOrThrow({
    where: { id },
    include: { statussen: { orderBy: { versie: 'asc' } } },
  })
  const state = { statustype: 'in_behandeling', statuscode: 'in_behandeling', resultaat: null }
  expect(zaak).toMatchObject({ ...state, einddatum: null, versie: 4 })
  expect(zaak.statussen[3]).toMatchObject({
    ...state,
    soort: 'heropening',
    statustoelichting: 'Er is een fout gemaakt.',
  })
  const gebeurtenis = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { id: reopened.gebeurtenisId } })
  expect(JSON.parse(gebeurtenis.body ?? '')).toMatchObject({
    type: 'nl.overheid.zaken.zaak-heropend',
    data: { event: 'zaak.heropend', oudeStatus: 'vergunning_verleend', nieuweStatus: 'in_behandeling' },
  })
})

test('it can be closed and reopened again', async () => {
  const { id, change } = await closedZaak(['heropenen'])
  await reopenZaak(ctx, { ...change, versie: 3 })
  const again = { statustype: 'besluit_genomen', resultaat: 'geweigerd' } as const
  await changeStatus(ctx, { ...change, versie: 4, ...again, eerdereBesluiten: 'vervangen' })
  expect(await reopenZaak(ctx, { ...change, versie: 5 })).toMatchObject({ ok: true, versie: 6 })
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ statuscode: 'in_behandeling' })
})

test('without the right heropenen the zaak is not found', async () => {
  const { id, change } = await closedZaak([])
  expect(await reopenZaak(ctx, { ...change, versie: 3 })).toEqual({ ok: false, reason: 'not_found' })
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ versie: 3, resultaat: 'verleend' })
})

test('reopening an open zaak is refused', async () => {
  const { change } = await registerTestZaak(ctx, { rollen: ['heropenen'] })
  expect(await reopenZaak(ctx, { ...change, versie: 1 })).toMatchObject({ broken: ['not_closed'] })
})

test('a concurrent second reopening is a conflict', async () => {
  const { change } = await closedZaak(['heropenen'])
  const attempts = await Promise.all([
    reopenZaak(ctx, { ...change, versie: 3 }),
    reopenZaak(ctx, { ...change, versie: 3 }),
  ])
  expect(attempts.filter(({ ok }) => ok)).toHaveLength(1)
  expect(attempts).toContainEqual(expect.objectContaining({ reason: 'conflict' }))
})

describe('the besluiten of a reopened zaak', () => {
  const besluitenOf = async (id: string) => (await findZaakResource(ctx, id))?.besluiten
  const close = { statustype: 'besluit_genomen', resultaat: 'geweigerd' } as const

  test('stay in force with their last day for bezwaar', async () => {
    const { id, change } = await closedZaak(['heropenen'])
    const before = await besluitenOf(id)
    expect(before).toMatchObject([{ besluittype: 'verleend', rechtsmiddel: 'bezwaar', vervalreden: null }])
    await reopenZaak(ctx, { ...change, versie: 3 })
    expect(await besluitenOf(id)).toEqual(before)
    expect(await findZaakResource(ctx, id)).toMatchObject({
      einddatum: null,
      besluit: { uiterlijkeReactiedatum: before?.[0]?.uiterlijkeReactiedatum },
    })
  })

  test('must be dealt with when the zaak is closed again', async () => {
    const { id, change } = await closedZaak(['heropenen'])
    await reopenZaak(ctx, { ...change, versie: 3 })
    expect(await changeStatus(ctx, { ...change, versie: 4, ...close })).toMatchObject({
      broken: ['eerdere_besluiten_unsaid'],
    })
    const adopt = { ...change, versie: 4, ...close, eerdereBesluiten: 'overnemen' } as const
    expect(await changeStatus(ctx, adopt)).toMatchObject({ broken: ['no_besluit_to_adopt'] })
    expect(await besluitenOf(id)).toHaveLength(1)
  })

  test('are replaced by the new besluit, stay in force beside it, or are taken over', async () => {
    const outcome = async (eerdereBesluiten: 'vervangen' | 'handhaven' | 'overnemen', resultaat: string) => {
      const { id, change } = await closedZaak(['heropenen'])
      await reopenZaak(ctx, { ...change, versie: 3 })
      const closing = { ...change, versie: 4, ...close, resultaat, eerdereBesluiten }
      expect(await changeStatus(ctx, closing)).toMatchObject({ ok: true })
      return besluitenOf(id)
    }
    const [old, made] = (await outcome('vervangen', 'geweigerd')) ?? []
    expect(old).toMatchObject({ besluittype: 'verleend', vervalreden: 'vervangen', vervangenDoor: made?.id })
    expect(made).toMatchObject({ besluittype: 'geweigerd', vervalreden: null })
    expect(await outcome('handhaven', 'geweigerd')).toMatchObject([{ vervalreden: null }, { vervalreden: null }])
    expect(await outcome('overnemen', 'verleend')).toMatchObject([{ besluittype: 'verleend', vervalreden: null }])
  })

  test('are in force again when the status that replaced them is corrected', async () => {
    const { id, change } = await closedZaak(['heropenen'])
    const before = await besluitenOf(id)
    await reopenZaak(ctx, { ...change, versie: 3 })
    const tomorrow = addToDate(dateInAmsterdam(ctx.clock()), 'P1D')
    const closing = { ...close, bekendmakingsdatum: tomorrow, eerdereBesluiten: 'vervangen' } as const
    await changeStatus(ctx, { ...change, versie: 4, ...closing })
    expect(await correctStatus(ctx, { ...change, versie: 5, toelichting: 'Vergissing.' })).toMatchObject({ ok: true })
    expect(await besluitenOf(id)).toEqual(before)
    expect(await ctx.db.besluit.count({ where: { zaakId: id } })).toBe(5)
  })
})
