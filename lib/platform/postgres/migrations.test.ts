import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ensureDatabase } from './ensure-database.ts'
import { applyMigrations, diffMigration } from './migrations.ts'

const folder = mkdtempSync(join(tmpdir(), 'zaakbode-migrations-'))
const schemaDir = join(folder, 'zaaksysteem')
let connectionString: string

beforeAll(async () => {
  cpSync('prisma/zaaksysteem', schemaDir, { recursive: true })
  const name = `migrations_${randomBytes(6).toString('hex')}`
  await ensureDatabase(inject('postgresUrl'), name)
  connectionString = Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const system of ['zaaksysteem', 'publieksportaal']) {
  test(`the migrations of the ${system} hold all that its schema says`, async () => {
    expect(await diffMigration({ connectionString, schemaDir: `prisma/${system}` })).toBe('')
  })
}

test('two that migrate at once leave one complete database, and a third has nothing to do', async () => {
  const all = readdirSync(join(schemaDir, 'migrations'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const applied = await Promise.all([1, 2].map(() => applyMigrations({ connectionString, schemaDir })))
  expect(applied.flat().sort()).toEqual(all.map(({ name }) => name).sort())
  expect(await applyMigrations({ connectionString, schemaDir })).toEqual([])
})

test('a function body with semicolons arrives whole', async () => {
  const migration = join(schemaDir, 'migrations', '20990101000000_functie')
  mkdirSync(migration)
  writeFileSync(
    join(migration, 'migration.sql'),
    "create function antwoord() returns text language plpgsql as $$ begin return 'a;b'; end; $$;",
  )
  await applyMigrations({ connectionString, schemaDir })
  const client = new pg.Client({ connectionString })
  await client.connect()
  expect((await client.query('select antwoord()')).rows).toEqual([{ antwoord: 'a;b' }])
  await client.end()
})

test('a migration that was edited after it was applied is refused', async () => {
  writeFileSync(join(schemaDir, 'migrations', '20990101000000_functie', 'migration.sql'), 'select 1;')
  await expect(applyMigrations({ connectionString, schemaDir })).rejects.toMatchObject({ code: 'migration_edited' })
})
