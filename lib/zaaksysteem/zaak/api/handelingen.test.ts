import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { HANDELINGEN, performNamed } from '../handelingen/handelingen.ts'
import type { Act } from '../handelingen/perform-handeling.ts'
import { COURSE, FIRST_DAY, inputOf } from '../handelingen/test-course.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { API_HANDELINGEN } from './refusals.ts'

let ctx: TestZaaksysteem
let portal: TestZaaksysteem
let today = FIRST_DAY

beforeAll(async () => {
  const clock = () => new Date(`${today}T09:00:00Z`)
  const scopes = [...new Set(Object.values(API_HANDELINGEN).map(({ act }) => act.api.scope))].join('+')
  ctx = await createTestZaaksysteem({ clock, scopes })
  portal = await createTestZaaksysteem({ clock })
})
afterAll(() => Promise.all([ctx.close(), portal.close()]))

function send(system: TestZaaksysteem, [uuid, handeling]: [string, string], body: object) {
  const headers = {
    Authorization: `Bearer ${system.apiToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
  }
  const url = `http://localhost/api/zaaksysteem/v1/zaken/${uuid}/${handeling}`
  const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return answerApi(system, request)
}

/** Returns the request of a client for an act; `undefined` when clients cannot perform it. */
function sent({ naam, input }: Pick<(typeof COURSE)[number], 'naam' | 'input'>) {
  const { api }: Act = HANDELINGEN[naam]
  const { toelichting, ...rest } = input as { toelichting?: string }
  return api && { segment: api.segment, body: { ...rest, statustoelichting: toelichting } }
}

test('a client performs each act of the API, and the history has its soort and the client', async () => {
  const all = COURSE.map(sent).flatMap((one) => one?.segment ?? [])
  expect(new Set(all)).toEqual(new Set(Object.keys(API_HANDELINGEN)))
  const { id, change } = await registerTestZaak(ctx)
  for (const [index, step] of COURSE.entries()) {
    today = step.on ?? FIRST_DAY
    await step.before?.(ctx, id)
    const request = sent(step)
    if (!request) {
      await performNamed(ctx, step.naam, { ...change, ...(await inputOf(ctx, step.input, id)), versie: index + 1 })
      continue
    }
    const body = { versie: index + 1, ...(await inputOf(ctx, request.body, id)) }
    const response = await send(ctx, [id, request.segment], body)
    const { versie } = (await response.json()) as { versie: number }
    expect([request.segment, response.status, versie]).toEqual([request.segment, 201, index + 2])
  }
  const statussen = await ctx.db.status.findMany({
    where: { zaakId: id, versie: { gt: 1 } },
    orderBy: { versie: 'asc' },
  })
  expect(statussen.map(({ soort }) => soort)).toEqual(COURSE.map(({ naam, soort = HANDELINGEN[naam].soort }) => soort))
  expect(statussen.map(({ gezetDoorClient }) => gezetDoorClient)).toEqual(
    COURSE.map((step) => (sent(step) ? 'publieksportaal' : null)),
  )
})

test.each(Object.keys(API_HANDELINGEN))('%s needs a scope of its own', async (segment) => {
  const response = await send(portal, [crypto.randomUUID(), segment], {})
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'scope_missing'])
})

test('all broken rules are reported at once', async () => {
  const { id } = await registerTestZaak(ctx)
  const response = await send(ctx, [id, 'opschortingen'], {
    versie: 1,
    reden: 'geen',
    op: '2026-03-03',
    tot: FIRST_DAY,
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'reden_not_of_zaaktype',
    errors: [{ code: 'reden_not_of_zaaktype' }, { code: 'begins_in_future' }, { code: 'ends_before_begin' }],
  })
})

test('an aanvulling with a formulier at another host than those of the municipality is refused', async () => {
  const { id } = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Foto', formulier: 'https://elders.example/foto' }]
  const response = await send(ctx, [id, 'aanvullingsverzoeken'], { versie: 1, uiterlijk: '2026-03-16', aanvullingen })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'formulier_elsewhere' })
  expect(await ctx.db.aanvulling.count({ where: { zaakId: id } })).toBe(0)
})

test.each([
  ['opschortingen', { reden: 'overmacht', op: '0000-01-01', tot: '2026-02-30' }, ['/op', '/tot']],
  ['verlengingen', { dagen: 2 ** 31 }, ['/dagen']],
  ['verlengingen', { dagen: 0.5 }, ['/dagen']],
  ['aanvullingsverzoeken', { uiterlijk: '2026-03-16', aanvullingen: [] }, ['/aanvullingen']],
  [
    'aanvullingsverzoeken',
    { uiterlijk: '2026-03-16', aanvullingen: [{ naam: '', formulier: 'javascript:alert(1)' }] },
    ['/aanvullingen/0/naam', '/aanvullingen/0/formulier'],
  ],
])('%s with %j is refused with a pointer to each error', async (segment, body, pointers) => {
  const response = await send(ctx, [crypto.randomUUID(), segment], { versie: 1, ...body })
  expect(response.status).toBe(400)
  const { errors } = (await response.json()) as { errors: { pointer: string }[] }
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(pointers))
})

test.each(['onzin', 'constructor', '__proto__'])('the segment %s is no act', async (segment) => {
  expect((await send(ctx, [crypto.randomUUID(), segment], {})).status).toBe(404)
})
