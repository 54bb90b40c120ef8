import { hasSystem, type System } from '#lib/platform/env.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { requireSession } from '#lib/platform/postgres/require-session.ts'

const DATABASE_URLS: Record<System, string | undefined> = {
  zaaksysteem: process.env.ZAAKSYSTEEM_DATABASE_URL,
  publieksportaal: process.env.PUBLIEKSPORTAAL_DATABASE_URL,
}

for (const system of Object.keys(DATABASE_URLS) as System[]) {
  if (!hasSystem(system)) continue
  const connectionString = DATABASE_URLS[system]
  const variable = `${system.toUpperCase()}_DATABASE_URL`
  if (!connectionString) fail(`${variable} is not set.`)
  await requireSession({ variable, connectionString }).catch((error: Error) => fail(error.message))
  const applied = await applyMigrations({ connectionString, schemaDir: `prisma/${system}` })
  console.log(`${system}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}`)
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
