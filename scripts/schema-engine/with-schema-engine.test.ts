import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { cloneTestDatabase } from '#lib/platform/postgres/test-database.ts'
import { diffSchema, withSchemaEngine } from './with-schema-engine.ts'

// `applyMigrations` and Prisma's own engine must be able to continue after each other.

const filters = { externalTables: [], externalEnums: [] }
const IN_SYNC = { editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null }

let schemaDir: string
let connectionString: string

beforeEach(async () => {
  schemaDir = mkdtempSync(join(tmpdir(), 'zaakbode-schema-engine-'))
  connectionString = await createDatabase()
})

afterEach(() => rmSync(schemaDir, { recursive: true, force: true }))

async function createDatabase(): Promise<string> {
  const name = `engine_${randomBytes(6).toString('hex')}`
  await ensureDatabase(inject('postgresUrl'), name)
  return Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
}

function writeMigration(name: string, sql: string) {
  const folder = join(schemaDir, 'migrations', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
}

const migrate = () => applyMigrations({ connectionString, schemaDir })

const diagnoseByPrisma = (url: string, dir: string) =>
  withSchemaEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList: listForPrisma(dir), optInToShadowDatabase: false, filters }),
  )

const migrateByPrisma = (url: string) =>
  withSchemaEngine(url, (engine) => engine.applyMigrations({ migrationsList: listForPrisma(schemaDir), filters }))

function listForPrisma(dir: string) {
  const baseDir = join(dir, 'migrations')
  const names = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: names.map(({ name }) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test.each(['zaaksysteem', 'publieksportaal'] as const)('Prisma finds a migrated %s in sync', async (system) => {
  const database = await cloneTestDatabase(system)
  expect(await diagnoseByPrisma(database.url, `prisma/${system}`)).toEqual(IN_SYNC)
  await database.drop()
})

test('each applies the migrations that the other has not applied', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await migrateByPrisma(connectionString)
  writeMigration('2_tweede', 'create table besluit (id int)')
  expect(await migrate()).toEqual(['2_tweede'])
  writeMigration('3_derde', 'create table taak (id int)')
  expect(await migrateByPrisma(connectionString)).toEqual({ appliedMigrationNames: ['3_derde'] })
  expect(await migrate()).toEqual([])
})

test('both report the same migration as edited, and ignore line endings', async () => {
  writeMigration('1_eerste', 'create table zaak (\n  id int\n)')
  writeMigration('2_tweede', 'create table besluit (id int)')
  await migrate()
  writeMigration('1_eerste', 'create table zaak (\r\n  id int\r\n)')
  expect(await diagnoseByPrisma(connectionString, schemaDir)).toEqual(IN_SYNC)
  writeMigration('2_tweede', 'create table besluit (id int) ')
  expect(await diagnoseByPrisma(connectionString, schemaDir)).toMatchObject({ editedMigrationNames: ['2_tweede'] })
  await expect(migrate()).rejects.toMatchObject({
    code: 'migration_edited',
    message: expect.stringContaining(': 2_tweede.'),
  })
})

test('both create the same migrations table and row', async () => {
  writeMigration('1_eerste', 'create table zaak (id int)')
  await migrate()
  const other = await createDatabase()
  await migrateByPrisma(other)
  const columns = `select column_name, data_type, character_maximum_length, is_nullable, column_default
    from information_schema.columns where table_name = '_prisma_migrations' order by ordinal_position`
  expect(await query(connectionString, columns)).toEqual(await query(other, columns))
  const row = `select length(id), checksum, migration_name, logs, rolled_back_at, applied_steps_count,
    finished_at >= started_at as "in order" from _prisma_migrations`
  expect(await query(connectionString, row)).toEqual(await query(other, row))
})

test('a migration that failed in Prisma is refused until it is resolved', async () => {
  writeMigration('1_eerste', 'create table zaak (id int); drop table weg')
  await expect(migrateByPrisma(connectionString)).rejects.toThrow()
  await expect(migrate()).rejects.toMatchObject({
    code: 'migration_unfinished',
    message: expect.stringContaining('1_eerste'),
  })
  await query(connectionString, 'drop table zaak; update _prisma_migrations set rolled_back_at = now()')
  writeMigration('1_eerste', 'create table zaak (id int)')
  expect(await migrate()).toEqual(['1_eerste'])
  expect(await diagnoseByPrisma(connectionString, schemaDir)).toEqual(IN_SYNC)
})

describe.each(['zaaksysteem', 'publieksportaal'] as const)('%s', (system) => {
  let database: Awaited<ReturnType<typeof cloneTestDatabase>>

  beforeAll(async () => {
    database = await cloneTestDatabase(system)
  })

  afterAll(() => database.drop())

  test('the migrations match the schema', async () => {
    expect(await diffSchema({ connectionString: database.url, schemaDir: `prisma/${system}` })).toBe('')
  })

  test('an addition to the schema becomes SQL', async () => {
    const schemaDir = mkdtempSync(join(tmpdir(), 'zaakbode-schema-'))
    const schema = readFileSync(`prisma/${system}/schema.prisma`, 'utf8')
    writeFileSync(join(schemaDir, 'schema.prisma'), `${schema}\nmodel Nieuw {\n  id Int @id\n}\n`)
    expect(await diffSchema({ connectionString: database.url, schemaDir })).toContain('CREATE TABLE "Nieuw"')
    rmSync(schemaDir, { recursive: true })
  })
})
