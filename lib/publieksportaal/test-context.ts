import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock, Wait } from '#lib/platform/clock.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { cloneTestDatabase } from '#lib/platform/postgres/test-database.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from './context.ts'
import { readPublieksportaalEnv } from './env.ts'

export type TestPublieksportaal = PublieksportaalContext & {
  /** its environment, to start a process or a second context on the same database */
  variables: Record<string, string>
}

/** Creates a publieksportaal on an empty database of its own, with keys of its own. */
export async function createTestPublieksportaal(
  options: {
    clock?: Clock
    wait?: Wait
    log?: Logger
    env?: Record<string, string>
    /** its database: see `cloneTestDatabase` */
    isNew?: boolean
  } = {},
): Promise<TestPublieksportaal> {
  const database = await cloneTestDatabase('publieksportaal', options)
  const bestanden = join(tmpdir(), `zaakbode-${randomUUID()}`)
  const variables = {
    PUBLIEKSPORTAAL_DATABASE_URL: database.url,
    PUBLIEKSPORTAAL_URL: 'http://localhost:3000',
    PUBLIEKSPORTAAL_BSN_HASH_KEY: testSecret(),
    PUBLIEKSPORTAAL_AUTH_SECRET: testSecret(),
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `test-1=${randomBytes(32).toString('base64')}`,
    PUBLIEKSPORTAAL_BESTANDEN_MAP: bestanden,
    PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.test',
    PUBLIEKSPORTAAL_BRON_JWKS_URL: 'http://localhost:3000/api/zaaksysteem/jwks.json',
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: 'http://localhost:3000/api/zaaksysteem/v1',
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: testSecret(),
    DEMO: '1',
    ...options.env,
  }
  const context = createPublieksportaalContext(readPublieksportaalEnv(variables), options)
  return {
    ...context,
    variables,
    async close() {
      await context.close()
      await database.drop()
      await rm(bestanden, { recursive: true, force: true })
    },
  }
}

/** Creates one for all tests of a file, and closes it after the last one. */
export async function openTestPublieksportaal(
  options?: Parameters<typeof createTestPublieksportaal>[0],
): Promise<TestPublieksportaal> {
  const ctx = await createTestPublieksportaal(options)
  afterAll(() => ctx.close())
  return ctx
}
