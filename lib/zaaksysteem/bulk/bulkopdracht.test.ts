import { beforeEach, expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { actorOf, TRACEPARENT } from '../zaak/test-zaak.ts'
import { MAX_ZAKEN } from '../zaak/toewijzing/assign-zaken.ts'
import { findBulkopdrachtOf } from './find-bulkopdracht.ts'
import { findBulkopdrachtenOf } from './find-bulkopdrachten.ts'
import { chooseZaken, prepareBulk } from './prepare-bulk.ts'
import { previewBulk } from './preview-bulk.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import {
  addCoordinator,
  IN_BEHANDELING,
  orderTestBulk,
  outcomesOf,
  prepareTestBulk,
  registerZaken,
  startTestBulk,
} from './test-bulk.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
let behandelaarId: string

const ctx = await openTestZaaksysteem({ clock: () => NOW })
beforeEach(async () => {
  behandelaarId = await addCoordinator(ctx)
})

test('a choice keeps its order, has each zaak once, and drops zaken that do not exist', async () => {
  const zaakIds = await registerZaken(ctx, 3)
  const gone = crypto.randomUUID()
  const chosen = await chooseZaken(ctx, { behandelaarId, zaakIds: [...zaakIds, gone, ...zaakIds].toReversed() })
  if (!chosen.ok) throw new Error(chosen.reason)
  const { regels } = await outcomesOf(ctx, { behandelaarId, opdrachtId: chosen.opdrachtId })
  expect(regels.map(({ zaakId }) => zaakId)).toEqual(zaakIds.toReversed())
})

test.each([
  ['no existing zaak', [crypto.randomUUID()], 'none'],
  ['more than a bulkopdracht holds', Array.from({ length: MAX_ZAKEN + 1 }, () => crypto.randomUUID()), 'too_many'],
])('a choice of %s is refused', async (_, zaakIds, reason) => {
  const before = await ctx.db.bulkopdracht.count()
  expect(await chooseZaken(ctx, { behandelaarId, zaakIds })).toEqual({ ok: false, reason })
  expect(await ctx.db.bulkopdracht.count()).toBe(before)
})

test('an opdracht is found only by the behandelaar who chose it', async () => {
  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds: await registerZaken(ctx, 1) })
  const other = await addCoordinator(ctx)
  expect(await findBulkopdrachtOf(ctx, { actor: actorOf(other), opdrachtId })).toBeUndefined()
  expect(await findBulkopdrachtOf(ctx, { actor: actorOf(behandelaarId), opdrachtId: 'x' })).toBeUndefined()
  const input = { opdrachtId, behandelaarId: other, handeling: 'status', invoer: IN_BEHANDELING } as const
  expect(await prepareBulk(ctx, input)).toEqual({ ok: false, reason: 'not_found' })
  await startTestBulk(ctx, { behandelaarId: other, opdrachtId })
  expect(await outcomesOf(ctx, { behandelaarId, opdrachtId })).toMatchObject({ gestartOp: null })
})

test('preparing with another input makes a new opdracht, and leaves the previewed one as it was', async () => {
  const first = await prepareTestBulk(ctx, { behandelaarId, zaakIds: await registerZaken(ctx, 2) })
  const invoer = { dagen: 7, toelichting: 'Druk.' }
  const second = await prepareBulk(ctx, { opdrachtId: first, behandelaarId, handeling: 'verlengen', invoer })
  if (!second.ok) throw new Error(second.reason)
  expect(await outcomesOf(ctx, { behandelaarId, opdrachtId: first })).toMatchObject({ invoer: IN_BEHANDELING })
  const opdracht = await outcomesOf(ctx, { behandelaarId, opdrachtId: second.opdrachtId })
  expect(opdracht).toMatchObject({ handeling: 'verlengen', invoer, regels: [{ versie: 1 }, { versie: 1 }] })
})

test('an opdracht starts only when prepared, and only once', async () => {
  const chosen = await chooseZaken(ctx, { behandelaarId, zaakIds: await registerZaken(ctx, 1) })
  if (!chosen.ok) throw new Error(chosen.reason)
  await startTestBulk(ctx, { behandelaarId, opdrachtId: chosen.opdrachtId })
  expect(await findBulkopdrachtenOf(ctx, behandelaarId)).toEqual([])

  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds: await registerZaken(ctx, 2) })
  await Promise.all([1, 2].map(() => startTestBulk(ctx, { behandelaarId, opdrachtId })))
  expect(await findBulkopdrachtenOf(ctx, behandelaarId)).toMatchObject([
    { id: opdrachtId, handeling: 'status', totaal: 2, gedaan: 0, klaarOp: null },
  ])
  const recorded = { handeling: 'bulk_opdragen', objectSoort: 'bulkopdracht', objectId: opdrachtId }
  expect(await ctx.db.auditregel.findMany({ where: recorded })).toMatchObject([
    { actorSoort: 'behandelaar', actor: behandelaarId, uitkomst: 'gelukt' },
  ])
})

test('after the run the citizen sees the zaken as the preview showed them', async () => {
  const zaakIds = await registerZaken(ctx, 2)
  const invoer = { reden: 'overmacht', op: '2026-11-25', tot: '2026-12-09', toelichting: 'Brand in het archief.' }
  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds, handeling: 'opschorten', invoer })
  const before = await previewBulk(ctx, await outcomesOf(ctx, { behandelaarId, opdrachtId }))
  expect(before).toMatchObject(Array(2).fill({ ok: true, straks: { opschorting: { tot: '2026-12-09' }, versie: 2 } }))
  await startTestBulk(ctx, { behandelaarId, opdrachtId })
  await processBulkopdrachten(ctx)

  for (const regel of before) {
    if (!regel.ok) throw new Error(regel.broken.join())
    const gebeurtenisId = expect.any(String)
    const statussen = regel.straks.statussen.map((status) => ({ ...status, gebeurtenisId }))
    expect(await findZaakResource(ctx, regel.zaakId)).toMatchObject({ ...regel.straks, statussen })
  }
})

test('the preview of a besluit has its dates, and the zaken that will be refused', async () => {
  const [sound, changed] = (await registerZaken(ctx, 2)) as [string, string]
  const invoer = { statustype: 'besluit_genomen', resultaat: 'verleend', bekendmakingsdatum: '2026-11-26' }
  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds: [sound, changed], invoer })
  const act = { zaakId: changed, versie: 1, gezetDoor: { behandelaarId }, traceparent: TRACEPARENT }
  await changeStatus(ctx, { ...act, statustype: 'in_behandeling' })
  const previewed = await previewBulk(ctx, await outcomesOf(ctx, { behandelaarId, opdrachtId }))
  expect(previewed).toMatchObject([
    { ok: true, straks: { einddatum: '2026-11-25', besluit: { bekendmakingsdatum: '2026-11-26' } } },
    { ok: false, broken: ['changed_meanwhile'] },
  ])
})

test('a finished opdracht stays in the list of its orderer', async () => {
  const opdrachtId = await orderTestBulk(ctx, { behandelaarId, zaakIds: await registerZaken(ctx, 2) })
  await processBulkopdrachten(ctx)
  expect(await findBulkopdrachtenOf(ctx, behandelaarId)).toMatchObject([
    { id: opdrachtId, totaal: 2, gedaan: 2, geweigerd: 0, klaarOp: NOW },
  ])
})
