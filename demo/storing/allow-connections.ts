import pg from 'pg'

/** Allows or forbids connections to a database; forbidding also ends the present ones. */
export async function allowConnections(adminUrl: string, name: string, allowed: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`alter database ${pg.escapeIdentifier(name)} allow_connections ${allowed}`)
    if (!allowed)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  } finally {
    await client.end()
  }
}
