import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { startTemporaryPostgres } from '../scripts/local/embedded-postgres.ts'
import { diffSchema } from '../scripts/schema-engine/with-schema-engine.ts'

const [system, name] = process.argv.slice(2)
if (!['zaaksysteem', 'publieksportaal'].includes(system ?? '') || !/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Usage: npm run db:create-migration -- <zaaksysteem|publieksportaal> <name_in_snake_case>')
  process.exit(1)
}

const schemaDir = `prisma/${system}`
const postgres = await startTemporaryPostgres()
const scratch = { connectionString: postgres.url('postgres'), schemaDir }
await applyMigrations(scratch)
const sql = await diffSchema(scratch)
await postgres.stop()
if (!sql.trim()) {
  console.log('The schema holds nothing that the migrations do not have yet.')
  process.exit(0)
}
const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(schemaDir, 'migrations', `${timestamp}_${name}`)
mkdirSync(folder)
writeFileSync(join(folder, 'migration.sql'), sql)
console.log(`Written: ${folder}/migration.sql`)
