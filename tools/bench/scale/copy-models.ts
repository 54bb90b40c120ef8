import type pg from 'pg'
import { EVENTS_PER_ZAAK, eventNumber, isOpen } from './town.ts'

/** Zaken in one statement, so that progress shows. */
const RUN = 50_000

/** SQL expressions for columns that differ from those of the model. */
type Overrides = Record<string, string>
export type Copy = {
  table: string
  /** joins from `model`, the zaak that is copied, to its rows; an alias `model_row` gives the columns */
  rows: string
  /** once for each zaak, or for each of its events */
  each: 'zaak' | 'event'
  where?: string
  overrides: Overrides
}

/**
 * Copies the tables to temporary ones named `model_<table>`, and empties them. The models were made by the
 * use cases, so the bench need not know how each column is filled.
 */
export async function takeModels(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`create temp table model_${table} as select * from ${table}`)
  await client.query(`
    create temp table model as
    select id, einddatum is null as is_open,
      row_number() over (partition by einddatum is null order by id) - 1 as nr
    from zaak`)
  await client.query(`truncate ${tables.join(', ')} cascade`)
}

const ZAKEN = 'select k::bigint, $3::bigint as n from generate_series($1::int, $2::int) k'
const EVENTS = `select k, j, n, ${eventNumber} as e from (${ZAKEN}) zaken, generate_series(1, ${EVENTS_PER_ZAAK}) j`
const countOf = (state: string) => `(select count(*) from model where ${state})`
/**
 * Zaken take turns among the models of their state. No expression has both sides in it, so that the planner
 * uses a hash join.
 */
const MODEL = `join model on model.is_open = ${isOpen}
  and model.nr = k % case when ${isOpen} then ${countOf('is_open')} else ${countOf('not is_open')} end`

/**
 * Fills a table without triggers, foreign keys and secondary indexes, and makes the indexes afterwards, which
 * is faster.
 */
export async function copyModels(
  client: pg.Client,
  { table, rows, each, where = 'true', overrides }: Copy,
  { size, progress }: { size: number; progress: (message: string) => void },
): Promise<void> {
  const indexes = await dropIndexes(client, table)
  const columns = await columnsOf(client, table)
  const unknown = Object.keys(overrides).filter((column) => !columns.includes(column))
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(', ')}`)
  const insert = `
    insert into ${table} (${columns.join(', ')})
    select ${columns.map((column) => overrides[column] ?? `model_row.${column}`).join(', ')}
    from (${each === 'zaak' ? ZAKEN : EVENTS}) town ${MODEL} ${rows} where ${where}`
  for (let from = 0; from < size; from += RUN) {
    await client.query(insert, [from, Math.min(from + RUN, size) - 1, size])
    if (size > RUN) progress(`${table}: ${Math.min(from + RUN, size).toLocaleString('en')} zaken`)
  }
  for (const index of indexes) await client.query(index)
  await client.query(`vacuum analyze ${table}`)
}

const COLUMNS = `
  select attname as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  return (await client.query<{ name: string }>(COLUMNS, [table])).rows.map(({ name }) => name)
}

const INDEXES = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  where indrelid = $1::regclass and not indisprimary`

/** Drops the indexes. Resolves with the statements that make them again. */
async function dropIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(INDEXES, [table])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
