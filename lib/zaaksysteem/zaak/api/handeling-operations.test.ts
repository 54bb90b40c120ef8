import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakDetail } from '../detail/find-zaak-detail.ts'
import { LEZER, registerTestZaak } from '../test-zaak.ts'

let ctx: TestZaaksysteem
let zaakId: string
let next: string
const last = 'besluit_genomen'

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: 'zaken.statussen.toevoegen' })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  zaakId = (await registerTestZaak(ctx)).id
  const offered = (await findZaakDetail(ctx, zaakId, { lezer: LEZER }))?.offered ?? []
  next = offered[0]?.code as string
})

type Call = { zaak?: string; key?: string; body?: unknown; token?: string; system?: TestZaaksysteem; method?: string }

function setStatus(call: Call = {}) {
  const { zaak = zaakId, key = `${zaak}-1`, body, token = ctx.apiToken, system = ctx, method = 'POST' } = call
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${zaak}/statussen`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...(key && { 'Idempotency-Key': key }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? { versie: 1, statustype: next }) }),
  })
  return answerApi(system, request)
}

const events = () => ctx.db.gebeurtenis.count({ where: { zaakId } })
const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]

test('a status that a client sets has its event, and the history names the client', async () => {
  const response = await setStatus({ body: { versie: 1, statustype: next, statustoelichting: 'Wij bellen u.' } })
  expect(response.status).toBe(201)
  const { gebeurtenisId, versie } = zaakChanged.parse(await response.json())
  expect(versie).toBe(2)
  const detail = await findZaakDetail(ctx, zaakId, { lezer: LEZER })
  expect(detail?.history[0]).toMatchObject({ versie: 2, doorNaam: 'publieksportaal', toelichting: 'Wij bellen u.' })
  expect(await ctx.db.gebeurtenis.findUnique({ where: { id: gebeurtenisId } })).not.toBeNull()
})

test('a repeat with the same key gets the same answer and changes nothing', async () => {
  const first = await (await setStatus()).json()
  const repeat = await setStatus()
  expect(repeat.status).toBe(201)
  expect(await repeat.json()).toEqual(first)
  expect(await events()).toBe(2)
})

test('twenty concurrent requests with one key set one status and get one answer', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => setStatus()))
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]))
  const answers = await Promise.all(responses.map((response) => response.json()))
  expect(new Set(answers.map(({ gebeurtenisId }) => gebeurtenisId)).size).toBe(1)
  expect(await events()).toBe(2)
})

test('concurrent requests for several zaken with one key set one status', async () => {
  const zaken = await Promise.all(Array.from({ length: 5 }, () => registerTestZaak(ctx)))
  const key = crypto.randomUUID()
  const responses = await Promise.all(zaken.map(({ id }) => setStatus({ zaak: id, key })))
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422])
  const of = { zaakId: { in: zaken.map(({ id }) => id) }, versie: 2 }
  expect(await ctx.db.status.count({ where: of })).toBe(1)
  const kept = { id: { in: zaken.map(({ id }) => id) }, versie: 1 }
  expect(await ctx.db.zaak.count({ where: kept })).toBe(4)
})

test('a key that was used for another request is refused', async () => {
  await setStatus()
  expect(await code(await setStatus({ body: { versie: 2, statustype: last } }))).toEqual([422, 'key_reused'])
  expect(await events()).toBe(2)
})

test('a refusal is not stored, so the same key may be used again', async () => {
  const body = { versie: 2, statustype: last, resultaat: 'verleend' }
  expect(await code(await setStatus({ body }))).toEqual([409, 'conflict'])
  await setStatus({ key: `${zaakId}-2` })
  expect((await setStatus({ body })).status).toBe(201)
})

test.each<[string, Call | (() => Call), number, string]>([
  ['no token', { token: 'x' }, 401, 'token_invalid'],
  ['no key', { key: '' }, 400, 'key_missing'],
  ['a versie that no zaak can have', { body: { versie: 2 ** 31, statustype: 'x' } }, 400, 'request_invalid'],
  ['NUL in the statustype', { body: { versie: 1, statustype: 'x\0' } }, 400, 'request_invalid'],
  ['NUL in the resultaat', { body: { versie: 1, statustype: 'x', resultaat: 'x\0' } }, 400, 'request_invalid'],
  ['NUL in the text', { body: { versie: 1, statustype: 'x', statustoelichting: 'a\0' } }, 400, 'request_invalid'],
  [
    'half a surrogate pair in the text',
    { body: { versie: 1, statustype: 'x', statustoelichting: 'a\ud800' } },
    400,
    'request_invalid',
  ],
  ['an unknown member', { body: { versie: 1, statustype: 'x', bsn: '1' } }, 400, 'request_invalid'],
  ['an old versie', () => ({ body: { versie: 7, statustype: next } }), 409, 'conflict'],
  [
    'a statustype of another zaaktype',
    { body: { versie: 1, statustype: 'bestaat_niet' } },
    400,
    'statustype_not_of_zaaktype',
  ],
  ['a statustype before its own', { body: { versie: 1, statustype: 'aanvraag_ontvangen' } }, 409, 'status_not_offered'],
  ['no resultaat', () => ({ body: { versie: 1, statustype: last } }), 400, 'resultaat_required'],
  [
    'a resultaat of another zaaktype',
    () => ({ body: { versie: 1, statustype: last, resultaat: 'x' } }),
    400,
    'resultaat_not_of_zaaktype',
  ],
])('%s is refused and writes nothing', async (_name, call, status, reason) => {
  expect(await code(await setStatus(typeof call === 'function' ? call() : call))).toEqual([status, reason])
  expect(await events()).toBe(1)
})

test('an invalid closing status is reported with its pointer', async () => {
  const response = await setStatus({ body: { versie: 1, statustype: last, resultaat: 'x' } })
  const { errors } = await response.json()
  expect(errors).toMatchObject([{ code: 'resultaat_not_of_zaaktype', pointer: '/resultaat' }])
})

test.each(['geen-uuid', 'a\0', '\ud800'])('404 for zaak %j', async (id) => {
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${id}/statussen`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ctx.apiToken}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'x' },
    body: JSON.stringify({ versie: 1, statustype: next }),
  })
  expect(await code(await answerApi(ctx, request))).toEqual([404, 'not_found'])
})

test.each(['GET', 'PUT', 'DELETE'])('405 with Allow for %s', async (method) => {
  const response = await setStatus({ method })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
})
