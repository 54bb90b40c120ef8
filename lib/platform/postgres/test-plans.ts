import pg from 'pg'
import { expect, inject, test } from 'vitest'

type Context = { pool: pg.Pool; close(): Promise<void> }
type Steps = {
  fill(state?: Partial<Filling>): Promise<void>
  fillPart(): Promise<void>
  analyze(): Promise<unknown>
  use(): Promise<void>
  /** runs the use cases on empty tables; a use case that needs a row stops there */
  runEmpty(): Promise<void>
}

/** `few`: hardly any rows. `idle`: no work is due. */
export type Filling = { few: boolean; idle: boolean }

/** PostgreSQL may keep a plan from the sixth execution on. */
const EXECUTIONS_UNTIL_KEPT = 6

const PLANNED_ANEW = { plan_cache_mode: 'force_custom_plan' }

/** Checking foreign keys takes more than half of the time to fill a table. */
const WITHOUT_FOREIGN_KEYS = '-c session_replication_role=replica'

const OF_PART = 'that were made when some tables were known to be empty, and others full'

/** Ways to prepare plans and statistics before many rows are due, by the end of the test's title. */
const STATES: Record<string, (steps: Steps) => Promise<void>> = {
  async 'that were made when the tables were known to be empty'({ fill, analyze, runEmpty }) {
    await analyze()
    await runEmpty()
    await fill()
  },
  async [OF_PART]({ fill, fillPart, analyze, use }) {
    await fillPart()
    await analyze()
    await use()
    await fill()
  },
  async 'of tables that were never analysed'({ fill }) {
    await fill()
  },
  async 'that were made when the tables were almost empty'({ fill, use }) {
    await fill({ few: true })
    await use()
    await fill()
  },
  async 'that were made when the tables were known to be almost empty'({ fill, analyze, use }) {
    await fill({ few: true })
    await analyze()
    await use()
    await fill()
  },
  async 'of tables that were analysed while empty'({ fill, analyze }) {
    await analyze()
    await fill()
  },
  async 'of tables that were analysed while almost empty'({ fill, analyze }) {
    await fill({ few: true })
    await analyze()
    await fill()
  },
  async 'of tables that were analysed while nothing waited'({ fill, analyze }) {
    await fill({ idle: true })
    await analyze()
    await fill()
  },
  async 'of tables that were analysed just now'({ fill, analyze }) {
    await fill()
    await analyze()
  },
}

/** True for states in which an earlier run of a statement matters. */
const isOfKeptPlans = (state: string) => state.startsWith('that were made when')

/** The most misleading states, and the ordinary one. */
const STATES_OF_CHECK = [
  'that were made when the tables were known to be empty',
  'that were made when the tables were known to be almost empty',
  OF_PART,
  'of tables that were analysed just now',
]
const STATES_OF_CHECK_ANEW = [
  'of tables that were analysed while empty',
  'of tables that were analysed while almost empty',
  'of tables that were analysed just now',
]

/**
 * Tests that no statement of these use cases reads more than `limit` rows or pages, whatever statistics the
 * planner has. A good plan reads as much from large tables as from small ones.
 */
