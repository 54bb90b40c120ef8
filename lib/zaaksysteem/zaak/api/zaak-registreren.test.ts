import { afterAll, beforeAll, expect, test } from 'vitest'
import { zaakRegistered } from '#lib/contract/handeling-requests.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakDetail } from '../detail/find-zaak-detail.ts'
import { LEZER } from '../test-zaak.ts'

let ctx: TestZaaksysteem
const BODY = {
  zaaktype: 'APV-STAND',
  omschrijving: 'Standplaats voor vis',
  initiator: { naam: 'J. de Vries', bsn: '999990342' },
  startdatum: '2026-11-20',
}

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: 'zaken.aanmaken', clock: () => new Date('2026-11-27T08:12:00Z') })
})
afterAll(() => ctx.close())

type Call = { key?: string; body?: unknown; system?: TestZaaksysteem }

function register({ key = crypto.randomUUID(), body = BODY, system = ctx }: Call = {}) {
  const request = new Request('http://localhost/api/zaaksysteem/v1/zaken', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${system.apiToken}`,
      'Content-Type': 'application/json',
      ...(key && { 'Idempotency-Key': key }),
    },
    body: JSON.stringify(body),
  })
  return answerApi(system, request)
}

const problem = async (response: Response) => {
  const { code, errors } = (await response.json()) as { code: string; errors?: { code: string; pointer: string }[] }
  return { status: response.status, code, errors: errors?.map(({ code, pointer }) => `${pointer} ${code}`) }
}
const counts = () => Promise.all([ctx.db.zaak.count(), ctx.db.gebeurtenis.count(), ctx.db.idempotentie.count()])

test('registering a zaak returns its Location, and the history names the client', async () => {
  const response = await register()
  expect(response.status).toBe(201)
  const { uuid, identificatie, versie, gebeurtenisId } = zaakRegistered.parse(await response.json())
  expect([identificatie, versie]).toEqual(['ZAAK-2026-0000000001', 1])
  expect(response.headers.get('Location')).toBe(`/api/zaaksysteem/v1/zaken/${uuid}`)
  const detail = await findZaakDetail(ctx, uuid, { lezer: LEZER })
  expect(detail).toMatchObject({ startdatum: '2026-11-20', behandelaarNaam: null })
  expect(detail?.history).toMatchObject([{ soort: 'registratie', doorNaam: 'publieksportaal' }])
  expect(await ctx.db.gebeurtenis.findUnique({ where: { id: gebeurtenisId } })).toMatchObject({ zaakId: uuid })
})

test('a repeat with its key, also concurrent, gets the same answer, and the key is refused for another request', async () => {
  const key = crypto.randomUUID()
  const responses = await Promise.all(Array.from({ length: 20 }, () => register({ key })))
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]))
  const answers = await Promise.all(responses.map((response) => response.text()))
  const before = await counts()
  const repeat = await register({ key })
  expect(
    new Set([...answers, await repeat.text()].map((text) => zaakRegistered.parse(JSON.parse(text)).uuid)).size,
  ).toBe(1)
  expect(repeat.headers.get('Location')).toBe(responses[0]?.headers.get('Location'))

  const other = await problem(await register({ key, body: { ...BODY, omschrijving: 'Iets anders' } }))
  expect(other).toMatchObject({ status: 422, code: 'key_reused' })
  expect(await counts()).toEqual(before)
})

test('a repeat with its kenmerk under another key gets the same zaak with 200, also in twenty concurrent requests', async () => {
  const body = { ...BODY, kenmerk: 'aanvraag 17' }
  const responses = await Promise.all(Array.from({ length: 20 }, () => register({ body })))
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201])
  const first = await responses[0]?.json()
  const repeat = await register({ body: { kenmerk: body.kenmerk, ...BODY } })
  expect([repeat.status, await repeat.json()]).toEqual([200, first])
  expect(repeat.headers.get('Location')).toBe(`/api/zaaksysteem/v1/zaken/${first.uuid}`)
  expect(await ctx.db.zaak.count({ where: { kenmerk: body.kenmerk } })).toBe(1)
})

test('a kenmerk with other content is a conflict, and another client has kenmerken of its own', async () => {
  const body = { ...BODY, kenmerk: 'aanvraag 18' }
  await register({ body })
  const before = await counts()
  const other = await problem(await register({ body: { ...body, omschrijving: 'Iets anders' } }))
  expect(other).toMatchObject({ status: 409, code: 'kenmerk_reused' })
  expect(await counts()).toEqual(before)

  await ctx.db.zaak.updateMany({ where: { kenmerk: body.kenmerk }, data: { registratieClient: 'een ander' } })
  expect((await register({ body })).status).toBe(201)
})

test('all errors are reported at once with their pointers, never with the BSN', async () => {
  const before = await counts()
  const response = await register({
    body: {
      zaaktype: 'ONBEKEND',
      omschrijving: 'x'.repeat(81),
      initiator: { naam: '', bsn: '999990343' },
      startdatum: '2026-11-28',
      behandelaar: 'niemand',
    },
  })
  const text = await response.clone().text()
  expect(await problem(response)).toEqual({
    status: 400,
    code: 'registration_refused',
    errors: [
      '/zaaktype zaaktype_unknown',
      '/omschrijving omschrijving_too_long',
      '/initiator/bsn bsn_invalid',
      '/initiator/naam naam_missing',
      '/startdatum startdatum_in_future',
      '/behandelaar behandelaar_unknown',
    ],
  })
  expect(text).not.toContain('999990343')
  expect(await counts()).toEqual(before)
})

test('a body that does not match the schema is refused', async () => {
  const response = await register({ body: { initiator: { naam: 'J. de Vries', bsn: 999990342 }, soort: 'x' } })
  const text = await response.clone().text()
  const { status, code, errors } = await problem(response)
  expect([status, code]).toEqual([400, 'request_invalid'])
  expect(errors?.map((error) => error.split(' ')[0]).sort()).toEqual([
    '',
    '/initiator/bsn',
    '/omschrijving',
    '/zaaktype',
  ])
  expect(text).not.toContain('999990342')
})

test('registering needs an Idempotency-Key and the scope for it', async () => {
  expect(await problem(await register({ key: '' }))).toMatchObject({ status: 400, code: 'key_missing' })
  const reader = await createTestZaaksysteem({ scopes: 'zaken.lezen+zaken.statussen.toevoegen' })
  expect(await problem(await register({ system: reader }))).toMatchObject({ status: 403, code: 'scope_missing' })
  expect(await reader.db.zaak.count()).toBe(0)
  await reader.close()
})

test('an unknown member does not hide the other errors', async () => {
  const response = await register({
    body: { zaaktype: 'ONBEKEND', omschrijving: 'Dakkapel', initiator: { naam: 'X', bsn: '999990342' }, extra: 1 },
  })
  expect(await problem(response)).toEqual({
    status: 400,
    code: 'request_invalid',
    errors: [' unrecognized_keys', '/zaaktype zaaktype_unknown'],
  })
})
