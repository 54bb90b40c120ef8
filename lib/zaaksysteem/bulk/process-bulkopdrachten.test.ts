import { expect, test } from 'vitest'
import { createZaaksysteemContext } from '../context.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { TRACEPARENT } from '../zaak/test-zaak.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import { addCoordinator, IN_BEHANDELING, orderTestBulk, outcomesOf, registerZaken } from './test-bulk.ts'

const NOW = new Date('2026-11-25T09:00:00Z')

const ctx = await openTestZaaksysteem({ clock: () => NOW })
const behandelaarId = await addCoordinator(ctx)

const order = (zaakIds: string[], more: object = {}) => orderTestBulk(ctx, { behandelaarId, zaakIds, ...more })
const outcomes = (opdrachtId: string) => outcomesOf(ctx, { behandelaarId, opdrachtId })
/** Counts zaken by their number of changes, events and auditregels. */
async function changesOf(zaakIds: string[]) {
  const { rows } = await ctx.pool.query(
    `select (select count(*)::int from status where zaak_id = zaak.id and versie > 1) as changes,
       (select count(*)::int - 1 from gebeurtenis where zaak_id = zaak.id) as events,
       (select count(*)::int from auditregel where zaak_id = zaak.id and handeling = 'status_zetten') as audited,
       count(*)::int as zaken
     from zaak where id = any($1::uuid[]) group by 1, 2, 3 order by 1`,
    [zaakIds],
  )
  return rows
}

test('every zaak gets the change with its event, in the name of the orderer', async () => {
  const zaakIds = await registerZaken(ctx, 60)
  const opdrachtId = await order(zaakIds)
  await processBulkopdrachten(ctx)
  expect(await outcomes(opdrachtId)).toMatchObject({ gedaan: 60, geweigerd: 0, klaarOp: NOW })
  expect(await changesOf(zaakIds)).toEqual([{ changes: 1, events: 1, audited: 1, zaken: 60 }])
  const [status] = await ctx.db.status.findMany({ where: { zaakId: zaakIds[0] as string, versie: 2 } })
  expect(status).toMatchObject({ gezetDoorId: behandelaarId, statustoelichting: 'Wij zijn begonnen.' })
  const auditregels = await ctx.db.auditregel.findMany({ where: { zaakId: zaakIds[0] as string } })
  expect(auditregels).toContainEqual(
    expect.objectContaining({ actorSoort: 'behandelaar', actor: behandelaarId, handeling: 'status_zetten' }),
  )
})

test('a zaak that was changed or removed after the preview is refused with a reason; the others are done', async () => {
  const [changed, removed, ...others] = (await registerZaken(ctx, 5)) as [string, string, ...string[]]
  const opdrachtId = await order([changed, removed, ...others])
  const seen = { versie: 1, traceparent: TRACEPARENT }
  await changeStatus(ctx, { zaakId: changed, ...seen, statustype: 'in_behandeling', gezetDoor: { behandelaarId } })
  await removeZaak(ctx, { zaakId: removed, ...seen, grond: 'vergissing', door: { client: 'formulieren' } })
  await processBulkopdrachten(ctx)
  const { regels, gedaan, geweigerd } = await outcomes(opdrachtId)
  expect({ gedaan, geweigerd }).toEqual({ gedaan: 3, geweigerd: 2 })
  expect(regels[0]).toMatchObject({ uitkomst: 'geweigerd', redenen: ['changed_meanwhile'] })
  expect(regels[1]).toMatchObject({
    redenen: ['not_found'],
    omschrijving: null,
    identificatie: expect.stringMatching(/^ZAAK-/),
  })
  expect(await changesOf([changed, ...others])).toEqual([{ changes: 1, events: 1, audited: 1, zaken: 4 }])
})

test('a refused zaak has all broken rules as reasons, and no change and no event', async () => {
  const zaakIds = await registerZaken(ctx, 2)
  const invoer = { dagen: 9999, toelichting: '' }
  const opdrachtId = await order(zaakIds, { handeling: 'verlengen', invoer })
  await processBulkopdrachten(ctx)
  const { regels, klaarOp } = await outcomes(opdrachtId)
  expect(regels.map(({ redenen }) => redenen)).toEqual(Array(2).fill(['too_long', 'reason_required']))
  expect(klaarOp).toEqual(NOW)
  expect(await changesOf(zaakIds)).toEqual([{ changes: 0, events: 0, audited: 0, zaken: 2 }])
})

test.each([
  ['opschorten', { reden: 'overmacht', op: '2026-11-25', tot: '2026-12-09' }, { opschorting: 'opschorting' }],
  ['verlengen', { dagen: 7, toelichting: 'Veel aanvragen.' }, { verlengd: true }],
  [
    'beslissen',
    { resultaat: 'verleend', besluitdatum: '2026-11-25', bekendmakingsdatum: '2026-11-25' },
    { einddatum: expect.any(Date) },
  ],
] as const)('%s does to each zaak what the act does to one', async (handeling, invoer, becomes) => {
  const zaakIds = await registerZaken(ctx, 2)
  const opdrachtId = await order(zaakIds, { handeling, invoer })
  await processBulkopdrachten(ctx)
  expect(await outcomes(opdrachtId)).toMatchObject({ gedaan: 2 })
  expect(await ctx.db.zaak.findMany({ where: { id: { in: zaakIds } } })).toMatchObject([becomes, becomes])
})

