import { beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem, PORTAL_SCOPES } from '../test-context.ts'
import { processHerstelacties } from './herstelactie.ts'
import { addTestBezorgingen } from './test-bezorgingen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const OWN = 'own-token'
const OTHER = 'other-token'
let abonnementId: string
let bezorgingId: string

const tokens = `publieksportaal=${hashToken(OWN)}:${PORTAL_SCOPES},ander=${hashToken(OTHER)}:${PORTAL_SCOPES}`
const ctx = await openTestZaaksysteem({ clock: () => NOW, env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
beforeEach(async () => {
  abonnementId = await addAbonnement(ctx, { client: 'publieksportaal' })
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }])
  bezorgingId = id
})

type Call = { method?: string; token?: string; body?: unknown; id?: string }

function request(path: string, { method = 'POST', token = OWN, body }: Call) {
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/json' }
  return new Request(`http://localhost:3000/api/zaaksysteem/v1/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  })
}
const herstel = (call: Call) => answerApi(ctx, request(`abonnementen/${call.id ?? abonnementId}/herstel`, call))
const herhaling = (call: Call = {}, system = ctx) =>
  answerApi(system, request(`bezorgingen/${call.id ?? bezorgingId}/herhaling`, call))
const STRANGE = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  'a\0',
  '\ud800',
]
const VANAF = { vanaf: '2026-11-25T10:00:00+01:00' }

test('herstel is accepted, and its progress can be read', async () => {
  const response = await herstel({ body: VANAF })
  expect(response.status).toBe(202)
  const { id, totaal } = await response.json()
  expect(totaal).toBe(1)
  const herstelactie = { id, vanaf: NOW.toISOString(), aangemaaktOp: NOW.toISOString(), totaal: 1 }
  const read = async () => (await herstel({ method: 'GET' })).json()
  expect(await read()).toEqual([{ ...herstelactie, hersteld: 0, klaarOp: null }])
  await processHerstelacties(ctx)
  expect(await read()).toEqual([{ ...herstelactie, hersteld: 1, klaarOp: NOW.toISOString() }])
})

test('a second herstel is refused while the first is open', async () => {
  await herstel({ body: VANAF })
  const refused = await herstel({ body: VANAF })
  expect([refused.status, (await refused.json()).code]).toEqual([409, 'in_progress'])
})

test('herhaling gives 404 once the client may no longer read the event', async () => {
  const tokens = ctx.env.ZAAKSYSTEEM_API_TOKENS.map((client) => ({ ...client, zaaktypen: ['OMG-KAP'] }))
  const narrowed = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_API_TOKENS: tokens } }
  const refused = await herhaling({}, narrowed)
  expect([refused.status, (await refused.json()).code]).toEqual([404, 'not_found'])
})

test('herhaling is accepted for an ended bezorging, and refused until that has ended again', async () => {
  expect((await herhaling()).status).toBe(202)
  await ctx.db.bezorging.updateMany({ data: { leaseTot: new Date(NOW.getTime() + 1) } })
  const refused = await herhaling()
  expect([refused.status, (await refused.json()).code]).toEqual([409, 'not_finished'])
})

test.each([
  ['herstel without vanaf', () => herstel({ body: {} }), 400, 'request_invalid'],
  ['herstel from no time', () => herstel({ body: { vanaf: 'gisteren' } }), 400, 'request_invalid'],
  ['herstel without token', () => herstel({ token: '', body: VANAF }), 401, 'token_invalid'],
  ['herstel with another method', () => herstel({ method: 'DELETE' }), 405, 'method_not_allowed'],
  ["herstel of another's", () => herstel({ token: OTHER, body: VANAF }), 404, 'not_found'],
  ["a look at another's", () => herstel({ token: OTHER, method: 'GET' }), 404, 'not_found'],
  ['herstel of no uuid', () => herstel({ id: '1', body: VANAF }), 404, 'not_found'],
  ['herhaling without token', () => herhaling({ token: '' }), 401, 'token_invalid'],
  ['herhaling with another method', () => herhaling({ method: 'GET' }), 405, 'method_not_allowed'],
  ["herhaling of another's", () => herhaling({ token: OTHER }), 404, 'not_found'],
  ['herhaling of a number too large', () => herhaling({ id: '9'.repeat(19) }), 404, 'not_found'],
  ['herhaling of no number', () => herhaling({ id: '1;--' }), 404, 'not_found'],
])('%s is refused', async (_name, call, status, code) => {
  const response = await call()
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect([response.status, (await response.json()).code]).toEqual([status, code])
  expect(await ctx.db.herstelactie.count({ where: { abonnementId } })).toBe(0)
  expect(await ctx.db.bezorging.findMany({ where: { abonnementId } })).toMatchObject([{ status: 'mislukt' }])
})

test.each(STRANGE)('the moment %j gives no 5xx', async (vanaf) => {
  expect((await herstel({ body: { vanaf } })).status).toBeLessThan(500)
})
