import { expect, test } from 'vitest'
import { recordInzending } from '../../inzending/record-inzending.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { findAanhoudingen } from '../bewaren/find-aanhoudingen.ts'
import { holdZaak } from '../bewaren/hold-zaak.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { addNotitie } from '../notitie/add-notitie.ts'
import { findNotities } from '../notitie/find-notities.ts'
import { LEZER, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { assignZaken } from '../toewijzing/assign-zaken.ts'
import { findToewijzingen } from '../toewijzing/find-toewijzingen.ts'
import { findVertrouwelijkheden } from '../vertrouwelijkheid/find-vertrouwelijkheden.ts'
import { setVertrouwelijk } from '../vertrouwelijkheid/set-vertrouwelijk.ts'
import { findZaakDetail } from './find-zaak-detail.ts'
import { findZaakStand } from './find-zaak-stand.ts'

const ctx = await openTestZaaksysteem()

test('every change of a zaak raises one of its numbers, and they match the numbers on its page', async () => {
  const { id: zaakId, behandelaarId, change } = await registerTestZaak(ctx, { rollen: ['coordinator', 'archivaris'] })
  const door = { behandelaarId }
  const find = () => findZaakStand(ctx, { zaakId, behandelaarId })
  const shown = async () => {
    const detail = await findZaakDetail(ctx, zaakId, { lezer: LEZER })
    const lists = [findToewijzingen, findNotities, findVertrouwelijkheden, findAanhoudingen]
    const overig = (await Promise.all(lists.map((list) => list(ctx, zaakId, LEZER)))).flat().length
    return { versie: detail?.versie, inzendingen: detail?.inzendingen.length, overig }
  }
  const first = await find()
  expect(first).toEqual(await shown())

  const tijdstip = '2026-11-26T10:00:00.000Z'
  const actor = { soort: 'api_client', id: 'portaal', traceparent: TRACEPARENT } as const
  const inzending = { kenmerk: 'K7QD-3MXA', soort: 'intrekking', tijdstip } as const
  const unhide = { vertrouwelijk: false, reden: 'Toch niet.', door, traceparent: TRACEPARENT }
  const archivaris = { soort: 'behandelaar', id: behandelaarId, traceparent: TRACEPARENT } as const
  const held = { zaakId, tot: null, reden: 'Rechtszaak.', actor: archivaris }
  const acts: [keyof NonNullable<typeof first>, () => Promise<unknown>][] = [
    ['inzendingen', () => recordInzending(ctx, { zaakId, zaaktypen: undefined, inzending, actor })],
    ['versie', () => changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })],
    ['overig', () => addNotitie(ctx, { zaakId, tekst: 'Bel eerst.', behandelaarId })],
    ['overig', () => assignZaken(ctx, { zaken: [{ id: zaakId }], naar: { behandelaar: null }, door })],
    ['overig', () => setVertrouwelijk(ctx, { ...unhide, zaakId, vertrouwelijk: true })],
    ['overig', () => setVertrouwelijk(ctx, { ...unhide, zaakId })],
    ['overig', () => holdZaak(ctx, { ...held, aangehouden: true })],
    ['overig', () => holdZaak(ctx, { ...held, aangehouden: false })],
  ]
  for (const [number, act] of acts) {
    const before = await find()
    await act()
    const after = await find()
    expect(after).toEqual({ ...before, [number]: (before?.[number] ?? 0) + 1 })
  }
  expect(await find()).toEqual(await shown())
})

test('reading the stand of a zaak records no look', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  const looks = () => ctx.db.auditregel.count({ where: { zaakId } })
  const before = await looks()
  expect(await findZaakStand(ctx, { zaakId, behandelaarId })).toBeDefined()
  expect(await looks()).toBe(before)
})

test('an invalid id and an unknown behandelaar find nothing', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  expect(await findZaakStand(ctx, { zaakId: 'x', behandelaarId })).toBeUndefined()
  expect(await findZaakStand(ctx, { zaakId, behandelaarId: crypto.randomUUID() })).toBeUndefined()
})
