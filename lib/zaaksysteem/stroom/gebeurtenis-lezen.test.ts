import { expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { createTestClient } from '../api-client/test-api-client.ts'
import { answerApi } from '../openapi/operations.ts'
import { eventText } from '../outbox/event-text.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { addGebeurtenissen } from './test-stroom-server.ts'

const KAP = 'OMG-KAP'
const SCOPED = 'token-for-some-zaaktypen'
const ctx = await openTestZaaksysteem()
ctx.env.ZAAKSYSTEEM_API_TOKENS.push(
  { client: 'kapper', tokenHash: hashToken(SCOPED), scopes: ['gebeurtenissen.lezen'], zaaktypen: [KAP] },
  { client: 'zaken', tokenHash: hashToken('token-for-zaken'), scopes: ['zaken.lezen'], zaaktypen: undefined },
)
await addGebeurtenissen(ctx, KAP, 'APV-EVEN')

const stored = (sequence: number) => ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence } })

function get(id: string, { token = ctx.apiToken, method = 'GET' } = {}) {
  const url = `http://localhost/api/zaaksysteem/v1/gebeurtenissen/${id}`
  const headers = { Authorization: `Bearer ${token}` }
  return answerApi(ctx, new Request(url, { method, headers }))
}

test('an event is returned byte for byte as delivered', async () => {
  const { id, body } = await stored(2)
  const response = await get(id)
  expect(response.headers.get('Content-Type')).toBe('application/cloudevents+json; charset=utf-8')
  expect(await response.text()).toBe(eventText(ctx, body as string))
})

test('a token for some zaaktypen reads their events, and gets 404 for those of others', async () => {
  expect((await get((await stored(1)).id, { token: SCOPED })).status).toBe(200)
  const other = await get((await stored(2)).id, { token: SCOPED })
  const none = await get('0199a000-0000-7000-8000-000000000001', { token: SCOPED })
  expect([other.status, await other.json()]).toEqual([404, await none.json()])
})

test('a client for some event types reads those, and gets 404 for others', async () => {
  const { id, type } = await stored(1)
  const [own, other] = await Promise.all([
    createTestClient(ctx, { types: [type] }),
    createTestClient(ctx, { types: ['nl.overheid.zaken.zaak-heropend'] }),
  ])
  expect((await get(id, { token: own.token })).status).toBe(200)
  expect((await get(id, { token: other.token })).status).toBe(404)
})

test('a new event can be read at once, and a purged one gives 410', async () => {
  const { id } = await registerTestZaak(ctx)
  const { id: written, body } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: id } })
  expect(await (await get(written)).text()).toBe(eventText(ctx, body as string))
  const purged = await ctx.db.gebeurtenis.update({ where: { sequence: 2 }, data: { body: null } })
  expect(await (await get(purged.id)).json()).toMatchObject({ status: 410, code: 'purged' })
})

test.each([
  [401, 'token_invalid', { token: 'x' }],
  [403, 'scope_missing', { token: 'token-for-zaken' }],
  [404, 'not_found', { id: 'geen-uuid' }],
  [405, 'method_not_allowed', { method: 'DELETE' }],
])('%i %s', async (status, code, { id, ...options }: { id?: string; token?: string; method?: string }) => {
  const response = await get(id ?? (await stored(1)).id, options)
  expect([response.status, await response.json()]).toMatchObject([status, { code }])
})
