import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { AANVRAGER, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { type ExportForm, exportAuditregels } from './export-auditregels.ts'
import { hashBetrokkene } from './hash-betrokkene.ts'
import { recordLook } from './record-look.ts'
import { recordedTransaction } from './recorded-transaction.ts'
import { clearAuditregels } from './test-auditregels.ts'

const [, TRACE, SPAN] = TRACEPARENT.split('-')
const START = new Date('2026-11-25T09:00:00Z')
let now = START
let ctx: TestZaaksysteem
let zaak: Awaited<ReturnType<typeof registerTestZaak>>
let actor: Parameters<typeof recordLook>[1]['actor']

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
  zaak = await registerTestZaak(ctx, { naam: '=Kijker; "B"' })
  actor = { soort: 'behandelaar', id: zaak.behandelaarId, traceparent: TRACEPARENT }
})
beforeEach(async () => {
  await clearAuditregels(ctx)
  now = START
})
afterAll(() => ctx.close())

const look = () => {
  const begonnenOp = now
  now = new Date(now.getTime() + SECOND_MS)
  const seen = [{ zaak: { id: zaak.id, bsn: AANVRAGER.bsn } }]
  return recordLook(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, seen })
}
async function exported(form: ExportForm, filter = {}) {
  now = new Date(now.getTime() + SECOND_MS)
  let text = ''
  for await (const part of await exportAuditregels(ctx, { form, filter, actor })) text += part
  return text
}
const attributes = (list: { key: string; value: string }[]) =>
  Object.fromEntries(list.map(({ key, value }) => [key, value]))

test('a look is exported in the form of the standard: trace, span, times, activity and hashed betrokkene', async () => {
  await look()
  const { id } = await ctx.db.auditregel.findFirstOrThrow()
  const { attributes: list, resource, ...regel } = JSON.parse(await exported('jsonl'))
  expect(regel).toEqual({
    trace_id: TRACE,
    span_id: id.replaceAll('-', '').slice(-16),
    parent_span_id: SPAN,
    status_code: 1,
    name: 'zaak_bekijken',
    start_time: START.toISOString(),
    end_time: new Date(START.getTime() + SECOND_MS).toISOString(),
  })
  expect(attributes(resource.attributes)).toEqual({ 'service.name': ctx.env.ZAAKSYSTEEM_SOURCE })
  expect(attributes(list)).toEqual({
    'dpl.core.processing_activity_id': `${ctx.env.ZAAKSYSTEEM_SOURCE}:verwerkingsactiviteit:zaakbehandeling`,
    'dpl.core.data_subject_id': hashBetrokkene(ctx, AANVRAGER.bsn).toString('hex'),
    'dpl.core.data_subject_id_type': 'BSN',
    'dpl.zaakbode.kanaal': 'balie',
    'dpl.zaakbode.actor_soort': 'behandelaar',
    'dpl.zaakbode.actor': zaak.behandelaarId,
    'dpl.zaakbode.zaak_id': zaak.id,
    'dpl.zaakbode.uitkomst': 'gelukt',
  })
})

test('an auditregel without a betrokkene has no activity, a trace of its own without a request, and the reason of a refusal', async () => {
  await recordedTransaction(ctx, async (_, record) => {
    await record({ actor: { soort: 'behandelaar', id: null }, handeling: 'inloggen', geweigerd: 'onbekend' })
    await record({ actor: { soort: 'opdrachtregel', id: 'opdrachtregel' }, handeling: 'sleutel_wisselen' })
    await record({ actor: { ...actor, id: zaak.behandelaarId }, handeling: 'sleutel_direct_wisselen' })
  })
  const lines = (await exported('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { name: 'sleutel_direct_wisselen', trace_id: TRACE, parent_span_id: SPAN },
    { name: 'sleutel_wisselen', status_code: 1 },
    { name: 'inloggen', status_code: 0, start_time: START.toISOString(), end_time: START.toISOString() },
  ])
  expect(new Set(lines.map((line) => line.trace_id)).size).toBe(3)
  for (const { trace_id, span_id, attributes: list } of lines) {
    expect([trace_id, span_id]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ])
    expect(attributes(list)).not.toHaveProperty('dpl.core.processing_activity_id')
  }
  expect(lines[1]).not.toHaveProperty('parent_span_id')
})

test('a configured register of the gemeente is the activity', async () => {
  await look()
  const ZAAKSYSTEEM_VERWERKINGSACTIVITEIT = 'https://register.example/zaakbehandeling'
  const configured = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_VERWERKINGSACTIVITEIT } }
  now = new Date(now.getTime() + SECOND_MS)
  const lines = await exportAuditregels(configured, { form: 'jsonl', filter: {}, actor })
  expect((await lines.next()).value).toContain(`"value":"${ZAAKSYSTEEM_VERWERKINGSACTIVITEIT}"`)
})

test('the CSV opens in a Dutch Excel, and a name that looks like a formula stays text', async () => {
  await look()
  const csv = await exported('csv')
  const [head, line, ...rest] = csv.split('\r\n')
  expect(head).toMatch(/^\uFEFFtijdstip;actor_soort;actor;naam;kanaal;handeling;zaaknummer;/)
  expect(line).toContain(`;${zaak.behandelaarId};"'=Kijker; ""B""";balie;zaak_bekijken;${zaak.identificatie};`)
  expect(rest).toEqual([''])
  expect(csv).not.toMatch(new RegExp(`${AANVRAGER.bsn}|${AANVRAGER.naam}`))
})

test('an export is recorded before its first line, and is not part of itself', async () => {
  const filter = { wat: 'zaak_bekijken', zaakId: zaak.id, van: START } as const
  const lines = await exportAuditregels(ctx, { form: 'csv', filter, actor })
  expect(await ctx.db.auditregel.findMany()).toMatchObject([
    {
      handeling: 'audit_exporteren',
      actor: zaak.behandelaarId,
      zaakId: zaak.id,
      objectSoort: 'export',
      objectId: `csv?wat=zaak_bekijken&van=${encodeURIComponent(START.toISOString())}`,
    },
  ])
  await lines.return(undefined)
})

test('an export of several batches has each auditregel once, newest first', async () => {
  await ctx.pool.query(
    `insert into auditregel (id, tijdstip, actor_soort, actor, handeling, uitkomst)
     select gen_random_uuid(), $1::timestamptz - number / 3 * interval '1 second', 'behandelaar', $2, 'inloggen', 'gelukt'
     from generate_series(1, 1000) as number`,
    [START, zaak.behandelaarId],
  )
  const lines = (await exported('jsonl', { wat: 'inloggen' }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(new Set(lines.map((line) => line.span_id + line.trace_id)).size).toBe(1000)
  expect(lines.map((line) => line.end_time)).toEqual(
    lines
      .map((line) => line.end_time)
      .toSorted()
      .toReversed(),
  )
})
