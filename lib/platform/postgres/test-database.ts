import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { System } from '../env.ts'

/** A migrated, empty database of one test file, cloned from the system's template. */
export async function cloneTestDatabase(system: System): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = inject('postgresUrl')
  const name = `${system}_${randomUUID().replaceAll('-', '')}`
  await run(admin, `create database ${name} template ${system} strategy file_copy`)
  const url = new URL(admin)
  url.pathname = name
  return { url: url.href, drop: () => run(admin, `drop database ${name} with (force)`) }
}

async function run(connectionString: string, statement: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
