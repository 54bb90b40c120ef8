import { afterAll, beforeAll, expect, test } from 'vitest'
import { zakenPage } from '#lib/contract/zaak-resource.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../test-zaak.ts'

let ctx: TestZaaksysteem
let own: string[]
let others: string[]
beforeAll(async () => {
  ctx = await createTestZaaksysteem({
    scopes:
      'zaken.lezen:APV-EVEN:OMG-KAP+zaken.bsn.lezen+zaken.statussen.toevoegen+zaken.verdelen+zaken.aanmaken+zaken.verwijderen',
  })
  const register = async (zaaktype: string) => (await registerTestZaak(ctx, { zaaktype })).id
  own = [await register('APV-EVEN'), await register('OMG-KAP')]
  others = [await register('APV-STAND')]
})
afterAll(() => ctx.close())

function request(path: string, options: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${ctx.apiToken}`, ...options.headers }
  return new Request(`http://localhost/api/zaaksysteem/v1/zaken${path}`, { ...options, headers })
}
const uuids = async (path: string) =>
  zakenPage.parse(await (await answerApi(ctx, request(path))).json()).zaken.map(({ uuid }) => uuid)

test('a token for some zaaktypen reads their zaken by uuid, by list of uuids and by page', async () => {
  for (const uuid of own) expect((await answerApi(ctx, request(`/${uuid}`))).status).toBe(200)
  expect((await uuids('')).toSorted()).toEqual(own.toSorted())
  expect((await uuids(`?uuids=${[...own, ...others].join(',')}`)).toSorted()).toEqual(own.toSorted())
})

test('a zaak of another zaaktype is absent: it gives 404, and is on no page', async () => {
  const [other = ''] = others
  const response = await answerApi(ctx, request(`/${other}`))
  const unknown = await answerApi(ctx, request(`/${crypto.randomUUID()}`))
  expect([response.status, await response.text()]).toEqual([404, await unknown.text()])
  const page = zakenPage.parse(await (await answerApi(ctx, request('?limiet=1'))).json())
  expect(page.laatste).toBe(own.toSorted().at(-1))
})

test('a token for some zaaktypen cannot register or remove a zaak of another zaaktype', async () => {
  const register = async (zaaktype: string) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `registreer-${zaaktype}` }
    const initiator = { naam: 'J. de Vries', bsn: '999990342' }
    const body = JSON.stringify({ zaaktype, omschrijving: 'Feest', initiator })
    return (await answerApi(ctx, request('', { method: 'POST', headers, body }))).status
  }
  expect([await register('APV-STAND'), await register('APV-EVEN')]).toEqual([400, 201])
  const [other = ''] = others
  const removal = request(`/${other}`, { method: 'DELETE', headers: { 'If-Match': '"1"' } })
  expect((await answerApi(ctx, removal)).status).toBe(404)
})

test('a token for some zaaktypen cannot assign a zaak of another zaaktype', async () => {
  const give = async (uuid: string) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `geef-${uuid}` }
    const body = JSON.stringify({ behandelaar: null })
    return (await answerApi(ctx, request(`/${uuid}/toewijzingen`, { method: 'POST', headers, body }))).status
  }
  expect(await give(others[0] as string)).toBe(404)
  expect(await give(own[0] as string)).toBe(201)
})

test('a token for some zaaktypen cannot act on a zaak of another zaaktype', async () => {
  const act = async (uuid: string, zaaktype: string) =>
    answerApi(
      ctx,
      request(`/${uuid}/statussen`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': uuid },
        body: JSON.stringify({ versie: 1, statustype: (await findZaaktype(ctx, zaaktype)).statustypen[1]?.code }),
      }),
    )
  expect((await act(others[0] as string, 'APV-STAND')).status).toBe(404)
  expect((await act(own[0] as string, 'APV-EVEN')).status).toBe(201)
})
