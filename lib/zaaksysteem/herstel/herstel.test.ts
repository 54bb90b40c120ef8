import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '../context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { processHerstelacties, requestHerstel } from './herstelactie.ts'
import { addTestBezorgingen } from './test-bezorgingen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const VANAF = new Date('2026-11-24T09:00:00Z')
const BEFORE = new Date('2026-11-24T08:59:59.999Z')
const LATER = new Date('2026-11-25T14:00:00Z')
let ctx: TestZaaksysteem
let abonnementId: string

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => NOW })
  // Records every committed replay, to prove that none was skipped or repeated.
  await ctx.pool.query(`
    create table replayed (id bigint);
    create function note_replay() returns trigger language plpgsql as $$
      begin insert into replayed values (new.id); return null; end $$;
    create trigger note_replay after update on bezorging for each row
      when (old.status <> 'wachtend' and new.status = 'wachtend') execute function note_replay()`)
})
beforeEach(async () => {
  abonnementId = await addAbonnement(ctx)
})
afterEach(async () => {
  await ctx.pool.query('truncate replayed')
  await ctx.db.abonnement.deleteMany()
})
afterAll(() => ctx.close())

const bezorgingen = () => ctx.db.bezorging.findMany({ where: { abonnementId }, orderBy: { sequence: 'asc' } })
const herstelacties = () => ctx.db.herstelactie.findMany({ where: { abonnementId }, orderBy: { aangemaaktOp: 'asc' } })
const herstel = () => requestHerstel(ctx, { abonnementId, actor: OPDRACHTREGEL, vanaf: VANAF })
const replayed = async () => (await ctx.pool.query<{ id: string }>('select id from replayed')).rows.map(({ id }) => id)

const dead = (count: number) => Array.from({ length: count }, () => ({ status: 'mislukt' as const, pogingen: 10 }))
const toNumbers = (ids: string[]) => ids.map(Number).toSorted((a, b) => a - b)

test('herstel replays exactly the bezorgingen since then that never succeeded', async () => {
  await addTestBezorgingen(ctx, abonnementId, [
    { status: 'mislukt', vastgelegdOp: BEFORE },
    { status: 'mislukt', vastgelegdOp: VANAF },
    { status: 'overgeslagen' },
    { status: 'bezorgd' },
    { status: 'wachtend', pogingen: 3, herhaling: true, volgendePoging: LATER },
    { status: 'wachtend', pogingen: 3, herhaling: true, volgendePoging: BEFORE, leaseTot: LATER },
    { status: 'wachtend', volgendePoging: BEFORE },
    { status: 'mislukt', vastgelegdOp: LATER },
  ])
  const other = await addAbonnement(ctx)
  await addTestBezorgingen(ctx, other, [{ status: 'mislukt' }])
  expect(await herstel()).toMatchObject({ ok: true, totaal: 3 })
  expect(await processHerstelacties(ctx)).toBe(3)
  expect((await bezorgingen()).map(({ status, handmatig }) => [status, handmatig])).toEqual([
    ['mislukt', false],
    ['wachtend', true],
    ['wachtend', true],
    ['bezorgd', false],
    ['wachtend', true],
    ['wachtend', false],
    ['wachtend', false],
    ['mislukt', false],
  ])
  expect(await bezorgingen()).toMatchObject([{}, {}, {}, {}, { volgendePoging: NOW, rondeVanaf: 3 }, {}, {}, {}])
  expect(await ctx.db.bezorging.findMany({ where: { abonnementId: other } })).toMatchObject([{ status: 'mislukt' }])
  expect(await herstelacties()).toMatchObject([{ totaal: 3, hersteld: 3, klaarOp: NOW }])
})

test('after herstel only the first bezorging of each zaak is due, and newer ones wait for it', async () => {
  await addTestBezorgingen(ctx, abonnementId, [
    { zaak: 'a', status: 'mislukt' },
    { zaak: 'b', status: 'overgeslagen' },
    { zaak: 'a', status: 'overgeslagen' },
    { zaak: 'a', status: 'wachtend', pogingen: 1, herhaling: true, volgendePoging: LATER },
    { zaak: 'b', status: 'wachtend', volgendePoging: BEFORE },
  ])
  await herstel()
  await processHerstelacties(ctx)
  expect((await bezorgingen()).map(({ volgendePoging }) => volgendePoging)).toEqual([NOW, NOW, null, null, null])
})

test('a bezorging with a purged payload is counted and never sent', async () => {
  await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt', purged: true }, { status: 'mislukt' }])
  expect(await herstel()).toMatchObject({ ok: true, totaal: 2 })
  expect(await processHerstelacties(ctx)).toBe(1)
  expect((await bezorgingen()).map(({ status }) => status)).toEqual(['mislukt', 'wachtend'])
  expect(await herstelacties()).toMatchObject([{ totaal: 2, hersteld: 1, klaarOp: NOW }])
})

