import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { PREPARE_REUSE } from '#lib/platform/postgres/test-reuse.ts'
import { DEMO_GELDIG_VANAF, demoTeams, demoZaaktypen } from '../../prisma/seed/demo-zaaktypen.ts'
import { startTemporaryPostgres } from '../../scripts/local/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the superuser's connection string for the cluster that all tests share */
    postgresUrl: string
    /** `npm test` sets WHOLE_TESTS; `npm run check` tries fewer states of tables */
    isWhole: boolean
  }
}

/** Starts one cluster for a whole run, with a migrated template database for each system. */
export default async function setup(project: TestProject) {
  // Without autovacuum, because its statistics after one test would affect the query plans of the next.
  const postgres = await startTemporaryPostgres({ settings: ['max_connections=400', 'autovacuum=off'] })
  const admin = postgres.url('postgres')
  const templates = ['zaaksysteem', 'publieksportaal'] as const
  for (const name of templates) {
    await ensureDatabase(admin, name)
    await applyMigrations({ connectionString: postgres.url(name), schemaDir: `prisma/${name}` })
  }
  await insertZaaktypen(postgres.url('zaaksysteem'))
  for (const name of templates) {
    await query(postgres.url(name), PREPARE_REUSE)
    await query(admin, `alter database ${name} allow_connections false is_template true`)
  }
  project.provide('postgresUrl', admin)
  project.provide('isWhole', process.env.WHOLE_TESTS === '1')
  return () => postgres.stop()
}

/** Inserts the zaaktypen without the use case, so that the audittrail of a test begins empty. */
async function insertZaaktypen(connectionString: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('insert into team (code, naam) select code, code from unnest($1::text[]) as code', [demoTeams()])
  for (const { identificatie, gegevens } of demoZaaktypen()) {
    await client.query(
      `insert into zaaktypeversie (identificatie, versie, gegevens, geldig_vanaf, vastgelegd_op)
       values ($1, 1, $2, $3, now()) on conflict do nothing`,
      [identificatie, gegevens, DEMO_GELDIG_VANAF],
    )
  }
  await client.end()
}

async function query(connectionString: string, statements: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statements)
  await client.end()
}
