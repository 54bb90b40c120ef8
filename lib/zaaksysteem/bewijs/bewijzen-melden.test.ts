import { beforeEach, expect, test } from 'vitest'
import { type Bewijssoort, bewijzenAnswer, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'

const NOW = new Date('2026-11-27T08:12:00Z')
const TIJDSTIP = '2026-11-27T08:12:03.000Z'
let now = NOW

const ctx = await openTestZaaksysteem({
  clock: () => now,
  scopes: 'zaken.lezen:APV-STAND+bewijzen.melden',
})
beforeEach(async () => {
  now = NOW
  await clearAuditregels(ctx)
  await ctx.db.bewijs.deleteMany()
})

type Bewijs = { gebeurtenisId: string; soort?: Bewijssoort; tijdstip?: string }

function post(body: unknown) {
  const headers = {
    Authorization: `Bearer ${ctx.apiToken}`,
    'Content-Type': 'application/json',
    traceparent: TRACEPARENT,
  }
  const init = { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
  return answerApi(ctx, new Request('http://localhost/api/zaaksysteem/v1/bewijzen', init))
}

async function report(...bewijzen: Bewijs[]): Promise<string[]> {
  const body = { bewijzen: bewijzen.map((bewijs) => ({ soort: 'gezien', tijdstip: TIJDSTIP, ...bewijs })) }
  const response = await post(body)
  expect(response.status).toBe(200)
  const answer = bewijzenAnswer.parse(await response.json())
  expect(answer.bewijzen.map(({ gebeurtenisId }) => gebeurtenisId)).toEqual(
    bewijzen.map(({ gebeurtenisId }) => gebeurtenisId),
  )
  return answer.bewijzen.map(({ uitkomst }) => uitkomst)
}

const register = (zaaktype = 'APV-STAND') => registerTestZaak(ctx, { zaaktype })

const stored = () => ctx.db.bewijs.findMany({ orderBy: { soort: 'asc' } })
const recorded = () => ctx.db.auditregel.findMany({ where: { handeling: 'bewijs_melden' } })

test('a bewijs is recorded with its client and both times', async () => {
  const { id: zaakId, gebeurtenisId } = await register()
  expect(await report({ gebeurtenisId })).toEqual(['recorded'])
  const ontvangenOp = NOW
  expect(await stored()).toEqual([
    { gebeurtenisId, client: 'publieksportaal', soort: 'gezien', zaakId, tijdstip: new Date(TIJDSTIP), ontvangenOp },
  ])
})

test('a repeated bewijs, also with another time, gets the same answer and changes nothing', async () => {
  const { gebeurtenisId } = await register()
  await report({ gebeurtenisId })
  const before = await stored()
  now = new Date(NOW.getTime() + 3_600_000)
  expect(await report({ gebeurtenisId, tijdstip: '2026-11-27T09:00:00Z' })).toEqual(['recorded'])
  expect(await stored()).toEqual(before)
  expect(await recorded()).toHaveLength(1)
})

test('within a request the earliest bewijs of each soort counts', async () => {
  const { gebeurtenisId } = await register()
  const later = { gebeurtenisId, tijdstip: '2026-11-27T08:12:30Z' }
  expect(await report(later, { gebeurtenisId }, { gebeurtenisId, soort: 'mail_geweigerd' })).toEqual([
    'recorded',
    'recorded',
    'recorded',
  ])
  expect(await stored()).toMatchObject([{ soort: 'gezien', tijdstip: new Date(TIJDSTIP) }, { soort: 'mail_geweigerd' }])
})

test('concurrent requests with the same bewijzen all succeed', async () => {
  const zaken = await Promise.all(Array.from({ length: 8 }, () => register()))
  const bewijzen = zaken.map(({ gebeurtenisId }) => ({ gebeurtenisId }))
  const answers = await Promise.all([report(...bewijzen), report(...bewijzen.toReversed()), report(...bewijzen)])
  expect(new Set(answers.flat())).toEqual(new Set(['recorded']))
  expect(await ctx.db.bewijs.count()).toBe(8)
  expect(await recorded()).toHaveLength(8)
})

test('a new bewijs has an auditregel with its actor, trace and betrokkene', async () => {
  const { id: zaakId, gebeurtenisId } = await register()
  const act = await ctx.db.auditregel.findFirstOrThrow({ where: { id: gebeurtenisId } })
  await report({ gebeurtenisId })
  const [handeling] = await recorded()
  expect(handeling).toMatchObject({
    actorSoort: 'api_client',
    actor: 'publieksportaal',
    zaakId,
    objectSoort: 'gebeurtenis',
    objectId: gebeurtenisId,
    uitkomst: 'gelukt',
    betrokkene: act.betrokkene,
  })
  expect(act.betrokkene).not.toBeNull()
  expect(Buffer.from(handeling?.traceId as Uint8Array).toString('hex')).toBe(TRACEPARENT.split('-')[1])
})

test('a refused bewijs has its reason and does not affect the others', async () => {
  const { gebeurtenisId } = await register()
  const { gebeurtenisId: ofOtherZaaktype } = await register('OMG-KAP')
  const uitkomsten = await report(
    { gebeurtenisId: crypto.randomUUID() },
    { gebeurtenisId: ofOtherZaaktype },
    { gebeurtenisId, soort: 'gemaild', tijdstip: '2026-11-27T08:13:00.001Z' },
    { gebeurtenisId, soort: 'mail_vervangen', tijdstip: '2026-11-27T08:10:59.999Z' },
    { gebeurtenisId },
  )
  const unknown = 'gebeurtenis_unknown'
  expect(uitkomsten).toEqual([unknown, unknown, 'tijdstip_in_future', 'tijdstip_before_gebeurtenis', 'recorded'])
  expect(await stored()).toMatchObject([{ gebeurtenisId, soort: 'gezien' }])
})

test('a clock may differ by a minute', async () => {
  const { gebeurtenisId } = await register()
  const ahead = { gebeurtenisId, tijdstip: '2026-11-27T08:13:00Z' }
  const behind = { gebeurtenisId, soort: 'gemaild', tijdstip: '2026-11-27T10:11:00+02:00' } as const
  expect(await report(ahead, behind)).toEqual(['recorded', 'recorded'])
})

test('removing a zaak removes its bewijzen, and later reports are refused', async () => {
  const { id: zaakId, gebeurtenisId, change } = await register()
  const changed = await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  if (!changed.ok) throw new Error(changed.reason)
  await report({ gebeurtenisId }, { gebeurtenisId: changed.gebeurtenisId })
  const door = { client: 'formulieren' }
  await removeZaak(ctx, { zaakId, versie: 2, grond: 'vergissing', door, traceparent: TRACEPARENT })
  expect(await ctx.db.bewijs.count()).toBe(0)
  expect(await report({ gebeurtenisId })).toEqual(['gebeurtenis_unknown'])
})

test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00', '2026-11-27T08:12:00.123456789012345678901234567890Z'])(
  'the extreme time %s gets an outcome instead of an error',
  async (tijdstip) => {
    const { gebeurtenisId } = await register()
    const [uitkomst] = await report({ gebeurtenisId, tijdstip })
    expect(uitkomst).toMatch(/^(recorded|tijdstip_in_future|tijdstip_before_gebeurtenis)$/)
  },
)

const valid = { gebeurtenisId: '0199a000-0000-7000-8000-00000000abcd', soort: 'gezien', tijdstip: TIJDSTIP }

test('an invalid request lists all its errors and records nothing', async () => {
  const { gebeurtenisId } = await register()
  const response = await post({
    bewijzen: [
      { ...valid, gebeurtenisId },
      { ...valid, gebeurtenisId: "{'); drop table bewijs; --}" },
      { ...valid, soort: 'gelezen' },
      { ...valid, tijdstip: 'gisteren' },
      { ...valid, bsn: '999990342' },
    ],
  })
  expect(response.status).toBe(400)
  const { code, errors } = await response.json()
  expect(code).toBe('request_invalid')
  expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/bewijzen/1/gebeurtenisId',
    '/bewijzen/2/soort',
    '/bewijzen/3/tijdstip',
    '/bewijzen/4',
  ])
  expect(await stored()).toEqual([])
})

test.each([
  ['nothing', {}, 'request_invalid'],
  ['an empty list', { bewijzen: [] }, 'request_invalid'],
  ['too many', { bewijzen: Array.from({ length: MAX_BEWIJZEN + 1 }, () => valid) }, 'request_invalid'],
  ['another member', { bewijzen: [valid], client: 'ander' }, 'request_invalid'],
  ['no JSON', '{', 'json_malformed'],
])('%s is refused', async (_, body, code) => {
  const response = await post(body)
  expect([response.status, (await response.json()).code]).toEqual([400, code])
})

test('a request with the most bewijzen is accepted', async () => {
  const { gebeurtenisId } = await register()
  const full = Array.from({ length: MAX_BEWIJZEN - 1 }, () => ({ ...valid, soort: 'mail_geweigerd' as const }))
  expect((await report(...full, { gebeurtenisId })).at(-1)).toBe('recorded')
})

test.each(['GET', 'PUT', 'DELETE'])('%s is not allowed', async (method) => {
  const request = new Request('http://localhost/api/zaaksysteem/v1/bewijzen', { method })
  expect((await answerApi(ctx, request)).headers.get('Allow')).toBe('POST')
})