test('an event that the client may no longer read is counted and never sent, also when that changed after the request', async () => {
  const limited = (zaaktype: string) => {
    const kapper = { client: 'kapper', tokenHash: '', scopes: [], zaaktypen: [zaaktype] }
    return { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_API_TOKENS: [kapper] } }
  }
  await ctx.db.abonnement.updateMany({ data: { client: 'kapper' } })
  await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }, { status: 'overgeslagen' }])
  expect(await herstel()).toMatchObject({ ok: true, totaal: 2 })
  expect(await processHerstelacties(limited('OMG-KAP'))).toBe(0)
  expect((await bezorgingen()).map(({ status }) => status)).toEqual(['mislukt', 'overgeslagen'])
  expect(await herstelacties()).toMatchObject([{ totaal: 2, hersteld: 0, klaarOp: NOW }])
  expect(await herstel()).toMatchObject({ ok: true, totaal: 2 })
  expect(await processHerstelacties(limited('APV-STAND'))).toBe(2)
})

test('of concurrent requests for one abonnement only one herstelactie is accepted', async () => {
  await addTestBezorgingen(ctx, abonnementId, dead(1))
  const asked = await Promise.all([herstel(), herstel(), herstel()])
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(asked.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: 'in_progress' },
    { ok: false, reason: 'in_progress' },
  ])
  await processHerstelacties(ctx)
  expect(await herstel()).toMatchObject({ ok: true, totaal: 0 })
})

test('herstel is refused for an abonnement of another client, and for one that is not actief', async () => {
  const asked = { abonnementId, vanaf: VANAF, client: 'ander', actor: OPDRACHTREGEL }
  expect(await requestHerstel(ctx, asked)).toEqual({ ok: false, reason: 'not_found' })
  await ctx.db.abonnement.updateMany({ data: { status: 'uitgeschakeld' } })
  expect(await herstel()).toEqual({ ok: false, reason: 'not_active' })
})

test('a herstelactie waits while its abonnement is not actief, and does not delay another', async () => {
  await addTestBezorgingen(ctx, abonnementId, dead(2))
  await herstel()
  await ctx.db.abonnement.updateMany({ data: { status: 'gepauzeerd' } })
  const other = await addAbonnement(ctx)
  await addTestBezorgingen(ctx, other, dead(1))
  await requestHerstel(ctx, { abonnementId: other, actor: OPDRACHTREGEL, vanaf: VANAF })
  expect(await processHerstelacties(ctx)).toBe(1)
  await ctx.db.abonnement.updateMany({ data: { status: 'actief' } })
  expect(await processHerstelacties(ctx)).toBe(2)
})

test('several workers replay everything once', async () => {
  const ids = await addTestBezorgingen(ctx, abonnementId, dead(2300))
  await herstel()
  const contexts = [1, 2, 3].map(() => createZaaksysteemContext(ctx.env, { clock: () => NOW, log: ctx.log }))
  const counts = await Promise.all(contexts.map((context) => processHerstelacties(context)))
  expect(counts.reduce((a, b) => a + b)).toBe(2300)
  expect(toNumbers(await replayed())).toEqual(toNumbers(ids))
  expect(await herstelacties()).toMatchObject([{ totaal: 2300, hersteld: 2300, klaarOp: NOW }])
  for (const context of contexts) await context.close()
})

test('an aborted signal ends processing after the present batch', async () => {
  await addTestBezorgingen(ctx, abonnementId, dead(1200))
  await herstel()
  const stop = new AbortController()
  const clock = () => {
    stop.abort()
    return NOW
  }
  expect(await processHerstelacties({ ...ctx, clock }, { signal: stop.signal })).toBe(500)
  expect(await herstelacties()).toMatchObject([{ hersteld: 500, klaarOp: null }])
})

test('after kill -9 another worker continues a herstelactie without skipping or repeating', async () => {
  const ids = await addTestBezorgingen(ctx, abonnementId, dead(1200))
  await herstel()
  const inSecondBatch = await holdRow(ctx, ids[700] as string)
  const program = `
    import { createZaaksysteemContext } from './lib/zaaksysteem/context.ts'
    import { readZaaksysteemEnv } from './lib/zaaksysteem/env.ts'
    import { processHerstelacties } from './lib/zaaksysteem/herstel/herstelactie.ts'
    await processHerstelacties(createZaaksysteemContext(readZaaksysteemEnv(process.env)))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: 'inherit',
  })
  await expect.poll(blockedOn(inSecondBatch.pid)).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await inSecondBatch.release()
  expect(await herstelacties()).toMatchObject([{ hersteld: 500, klaarOp: null }])

  await processHerstelacties(ctx)
  expect(toNumbers(await replayed())).toEqual(toNumbers(ids))
  expect(await herstelacties()).toMatchObject([{ totaal: 1200, hersteld: 1200, klaarOp: NOW }])
})

/** Locks a bezorging, so that a process that replays it blocks in the middle of its batch. */
async function holdRow({ pool }: ZaaksysteemContext, id: string) {
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query('select pg_backend_pid() as pid from bezorging where id = $1 for update', [id])
  return {
    pid: rows[0].pid as number,
    async release() {
      await client.query('rollback')
      client.release()
    },
  }
}

const blockedOn = (pid: number) => async () => {
  const blocked = 'select count(*)::int as n from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
  return (await ctx.pool.query(blocked, [pid])).rows[0].n
}
