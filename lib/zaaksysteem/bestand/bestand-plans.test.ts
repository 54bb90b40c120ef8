import { randomUUID } from 'node:crypto'
import { DAY_MS } from '#lib/platform/durations.ts'
import { testPlans } from '#lib/platform/postgres/test-plans.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { countScans, scanBestanden } from './scan/scan-bestanden.ts'
import { sweepBestanden } from './sweep-bestanden.ts'

const KEPT = 4000
const DUE = 20

/** Many bestanden that have a document, of zaken that do not exist here, followed by some that are due. */
const FILL = `
  insert into bestand (id, zaak_id, status, naam, grootte, versleuteld, sleutel_id, aangemaakt_op, scannen_op)
  select gen_random_uuid(), gen_random_uuid(), case when n > $1 then 'onderweg' else 'geplaatst' end::bestandsstatus,
    'brief.pdf', 1, '', 'test-1', $3::timestamptz - n * interval '1 second', case when n > $1 then $3::timestamptz end
  from generate_series(1, $1::int + $2::int) n`

testPlans({
  async create() {
    // no scanner listens at that path
    const ctx = await createTestZaaksysteem({ isNew: true, env: { ZAAKSYSTEEM_CLAMD: `/nowhere/${randomUUID()}` } })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  async fill(ctx, { few, idle }) {
    const before = new Date(Date.now() - 2 * DAY_MS)
    await ctx.pool.query(FILL, [few ? 10 : KEPT, idle ? 0 : DUE, before])
  },
  useCases: {
    countScans,
    scanBestanden: (ctx) => scanBestanden(ctx),
    sweepBestanden: (ctx) => sweepBestanden(ctx),
  },
  limit: 1000,
  isPlannedAnew: true,
})
