import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withSchemaEngine } from './with-schema-engine.ts'

/** The SQL that turns a database into what `<schemaDir>/schema.prisma` says, or `''` when it is that already. */
export async function diffSchema(options: { connectionString: string; schemaDir: string }): Promise<string> {
  const path = join(options.schemaDir, 'schema.prisma')
  const files = [{ path, content: readFileSync(path, 'utf8') }]
  const { exitCode, stdout } = await withSchemaEngine(options.connectionString, (engine) =>
    engine.diff({
      // The engine takes the kind of database from these files, and the database itself from its adapter.
      from: { tag: 'schemaDatasource', files, configDir: options.schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}
