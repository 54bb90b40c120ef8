import { WebSocket } from 'undici'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { resumeAbonnement } from '../abonnement/pause-abonnement.ts'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { createZaaksysteemContext } from '../context.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { addGebeurtenissen, startStroomServer, type TestStroomServer } from '../stroom/test-stroom-server.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { pauseExpired } from '../upkeep/run-upkeep.ts'
import { changeApiClient, createApiClient } from './change-api-client.ts'
import { revokeApiClient } from './revoke-api-client.ts'
import { rotateToken, withdrawToken } from './rotate-token.ts'
import { createTestClient, testRights } from './test-api-client.ts'

const KAP = 'OMG-KAP'
const UNKNOWN = '0199a000-0000-7000-8000-00000000abcd'
let now = new Date('2026-11-25T09:00:00Z')

const ctx = await createTestZaaksysteem({ clock: () => now })
// Another web process, which shares nothing in memory.
const other = { ...ctx, ...createZaaksysteemContext(readZaaksysteemEnv(ctx.variables), { clock: () => now }) }
const web = await startStroomServer(ctx)
const elsewhere = await startStroomServer(other)
await addGebeurtenissen(ctx, KAP)
const behandelaar = await ctx.db.behandelaar.findFirstOrThrow()
const actor = { soort: 'behandelaar' as const, id: behandelaar.id }
beforeEach(() => clearAuditregels(ctx))
afterAll(async () => {
  await web.close()
  await elsewhere.close()
  await other.close()
  await ctx.close()
})

const page = ({ url }: TestStroomServer, token: string) =>
  fetch(`${url}?vanaf=0`, { headers: { Authorization: `Bearer ${token}` } })
const statusOf = async (server: TestStroomServer, token: string) => (await page(server, token)).status
const auditregels = async () =>
  (await ctx.db.auditregel.findMany({ where: { actorSoort: 'behandelaar' }, orderBy: { id: 'asc' } })).map((row) => [
    row.actor,
    row.handeling,
    row.objectId,
  ])

/**
 * Opens a stream of each kind, which has had its first event. The result resolves with how the WebSocket
 * ended.
 */
async function openStreams(server: TestStroomServer, token: string) {
  // Another process learns of a new client a moment later.
  await expect.poll(() => statusOf(server, token)).toBe(200)
  const { url } = server
  const headers = { Authorization: `Bearer ${token}` }
  const sse = await fetch(`${url}?vanaf=0`, { headers: { ...headers, Accept: 'text/event-stream' } })
  if (!sse.body) expect.fail()
  const reader = sse.body.pipeThrough(new TextDecoderStream()).getReader()
  let read = ''
  while (!read.includes('id: 1\n')) read += (await reader.read()).value ?? expect.fail()
  const socket = new WebSocket(`${url.replace('http', 'ws')}?vanaf=0`, { protocols: 'cloudevents.json', headers })
  const closed = new Promise((resolve) =>
    socket.addEventListener('close', ({ code, reason }) => resolve([code, reason])),
  )
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
  return async () => {
    while (!(await reader.read()).done);
    return closed
  }
}

test('a token has 256 random bits behind a recognisable prefix, and only its hash is stored', async () => {
  const { id, token } = await createTestClient(ctx)
  expect(token).toMatch(/^zb_[\w-]{43}$/)
  const [row] = await ctx.db.apiToken.findMany({ where: { clientId: id } })
  expect(row).toMatchObject({ hash: hashToken(token), begin: token.slice(0, 9), verlooptOp: null })
  const { rows } = await ctx.pool.query('select * from api_client join api_token on client_id = api_client.id')
  expect(JSON.stringify(rows)).not.toContain(token)
})

test.each([
  ['the desk', 'balie'],
  ['a task of ours', 'archiefbeheer'],
  ['a client of the environment', 'publieksportaal'],
  ['a client of the authorization server', 'oauth:archief'],
])('the name of %s is refused as taken', async (_, naam) => {
  expect(await createApiClient(ctx, { naam, rights: testRights(ctx), actor })).toEqual({
    ok: false,
    reason: 'name_taken',
  })
})

test('the name of a revoked client cannot be used again', async () => {
  const { id, naam } = await createTestClient(ctx)
  await revokeApiClient(ctx, { id, actor })
  const again = await createApiClient(ctx, { naam, rights: testRights(ctx), actor })
  expect(again).toEqual({ ok: false, reason: 'name_taken' })
})

test('every change of a client is audited with its actor', async () => {
  const created = await createApiClient(ctx, { naam: 'archief', rights: testRights(ctx), actor })
  if (!created.ok) expect.fail(created.reason)
  const { id } = created
  await changeApiClient(ctx, { id, rights: testRights(ctx), actor })
  await rotateToken(ctx, { id, overlapHours: 24, actor })
  const { id: tokenId } = await ctx.db.apiToken.findFirstOrThrow({ where: { clientId: id }, orderBy: { id: 'asc' } })
  await withdrawToken(ctx, { id, tokenId, actor })
  await revokeApiClient(ctx, { id, actor })
  expect(await auditregels()).toEqual(
    [
      'api_client_maken',
      'api_token_tonen',
      'api_client_wijzigen',
      'api_token_wisselen',
      'api_token_tonen',
      'api_token_intrekken',
      'api_client_intrekken',
    ].map((handeling) => [actor.id, handeling, id]),
  )
  expect(JSON.stringify(await ctx.db.auditregel.findMany())).not.toContain('zb_')
})

