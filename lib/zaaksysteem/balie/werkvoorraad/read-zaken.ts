import type pg from 'pg'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'

/** How far into a list a text is looked for before the index of texts is. */
const LOOKED_THROUGH = 2000

type Selection = {
  /** on `zaak`; the first one says whether it is open */
  conditions: readonly string[]
  /** what is asked of each zaak that is met; see `leesbaarSql` */
  afscherming: readonly string[]
  /** the condition that a text is found */
  text?: string | undefined
  values: unknown[]
}
type List = Selection & { select: string; position?: string | undefined; orderBy: string; limit: number }

/**
 * For the first rows of a list the planner would expect to meet them early, and read all zaken when they come late; so
 * it may only look up in indexes. Without a filter the index of the order is the one to read, whatever it believes.
 */
function lookUp({ conditions, afscherming }: Pick<Selection, 'conditions' | 'afscherming'>): string {
  const sorts = conditions.length > 1 || afscherming.length > 1 ? 'on' : 'off'
  return `${LOOK_UP_IN_INDEXES}, set_config('enable_sort', '${sorts}', true)`
}

/** The index of texts gives its rows as a bitmap. */
const LOOK_UP_TEXT = "select set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true)"

/** That it is open, said so that no index of open zaken fits, and only that of texts is left. */
const inTexts = ([state, ...rest]: readonly string[]) => [`(${state}) is true`, ...rest]

/**
 * Reads the first zaken of a list, in a transaction. A common text is met on the way through the list, and a rare one
 * stands in the index of texts; which of them it is only statistics know, which may be old.
 */
export async function readZaken<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { conditions, afscherming, text, values, select, position, orderBy, limit }: List,
): Promise<{ rows: Row[]; isRare: boolean }> {
  const end = `order by ${orderBy} limit ${limit}`
  const further = [...conditions, ...(position ? [position] : [])]
  await client.query(lookUp({ conditions, afscherming }))
  if (!text) {
    const list = `${select} from zaak ${where([...further, ...afscherming])} ${end}`
    return { ...(await client.query<Row>(list, values)), isRare: false }
  }
  const found = [...afscherming, text]
  const first = `(select * from zaak ${where(further)} order by ${orderBy} limit ${LOOKED_THROUGH}) as zaak`
  const met = await client.query<Row>(`${select} from ${first} ${where(found)} ${end}`, values)
  if (met.rows.length === limit) return { rows: met.rows, isRare: false }
  await client.query(LOOK_UP_TEXT)
  const { rows } = await client.query<Row>(
    `${select} from zaak ${where([...inTexts(further), ...found])} ${end}`,
    values,
  )
  return { rows, isRare: true }
}

/** Whoever has so many zaken does not count them, and counting them would read all of them. */
export const MAX_COUNTED = 1000

/** Counts zaken up to MAX_COUNTED, in the transaction of `readZaken`. @param options.isRare what that said of the text */
export async function countZaken(
  client: pg.PoolClient,
  { conditions, afscherming, text, values, isRare = false }: Selection & { isRare?: boolean },
): Promise<number> {
  await client.query(lookUp({ conditions, afscherming }))
  if (isRare) await client.query(LOOK_UP_TEXT)
  const found = text ? [...(isRare ? inTexts(conditions) : conditions), text] : conditions
  const all = [...found, ...afscherming]
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from (select from zaak ${where(all)} limit ${MAX_COUNTED}) as counted`,
    values,
  )
  return rows[0]?.count ?? 0
}

const where = (conditions: readonly string[]) => `where ${conditions.join(' and ')}`
