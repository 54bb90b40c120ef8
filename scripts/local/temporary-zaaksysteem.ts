import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { API_SCOPES, readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { storeDemoZaaktypen } from '../../prisma/seed/demo-zaaktypen.ts'
import { startTemporaryPostgres } from './embedded-postgres.ts'

/**
 * A zaaksysteem with a PostgreSQL of its own and the zaaktypen of the demo, whose sinks may be on loopback.
 *
 * @param client whose token may do everything
 */
export async function startTemporaryZaaksysteem(client: string) {
  const postgres = await startTemporaryPostgres()
  await ensureDatabase(postgres.url('postgres'), 'zaaksysteem')
  await applyMigrations({ connectionString: postgres.url('zaaksysteem'), schemaDir: 'prisma/zaaksysteem' })
  const bestanden = await mkdtemp(join(tmpdir(), 'bestanden-'))
  const token = randomBytes(32).toString('base64url')
  const ctx = createZaaksysteemContext(
    readZaaksysteemEnv({
      ZAAKSYSTEEM_DATABASE_URL: postgres.url('zaaksysteem'),
      ZAAKSYSTEEM_URL: 'http://localhost:3000',
      ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.test',
      ZAAKSYSTEEM_API_TOKENS: `${client}=${hashToken(token)}:${API_SCOPES.join('+')}`,
      ZAAKSYSTEEM_AUTH_SECRET: randomBytes(32).toString('base64url'),
      ZAAKSYSTEEM_ENCRYPTION_KEYS: `proef-1=${randomBytes(32).toString('base64')}`,
      ZAAKSYSTEEM_BESTANDEN_MAP: bestanden,
      ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
      DEMO: '1',
    }),
  )
  await storeDemoZaaktypen(ctx)
  return {
    ctx,
    token,
    async close() {
      await ctx.close()
      await postgres.stop()
      await rm(bestanden, { recursive: true, force: true })
    },
  }
}