test('a refused change leaves no auditregel', async () => {
  const { id, token } = await createTestClient(ctx)
  const { id: tokenId } = await ctx.db.apiToken.findFirstOrThrow({ where: { clientId: id } })
  const foreign = await createTestClient(ctx)
  await clearAuditregels(ctx)
  expect([
    await changeApiClient(ctx, { id: UNKNOWN, rights: testRights(ctx), actor }),
    await rotateToken(ctx, { id: UNKNOWN, overlapHours: 0, actor }),
    await withdrawToken(ctx, { id: foreign.id, tokenId, actor }),
    await revokeApiClient(ctx, { id: UNKNOWN, actor }),
  ]).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: 'not_found' })))
  expect([await statusOf(web, token), await auditregels()]).toEqual([200, []])
})

test('concurrent rotations leave at most two valid tokens', async () => {
  const { id, token } = await createTestClient(ctx)
  const rotated = await Promise.all([24, 24, 24].map((overlapHours) => rotateToken(ctx, { id, overlapHours, actor })))
  expect(rotated.map(({ ok }) => ok).sort()).toEqual([false, false, true])
  expect(rotated).toContainEqual({ ok: false, reason: 'too_many_tokens' })
  const leaked = await rotateToken(ctx, { id, overlapHours: 0, actor })
  if (!leaked.ok) expect.fail(leaked.reason)
  expect([await statusOf(web, token), await statusOf(web, leaked.token)]).toEqual([401, 200])
})

test('withdrawing a token ends it and its streams at once in every process, and leaves the other token valid', async () => {
  const { id, token } = await createTestClient(ctx)
  const { id: tokenId } = await ctx.db.apiToken.findFirstOrThrow({ where: { clientId: id } })
  const rotated = await rotateToken(ctx, { id, overlapHours: 24, actor })
  if (!rotated.ok) expect.fail(rotated.reason)
  const endings = await openStreams(elsewhere, token)
  await withdrawToken(ctx, { id, tokenId, actor })
  expect(await endings()).toEqual([1008, 'token_invalid'])
  expect([await statusOf(web, token), await statusOf(elsewhere, token)]).toEqual([401, 401])
  expect(await statusOf(elsewhere, rotated.token)).toBe(200)
})

test('revoking a client ends its access at once in every process, for good', async () => {
  const { id, token } = await createTestClient(ctx)
  const endings = await Promise.all([openStreams(web, token), openStreams(elsewhere, token)])
  await revokeApiClient(ctx, { id, actor })
  for (const ended of endings) expect(await ended()).toEqual([1008, 'token_invalid'])
  expect([await statusOf(web, token), await statusOf(elsewhere, token)]).toEqual([401, 401])
  expect(await rotateToken(ctx, { id, overlapHours: 24, actor })).toEqual({ ok: false, reason: 'not_found' })
  expect(await changeApiClient(ctx, { id, rights: testRights(ctx), actor })).toEqual({ ok: false, reason: 'revoked' })
})

test('reducing the rights of a client ends its open streams in every process', async () => {
  const { id, token } = await createTestClient(ctx)
  const ended = await openStreams(elsewhere, token)
  await changeApiClient(ctx, { id, rights: testRights(ctx, { types: ['nl.overheid.zaken.zaak-heropend'] }), actor })
  expect(await ended()).toEqual([1008, 'token_invalid'])
  expect(await (await page(elsewhere, token)).json()).toEqual([])
})

test.each([
  ['everything', '', 1],
  ['that', '&types=nl.overheid.zaken.zaak-geregistreerd', 1],
  ['another', '&types=nl.overheid.zaken.zaak-heropend', 0],
])('a client for one event type that requests %s gets only events of that type', async (_, query, count) => {
  const { token } = await createTestClient(ctx, { types: ['nl.overheid.zaken.zaak-geregistreerd'] })
  const response = await fetch(`${web.url}?vanaf=0${query}`, { headers: { Authorization: `Bearer ${token}` } })
  expect(await response.json()).toHaveLength(count)
})

test('revoking a client pauses its abonnementen for good, and leaves those of others actief', async () => {
  const { id, naam } = await createTestClient(ctx)
  const own = await addAbonnement(ctx, { client: naam })
  const foreign = await addAbonnement(ctx)
  await revokeApiClient(ctx, { id, actor })
  const stateOf = (abonnementId: string) => ctx.db.abonnement.findUniqueOrThrow({ where: { id: abonnementId } })
  const paused = { status: 'gepauzeerd', statusreden: 'client_revoked', statusSinds: now }
  expect(await stateOf(own)).toMatchObject(paused)
  expect(await resumeAbonnement(ctx, { id: own, actor })).toEqual({ ok: false, reason: 'wrong_status' })
  expect(await stateOf(own)).toMatchObject(paused)
  expect(await stateOf(foreign)).toMatchObject({ status: 'actief' })
})

test('abonnementen of an expired client are paused, and resume when it is extended', async () => {
  const { id, naam } = await createTestClient(ctx)
  const own = await addAbonnement(ctx, { client: naam })
  const byHand = await addAbonnement(ctx, { client: naam, status: 'gepauzeerd' })
  const stateOf = async (abonnementId: string) => {
    const { status, statusreden } = await ctx.db.abonnement.findUniqueOrThrow({ where: { id: abonnementId } })
    return [status, statusreden]
  }
  await pauseExpired(ctx)
  expect(await stateOf(own)).toEqual(['actief', null])
  const { verlooptOp } = await ctx.db.apiClient.findUniqueOrThrow({ where: { id } })
  now = verlooptOp
  await pauseExpired(ctx)
  expect(await stateOf(own)).toEqual(['gepauzeerd', 'client_expired'])
  await changeApiClient(ctx, { id, rights: testRights(ctx), actor })
  expect([await stateOf(own), await stateOf(byHand)]).toEqual([
    ['actief', null],
    ['gepauzeerd', null],
  ])
})
