import type pg from 'pg'

/** The key '' stands for that of before keys had an id. */
const FIND_MISSING = `
  select from bsn_sleutel where id <> '' and id <> all($1::text[])
    and exists (select from burger where sleutel_id = bsn_sleutel.id)`

/** Whether burgers are hashed with a key that is not one of these. */
export async function lacksBsnKey(db: Pick<pg.Pool | pg.PoolClient, 'query'>, keyIds: string[]): Promise<boolean> {
  const { rows } = await db.query(FIND_MISSING, [keyIds])
  return rows.length > 0
}
