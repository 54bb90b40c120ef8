import { createECDH, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allowConnections } from '#demo/storing/allow-connections.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { API_SCOPES, readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { addBesluitbrieven } from '../../prisma/seed/add-besluitbrieven.ts'
import { seedNamens } from '../../prisma/seed/seed-namens.ts'
import { seedOudeZaken } from '../../prisma/seed/seed-oude-zaken.ts'
import { seed } from '../../prisma/seed.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { type LocalCertificate, localCertificate } from './local-ca.ts'

/** The scopes that the portal needs to receive and fetch zaken, and to report bewijzen and inzendingen. */
const PORTAL_SCOPES =
  'zaken.lezen+zaken.bsn.lezen+zaken.documenten.lezen+gebeurtenissen.lezen+bewijzen.melden+zaken.inzenden+abonnementen.beheren'

type Secrets = Record<
  | 'apiToken'
  | 'ontwikkelaarToken'
  | 'zaaksysteemAuth'
  | 'encryptionKey'
  | 'publieksportaalAuth'
  | 'publieksportaalEncryptionKey'
  | 'bsnHashKey'
  | 'vapidPrivateKey',
  string
>

export type LocalEnvironment = {
  /** the environment of every process of the two systems */
  variables: Record<string, string>
  /** address of the web process */
  origin: string
  /** only with TLS: file (PEM) of the authority that a client has to trust */
  caFile?: string
  apiBase: string
  apiToken: string
  stop(): Promise<void>
}

/**
 * Provides everything that the two systems need on one machine: migrated and seeded databases, secrets and,
 * with `https`, a certificate. All of it is in `dataDir` and made at the first start.
 */
export async function startLocalEnvironment(options: {
  dataDir: string
  port: number
  https?: boolean
  settings?: string[]
}): Promise<LocalEnvironment> {
  // Private to this user; for root PostgreSQL runs as another user, who needs access.
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 })
  const secrets = readSecrets(options.dataDir)
  const certificate = options.https
    ? await localCertificate({ dir: join(options.dataDir, 'tls'), now: new Date() })
    : undefined
  const databases = await startDatabases(options)
  const origin = `${certificate ? 'https' : 'http'}://localhost:${options.port}`
  const variables = {
    ...databases.variables,
    PORT: String(options.port),
    DEMO: '1',
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
    ZAAKSYSTEEM_URL: origin,
    ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.voorbeeld.example',
    ZAAKSYSTEEM_API_TOKENS: [
      `ontwikkelaar=${hashToken(secrets.ontwikkelaarToken)}:${API_SCOPES.join('+')}`,
      `publieksportaal=${hashToken(secrets.apiToken)}:${PORTAL_SCOPES}`,
    ].join(','),
    ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY: secrets.ontwikkelaarToken,
    SECURITY_CONTACT: 'mailto:beveiliging@voorbeeld.example',
    ZAAKSYSTEEM_BESTANDEN_MAP: join(options.dataDir, 'bestanden'),
    ZAAKSYSTEEM_FORMULIERHOSTS: 'www.example.nl',
    // Sinks of the demo are on this machine.
    ZAAKSYSTEEM_EGRESS_ADDRESSES: '127.0.0.1,::1',
    ZAAKSYSTEEM_API_CONTACT: 'api@voorbeeld.example',
    ZAAKSYSTEEM_AUTH_SECRET: secrets.zaaksysteemAuth,
    ZAAKSYSTEEM_ENCRYPTION_KEYS: `local=${secrets.encryptionKey}`,
    PUBLIEKSPORTAAL_URL: origin,
    PUBLIEKSPORTAAL_BESTANDEN_MAP: join(options.dataDir, 'portaalbestanden'),
    PUBLIEKSPORTAAL_API_CONTACT: 'api@voorbeeld.example',
    PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.voorbeeld.example',
    PUBLIEKSPORTAAL_BRON_JWKS_URL: `${origin}/api/zaaksysteem/jwks.json`,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `${origin}/api/zaaksysteem/v1`,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: secrets.apiToken,
    PUBLIEKSPORTAAL_AUTH_SECRET: secrets.publieksportaalAuth,
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `local=${secrets.publieksportaalEncryptionKey}`,
    PUBLIEKSPORTAAL_BSN_HASH_KEY: secrets.bsnHashKey,
    PUBLIEKSPORTAAL_OIDC_NAMENS: '1',
    PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '5',
    PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: secrets.vapidPrivateKey,
    PUBLIEKSPORTAAL_VAPID_SUBJECT: 'mailto:portaalbeheer@voorbeeld.example',
    ...(certificate && tlsVariables(certificate)),
  }
  try {
    await fill(createZaaksysteemContext(readZaaksysteemEnv(variables)))
  } catch (error) {
    await databases.stop()
    throw error
  }
  return {
    variables,
    origin,
    caFile: certificate?.caFile,
    apiBase: variables.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API,
    apiToken: secrets.apiToken,
    stop: databases.stop,
  }
}

/**
 * With NODE_EXTRA_CA_CERTS, read when Node.js starts, the portal's calls to the zaaksysteem trust the
 * certificate.
 */
function tlsVariables({ caFile, certFile, keyFile }: LocalCertificate) {
  return {
    TLS_CERT_FILE: certFile,
    TLS_KEY_FILE: keyFile,
    ZAAKSYSTEEM_EXTRA_CA_FILE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
  }
}

async function fill(zaaksysteem: ZaaksysteemContext) {
  try {
    const count = await seed(zaaksysteem)
    await seedNamens(zaaksysteem)
    await seedOudeZaken(zaaksysteem)
    if (count > 0) await addBesluitbrieven(zaaksysteem)
  } finally {
    await zaaksysteem.close()
  }
}

/** The databases in the environment, else an embedded PostgreSQL with one database for each system. */
async function startDatabases({ dataDir, settings }: { dataDir: string; settings?: string[] }) {
  const { ZAAKSYSTEEM_DATABASE_URL, PUBLIEKSPORTAAL_DATABASE_URL } = process.env
  if (ZAAKSYSTEEM_DATABASE_URL && PUBLIEKSPORTAAL_DATABASE_URL) {
    const variables = { ZAAKSYSTEEM_DATABASE_URL, PUBLIEKSPORTAAL_DATABASE_URL }
    await migrate(variables)
    return { variables, stop: async () => {} }
  }
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), settings })
  for (const name of ['zaaksysteem', 'publieksportaal']) {
    await ensureDatabase(postgres.url('postgres'), name)
    // A killed demo may have left connections blocked.
    await allowConnections(postgres.url('postgres'), name, true)
  }
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

function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : undefined
  const random = () => randomBytes(32).toString('base64url')
  const secrets: Secrets = {
    apiToken: random(),
    ontwikkelaarToken: random(),
    zaaksysteemAuth: random(),
    encryptionKey: randomBytes(32).toString('base64'),
    publieksportaalAuth: random(),
    publieksportaalEncryptionKey: randomBytes(32).toString('base64'),
    bsnHashKey: random(),
    vapidPrivateKey: randomVapidKey(),
    // Secrets of an earlier version stay; missing ones are added.
    ...kept,
  }
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

function randomVapidKey(): string {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  // getPrivateKey omits leading zeros
  return Buffer.concat([Buffer.alloc(32), ecdh.getPrivateKey()])
    .subarray(-32)
    .toString('base64url')
}
