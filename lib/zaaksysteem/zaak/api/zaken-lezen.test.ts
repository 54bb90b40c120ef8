import { describe, expect, test } from 'vitest'
import { zaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { answerApi } from '../../openapi/operations.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { AANVRAGER, registerTestZaak } from '../test-zaak.ts'

const ctx = await openTestZaaksysteem()

function request(path: string, { method = 'GET', token = ctx.apiToken }: { method?: string; token?: string } = {}) {
  const headers = { Authorization: `Bearer ${token}` }
  return new Request(`http://localhost/api/zaaksysteem/v1/zaken${path}`, { method, headers })
}

test('the pages have every zaak once, in the form of the contract', async () => {
  const ids = []
  for (let count = 0; count < 5; count++) ids.push((await registerTestZaak(ctx)).id)
  const seen: string[] = []
  let na: string | null = null
  do {
    const response = await answerApi(ctx, request(na ? `?limiet=2&na=${na}` : '?limiet=2'))
    const page = zakenPage.parse(await response.json())
    seen.push(...page.zaken.map(({ uuid }) => uuid))
    na = page.volgende
  } while (na)
  expect(seen).toEqual(ids.toSorted())
})

test('the first page names the present last zaak, so that a client can stop there', async () => {
  const { id } = await registerTestZaak(ctx)
  const first = zakenPage.parse(await (await answerApi(ctx, request('?limiet=1'))).json())
  expect(first.laatste).toBe(id)
  const second = await (await answerApi(ctx, request(`?limiet=1&na=${first.volgende}`))).json()
  expect(second).not.toHaveProperty('laatste')
})

test('zaken requested by uuid come in one response, without unknown ones', async () => {
  const ids = [(await registerTestZaak(ctx)).id, (await registerTestZaak(ctx)).id]
  const response = await answerApi(ctx, request(`?uuids=${[...ids, crypto.randomUUID()].join(',')}`))
  const { zaken, volgende } = zakenPage.parse(await response.json())
  expect(zaken.map(({ uuid }) => uuid).sort()).toEqual(ids.toSorted())
  expect(volgende).toBeNull()
})

test('a zaak has its initiator, texts and history, without members that are only for the desk', async () => {
  const { id } = await registerTestZaak(ctx)
  const response = await answerApi(ctx, request(`/${id}`))
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const body = await response.json()
  expect(zaakResource.parse(body)).toMatchObject({ uuid: id, versie: 1, initiator: { bsn: AANVRAGER.bsn } })
  expect(body).toEqual(zaakResource.parse(body))
})

const search = async (query: Record<string, string>) =>
  zakenPage.parse(await (await answerApi(ctx, request(`?${new URLSearchParams(query)}`))).json())

test('zaken are found by number, zaaktype, status and time of change', async () => {
  const begin = new Date(Date.now() - 60_000).toISOString()
  const { id, identificatie, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  const wanted = { zaaktype: 'APV-STAND', status: 'in_behandeling', gewijzigdSinds: begin }
  for (const query of [{ identificatie }, wanted, { ...wanted, identificatie }]) {
    const { zaken, volgende, laatste } = await search(query)
    expect(zaken.map(({ uuid }) => uuid)).toEqual([id])
    expect([volgende, laatste]).toEqual([null, undefined])
  }
  expect((await search({ ...wanted, identificatie, status: 'aanvraag_ontvangen' })).zaken).toEqual([])
})

test('a search records a look at each zaak that it finds', async () => {
  const { id, identificatie } = await registerTestZaak(ctx)
  await search({ identificatie })
  const looks = await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'zaak_bekijken' } })
  expect(looks).toHaveLength(1)
})

