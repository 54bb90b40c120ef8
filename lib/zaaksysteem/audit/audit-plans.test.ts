import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findAuditregels } from './find-auditregels.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const MANY = 12_000
const FEW = 20
const COLLEAGUES = 400
/** Some rows for each of a page. All rows of everybody, or all colleagues for each row, would be far more. */
const LIMIT = 1000

const PEOPLE = `
  insert into behandelaar (id, subject, naam, team, rollen)
  select gen_random_uuid(), n, 'B' || n, '', '{}' from generate_series(1, $1::int) n`

/** Rows of all colleagues; the first one has only old rows. */
const REGELS = `
  insert into auditregel (id, tijdstip, actor_soort, actor, handeling, uitkomst)
  select gen_random_uuid(), $2::timestamptz - ($1 - n) * interval '1 minute', 'behandelaar', behandelaar.id,
    case n % 100 when 3 then 'inloggen' else 'zaak_bekijken' end, 'gelukt'
  from generate_series(1, $1::int) n
  join behandelaar on behandelaar.subject = (case when n < 200 then 1 else 2 + n % ($3::int - 1) end)::text`

async function fill({ db, pool }: TestZaaksysteem, { few }: Filling) {
  if ((await db.behandelaar.count()) === 0) await pool.query(PEOPLE, [COLLEAGUES])
  await pool.query('analyze behandelaar')
  await pool.query(REGELS, [few ? FEW : MANY, NOW, COLLEAGUES])
}

async function findOfColleague(ctx: TestZaaksysteem) {
  const { id: wie } = await ctx.db.behandelaar.findUniqueOrThrow({ where: { subject: '1' } })
  await findAuditregels(ctx, { wie })
}

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  fill,
  useCases: {
    'the audittrail': (ctx) => findAuditregels(ctx),
    'the audittrail of a colleague': findOfColleague,
    'a rare handeling': (ctx) => findAuditregels(ctx, { wat: 'inloggen' }),
  },
  limit: LIMIT,
  isPlannedAnew: true,
})
