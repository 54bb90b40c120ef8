import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { purgeExpired } from './purge-expired.ts'

const NOW = new Date()
const OVER = new Date(NOW.getTime() - KEEP_AUDITREGELS_MS - MINUTE_MS)
const KEPT = 4000
const KEPT_FEW = 10
const DUE = 600
/**
 * A batch of 500 rows or 200 events, with some pages for each. A table that is read whole would be 4,600
 * rows.
 */
const LIMIT = 4000

/** Makes many rows that must stay, and after them rows that must go. */
const rows = (columns: string, source: string) => `
  select ${columns} from (
    select n, $2::timestamptz as op from generate_series(1, $1::int) n
    union all select $1::int + n, $4::timestamptz from generate_series(1, $3::int) n
  ) row ${source}`

const IDEMPOTENTIE = `
  insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
  ${rows(`'portaal', gen_random_uuid(), 'x', 200, '{}', op`, '')}`

const STATISTIEK = `
  insert into bezorgstatistiek (abonnement_id, begin, geslaagd, mislukt, herhaald, duren)
  ${rows(`abonnement.id, op - n * interval '10 seconds' / 20 + random() * interval '1 second', 1, 0, 0, '{}'`, 'cross join abonnement')}
  on conflict do nothing`

const AUDITREGELS = `
  insert into auditregel (id, tijdstip, actor_soort, handeling, uitkomst)
  ${rows(`gen_random_uuid(), op, 'behandelaar', 'inloggen', 'gelukt'`, '')}`

/** All are seen, but only the old ones may go. */
const SIGNALERINGEN = `
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op, gezien_op)
  ${rows(`gen_random_uuid(), behandelaar_id, id, 'toegewezen', gen_random_uuid(), op, op`, 'cross join zaak')}`

const GEBEURTENISSEN = `
  with nieuw as (
    insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
    select gen_random_uuid(), gen_random_uuid(), 'nl.overheid.zaken.zaakstatus-gewijzigd',
      case when n <= $3::int then $4::timestamptz else $2::timestamptz end, start + n, '{}'
    from generate_series(1, $1::int + $3::int) n, (select coalesce(max(sequence), 0) as start from gebeurtenis) last
    order by n
    returning id, zaak_id, sequence, vastgelegd_op
  ), bezorgd as (
    insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, status, pogingen, afgerond_op)
    select abonnement.id, nieuw.id, zaak_id, sequence, 'bezorgd', 1, vastgelegd_op from nieuw, abonnement
    returning id, afgerond_op
  )
  insert into bezorgpoging (bezorging_id, nummer, begonnen_op, duur_ms, http_status, request_headers)
  select id, 1, afgerond_op, 12, 204, '{}' from bezorgd`

async function fill(ctx: TestZaaksysteem, { few, idle }: Filling) {
  if ((await ctx.db.abonnement.count()) === 0) {
    await addAbonnement(ctx)
    await registerTestZaak(ctx)
  }
  const values = [few ? KEPT_FEW : KEPT, NOW, idle ? 0 : few ? 1 : DUE, OVER]
  for (const table of [IDEMPOTENTIE, STATISTIEK, AUDITREGELS, SIGNALERINGEN, GEBEURTENISSEN]) {
    await ctx.pool.query(table, values)
  }
}

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  fill,
  useCases: { 'a purge': (ctx) => purgeExpired(ctx) },
  limit: LIMIT,
})
