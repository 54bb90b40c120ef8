import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withSchemaEngine } from './with-schema-engine.ts'

/** The SQL that makes a database match `<schemaDir>/schema.prisma`; `''` when it does already. */
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
