import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { System } from '../env.ts'

/** Since 15 a copy is written to the WAL page by page unless this is said; 14 knows no other way than this one. */
const COPY_FILES = `select case when current_setting('server_version_num')::int >= 150000 then 'strategy file_copy' else '' end`

/** A client that was closed a moment ago would be told that its connection is forced to end, and has nobody to tell it to. */
const CONNECTED = 'select from pg_stat_activity where datname = $1'
const MOST_LOOKS = 100

/** One connection for each process of tests: to connect anew took half as much of the processor as the copy itself. */
let admin: pg.Pool | undefined

/** A migrated, empty database of one test file, cloned from the system's template. */
export async function cloneTestDatabase(system: System): Promise<{ url: string; drop(): Promise<void> }> {
  admin ??= connect(inject('postgresUrl'))
  const pool = admin
  const name = `${system}_${randomUUID().replaceAll('-', '')}`
  const { rows } = await pool.query<[string]>({ text: COPY_FILES, rowMode: 'array' })
  await pool.query(`create database ${name} template ${system} ${rows[0]?.[0]}`)
  const url = new URL(inject('postgresUrl'))
  async function isConnected(): Promise<boolean> {
    return ((await pool.query(CONNECTED, [name])).rowCount ?? 0) > 0
  }
  url.pathname = name
  return {
    url: url.href,
    async drop() {
      for (let look = 0; look < MOST_LOOKS && (await isConnected()); look++);
      await pool.query(`drop database ${name} with (force)`)
    },
  }
}

function connect(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // PostgreSQL ends before the processes that are still connected to it
  pool.on('error', () => {})
  return pool
}
