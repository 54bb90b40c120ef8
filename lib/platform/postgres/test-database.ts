import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type { System } from '../env.ts'

/** From 15 on PostgreSQL writes a copy to the WAL by default. 14 always copies files, without this option. */
const COPY_FILES = `select case when current_setting('server_version_num')::int >= 150000 then 'strategy file_copy' else '' end`

/** A client that was just closed is still listed for a while. */
const CONNECTED = `select from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`
const MOST_LOOKS = 100
const LOOK_AGAIN_MS = 5

/** The only connection of a test process, because a new connection costs half as much CPU as a copy. */
let admin: pg.Pool | undefined

/** `keeper`: a connection of this module. */
type Database = { name: string; url: string; keeper: pg.Pool }

/** Databases that tests of this process gave back and that were reset. */
const free: Record<System, Database[]> = { zaaksysteem: [], publieksportaal: [] }

/**
 * Returns a migrated, empty database for one test file: a copy of the template, or one that was given back.
 *
 * @param options.isNew always a copy, for tests that depend on the pages and statistics of the tables
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

/** False while a client is connected, because it could still write. */
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
  // PostgreSQL stops before these connections are closed.
  pool.on('error', () => {})
  return pool
}
