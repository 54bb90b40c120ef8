import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { System } from '../env.ts'

/** Since 15 a copy is written to the WAL page by page unless this is said; 14 knows no other way than this one. */
const COPY_FILES = `select case when current_setting('server_version_num')::int >= 150000 then 'strategy file_copy' else '' end`

/** A migrated, empty database of one test file, cloned from the system's template. */
export async function cloneTestDatabase(system: System): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = inject('postgresUrl')
  const name = `${system}_${randomUUID().replaceAll('-', '')}`
  await run(admin, async (client) => {
    const { rows } = await client.query<[string]>({ text: COPY_FILES, rowMode: 'array' })
    await client.query(`create database ${name} template ${system} ${rows[0]?.[0]}`)
  })
  const url = new URL(admin)
  url.pathname = name
  return {
    url: url.href,
    drop: () => run(admin, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function run(connectionString: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
