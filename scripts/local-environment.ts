import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { hashToken } from '#lib/platform/bearer-token.ts'
import { ensureDatabase, startEmbeddedPostgres } from '#lib/platform/postgres/embedded.ts'
import { applyMigrations } from '#lib/platform/postgres/migrations.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { seed } from '../prisma/seed.ts'

type Secrets = Record<'signingKeys' | 'apiToken' | 'zaaksysteemAuth' | 'publieksportaalAuth' | 'bsnHashKey', string>

export type LocalEnvironment = {
  /** what every process of the two systems is started with */
  variables: Record<string, string>
  apiBase: string
  apiToken: string
  stop(): Promise<void>
}

/**
 * Everything that the two systems need on one machine: databases (migrated and seeded) and secrets of their own,
 * which lie in `dataDir` and are made at the first start.
 */
export async function startLocalEnvironment(options: {
  dataDir: string
  port: number
  settings?: string[]
}): Promise<LocalEnvironment> {
  mkdirSync(options.dataDir, { recursive: true })
  const secrets = await readSecrets(options.dataDir)
  const databases = await startDatabases(options)
  const origin = `http://localhost:${options.port}`
  const variables = {
    ...databases.variables,
    PORT: String(options.port),
    DEMO: '1',
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
    ZAAKSYSTEEM_URL: origin,
    ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.voorbeeld.example',
    ZAAKSYSTEEM_SIGNING_KEYS: secrets.signingKeys,
    ZAAKSYSTEEM_API_TOKENS: `publieksportaal=${hashToken(secrets.apiToken)}`,
    ZAAKSYSTEEM_AUTH_SECRET: secrets.zaaksysteemAuth,
    PUBLIEKSPORTAAL_URL: origin,
    PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.voorbeeld.example',
    PUBLIEKSPORTAAL_BRON_JWKS_URL: `${origin}/api/zaaksysteem/jwks.json`,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `${origin}/api/zaaksysteem/v1`,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: secrets.apiToken,
    PUBLIEKSPORTAAL_AUTH_SECRET: secrets.publieksportaalAuth,
    PUBLIEKSPORTAAL_BSN_HASH_KEY: secrets.bsnHashKey,
  }
  const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables))
  await seed(zaaksysteem)
  await zaaksysteem.db.$disconnect()
  if (!zaaksysteem.pool.ended) await zaaksysteem.pool.end()
  return {
    variables,
    apiBase: variables.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API,
    apiToken: secrets.apiToken,
    stop: databases.stop,
  }
}

/** The databases that are configured, else an embedded PostgreSQL with one for each system. */
async function startDatabases({ dataDir, settings }: { dataDir: string; settings?: string[] }) {
  const { ZAAKSYSTEEM_DATABASE_URL, PUBLIEKSPORTAAL_DATABASE_URL } = process.env
  if (ZAAKSYSTEEM_DATABASE_URL && PUBLIEKSPORTAAL_DATABASE_URL) {
    const variables = { ZAAKSYSTEEM_DATABASE_URL, PUBLIEKSPORTAAL_DATABASE_URL }
    await migrate(variables)
    return { variables, stop: async () => {} }
  }
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), settings })
  for (const name of ['zaaksysteem', 'publieksportaal']) await ensureDatabase(postgres.url('postgres'), name)
  const variables = {
    ZAAKSYSTEEM_DATABASE_URL: postgres.url('zaaksysteem'),
    PUBLIEKSPORTAAL_DATABASE_URL: postgres.url('publieksportaal'),
  }
  await migrate(variables)
  return { variables, stop: () => postgres.stop() }
}

async function migrate(urls: Record<'ZAAKSYSTEEM_DATABASE_URL' | 'PUBLIEKSPORTAAL_DATABASE_URL', string>) {
  await applyMigrations({ connectionString: urls.ZAAKSYSTEEM_DATABASE_URL, schemaDir: 'prisma/zaaksysteem' })
  await applyMigrations({ connectionString: urls.PUBLIEKSPORTAAL_DATABASE_URL, schemaDir: 'prisma/publieksportaal' })
}

async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const random = () => randomBytes(32).toString('base64url')
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = `${new Date().toISOString().slice(0, 7)}-${randomBytes(3).toString('hex')}`
  const secrets: Secrets = {
    signingKeys: JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'ES256' }] }),
    apiToken: random(),
    zaaksysteemAuth: random(),
    publieksportaalAuth: random(),
    bsnHashKey: random(),
  }
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
