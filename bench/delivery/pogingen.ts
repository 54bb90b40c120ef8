import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Job } from './job.ts'

const POLL_MS = 10

/** One row for each attempt: Zaakbode records that too, but a queue does not, so its contestant adds it. */
export async function createPogingen(pool: pg.Pool) {
  await pool.query(`
    create table poging (id bigint generated always as identity primary key, event uuid not null, begonnen_op timestamptz
      not null, duur_ms int not null, http_status int)`)
  return {
    record: (jobs: Job[], durationMs: number) =>
      pool.query({
        name: 'record',
        text: `insert into poging (event, begonnen_op, duur_ms, http_status)
               select unnest($1::uuid[]), now(), $2, 204`,
        values: [jobs.map(({ id }) => id), Math.round(durationMs)],
      }),
    async recorded(count: number) {
      await until(async () => {
        const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from poging')
        return (rows[0]?.count ?? 0) >= count
      })
    },
  }
}

export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(POLL_MS)
}
