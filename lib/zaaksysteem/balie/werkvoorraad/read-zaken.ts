import type pg from 'pg'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { empty, join, raw, type Sql, sql } from '#lib/platform/postgres/sql.ts'
import { MAX_COUNTED } from './werkvoorraad-filter.ts'
import type { Richting } from './werkvoorraad-sort.ts'

/** How far into a list something is looked for before its own index is. */
const LOOKED_THROUGH = 1000

type Selection = {
  /** zaken, named `zaak` */
  from: Sql
  /** on `zaak`; the first one says whether it is open */
  conditions: readonly Sql[]
  /** what is asked of each zaak that is met; see `leesbaarSql` */
  afscherming: readonly Sql[]
  /** the condition that a text is found */
  text?: Sql | undefined
  /** the condition that a date, which has an index for lists, has passed */
  passed?: { condition: Sql; date: Sql } | undefined
}
/** `key`: what it is ordered by; `after`: what the zaak has that the first one follows on */
type List = Selection & {
  select: Sql
  key: { expression: string; id: string; type: string }
  richting: Richting
  after?: { sleutel: string; id: string } | undefined
  limit: number
}

/**
 * For the first rows of a list the planner would expect to meet them early, and read all zaken when they come late; so
 * it may only look up in indexes. Without a filter the index of the order is the one to read, whatever it believes.
 */
function lookUp({ conditions, afscherming }: Pick<Selection, 'conditions' | 'afscherming'>): string {
  const sorts = conditions.length > 1 || afscherming.length > 1 ? 'on' : 'off'
  return `${LOOK_UP_IN_INDEXES}, set_config('enable_sort', '${sorts}', true)`
}

const SORT = "select set_config('enable_sort', 'on', true)"
/** The index of texts gives its rows as a bitmap. */
const LOOK_UP_TEXT = "select set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true)"

/** Asks whether a zaak is open in a form that, of the indexes of open zaken, only the one of texts fits. */
const inTexts = ([state, ...rest]: readonly Sql[]) => [sql`(${state}) is true`, ...rest]

/**
 * Reads the first zaken of a list, in a transaction. A common text, or a date that has passed for many, is met on the way
 * through the list; one that is rare stands in its own index. Which of them it is only statistics know, which may be old, and
 * which take closed zaken and open ones together.
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

/** OFFSET, so that the index of the date gives the zaken, whatever order they are wanted in. */
const inOrderOf = (from: Sql, { condition, date }: Passed, conditions: readonly Sql[]) =>
  sql`(select * from ${from} ${where([...conditions, condition])} order by ${date} offset 0) as zaak`

/**
 * Counts zaken up to MAX_COUNTED, in the transaction of `readZaken`; those with a common text only as far as that is looked
 * for on the way through a list.
 *
 * @param options.isRare what `readZaken` said
 * @returns `isMore`: there are so many, or more
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
