import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { purge, purgeBurgers } from './purge.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const OVER = new Date(NOW.getTime() - KEEP_AUDITREGELS_MS - 1)
const KEPT = 3000
const KEPT_FEW = 5
const DUE = 5
/** Includes the deleted index entries. A full scan would read 3,000 rows. */
const LIMIT = 200

/** Many rows to keep, followed by the due ones. */
const ROWS = `(
  select n, $2::timestamptz as op from generate_series(1, $1::int) n
  union all select $1::int + n, $4::timestamptz from generate_series(1, $3::int) n
) row`

const TABLES = [
  `insert into auditregel (id, tijdstip, actor_soort, handeling, uitkomst)
   select gen_random_uuid(), op, 'burger', 'inloggen', 'gelukt' from ${ROWS}`,
  `insert into afwijzing (id, tijdstip, reden, http_status, grootte_bytes)
   select gen_random_uuid(), op, 'unknown_source', 403, 1 from ${ROWS}`,
  `insert into afwijzing_telling (minuut, reden, bron, aantal, laatste_op)
   select op - n * interval '1 second', 'unknown_source', gen_random_uuid(), 1, op from ${ROWS}`,
  `insert into verwijderde_zaak (id, burger_id, versie, live_volgnummer, verwijderd_op)
   select gen_random_uuid(), burger.id, 1, n, op from ${ROWS} cross join (select id from burger limit 1) burger`,
  `insert into duidelijkheid (dag, zaaktype, tekst, duidelijk) select op::date, 'OMG-KAP', 'aanvullen', true from ${ROWS}`,
  `insert into burger (id, bsn_hash, nakijken_op) select gen_random_uuid(), gen_random_uuid(), op + interval '1 day' from ${ROWS}`,
]

async function fill(ctx: TestPublieksportaal, { few, idle }: Filling) {
  await ctx.db.burger.createMany({ data: { id: crypto.randomUUID(), bsnHash: crypto.randomUUID() } })
  for (const table of TABLES) await ctx.pool.query(table, [few ? KEPT_FEW : KEPT, NOW, idle ? 0 : DUE, OVER])
}

testPlans<TestPublieksportaal>({
  async create() {
    const ctx = await createTestPublieksportaal({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.PUBLIEKSPORTAAL_DATABASE_URL }
  },
  fill,
  useCases: {
    'purging auditregels': (ctx) => purge(ctx, 'auditregel'),
    'purging afwijzingen': (ctx) => purge(ctx, 'afwijzing'),
    'purging their counts': (ctx) => purge(ctx, 'afwijzing_telling'),
    'purging burgers': (ctx) => purgeBurgers(ctx),
    'purging what was clear': (ctx) => purge(ctx, 'duidelijkheid'),
    'forgetting removed zaken': (ctx) => purge(ctx, 'verwijderde_zaak'),
  },
  limit: LIMIT,
})