test('zaken are refused when the orderer is no longer coordinator', async () => {
  const former = await addCoordinator(ctx)
  const zaakIds = await registerZaken(ctx, 1)
  const opdrachtId = await orderTestBulk(ctx, { behandelaarId: former, zaakIds })
  await ctx.db.behandelaar.update({ where: { id: former }, data: { rollen: [] } })
  await processBulkopdrachten(ctx)
  const { regels } = await outcomesOf(ctx, { behandelaarId: former, opdrachtId })
  expect(regels).toMatchObject([{ uitkomst: 'geweigerd', redenen: ['may_not_bulk'] }])
  expect(await changesOf(zaakIds)).toMatchObject([{ changes: 0, events: 0 }])
})

test('concurrent workers do every zaak once', async () => {
  const zaakIds = await registerZaken(ctx, 120)
  const first = await order(zaakIds.slice(0, 60))
  const second = await order(zaakIds.slice(60))
  const contexts = [1, 2, 3].map(() => createZaaksysteemContext(ctx.env, { clock: () => NOW, log: ctx.log }))
  await Promise.all(contexts.map((context) => processBulkopdrachten(context)))
  expect(await changesOf(zaakIds)).toEqual([{ changes: 1, events: 1, audited: 1, zaken: 120 }])
  for (const opdrachtId of [first, second]) expect(await outcomes(opdrachtId)).toMatchObject({ gedaan: 60 })
  for (const context of contexts) await context.close()
})

test('of two opdrachten for the same zaken, one is carried out per zaak', async () => {
  const zaakIds = await registerZaken(ctx, 3)
  const first = await order(zaakIds)
  const second = await order(zaakIds, { invoer: { ...IN_BEHANDELING, toelichting: 'Nog eens.' } })
  await processBulkopdrachten(ctx)
  expect(await outcomes(first)).toMatchObject({ gedaan: 3 })
  expect(await outcomes(second)).toMatchObject({ gedaan: 0, geweigerd: 3 })
  expect(await changesOf(zaakIds)).toEqual([{ changes: 1, events: 1, audited: 1, zaken: 3 }])
})

test('an act for a regel that already has an outcome changes nothing', async () => {
  const [zaakId] = (await registerZaken(ctx, 1)) as [string]
  const opdrachtId = await order([zaakId])
  const other = await ctx.pool.connect()
  await other.query('begin')
  await other.query(
    "update bulkregel set uitkomst = 'geweigerd', redenen = '{failed}', klaar_op = $2 where opdracht_id = $1",
    [opdrachtId, NOW],
  )
  const { rows } = await other.query('select pg_backend_pid() as pid')
  const processing = processBulkopdrachten(ctx)
  const blocked = 'select count(*)::int as n from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
  await expect.poll(async () => (await ctx.pool.query(blocked, [rows[0].pid])).rows[0].n).toBe(1)
  await other.query('commit')
  other.release()
  await processing
  expect(await changesOf([zaakId])).toMatchObject([{ changes: 0, events: 0, audited: 0 }])
  expect(await outcomes(opdrachtId)).toMatchObject({ geweigerd: 1, klaarOp: NOW })
})

test('a zaak that fails is refused, and the others are done', async () => {
  const [sound, broken] = (await registerZaken(ctx, 2)) as [string, string]
  const opdrachtId = await order([broken, sound])
  await ctx.pool.query('update zaak set omschrijving = $2 where id = $1', [broken, 'breekt'])
  await ctx.pool.query(`
    create function break() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger break before update on zaak for each row when (old.omschrijving = 'breekt') execute function break()`)
  await processBulkopdrachten(ctx)
  await ctx.pool.query('drop function break cascade')
  const { regels, klaarOp } = await outcomes(opdrachtId)
  expect(klaarOp).toEqual(NOW)
  expect(regels).toMatchObject([{ redenen: ['failed'] }, { uitkomst: 'gedaan' }])
  expect(await changesOf([broken])).toMatchObject([{ changes: 0, events: 0 }])
})

test('an aborted run ends after the current batch, and the next run continues from there', async () => {
  const zaakIds = await registerZaken(ctx, 60)
  const opdrachtId = await order(zaakIds)
  const stop = new AbortController()
  const clock = () => {
    stop.abort()
    return NOW
  }
  await processBulkopdrachten({ ...ctx, clock }, { signal: stop.signal })
  expect(await outcomes(opdrachtId)).toMatchObject({ gedaan: 25, klaarOp: null })
  await processBulkopdrachten(ctx)
  expect(await outcomes(opdrachtId)).toMatchObject({ gedaan: 60, klaarOp: NOW })
  expect(await changesOf(zaakIds)).toEqual([{ changes: 1, events: 1, audited: 1, zaken: 60 }])
})
