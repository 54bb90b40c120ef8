import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { applyMigrations } from './apply-migrations.ts'
import { ensureDatabase } from './ensure-database.ts'

let schemaDir: string
let connectionString: string
let client: pg.Client

beforeEach(async () => {
  schemaDir = mkdtempSync(join(tmpdir(), 'zaakbode-migrations-'))
  const name = `migrations_${randomBytes(6).toString('hex')}`
  await ensureDatabase(inject('postgresUrl'), name)
  connectionString = Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
  client = new pg.Client({ connectionString })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  rmSync(schemaDir, { recursive: true, force: true })
})

function writeMigration(name: string, sql: string) {
  const folder = join(schemaDir, 'migrations', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
}

const migrate = (options: { lockTimeoutMs?: number } = {}) =>
  applyMigrations({ connectionString, schemaDir, ...options })

async function listTables(): Promise<string[]> {
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public' order by 1")
  return rows.map(({ tablename }) => tablename)
}

test('pending migrations are applied once, in the order of their names', async () => {
  writeMigration('2_hernoemd', 'alter table zaak rename to dossier')
  writeMigration('1_eerste', 'create table zaak (id int)')
  expect(await migrate()).toEqual(['1_eerste', '2_hernoemd'])
  expect(await migrate()).toEqual([])
  writeMigration('3_weg', 'drop table dossier')
  expect(await migrate()).toEqual(['3_weg'])
})

test('two processes that migrate at once leave one complete database', async () => {
  const options = { connectionString, schemaDir: 'prisma/zaaksysteem' }
  const applied = await Promise.all([applyMigrations(options), applyMigrations(options)])
  const all = readdirSync('prisma/zaaksysteem/migrations', { withFileTypes: true }).filter((it) => it.isDirectory())
  expect(applied.flat().sort()).toEqual(all.map(({ name }) => name).sort())
})

test('a function body with semicolons arrives whole', async () => {
  writeMigration(
    '1_functie',
    "create function antwoord() returns text language plpgsql as $$ begin return 'a;b'; end; $$; select 1;",
  )
  await migrate()
  expect((await client.query('select antwoord()')).rows).toEqual([{ antwoord: 'a;b' }])
})

test('a database made by other migrations is refused and stays unchanged', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await migrate()
  await client.query(`update "_prisma_migrations" set migration_name = '0_van_vroeger'`)
  await expect(migrate()).rejects.toMatchObject({ code: 'migration_unknown' })
})

test('an edited migration is refused, and later ones are not applied', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await migrate()
  writeMigration('1_eerste', 'create table zaak (id bigint)')
  writeMigration('2_tweede', 'create table besluit (id int)')
  await expect(migrate()).rejects.toMatchObject({
    code: 'migration_edited',
    message: expect.stringContaining('1_eerste'),
  })
  expect(await listTables()).toEqual(['_prisma_migrations', 'zaak'])
})

test('a migration with other line ends is accepted', async () => {
  writeMigration('1_eerste', 'create table zaak (\n  id int\n);\n')
  writeMigration('2_tweede', 'create table besluit (\r\n  id int\r\n);\r\n')
  await migrate()
  writeMigration('1_eerste', 'create table zaak (\r\n  id int\r\n);\r\n')
  writeMigration('2_tweede', 'create table besluit (\n  id int\n);\n')
  expect(await migrate()).toEqual([])
})

test('a failing migration rolls back, and is applied once it is fixed', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  writeMigration('2_stuk', 'create table besluit (naam text); drop table weg')
  writeMigration('3_derde', 'create table taak (id int)')
  await expect(migrate()).rejects.toMatchObject({
    code: 'migration_failed',
    message: `${schemaDir}/migrations/2_stuk/migration.sql: table "weg" does not exist`,
  })
  expect(await listTables()).toEqual(['_prisma_migrations', 'zaak'])
  writeMigration('2_stuk', 'create table besluit (naam text)')
  expect(await migrate()).toEqual(['2_stuk', '3_derde'])
})

test('losing the connection between a migration and its record rolls back', async () => {
  writeMigration('1_eerste', 'create view zaak as select 1')
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(connectionString).port), '127.0.0.1')
    near.pipe(far).on('error', () => {})
    far.on('data', (chunk) =>
      chunk.includes('CREATE VIEW') ? [near, far].map((it) => it.destroy()) : near.write(chunk),
    )
  })
  const port = await listen(proxy)
  const throughProxy = Object.assign(new URL(connectionString), { port }).href
  await expect(applyMigrations({ connectionString: throughProxy, schemaDir })).rejects.toThrow('Connection terminated')
  expect(await migrate()).toEqual(['1_eerste'])
  proxy.close()
})

test('a constraint that holds only at the end of a migration fails there', async () => {
  writeMigration(
    '1_eerste',
    'create table zaak (id int unique deferrable initially deferred); insert into zaak values (7), (7)',
  )
  await expect(migrate()).rejects.toMatchObject({
    code: 'migration_failed',
    message: expect.stringContaining('zaak_id_key'),
  })
  expect(await listTables()).toEqual(['_prisma_migrations'])
})

test('a failure names the line of the file, or the function, but not the values of a row', async () => {
  writeMigration('1_eerste', "select '🏠';\nselect 1,\n  nee;\n")
  await expect(migrate()).rejects.toThrow('migration.sql:3: column "nee" does not exist')
  writeMigration('1_eerste', "do $$ begin raise 'zo niet'; end $$")
  await expect(migrate()).rejects.toThrow(/migration\.sql: zo niet\nPL\/pgSQL function .* line 1 at RAISE/)
  writeMigration(
    '1_eerste',
    "create table burger (bsn text unique); insert into burger values ('999990019'), ('999990019')",
  )
  await expect(migrate()).rejects.toThrow(/burger_bsn_key(?!.*999990019)/s)
})

test('a database with tables but no history is refused', async () => {
  await client.query('create table klant (id int)')
  writeMigration('1_eerste', 'create table zaak (id int)')
  await expect(migrate()).rejects.toMatchObject({ code: 'database_not_empty' })
  expect(await listTables()).toEqual(['klant'])
})

test('a process that waits too long for another migration gives up', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await client.query('select pg_advisory_lock(72707369)')
  await expect(migrate({ lockTimeoutMs: 20 })).rejects.toMatchObject({ code: 'migration_locked' })
})

test('a migration that waits for a long query gives up, so that others do not queue behind it', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await migrate()
  writeMigration('2_tweede', 'create table besluit (id int);\nalter table zaak add column nummer text')
  await client.query('begin; select from zaak')
  await expect(migrate({ lockTimeoutMs: 20 })).rejects.toMatchObject({
    code: 'migration_failed',
    message: expect.stringContaining('lock timeout'),
  })
  await client.query('commit')
  expect(await listTables()).toEqual(['_prisma_migrations', 'zaak'])
  expect(await migrate()).toEqual(['2_tweede'])
})
