import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { API_SCOPES, readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { storeDemoZaaktypen } from '../../prisma/seed/demo-zaaktypen.ts'
import { startTemporaryPostgres } from './embedded-postgres.ts'

type Postgres = { url(database: string): string }

type Options = { client: string; token?: string; bestanden?: string; log?: Logger }

/**
 * Creates a zaaksysteem on a new database, with the demo's zaaktypen. Its sinks may be on loopback.
 *
 * @param options.client API client with all scopes
 */
export async function createFreshZaaksysteem(postgres: Postgres, name: string, options: Options) {
  const { client, token = randomBytes(32).toString('base64url'), bestanden, log } = options
  await ensureDatabase(postgres.url('postgres'), name)
  await applyMigrations({ connectionString: postgres.url(name), schemaDir: 'prisma/zaaksysteem' })
  const ctx = createZaaksysteemContext(
    readZaaksysteemEnv({
      ZAAKSYSTEEM_DATABASE_URL: postgres.url(name),
      ZAAKSYSTEEM_URL: 'http://localhost:3000',
      ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.test',
      ZAAKSYSTEEM_API_TOKENS: `${client}=${hashToken(token)}:${API_SCOPES.join('+')}`,
      ZAAKSYSTEEM_AUTH_SECRET: randomBytes(32).toString('base64url'),
      ZAAKSYSTEEM_ENCRYPTION_KEYS: `proef-1=${randomBytes(32).toString('base64')}`,
      ZAAKSYSTEEM_BESTANDEN_MAP: bestanden,
      ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
      DEMO: '1',
    }),
    { log },
  )
  await storeDemoZaaktypen(ctx)
  return ctx
}

/** Starts a fresh zaaksysteem with its own PostgreSQL. */
export async function startTemporaryZaaksysteem(client: string) {
  const postgres = await startTemporaryPostgres()
  const bestanden = await mkdtemp(join(tmpdir(), 'bestanden-'))
  const token = randomBytes(32).toString('base64url')
  const ctx = await createFreshZaaksysteem(postgres, 'zaaksysteem', { client, token, bestanden })
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
