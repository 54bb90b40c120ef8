import type pg from 'pg'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { empty, join, raw, type Sql, sql } from '#lib/platform/postgres/sql.ts'
import { MAX_COUNTED } from './werkvoorraad-filter.ts'
import type { Richting } from './werkvoorraad-sort.ts'

/** The number of zaken scanned in list order before the index of the condition is used. */
const LOOKED_THROUGH = 1000

type Selection = {
  /** the source of the rows, named `zaak` */
  from: Sql
  /** conditions on `zaak`; the first tests whether it is open */
  conditions: readonly Sql[]
  /** conditions checked per row read; see `leesbaarSql` */
  afscherming: readonly Sql[]
  /** the condition of a text search */
  text?: Sql | undefined
  /** the condition that a date has passed, with its column, which has an index for lists */
  passed?: { condition: Sql; date: Sql } | undefined
}
/** `key`: the sort key; `after`: the key of the row before the page */
type List = Selection & {
  select: Sql
  key: { expression: string; id: string; type: string }
  richting: Richting
  after?: { sleutel: string; id: string } | undefined
  limit: number
}

/**
 * Allows only index lookups: for a LIMIT the planner expects to hit rows early, and scans all zaken when they
 * come late. Without a filter it must read the index of the order, so sorting is off too.
 */
function lookUp({ conditions, afscherming }: Pick<Selection, 'conditions' | 'afscherming'>): string {
  const sorts = conditions.length > 1 || afscherming.length > 1 ? 'on' : 'off'
  return `${LOOK_UP_IN_INDEXES}, set_config('enable_sort', '${sorts}', true)`
}

const SORT = "select set_config('enable_sort', 'on', true)"
/** The text index returns its rows as a bitmap. */
const LOOK_UP_TEXT = "select set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true)"

/** Writes the open condition so that only the text index of open zaken fits it. */
const inTexts = ([state, ...rest]: readonly Sql[]) => [sql`(${state}) is true`, ...rest]

/**
 * Reads the first zaken of a list, in a transaction. A common text or a date passed by many is found by
 * scanning the list; a rare one by its own index. The planner cannot choose, because its statistics may be
 * old and mix closed zaken with open ones.
 */
export async function readZaken<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { from, conditions, afscherming, text, passed, select, key, richting, after, limit }: List,
): Promise<{ rows: Row[]; isRare: boolean }> {
  const { expression, type, id } = key
  const [direction, follows] = richting === 'op' ? ['asc', '>'] : ['desc', '<']
  const orderBy = raw(`${expression} ${direction}, ${id} ${direction}`)
  const end = sql`order by ${orderBy} limit ${limit}::int`
  const place = raw(`(${expression}, ${id}) ${follows}`)
  const further = [...conditions, ...(after ? [sql`${place} (${after.sleutel}::${raw(type)}, ${after.id}::uuid)`] : [])]
  const sought = [...(text ? [text] : []), ...(passed ? [passed.condition] : [])]
  const read = async (source: Sql, found: readonly Sql[]) =>
    (await client.query<Row>(sql`${select} from ${source} ${where(found)} ${end}`)).rows
  await client.query(lookUp({ conditions, afscherming }))
  if (sought.length === 0) return { rows: await read(from, [...further, ...afscherming]), isRare: false }

  const first = sql`(select * from ${from} ${where(further)} order by ${orderBy} limit ${LOOKED_THROUGH}::int) as zaak`
  const met = await read(first, [...afscherming, ...sought])
  if (met.length === limit) return { rows: met, isRare: false }
  await client.query(text ? LOOK_UP_TEXT : SORT)
  const rows = text
    ? await read(from, [...inTexts(further), ...afscherming, ...sought])
    : await read(inOrderOf(from, passed as Passed, further), afscherming)
  return { rows, isRare: true }
}

type Passed = NonNullable<Selection['passed']>

/** OFFSET 0 keeps the planner on the index of the date, whatever the order of the list. */
const inOrderOf = (from: Sql, { condition, date }: Passed, conditions: readonly Sql[]) =>
  sql`(select * from ${from} ${where([...conditions, condition])} order by ${date} offset 0) as zaak`

/**
 * Counts zaken up to MAX_COUNTED, in the transaction of `readZaken`. A common text is counted only in
 * the first part of the list.
 *
 * @param options.isRare from `readZaken`
 * @returns `isMore`: true when the count reached its limit
 */
export async function countZaken(
  client: pg.PoolClient,
  { from, conditions, afscherming, text, passed, isRare = false }: Selection & { isRare?: boolean },
): Promise<{ count: number; isMore: boolean }> {
  await client.query(lookUp({ conditions, afscherming }))
  if (isRare && text) await client.query(LOOK_UP_TEXT)
  const all = [...conditions, ...(passed ? [passed.condition] : [])]
  const isLookedThrough = text !== undefined && !isRare
  const limit = isLookedThrough ? LOOKED_THROUGH : MAX_COUNTED
  const found = isLookedThrough ? all : [...(text ? [...inTexts(all), text] : all), ...afscherming]
  const counted = isLookedThrough ? [...afscherming, text] : [sql`true`]
  const order = passed && !text ? sql`order by ${passed.date}` : empty
  const { rows } = await client.query<{ count: number; read: number }>(
    sql`select count(*) filter (${where(counted)})::int as count, count(*)::int as read
        from (select * from ${from} ${where(found)} ${order} limit ${limit}::int) as zaak`,
  )
  const { count = 0, read = 0 } = rows[0] ?? {}
  return { count, isMore: read === limit }
}

const where = (conditions: readonly Sql[]) => sql`where ${join(conditions, ' and ')}`
