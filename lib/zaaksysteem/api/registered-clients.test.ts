import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { expect, test, vi } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { changeApiClient } from '../api-client/change-api-client.ts'
import { rotateToken } from '../api-client/rotate-token.ts'
import { createTestClient, testRights } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { answerApi, OPERATIONS } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { apiAdmission } from './api-admission.ts'
import { authenticateClient, authorizeClient } from './api-client.ts'
import { forgetRegisteredClients } from './registered-clients.ts'

const ZAKEN = 'http://localhost:3000/api/zaaksysteem/v1/zaken'
const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
let now = new Date('2026-11-25T09:00:00Z')

const ctx = await openTestZaaksysteem({ clock: () => now })

const bearer = (token: string) => new Headers({ Authorization: `Bearer ${token}` })
const wrongToken = () => `zb_${randomBytes(32).toString('base64url')}`
const isGood = async (token: string) => (await authenticateClient(ctx, bearer(token))).ok

test('a token of a client gives the rights of its scopes only', async () => {
  const { naam, token } = await createTestClient(ctx, { scopes: ['zaken.lezen'] })
  expect(await authorizeClient(ctx, bearer(token), 'zaken.lezen')).toMatchObject({ ok: true, client: naam })
  const refused = await authorizeClient(ctx, bearer(token), 'zaken.bsn.lezen')
  expect(refused).toMatchObject({ ok: false, response: { status: 403 } })
})

test('zaken of other zaaktypen than those of the client are hidden', async () => {
  const kap = await registerTestZaak(ctx, { zaaktype: KAP })
  await registerTestZaak(ctx, { zaaktype: FEEST })
  const { token } = await createTestClient(ctx, { scopes: ['zaken.lezen'], zaaktypen: [KAP] })
  const { zaken } = await (await answerApi(ctx, new Request(ZAKEN, { headers: bearer(token) }))).json()
  expect(zaken).toMatchObject([{ uuid: kap.id }])
})

test('clients of the environment stay valid beside registered ones', async () => {
  await createTestClient(ctx)
  expect(await authenticateClient(ctx, bearer(ctx.apiToken))).toMatchObject({ client: 'publieksportaal' })
})

test.each([
  ['a token that nobody has', wrongToken],
  ['the hash of a token', async () => (await ctx.db.apiToken.findFirstOrThrow()).hash],
  ['its first characters', async () => (await ctx.db.apiToken.findFirstOrThrow()).begin],
])('%s is refused as a token', async (_, find) => {
  expect(await isGood(await find())).toBe(false)
})

test('a flood of wrong tokens costs one query', async () => {
  forgetRegisteredClients(ctx)
  const query = vi.spyOn(ctx.pool, 'query')
  const flood = Array.from({ length: 1_000 }, () => isGood(wrongToken()))
  expect(new Set(await Promise.all(flood))).toEqual(new Set([false]))
  expect(query).toHaveBeenCalledOnce()
  query.mockRestore()
})

test('a change during a read is seen by the request that waited for the read', async () => {
  const { id, token } = await createTestClient(ctx)
  forgetRegisteredClients(ctx)
  const early = isGood(wrongToken())
  await ctx.pool.query('update api_client set ingetrokken_op = $2 where id = $1', [id, now])
  forgetRegisteredClients(ctx)
  expect(await isGood(token)).toBe(false)
  await early
})

test('while the database is away a token gets no 401, and is valid again afterwards', async () => {
  const { token } = await createTestClient(ctx)
  const request = { url: ZAKEN, method: 'GET', headers: { authorization: `Bearer ${token}` } } as IncomingMessage
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const query = vi.spyOn(ctx.pool, 'query').mockImplementationOnce(() => Promise.reject(away))
  const admit = apiAdmission(ctx, OPERATIONS)
  expect(await admit(request)).toMatchObject({ status: 503 })
  query.mockRestore()
  expect(await admit(request)).toHaveProperty('lane')
})

test('a client is valid until it expires, and again when it is extended', async () => {
  const { id, token } = await createTestClient(ctx, { verlooptOp: new Date(now.getTime() + DAY_MS) })
  const before = now
  now = new Date(before.getTime() + DAY_MS - 1)
  expect(await isGood(token)).toBe(true)
  now = new Date(before.getTime() + DAY_MS)
  expect(await isGood(token)).toBe(false)
  await changeApiClient(ctx, { id, rights: testRights(ctx), actor })
  expect(await isGood(token)).toBe(true)
})

test('during a rotation both tokens are valid until the overlap ends', async () => {
  const { id, token } = await createTestClient(ctx)
  const rotated = await rotateToken(ctx, { id, overlapHours: 24, actor })
  if (!rotated.ok) expect.fail(rotated.reason)
  expect([await isGood(token), await isGood(rotated.token)]).toEqual([true, true])
  now = new Date(now.getTime() + DAY_MS)
  expect([await isGood(token), await isGood(rotated.token)]).toEqual([false, true])
})

test('the last use of a token is stored, once for many requests', async () => {
  const { id, token } = await createTestClient(ctx)
  const lastUse = async () => (await ctx.db.apiToken.findFirstOrThrow({ where: { clientId: id } })).laatstGebruiktOp
  expect(await lastUse()).toBeNull()
  const usedOp = now
  await isGood(token)
  await expect.poll(lastUse).toEqual(usedOp)
  now = new Date(now.getTime() + 1)
  const query = vi.spyOn(ctx.pool, 'query')
  await isGood(token)
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()
})