export function testPlans<T extends Context>(options: {
  /** creates a database of its own, without a connection yet */
  create(): Promise<{ ctx: T; url: string }>
  fill(ctx: T, filling: Filling): Promise<void>
  /** fills some of the tables that the use cases read */
  fillPart?(ctx: T): Promise<void>
  useCases: Record<string, (ctx: T) => Promise<unknown>>
  limit: number
  /** higher limits, for use cases that handle many rows at once */
  limits?: Partial<Record<string, number>>
  /** tests only analysed tables, for statements that have more than one good plan */
  isAnalysed?: boolean
  /** no plans are kept and no pipeline is used, so that earlier runs do not matter */
  isPlannedAnew?: boolean
}) {
  const { create, fill, fillPart, useCases, limit, limits = {}, isAnalysed, isPlannedAnew } = options
  const ofCheck = isPlannedAnew ? STATES_OF_CHECK_ANEW : STATES_OF_CHECK
  const states = Object.entries(STATES)
    .filter(([name]) => !(isPlannedAnew && isOfKeptPlans(name)) && (fillPart || name !== OF_PART))
    .filter(([name]) => inject('isWhole') || ofCheck.includes(name))
  test.each(isAnalysed ? states.slice(-1) : states)('plans %s are good', async (_name, prepare) => {
    const { ctx, url } = await create()
    await reportPlans(url)
    const ran = collectPlans(ctx.pool)
    const filler = new pg.Pool({ connectionString: url, options: WITHOUT_FOREIGN_KEYS, max: 1 })
    await prepare({
      fill: (filling) => fill({ ...ctx, pool: filler }, { few: false, idle: false, ...filling }),
      fillPart: async () => fillPart?.({ ...ctx, pool: filler }),
      analyze: () => ctx.pool.query('analyze'),
      async use() {
        for (let i = 0; i < EXECUTIONS_UNTIL_KEPT; i++) for (const use of Object.values(useCases)) await use(ctx)
      },
      async runEmpty() {
        for (let i = 0; i < EXECUTIONS_UNTIL_KEPT; i++) {
          for (const use of Object.values(useCases)) await use(ctx).catch(() => {})
        }
      },
    })
    await filler.end()
    if (isPlannedAnew) expect((await ctx.pool.query('show plan_cache_mode')).rows).toEqual([PLANNED_ANEW])
    for (const [name, use] of Object.entries(useCases)) {
      ran.length = 0
      await use(ctx)
      expect(ran, `no statement of ${name}`).not.toEqual([])
      for (const { 'Query Text': text, Plan: plan } of ran.map(parsePlan)) {
        if (isPlannedAnew) expect(text).not.toContain('force_generic_plan')
        const read = { rows: rowsRead(plan), pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] }
        const reason = `${name} reads ${JSON.stringify(read)} with the plan\n${outline(plan)}\nof ${text}`
        expect(Math.max(read.rows, read.pages), reason).toBeLessThanOrEqual(limits[name] ?? limit)
      }
    }
    await ctx.close()
  })
}

/** Turns autovacuum off, auto_explain on, and runs our triggers also when foreign keys are not checked. */
async function reportPlans(connectionString: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`
    do $$ declare part text; begin
      for part in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
        execute format('alter table %I set (autovacuum_enabled = false)', part);
      end loop;
      for part in select format('alter table %s enable always trigger %I', tgrelid::regclass, tgname)
        from pg_trigger where not tgisinternal loop
        execute part;
      end loop;
      foreach part in array '{session_preload_libraries = auto_explain, auto_explain.log_min_duration = 0,
        auto_explain.log_analyze = on, auto_explain.log_buffers = on, auto_explain.log_timing = off,
        auto_explain.log_format = json, auto_explain.log_level = notice,
        auto_explain.log_nested_statements = on}'::text[] loop
        execute format('alter database %I set ', current_database()) || part;
      end loop;
    end $$`)
  await client.end()
}

type Plan = { [field: string]: unknown; Plans?: Plan[] } & Record<
  'Shared Hit Blocks' | 'Shared Read Blocks' | 'Actual Rows' | 'Actual Loops',
  number
>

/** Returns a growing list of the plans that PostgreSQL reports on the connections of the pool. */
function collectPlans(pool: pg.Pool) {
  const ran: string[] = []
  pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      if (message.startsWith('duration: ')) ran.push(message)
    })
  })
  return ran
}

function parsePlan(message: string): { 'Query Text': string; Plan: Plan } {
  return JSON.parse(message.slice(message.indexOf('{')))
}

/** Counts the rows that the scans of a plan read, including those that they filtered out. */
function rowsRead(plan: Plan): number {
  const isScan = plan['Relation Name'] || plan['Index Name'] || plan['CTE Name'] || plan['Function Name']
  const removed = Number(plan['Rows Removed by Filter'] ?? 0) + Number(plan['Rows Removed by Index Recheck'] ?? 0)
  const own = isScan ? (plan['Actual Rows'] + removed) * plan['Actual Loops'] : 0
  return (plan.Plans ?? []).reduce((sum, part) => sum + rowsRead(part), Math.round(own))
}

function outline(plan: Plan, depth = 0): string {
  const names = ['Node Type', 'Subplan Name', 'CTE Name', 'Relation Name', 'Index Name', 'Index Cond', 'Filter']
  const said = names.flatMap((name) => (plan[name] ? String(plan[name]) : []))
  const line = `${'  '.repeat(depth)}${said.join(' ')} (rows ${plan['Actual Rows']}, loops ${plan['Actual Loops']})`
  return [line, ...(plan.Plans ?? []).map((part) => outline(part, depth + 1))].join('\n')
}
