import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { addGebeurtenissen } from './test-stroom-server.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
const SCOPED = 'token-for-some-zaaktypen'
const ctx = await openTestZaaksysteem()
ctx.env.ZAAKSYSTEEM_API_TOKENS.push({
  client: 'kapper',
  tokenHash: hashToken(SCOPED),
  scopes: ['zaken.lezen', 'gebeurtenissen.lezen'],
  zaaktypen: [KAP],
})
await addGebeurtenissen(ctx, KAP, FEEST, FEEST, KAP, 'APV-STAND', FEEST)

async function get(query: Record<string, string>, token = ctx.apiToken) {
  const url = `http://localhost/api/zaaksysteem/v1/gebeurtenissen?${new URLSearchParams({ vanaf: '0', ...query })}`
  const response = await answerApi(ctx, new Request(url, { headers: { Authorization: `Bearer ${token}` } }))
  const body = await response.json()
  const numberOf = (name: string) => Number(response.headers.get(name))
  return {
    status: response.status,
    body,
    sequences: response.ok ? body.map(({ sequence }: { sequence: string }) => Number(sequence)) : undefined,
    hoogste: numberOf('Hoogste-Sequence'),
    tot: numberOf('Tot-Sequence'),
  }
}

test.each([
  ['zaaktypen', { zaaktypen: `${KAP},APV-STAND` }, [1, 4, 5]],
  ['types', { types: EVENT_TYPES.heropening }, []],
  ['types', { types: `${EVENT_TYPES.heropening},${EVENT_TYPES.registratie}` }, [1, 2, 3, 4, 5, 6]],
  ['filters', { filters: JSON.stringify([{ not: { prefix: { zaaktype: 'APV' } } }]) }, [1, 4]],
  ['all of them', { zaaktypen: FEEST, filters: JSON.stringify([{ suffix: { type: 'registreerd' } }]) }, [2, 3, 6]],
])('%s select events, and Tot-Sequence covers the rest too', async (_, query, sequences) => {
  expect(await get(query)).toMatchObject({ sequences, hoogste: 6, tot: 6 })
})

test('the next page continues at the Tot-Sequence of a full page', async () => {
  const first = await get({ zaaktypen: FEEST, limiet: '2' })
  expect(first).toMatchObject({ sequences: [2, 3], hoogste: 6, tot: 5 })
  expect(await get({ zaaktypen: FEEST, limiet: '2', vanaf: '5' })).toMatchObject({ sequences: [6], tot: 6 })
  expect(await get({ limiet: '4' })).toMatchObject({ sequences: [1, 2, 3, 4], tot: 4 })
})

test('a token for some zaaktypen gets only their events, with any query', async () => {
  expect(await get({}, SCOPED)).toMatchObject({ sequences: [1, 4], tot: 6 })
  expect(await get({ zaaktypen: `${KAP},${FEEST}` }, SCOPED)).toMatchObject({ sequences: [1, 4] })
  expect(await get({ zaaktypen: FEEST }, SCOPED)).toMatchObject({ sequences: [], tot: 6 })
})

test('the events of a zaak keep their zaaktype when it is removed', async () => {
  const { zaakId } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence: 4 } })
  const { identificatie, zaaktype } = await ctx.db.zaak.delete({ where: { id: zaakId } })
  await ctx.db.verwijderdeZaak.create({
    data: {
      id: zaakId,
      identificatie,
      zaaktype,
      verwijderdOp: new Date(),
      grond: 'bewaartermijn',
      doorClient: 'kapper',
    },
  })
  expect(await get({}, SCOPED)).toMatchObject({ sequences: [1, 4] })
})

test('purged events give 410 only to a reader whose selection holds them', async () => {
  await ctx.db.gebeurtenis.updateMany({ where: { sequence: { in: [2, 3] } }, data: { body: null } })
  expect(await get({ zaaktypen: KAP })).toMatchObject({ sequences: [1, 4], tot: 6 })
  expect(await get({})).toMatchObject({ sequences: [1], tot: 1 })
  expect(await get({ zaaktypen: FEEST })).toMatchObject({ status: 410, body: { code: 'events_purged' } })
})

test('a filtered page reads a bounded number of events, and returns its position when none matched', async () => {
  await ctx.pool.query(`
    insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
    select gen_random_uuid(), gen_random_uuid(), 'x', now(), 6 + n, '{}' from generate_series(1, 7000) n`)
  expect(await get({ zaaktypen: KAP, vanaf: '4' })).toMatchObject({ sequences: [], hoogste: 7006, tot: 5004 })
  expect(await get({ zaaktypen: KAP, vanaf: '5004' })).toMatchObject({ sequences: [], tot: 7006 })
})

test('a query with several faults lists them all', async () => {
  const wrong = { vanaf: '-1', limiet: '0', wacht: '31', types: '*', zaaktypen: '', filters: '[{"exact":{}}]' }
  const { status, body } = await get(wrong)
  expect([status, body.code]).toEqual([400, 'query_invalid'])
  expect(body.errors.map(({ code }: { code: string }) => code)).toEqual(
    ['vanaf', 'limiet', 'wacht', 'types', 'zaaktypen', 'filters'].map((name) => `${name}_invalid`),
  )
})

test.each(['x', '{}', '[{"exact":{"bsn":"1"}}]', JSON.stringify(Array(21).fill({ exact: { type: 'x' } }))])(
  'the filters %.60s are refused',
  async (filters) => {
    const { status, body } = await get({ filters })
    expect([status, body.errors[0].code]).toEqual([400, 'filters_invalid'])
  },
)
