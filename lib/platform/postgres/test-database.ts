import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type { System } from '../env.ts'

/**
 * Since 15 a copy is written to the WAL page by page unless this is said; 14 knows no other way than this
 * one.
 */
const COPY_FILES = `select case when current_setting('server_version_num')::int >= 150000 then 'strategy file_copy' else '' end`

/** A client that was closed a moment ago is still there for a while. */
const CONNECTED = `select from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`
const MOST_LOOKS = 100
const LOOK_AGAIN_MS = 5

/**
 * One connection for each process of tests: to connect anew took half as much of the processor as the copy
 * itself.
 */
let admin: pg.Pool | undefined

/** `keeper`: one connection to it, of this file. */
type Database = { name: string; url: string; keeper: pg.Pool }

/** Those that tests of this process have used, and that are as new. */
const free: Record<System, Database[]> = { zaaksysteem: [], publieksportaal: [] }

/**
 * A migrated, empty database of one test file: a copy of the system's template, or one that another test gave
 * back.
 *
 * @param options.isNew nobody has used it: where it matters which pages and statistics it has
 */
export async function cloneTestDatabase(
  system: System,
  { isNew = false }: { isNew?: boolean } = {},
): Promise<{ url: string; drop(): Promise<void> }> {
  const database = (isNew ? undefined : free[system].pop()) ?? (await copyTemplate(system))
  return {
    url: database.url,
    async drop() {
      if (await beginAnew(database)) free[system].push(database)
      else await remove(database)
    },
  }
}

async function copyTemplate(system: System): Promise<Database> {
  admin ??= connect(inject('postgresUrl'))
  const name = `${system}_${randomUUID().replaceAll('-', '')}`
  const { rows } = await admin.query<[string]>({ text: COPY_FILES, rowMode: 'array' })
  await admin.query(`create database ${name} template ${system} ${rows[0]?.[0]}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  return { name, url: url.href, keeper: connect(url.href) }
}

/** Not what somebody is connected to, who could still write. */
async function beginAnew({ keeper }: Database): Promise<boolean> {
  const isConnected = async () => ((await keeper.query(CONNECTED)).rowCount ?? 0) > 0
  for (let look = 0; await isConnected(); look++) {
    if (look === MOST_LOOKS) return false
    await sleep(LOOK_AGAIN_MS)
  }
  const { rows } = await keeper.query('select reuse.begin_anew() as "isAsNew"')
  return rows[0].isAsNew
}

async function remove({ name, keeper }: Database) {
  await keeper.end()
  await admin?.query(`drop database ${name} with (force)`)
}

function connect(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // PostgreSQL ends before the processes that are still connected to it
  pool.on('error', () => {})
  return pool
}
