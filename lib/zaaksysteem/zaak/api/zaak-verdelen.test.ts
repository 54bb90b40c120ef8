import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { zaakAssigned } from '#lib/contract/handeling-requests.ts'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { LEZER, registerTestZaak } from '../test-zaak.ts'
import { findToewijzingen } from '../toewijzing/find-toewijzingen.ts'

let ctx: TestZaaksysteem
let zaak: Awaited<ReturnType<typeof registerTestZaak>>

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: 'zaken.verdelen' })
  for (const naam of ['visser', 'mulder']) {
    await ctx.db.behandelaar.create({ data: { subject: naam, naam, team: 'Vergunningen', rollen: ['behandelaar'] } })
  }
})
afterAll(() => ctx.close())
beforeEach(async () => {
  zaak = await registerTestZaak(ctx)
})

function assign(body: unknown, { key = `${zaak.id}-1`, uuid = zaak.id, method = 'POST' } = {}) {
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${uuid}/toewijzingen`, {
    method,
    headers: {
      Authorization: `Bearer ${ctx.apiToken}`,
      'Content-Type': 'application/json',
      ...(key && { 'Idempotency-Key': key }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
  return answerApi(ctx, request)
}

const answer = async (response: Response) => [response.status, await response.json()]
const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
const toewijzingen = () => findToewijzingen(ctx, zaak.id, LEZER)

test('a client assigns a zaak to a behandelaar and back to another team, and the history names the client', async () => {
  const given = await assign({ behandelaar: 'visser' })
  expect(given.status).toBe(201)
  expect(zaakAssigned.parse(await given.json())).toEqual({ behandelaar: 'visser', team: 'Vergunningen' })
  const back = await assign({ behandelaar: null, team: 'Omgeving' }, { key: `${zaak.id}-2` })
  expect(await answer(back)).toEqual([201, { behandelaar: null, team: 'Omgeving' }])
  expect(await toewijzingen()).toMatchObject([
    { naarNaam: 'visser', doorNaam: 'publieksportaal' },
    { naarNaam: null, vanTeam: 'Vergunningen', naarTeam: 'Omgeving' },
  ])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: zaak.id } })).toBe(1)
})

test('a repeat gets the first answer, and does not change a later toewijzing', async () => {
  await assign({ behandelaar: 'visser' })
  await assign({ behandelaar: 'mulder' }, { key: `${zaak.id}-2` })
  expect(await answer(await assign({ behandelaar: 'visser' }))).toEqual([
    201,
    { behandelaar: 'visser', team: 'Vergunningen' },
  ])
  expect((await toewijzingen()).map(({ naarNaam }) => naarNaam)).toEqual(['visser', 'mulder'])
})

test('twenty concurrent requests with one key make one toewijzing and get one answer', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => assign({ behandelaar: 'visser' })))
  const answers = await Promise.all(responses.map(answer))
  for (const one of answers) expect(one).toEqual([201, { behandelaar: 'visser', team: 'Vergunningen' }])
  expect(await toewijzingen()).toHaveLength(1)
})

test('assigning to the present behandelaar is accepted and makes no toewijzing', async () => {
  await assign({ behandelaar: 'visser' })
  expect((await assign({ behandelaar: 'visser' }, { key: `${zaak.id}-2` })).status).toBe(201)
  expect(await toewijzingen()).toHaveLength(1)
})

test('a key that was used for another request is refused', async () => {
  await assign({ behandelaar: 'visser' })
  expect(await code(await assign({ behandelaar: 'mulder' }))).toEqual([422, 'key_reused'])
  expect(await toewijzingen()).toHaveLength(1)
})

test('an unknown behandelaar and an unknown team are reported at once', async () => {
  const response = await assign({ behandelaar: 'niemand', team: 'Toverij' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'behandelaar_unknown',
    errors: [{ code: 'behandelaar_unknown' }, { code: 'team_unknown' }],
  })
})

test('assigning a closed zaak is refused', async () => {
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await code(await assign({ behandelaar: 'visser' }))).toEqual([409, 'closed'])
})

test.each<[string, Parameters<typeof assign>, number, string]>([
  ['no key', [{ behandelaar: null }, { key: '' }], 400, 'key_missing'],
  ['no behandelaar', [{ team: 'Omgeving' }], 400, 'request_invalid'],
  ['NUL in the behandelaar', [{ behandelaar: 'a\0' }], 400, 'request_invalid'],
  ['half a surrogate pair in the team', [{ behandelaar: null, team: 'a\ud800' }], 400, 'request_invalid'],
  ['an unknown member', [{ behandelaar: null, versie: 1 }], 400, 'request_invalid'],
  ['no uuid', [{ behandelaar: null }, { uuid: 'a\0' }], 404, 'not_found'],
  ['no such zaak', [{ behandelaar: null }, { uuid: crypto.randomUUID() }], 404, 'not_found'],
])('%s is refused and writes nothing', async (_name, call, status, reason) => {
  expect(await code(await assign(...call))).toEqual([status, reason])
  expect(await toewijzingen()).toEqual([])
})

test('405 with Allow for another method', async () => {
  const response = await assign(undefined, { method: 'GET' })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
})

test.each(['behandelaar', 'team'])('every %s is read in linear time', async (member) => {
  const read = async (text: string) => {
    expect((await assign({ behandelaar: null, [member]: text })).status).toBe(400)
  }
  await expectLinear(read, { ordinary: 'x'.repeat(4_000), texts: worstTexts(4_000) })
})
