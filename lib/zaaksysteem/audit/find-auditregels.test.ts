import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sql } from '#lib/platform/postgres/sql.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { findZaakId } from './auditregel-filter.ts'
import { findActors, findAuditregels, PAGE_SIZE } from './find-auditregels.ts'
import { recordLook } from './record-look.ts'
import { clearAuditregels } from './test-auditregels.ts'

const ROWS = 2 * PAGE_SIZE + 3
const MANY = 50_000
/** The most pages of 8 kB that a list may read: some of the index, and one per row. */
const MAX_PAGES = 300
const at = (second: number) => new Date(Date.UTC(2026, 10, 25, 9, 0, second))

let ctx: TestZaaksysteem
let now = at(0)
let zaak: Awaited<ReturnType<typeof registerTestZaak>>

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now, isNew: true })
  zaak = await registerTestZaak(ctx, { naam: 'B. Kijker' })
  await clearAuditregels(ctx)
  for (let row = 0; row < ROWS; row++) {
    // several rows have the same tijdstip
    now = at(Math.floor(row / 4))
    const actor = { soort: 'behandelaar', id: zaak.behandelaarId, traceparent: TRACEPARENT } as const
    const seen =
      row % 10 === 0 ? { zaak: { id: zaak.id, bsn: '999990342' } } : { object: { soort: 'zaken', id: `${row}` } }
    const client = { soort: 'api_client', id: 'publieksportaal', traceparent: TRACEPARENT } as const
    const handeling = row % 10 === 0 ? 'zaak_bekijken' : 'zaken_ophalen'
    await recordLook(ctx, { actor: row % 2 ? client : actor, handeling, begonnenOp: now, seen: [seen] })
  }
})
afterAll(() => ctx.close())

const all = async () => {
  const pages = [await findAuditregels(ctx)]
  for (let cursor = pages[0]?.volgende; cursor; cursor = pages.at(-1)?.volgende) {
    pages.push(await findAuditregels(ctx, { cursor }))
  }
  return pages
}

test('pages have no gap and no repeat, newest first, forward and back', async () => {
  const pages = await all()
  expect(pages.map(({ regels }) => regels.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 3])
  const regels = pages.flatMap((page) => page.regels)
  expect(new Set(regels.map(({ id }) => id)).size).toBe(ROWS)
  expect(regels.map(({ tijdstip }) => -tijdstip)).toEqual(
    regels.map(({ tijdstip }) => -tijdstip).toSorted((a, b) => a - b),
  )
  expect(await findAuditregels(ctx, { cursor: pages[1]?.vorige ?? '' })).toEqual(pages[0])
})

