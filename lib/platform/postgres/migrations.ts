import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const NO_FILTERS = { externalTables: [], externalEnums: [] }

/** A migration that the database refused, or one that changed after it was applied. */
export class MigrationError extends Error {
  readonly code: 'migration_failed' | 'migration_edited'

  constructor(code: MigrationError['code'], message: string) {
    super(message)
    this.name = 'MigrationError'
    this.code = code
  }
}

/**
 * Applies what is not yet applied of `<schemaDir>/migrations` and records it in `_prisma_migrations`, as
 * `prisma migrate deploy` does, with the same engine but without its download. Two at once are safe: the engine holds
 * an advisory lock.
 *
 * The engine leaves a 10 s timer behind: a script ends with `process.exit`.
 *
 * @returns the names of the migrations applied just now
 * @throws {MigrationError} with the engine's message
 */
export async function applyMigrations(options: { connectionString: string; schemaDir: string }): Promise<string[]> {
  const migrationsList = readMigrations(options.schemaDir)
  return withEngine(options, async (engine) => {
    const { editedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    })
    if (editedMigrationNames.length > 0) {
      const names = editedMigrationNames.join(', ')
      throw new MigrationError(
        'migration_edited',
        `Changed after it was applied: ${names}. Add a new migration instead.`,
      )
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })
    return appliedMigrationNames
  })
}

/**
 * The SQL that is missing between `<schemaDir>/migrations` and `<schemaDir>/schema.prisma`, or `''` when none is.
 *
 * @param options.connectionString - a database whose user may create databases: the migrations so far are replayed in a
 *   scratch database, which is dropped again; this one itself stays untouched
 */
export async function diffMigration(options: { connectionString: string; schemaDir: string }): Promise<string> {
  const migrationsList = readMigrations(options.schemaDir)
  const isFirst = migrationsList.migrationDirectories.length === 0
  return withEngine(options, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: isFirst ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', files: readSchema(options.schemaDir) },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    })
    return exitCode === 0 ? '' : (stdout ?? '')
  })
}

function readSchema(schemaDir: string): { path: string; content: string }[] {
  const path = join(resolve(schemaDir), 'schema.prisma')
  return [{ path, content: readFileSync(path, 'utf8') }]
}

function readMigrations(schemaDir: string): schemaEngine.MigrationList {
  const baseDir = join(resolve(schemaDir), 'migrations')
  const lockfile = join(baseDir, 'migration_lock.toml')
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function withEngine<T>(
  options: { connectionString: string; schemaDir: string },
  use: (engine: schemaEngine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine()
  const factory = new MigrationAdapterFactory(options.connectionString)
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const datamodels = readSchema(options.schemaDir).map(({ path, content }): [string, string] => [path, content])
  try {
    return await use(await schemaEngine.SchemaEngine.new({ datamodels }, () => {}, adapter))
  } catch (error) {
    if (error instanceof MigrationError) throw error
    throw new MigrationError('migration_failed', error instanceof Error ? error.message : String(error))
  } finally {
    await factory.end()
  }
}

let engineLoaded: Promise<void> | undefined

/** The package's own entry point imports the .wasm as a module, which Node 20 cannot. */
function loadEngine(): Promise<void> {
  engineLoaded ??= (async () => {
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), {
      './schema_engine_bg.js': schemaEngine as unknown as WebAssembly.ModuleImports,
    })
    schemaEngine.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
  })()
  return engineLoaded
}

/**
 * Prisma's adapter with three repairs for migrations: its `executeScript` splits at every `;`, also inside a function
 * body or a string; it drops a shadow database while still connected to it; and it does not know the type "char" of
 * PostgreSQL's own catalog.
 */
class MigrationAdapterFactory extends PrismaPg {
  readonly #connectionString: string
  readonly #pools: pg.Pool[] = []
  readonly #main: pg.Pool

  constructor(connectionString: string) {
    const main = new CatalogPool({ connectionString })
    super(main)
    this.#connectionString = connectionString
    this.#main = main
    this.#pools.push(main)
  }

  override async connect() {
    return withRepairs(await super.connect(), this.#main)
  }

  override async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    await this.#main.query(`create database ${pg.escapeIdentifier(name)}`)
    const url = new URL(this.#connectionString)
    url.pathname = name
    const pool = new CatalogPool({ connectionString: url.href })
    this.#pools.push(pool)
    const adapter = withRepairs(await new PrismaPg(pool).connect(), pool)
    adapter.dispose = async () => {
      await pool.end()
      await this.#main.query(`drop database ${pg.escapeIdentifier(name)} with (force)`)
    }
    return adapter
  }

  async end(): Promise<void> {
    await Promise.all(this.#pools.filter((pool) => !pool.ended).map((pool) => pool.end()))
  }
}

const OID_CHAR = 18
const OID_CHAR_ARRAY = 1002

/** Gives "char" columns a type that the adapter lets through; `withRepairs` then corrects it for the engine. */
class CatalogPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg has a dozen overloads; the adapter uses the one with a promise
  override async query(...query: any): Promise<any> {
    const result = await super.query(...(query as [string]))
    for (const field of result.fields ?? []) if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_CHAR_ARRAY
    return result
  }
}

function withRepairs<Adapter extends SqlDriverAdapter>(adapter: Adapter, pool: pg.Pool): Adapter {
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const { Character, CharacterArray } = ColumnTypeEnum
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
  }
  return adapter
}
