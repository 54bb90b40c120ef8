import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/**
 * Runs Prisma's own schema engine, which is behind `prisma migrate`, on a database. As WebAssembly, because
 * the CLI downloads the native engine, which fails in a closed network.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  use: (engine: schemaEngine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine()
  const pool = new CatalogPool({ connectionString })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(pool))
    return await use(await schemaEngine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter))
  } finally {
    await pool.end()
  }
}

let loaded: Promise<void> | undefined

/**
 * Loads the .wasm by hand: the package's entry point imports it as a module, for which Node.js prints a
 * warning.
 */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), {
      './schema_engine_bg.js': schemaEngine as unknown as WebAssembly.ModuleImports,
    })
    schemaEngine.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
  })()
  return loaded
}

const OID_CHAR = 18
const OID_CHAR_ARRAY = 1002

/**
 * The engine reads columns of type "char" from PostgreSQL's catalog, but Prisma's adapter refuses that type.
 * This pool reports "char" as an array of "char", which the adapter accepts; CatalogAdapter reports it as
 * "char" again.
 */
class CatalogPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: of pg's overloads the adapter uses the one with a promise
  override async query(...query: any): Promise<any> {
    const result = await super.query(...(query as [string]))
    for (const field of result.fields ?? []) if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_CHAR_ARRAY
    return result
  }
}

class CatalogAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const { Character, CharacterArray } = ColumnTypeEnum
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
    }
    return adapter
  }
}

/** Returns the SQL that makes a database match `<schemaDir>/schema.prisma`; `''` when it matches. */
export async function diffSchema(options: { connectionString: string; schemaDir: string }): Promise<string> {
  const path = join(options.schemaDir, 'schema.prisma')
  const files = [{ path, content: readFileSync(path, 'utf8') }]
  const { exitCode, stdout } = await withSchemaEngine(options.connectionString, (engine) =>
    engine.diff({
      // The engine reads only the provider from these files; its adapter gives it the database.
      from: { tag: 'schemaDatasource', files, configDir: options.schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}
