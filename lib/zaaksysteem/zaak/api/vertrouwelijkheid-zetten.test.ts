import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { vertrouwelijkheidSet } from '#lib/contract/handeling-requests.ts'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { findVertrouwelijkheden } from '../vertrouwelijkheid/find-vertrouwelijkheden.ts'

let ctx: TestZaaksysteem
let zaak: Awaited<ReturnType<typeof registerTestZaak>>

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: 'zaken.vertrouwelijkheid' })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  zaak = await registerTestZaak(ctx)
})

const BODY = { vertrouwelijk: true, reden: 'Dreiging' }

function set(body: unknown, { key = `${zaak.id}-1`, uuid = zaak.id, system = ctx } = {}) {
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${uuid}/vertrouwelijkheden`, {
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

const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
const vertrouwelijkheden = () =>
  findVertrouwelijkheden(ctx, zaak.id, { team: 'Vergunningen', rollen: ['lezer:Vergunningen'] })

test('a client shields a zaak, and a repeat with its key gets the first answer, also after it was lifted', async () => {
  const response = await set(BODY)
  expect(response.status).toBe(201)
  expect(vertrouwelijkheidSet.parse(await response.json())).toEqual({ vertrouwelijk: true })
  expect((await set({ ...BODY, vertrouwelijk: false }, { key: `${zaak.id}-2` })).status).toBe(201)
  expect(await (await set(BODY)).json()).toEqual({ vertrouwelijk: true })
  expect(await vertrouwelijkheden()).toMatchObject([
    { vertrouwelijk: true, reden: 'Dreiging', doorNaam: 'publieksportaal' },
    { vertrouwelijk: false },
  ])
  expect(await code(await set({ ...BODY, reden: 'Anders' }))).toEqual([422, 'key_reused'])
})

test('twenty concurrent requests with one key make one change and get one answer', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => set(BODY)))
  for (const response of responses)
    expect([response.status, await response.json()]).toEqual([201, { vertrouwelijk: true }])
  expect(await vertrouwelijkheden()).toHaveLength(1)
})

test('shielding a zaak from its own behandelaar is refused', async () => {
  await ctx.db.behandelaar.update({ where: { id: zaak.behandelaarId }, data: { team: 'Omgeving' } })
  expect(await code(await set(BODY))).toEqual([409, 'behandelaar_not_of_team'])
})

test.each<[string, Parameters<typeof set>, number, string]>([
  ['no key', [BODY, { key: '' }], 400, 'key_missing'],
  ['no reden', [{ vertrouwelijk: true }], 400, 'request_invalid'],
  ['an empty reden', [{ ...BODY, reden: ' ' }], 400, 'request_invalid'],
  ['NUL in the reden', [{ ...BODY, reden: 'a\0' }], 400, 'request_invalid'],
  ['an unknown member', [{ ...BODY, versie: 1 }], 400, 'request_invalid'],
  ['no such zaak', [BODY, { uuid: crypto.randomUUID() }], 404, 'not_found'],
])('%s is refused and writes nothing', async (_name, call, status, reason) => {
  expect(await code(await set(...call))).toEqual([status, reason])
  expect(await vertrouwelijkheden()).toEqual([])
})

test('a token without the scope, or for other zaaktypen, cannot shield a zaak', async () => {
  const scopes = 'zaken.lezen:APV-EVEN+zaken.vertrouwelijkheid'
  for (const [scope, answer] of [
    ['zaken.verdelen', 403],
    [scopes, 404],
  ] as const) {
    const system = await createTestZaaksysteem({ scopes: scope })
    const { id: uuid } = await registerTestZaak(system)
    expect((await set(BODY, { uuid, system })).status).toBe(answer)
    expect(await system.db.vertrouwelijkheid.count()).toBe(0)
    await system.close()
  }
})

test('every reden is read in linear time', async () => {
  const read = async (reden: string) => {
    expect((await set({ ...BODY, reden })).status).toBe(400)
  }
  await expectLinear(read, { ordinary: 'x'.repeat(4_000), texts: worstTexts(4_000) })
})
