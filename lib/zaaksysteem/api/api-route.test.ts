import { afterAll, expect, test } from 'vitest'
import { createZaaksysteemContext, type ZaaksysteemContext } from '../context.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { apiRoute } from './api-route.ts'

const ctx = await createTestZaaksysteem()
const away = createZaaksysteemContext({ ...ctx.env, ZAAKSYSTEEM_DATABASE_URL: 'postgres://postgres@127.0.0.1:1/away' })
// The context of the process, which the route uses. An earlier test may have left its own.
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
afterAll(async () => {
  await away.close()
  await ctx.close()
})

const answer = (handle: () => Promise<unknown>) =>
  apiRoute(async () => new Response(String(await handle()))).GET(new Request('http://localhost/'), {
    params: Promise.resolve({}),
  })

async function expectOverloaded(response: Response) {
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2'])
  expect(await response.json()).toMatchObject({ code: 'overloaded' })
}

test.each<[string, (db: ZaaksysteemContext) => Promise<unknown>]>([
  ['a query of Prisma', ({ db }) => db.zaak.count()],
  ['a raw query of Prisma', ({ db }) => db.$queryRaw`select 1`],
  ['a transaction', ({ db }) => db.$transaction((tx) => tx.zaak.count())],
  ['a query of pg', ({ pool }) => pool.query('select 1')],
])('%s while the database is away gives 503, not 500', async (_, ask) => {
  await expectOverloaded(await answer(() => ask(away)))
})

test('a connection that the server closes during a query gives 503', async () => {
  const end = 'select pg_terminate_backend(pg_backend_pid())'
  await expectOverloaded(await answer(() => ctx.pool.query(end)))
  await expectOverloaded(await answer(() => ctx.db.$queryRawUnsafe(end)))
})

test('a transaction that gets no connection in time gives 503', async () => {
  const taken = await Promise.all(Array.from({ length: 10 }, () => ctx.pool.connect()))
  await expectOverloaded(await answer(() => ctx.db.$transaction((tx) => tx.zaak.count(), { maxWait: 1 })))
  for (const client of taken) client.release()
})

test.each([
  ['a lock', `set local lock_timeout = '1ms'`],
  ['a statement', `set local statement_timeout = '1ms'`],
])('%s that exceeds the statement timeout gives 503, by Prisma and by pg', async (_, limit) => {
  const holder = await ctx.pool.connect()
  await holder.query('begin; lock table zaak')
  const byPg = () => ctx.pool.query(`begin; ${limit}; select 1 from zaak; rollback`)
  const raw = () => ctx.db.$transaction([ctx.db.$executeRawUnsafe(limit), ctx.db.$queryRaw`select 1 from zaak`])
  const model = () => ctx.db.$transaction([ctx.db.$executeRawUnsafe(limit), ctx.db.zaak.count()])
  for (const ask of [byPg, raw, model]) await expectOverloaded(await answer(ask))
  await holder.query('rollback')
  holder.release()
})

test('any other error of a handler gives 500', async () => {
  for (const broken of [() => ctx.pool.query('select x'), () => Promise.reject(new TypeError('x'))]) {
    const response = await answer(broken)
    expect([response.status, (await response.json()).code]).toEqual([500, 'internal_error'])
  }
})