test('a regel has the actor, handeling, time, zaak, trace and hashed betrokkene', async () => {
  const { regels } = await findAuditregels(ctx, { zaakId: zaak.id, wie: zaak.behandelaarId })
  expect(regels.at(-1)).toEqual({
    id: expect.any(String),
    tijdstip: at(0),
    begonnenOp: at(0),
    actorSoort: 'behandelaar',
    actor: zaak.behandelaarId,
    naam: 'B. Kijker',
    handeling: 'zaak_bekijken',
    objectSoort: null,
    objectId: null,
    zaakId: zaak.id,
    identificatie: zaak.identificatie,
    isVerwijderd: false,
    aantal: null,
    uitkomst: 'gelukt',
    wijzigingen: null,
    traceId: TRACEPARENT.split('-')[1],
    parentSpanId: TRACEPARENT.split('-')[2],
    betrokkene: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('filters combine', async () => {
  const count = async (query: Parameters<typeof findAuditregels>[1]) =>
    (await findAuditregels(ctx, query)).regels.length
  expect(await count({ wat: 'zaak_bekijken' })).toBe(11)
  expect(await count({ wat: 'zaak_bekijken', wie: 'publieksportaal' })).toBe(0)
  expect(await count({ wat: 'zaak_bekijken', wie: zaak.behandelaarId, van: at(5), tot: at(10) })).toBe(2)
  expect(await count({ van: at(3), tot: at(5) })).toBe(8)
  const people = (await findAuditregels(ctx, { alleenMensen: true })).regels
  expect(new Set(people.map(({ actorSoort }) => actorSoort))).toEqual(new Set(['behandelaar']))
  expect(await count({ alleenMensen: true, wie: 'publieksportaal' })).toBe(0)
  expect(await count({ zaakId: await findZaakId(ctx, ` ${zaak.identificatie.toLowerCase()} `) })).toBe(11)
  expect(await count({ zaakId: await findZaakId(ctx, zaak.id) })).toBe(11)
})

test.each(['ZAAK-2026', "'; --", 'a\0b', '%'])('the zaaknummer %j finds nothing', async (zoek) => {
  expect((await findAuditregels(ctx, { zaakId: await findZaakId(ctx, zoek) })).regels).toEqual([])
  expect((await findAuditregels(ctx, { wie: zoek })).regels).toEqual([])
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
test.each(['onzin', encoded(['after', 1, 'x']), encoded(['after', -1, crypto.randomUUID()]), encoded(['after', 1e18])])(
  'the broken cursor %s gives the first page',
  async (cursor) => {
    expect(await findAuditregels(ctx, { cursor })).toEqual(await findAuditregels(ctx))
  },
)

test('the actors to filter by are behandelaars, clients and commands', async () => {
  for (const id of ['oauth:archief', 'oauth:archief', 'oauth:balie']) {
    const actor = { soort: 'api_client', id, traceparent: TRACEPARENT } as const
    const seen = [{ object: { soort: 'stroom', id: 'sse' } }]
    await recordLook(ctx, { actor, handeling: 'stroom_openen', begonnenOp: now, seen })
  }
  expect(await findActors(ctx)).toEqual([
    { actor: zaak.behandelaarId, naam: 'B. Kijker' },
    { actor: 'publieksportaal', naam: 'publieksportaal' },
    { actor: 'oauth:archief', naam: 'oauth:archief' },
    { actor: 'oauth:balie', naam: 'oauth:balie' },
    { actor: 'opdrachtregel', naam: 'opdrachtregel' },
  ])
})

test('no filter reads more of a large table than its page needs', async () => {
  const other = crypto.randomUUID()
  await ctx.pool.query(
    `insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, uitkomst)
     select gen_random_uuid(), $1::timestamptz + number * interval '1 second', 'api_client',
       case when number = 7 then 'zelden' else 'publieksportaal' end,
       case when number = 8 then 'sleutel_direct_wisselen' else 'zaak_bekijken' end,
       case when number = 9 then $2::uuid else gen_random_uuid() end, 'gelukt'
     from generate_series(1, ${MANY}) as number`,
    [at(0), other],
  )
  await ctx.pool.query('analyze auditregel')
  const deep = { van: at(100), tot: at(200) }
  const found = {
    none: {},
    who: { wie: 'zelden' },
    what: { wat: 'sleutel_direct_wisselen' as const },
    people: { alleenMensen: true },
    zaak: { zaakId: other },
    deep,
  }
  const cost = await pagesRead(found)
  for (const [name, pages] of Object.entries(cost)) expect(pages, name).toBeLessThanOrEqual(MAX_PAGES)
  expect(await pagesOf((pool) => findActors({ ...ctx, pool }))).toBeLessThanOrEqual(MAX_PAGES)
  const last = await findAuditregels(ctx, { tot: at(1) })
  expect(last.volgende).toBeNull()
})

async function pagesRead(filters: Record<string, Parameters<typeof findAuditregels>[1]>) {
  const pages: Record<string, number> = {}
  for (const [name, filter] of Object.entries(filters)) {
    pages[name] = await pagesOf((pool) => findAuditregels({ pool }, filter))
  }
  return pages
}

async function pagesOf(read: (pool: TestZaaksysteem['pool']) => Promise<unknown>): Promise<number> {
  const explained: { plan?: { 'QUERY PLAN': [{ Plan: Record<string, number> }] } } = {}
  const pool = {
    async query(query: string | Sql, parameters: unknown[]) {
      const { text, values } = typeof query === 'string' ? { text: query, values: parameters } : query
      const { rows } = await ctx.pool.query(`explain (analyze, buffers, format json) ${text}`, values)
      explained.plan = rows[0]
      return ctx.pool.query(text, values)
    },
  } as unknown as TestZaaksysteem['pool']
  await read(pool)
  const plan = explained.plan?.['QUERY PLAN'][0].Plan ?? {}
  return (plan['Shared Hit Blocks'] ?? Infinity) + (plan['Shared Read Blocks'] ?? 0)
}

test('the looks of one export or list fold into one regel, also within a period, and each is found by its zaak', async () => {
  await clearAuditregels(ctx)
  const begonnenOp = at(100)
  const traceparent = (n: number) => `00-${String(n).padStart(32, '1')}-${'2'.repeat(16)}-01`
  const actor = (n: number) => ({ soort: 'behandelaar', id: zaak.behandelaarId, traceparent: traceparent(n) }) as const
  const zaken = Array.from({ length: 120 }, (_, index) => (index === 0 ? zaak.id : crypto.randomUUID()))
  const seen = (object: { soort: string; id: string }, ids: string[]) =>
    ids.map((id) => ({ zaak: { id, bsn: null }, object }))
  const object = { soort: 'export', id: 'open' }
  const look = (n: number) => ({ actor: actor(n), handeling: 'werkvoorraad_exporteren', begonnenOp }) as const
  const list = (n: number) => ({ actor: actor(n), handeling: 'lijst_bekijken', begonnenOp }) as const
  // Two concurrent exports, in batches, with a list and a page of one zaak between them.
  now = at(100)
  for (const n of [1, 2]) await recordLook(ctx, { ...look(n), seen: [{ object }] })
  for (let batch = 0; batch < 3; batch += 1) {
    now = at(101 + batch)
    for (const n of [1, 2]) {
      await recordLook(ctx, { ...look(n), seen: seen(object, zaken.slice(40 * batch, 40 * batch + 40)) })
    }
    await recordLook(ctx, {
      ...list(10 + batch),
      seen: seen({ soort: 'lijst', id: 'open' }, zaken.slice(0, batch + 1)),
    })
  }
  await recordLook(ctx, { ...list(20), handeling: 'zaak_bekijken', seen: [{ zaak: { id: zaak.id, bsn: null } }] })

  const { regels, volgende } = await findAuditregels(ctx)
  const shown = regels.map(({ handeling, zaakId, samen }) => [handeling, zaakId !== null, samen])
  expect(shown.toSorted()).toEqual([
    ['lijst_bekijken', true, 1],
    ['lijst_bekijken', true, 2],
    ['lijst_bekijken', true, 3],
    ['werkvoorraad_exporteren', false, 120],
    ['werkvoorraad_exporteren', false, 120],
    ['zaak_bekijken', true, 1],
  ])
  expect(volgende).toBeNull()
  const exported = regels.filter(({ samen }) => samen === 120)
  for (const { id: samen, traceId } of exported) {
    const first = await findAuditregels(ctx, { samen })
    const rest = await findAuditregels(ctx, { samen, cursor: first.volgende ?? '' })
    const last = await findAuditregels(ctx, { samen, cursor: rest.volgende ?? '' })
    const opened = [first, rest, last].flatMap((page) => page.regels)
    expect(new Set(opened.map(({ zaakId }) => zaakId))).toEqual(new Set(zaken))
    expect(new Set(opened.map((regel) => regel.traceId))).toEqual(new Set([traceId]))
  }
  // When the export began before the period, its first look in the period represents the others.
  const late = await findAuditregels(ctx, { van: at(102), wat: 'werkvoorraad_exporteren' })
  expect(late.regels.map(({ zaakId, samen }) => [zaakId !== null, samen])).toEqual([
    [true, 80],
    [true, 80],
  ])
  expect((await findAuditregels(ctx, { zaakId: zaak.id })).regels).toHaveLength(6)
  expect((await findAuditregels(ctx, { samen: crypto.randomUUID() })).regels).toEqual([])
})

test('an export of 20,000 zaken is one regel, and its page costs a few index probes per zaak', async () => {
  await clearAuditregels(ctx)
  await ctx.pool.query(
    `insert into auditregel (id, tijdstip, begonnen_op, actor_soort, actor, handeling, zaak_id, uitkomst, trace_id)
     select gen_random_uuid(), $1::timestamptz + number / 1000 * interval '1 second', $1, 'behandelaar', $2,
       'werkvoorraad_exporteren', case when number > 0 then gen_random_uuid() end, 'gelukt', '\\x01'
     from generate_series(0, 20000) as number`,
    [at(0), zaak.behandelaarId],
  )
  await ctx.pool.query('analyze auditregel')
  const { regels } = await findAuditregels(ctx)
  expect(regels).toMatchObject([{ samen: 20_000 }])
  // Each of its rows takes an index probe of about five pages.
  expect(await pagesOf((pool) => findAuditregels({ pool }))).toBeLessThanOrEqual(8 * 20_000)
})
