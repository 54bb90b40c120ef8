import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Sent } from './pipe.ts'

const POLL_MS = 10

const RECORD = `
  insert into poging (event, begonnen_op, duur_ms, http_status, request_headers, response_headers, response_body)
  select id, now(), "durationMs", status, "requestHeaders", "responseHeaders", answer
  from json_to_recordset($1) as sent (
    id uuid, "durationMs" int, status int, "requestHeaders" jsonb, "responseHeaders" jsonb, answer text
  )`

/**
 * Records one row per attempt, as Zaakbode does. A queue records no attempts, so its contestant adds them.
 */
export async function createPogingen(pool: pg.Pool) {
  await pool.query(`
    create table poging (id bigint generated always as identity primary key, event uuid not null, begonnen_op timestamptz
      not null, duur_ms int not null, http_status int, request_headers jsonb not null, response_headers jsonb not null,
      response_body text not null)`)
  return {
    record: (sent: Sent[]) => {
      const rows = sent.map(({ job: { id }, ...attempt }) => ({ id, ...attempt }))
      return pool.query({ name: 'record', text: RECORD, values: [JSON.stringify(rows)] })
    },
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