describe('refusals', () => {
  const problem = async (response: Response) => {
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    return response.json()
  }

  test('401 without a valid token', async () => {
    const { id } = await registerTestZaak(ctx)
    expect((await answerApi(ctx, request('', { token: 'x' }))).status).toBe(401)
    expect((await answerApi(ctx, request(`/${id}`, { token: 'x' }))).status).toBe(401)
  })

  test('400 names every parameter that is wrong', async () => {
    const response = await answerApi(ctx, request('?na=1&limiet=101'))
    expect(await problem(response)).toMatchObject({
      status: 400,
      code: 'query_invalid',
      errors: [
        { code: 'na_invalid', parameter: 'na' },
        { code: 'limiet_invalid', parameter: 'limiet' },
      ],
    })
  })

  test.each(['', 'x', `${crypto.randomUUID()},`, '%00', '%ED%A0%80', '%EF%BF%BD'])(
    'uuids may not be %j',
    async (uuids) => {
      expect((await answerApi(ctx, request(`?uuids=${uuids}`))).status).toBe(400)
    },
  )

  test.each(['0', '-1', '1.5', '1e2', '', '101', 'alles', '%00', '%ED%A0%80'])(
    'limiet may not be %j',
    async (limiet) => {
      expect((await answerApi(ctx, request(`?limiet=${limiet}`))).status).toBe(400)
    },
  )

  test.each([
    ['zaaktype=OMG-KAPP', 'zaaktype_unknown', 'There is no zaaktype OMG-KAPP. Did you mean OMG-KAP?'],
    ['status=in_behandelin', 'status_unknown', 'There is no status in_behandelin. Did you mean in_behandeling?'],
    [
      'zaaktype=OMG-REG&status=afgehandeld',
      'status_is_eindstatus',
      expect.stringMatching(/^afgehandeld is an eindstatus\. .*: .*\bvergunning_verleend\b[^.]*\.$/),
    ],
  ])('400 for %s says which name may have been meant', async (query, code, detail) => {
    const response = await answerApi(ctx, request(`?${query}`))
    const [, parameter] = /(\w+)=[^&]*$/.exec(query) ?? []
    expect(await problem(response)).toMatchObject({ code: 'name_unknown', errors: [{ code, detail, parameter }] })
  })

  test.each([
    ['identificatie=', 'identificatie_invalid'],
    ['status=In%20behandeling', 'status_invalid'],
    ['gewijzigdSinds=2026-11-26', 'gewijzigdSinds_invalid'],
    ['gewijzigdSinds=2026-11-26T09:30:00+01:00', 'gewijzigdSinds_invalid'],
  ])('400 for %s', async (query, code) => {
    const response = await answerApi(ctx, request(`?${query}`))
    expect(await problem(response)).toMatchObject({ code: 'query_invalid', errors: [{ code }] })
  })

  test('400 names an unknown zaaktype and status together with the other errors of the query', async () => {
    const response = await answerApi(ctx, request('?limiet=0&zaaktype=omg-kap&status=onbekend&pagina=2'))
    expect((await problem(response)).errors.map(({ code }: { code: string }) => code)).toEqual([
      'parameter_unknown',
      'zaaktype_unknown',
      'status_unknown',
      'limiet_invalid',
    ])
  })

  test('400 for uuids combined with search parameters', async () => {
    const response = await answerApi(ctx, request(`?uuids=${crypto.randomUUID()}&status=in_behandeling`))
    expect(await problem(response)).toMatchObject({ status: 400, code: 'uuids_alone' })
  })

  test.each([crypto.randomUUID(), 'geen-uuid'])('404 for zaak %s', async (uuid) => {
    const response = await answerApi(ctx, request(`/${uuid}`))
    expect(await problem(response)).toMatchObject({ status: 404, code: 'zaak_not_found' })
  })

  test.each(['PUT', 'PATCH'])('405 with Allow for %s', async (method) => {
    const [all, one] = [await answerApi(ctx, request('', { method })), await answerApi(ctx, request('/x', { method }))]
    expect([all.status, all.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    expect([one.status, one.headers.get('Allow')]).toEqual([405, 'GET, HEAD, DELETE'])
  })
})
