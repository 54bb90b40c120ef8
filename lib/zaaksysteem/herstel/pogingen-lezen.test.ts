import { beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem, PORTAL_SCOPES } from '../test-context.ts'
import { addTestBezorgingen } from './test-bezorgingen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const OWN = 'own-token'
const OTHER = 'other-token'
const READER = 'reader-token'
let id: string

const tokens = [
  `leverancier=${hashToken(OWN)}:${PORTAL_SCOPES}`,
  `ander=${hashToken(OTHER)}:${PORTAL_SCOPES}`,
  `leverancier=${hashToken(READER)}:zaken.lezen`,
]
const ctx = await openTestZaaksysteem({ clock: () => NOW, env: { ZAAKSYSTEEM_API_TOKENS: tokens.join() } })
beforeEach(async () => {
  const abonnementId = await addAbonnement(ctx, { client: 'leverancier' })
  const [added = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt', pogingen: 2 }])
  id = added
})

function get(
  query = '',
  { token = OWN, of = id, system = ctx }: { token?: string; of?: string; system?: typeof ctx } = {},
) {
  const headers = { ...(token && { Authorization: `Bearer ${token}` }) }
  const url = `http://localhost:3000/api/zaaksysteem/v1/bezorgingen/${of}/pogingen${query}`
  return answerApi(system, new Request(url, { headers }))
}

const poging = (nummer: number) => ({
  bezorgingId: BigInt(id),
  nummer,
  begonnenOp: NOW,
  duurMs: 12,
  httpStatus: 503,
  foutsoort: 'http_5xx',
  requestHeaders: { 'content-type': 'application/cloudevents+json; charset=utf-8', 'webhook-signature': '…' },
  responseHeaders: { 'retry-after': '120', 'set-cookie': ['a', 'b'] },
  responseBody: 'Wij zijn even dicht.',
})

test('a client reads each attempt as sent and answered, newest first', async () => {
  const refused = { httpStatus: null, foutsoort: 'tls', foutdetail: 'CERT_HAS_EXPIRED', responseBody: null }
  await ctx.db.bezorgpoging.create({ data: { ...poging(1), ...refused, responseHeaders: undefined } })
  await ctx.db.bezorgpoging.create({ data: { ...poging(2), handmatig: true, responseAfgekapt: true } })
  const { bezorgingId: _, ...sent } = poging(1)
  expect(await (await get()).json()).toEqual({
    pogingen: [
      {
        ...sent,
        nummer: 2,
        begonnenOp: NOW.toISOString(),
        handmatig: true,
        foutdetail: null,
        responseAfgekapt: true,
      },
      {
        ...sent,
        ...refused,
        begonnenOp: NOW.toISOString(),
        handmatig: false,
        responseHeaders: null,
        responseAfgekapt: false,
      },
    ],
    volgende: null,
  })
})

test('each attempt is on exactly one page', async () => {
  await ctx.db.bezorgpoging.createMany({ data: Array.from({ length: 41 }, (_, index) => poging(index + 1)) })
  const seen: number[] = []
  for (let query: string | undefined = ''; query !== undefined; ) {
    const { pogingen, volgende } = await (await get(query)).json()
    seen.push(...pogingen.map(({ nummer }: { nummer: number }) => nummer))
    query = volgende === null ? undefined : `?na=${volgende}`
  }
  expect(seen).toEqual(Array.from({ length: 41 }, (_, index) => 41 - index))
})

test('an unknown bezorging, one of another client and one with an unreadable event give the same 404', async () => {
  const tokens = ctx.env.ZAAKSYSTEEM_API_TOKENS.map((client) => ({ ...client, zaaktypen: ['OMG-KAP'] }))
  const narrowed = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_API_TOKENS: tokens } }
  const ask = async (...how: Parameters<typeof get>) => {
    const response = await get(...how)
    return [response.status, await response.text()]
  }
  const [status, body] = await ask('', { of: '999999999999999999' })
  expect(status).toBe(404)
  expect(await ask('', { token: OTHER })).toEqual([404, body])
  expect(await ask('', { system: narrowed })).toEqual([404, body])
  expect(await ask('', { of: 'constructor' })).toEqual([404, body])
  expect((await get()).status).toBe(200)
})

test('a request without a token, without the scope or with an invalid page is refused', async () => {
  const scope = await get('', { token: READER })
  expect([scope.status, (await scope.json()).code]).toEqual([403, 'scope_missing'])
  expect((await get('', { token: '' })).status).toBe(401)
  const query = await get('?na=x')
  expect([query.status, (await query.json()).errors]).toMatchObject([400, [{ code: 'na_invalid' }]])
})
