import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem, PORTAL_SCOPES } from '../test-context.ts'
import { addTestBezorgingen } from './test-bezorgingen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const SOON = new Date('2026-11-25T09:00:30Z')
const OWN = 'own-token'
const OTHER = 'other-token'
let abonnementId: string

const tokens = `publieksportaal=${hashToken(OWN)}:${PORTAL_SCOPES},ander=${hashToken(OTHER)}:${PORTAL_SCOPES}`
const ctx = await openTestZaaksysteem({ clock: () => NOW, env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
beforeEach(async () => {
  abonnementId = await addAbonnement(ctx, { client: 'publieksportaal' })
})

function call(path: string, { method = 'GET', token = OWN } = {}) {
  const headers = { Authorization: `Bearer ${token}` }
  return answerApi(ctx, new Request(`http://localhost:3000/api/zaaksysteem/v1/${path}`, { method, headers }))
}
const get = (query = '', how?: { method?: string; token?: string }, id = abonnementId) =>
  call(`abonnementen/${id}/bezorgingen${query}`, how)

test('a client reads the outcome of its bezorgingen, newest first, and can resend one by its id', async () => {
  const [failed = '', waiting = ''] = await addTestBezorgingen(ctx, abonnementId, [
    { status: 'mislukt', pogingen: 2, afgerondOp: NOW },
    { status: 'wachtend', volgendePoging: SOON },
  ])
  const poging = { bezorgingId: BigInt(failed), duurMs: 3, requestHeaders: {}, begonnenOp: NOW }
  await ctx.db.bezorgpoging.create({ data: { ...poging, nummer: 2, httpStatus: 503, foutsoort: 'http_5xx' } })
  await ctx.db.bezorgpoging.create({ data: { ...poging, nummer: 1, foutsoort: 'timeout' } })
  const { bezorgingen, volgende } = await (await get()).json()
  const nothing = { pogingen: 0, laatstePoging: null, afgerondOp: null }
  const rows = await ctx.db.bezorging.findMany({ where: { abonnementId }, orderBy: { sequence: 'desc' } })
  const events = rows.map(({ gebeurtenisId: eventId, sequence }) => ({ eventId, sequence }))
  expect(volgende).toBeNull()
  expect(bezorgingen).toEqual([
    { ...nothing, ...events[0], id: waiting, status: 'wachtend', volgendePoging: SOON.toISOString() },
    {
      ...events[1],
      id: failed,
      status: 'mislukt',
      pogingen: 2,
      laatstePoging: { begonnenOp: NOW.toISOString(), httpStatus: 503, foutsoort: 'http_5xx' },
      volgendePoging: null,
      afgerondOp: NOW.toISOString(),
    },
  ])
  expect((await call(`bezorgingen/${bezorgingen[1].id}/herhaling`, { method: 'POST' })).status).toBe(202)
})

test('the parameter status filters the bezorgingen', async () => {
  const [, failed] = await addTestBezorgingen(ctx, abonnementId, [
    { status: 'bezorgd' },
    { status: 'mislukt' },
    { status: 'wachtend' },
    { status: 'overgeslagen' },
  ])
  const { bezorgingen } = await (await get('?status=mislukt')).json()
  expect(bezorgingen).toMatchObject([{ id: failed, status: 'mislukt' }])
})

test('each bezorging is on exactly one page', async () => {
  const ids = await addTestBezorgingen(
    ctx,
    abonnementId,
    Array.from({ length: 101 }, () => ({ status: 'bezorgd' })),
  )
  const first = await (await get()).json()
  const second = await (await get(`?na=${first.volgende}`)).json()
  expect(second.volgende).toBeNull()
  const seen = [...first.bezorgingen, ...second.bezorgingen].map(({ id }: { id: string }) => id)
  expect(seen).toEqual(ids.toReversed())
})

test("the bezorgingen of another client's abonnement give 404", async () => {
  await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }])
  for (const response of [
    await get('', { token: OTHER }),
    await get('', {}, randomUUID()),
    await get('', {}, 'constructor'),
  ]) {
    expect([response.status, (await response.json()).code]).toEqual([404, 'not_found'])
  }
})

test('a request without a token, with another method or with an invalid query is refused', async () => {
  expect((await get('', { token: 'x' })).status).toBe(401)
  expect((await get('', { method: 'POST' })).headers.get('Allow')).toBe('GET, HEAD')
  const response = await get('?status=onbekend&na=x')
  expect(response.status).toBe(400)
  expect((await response.json()).errors).toMatchObject([{ code: 'status_invalid' }, { code: 'na_invalid' }])
})
