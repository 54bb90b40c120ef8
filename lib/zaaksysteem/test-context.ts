import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock, Wait } from '#lib/platform/clock.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { cloneTestDatabase } from '#lib/platform/postgres/test-database.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from './context.ts'
import { readZaaksysteemEnv } from './env.ts'

export type TestZaaksysteem = ZaaksysteemContext & {
  /** token of the API client `publieksportaal` */
  apiToken: string
  /** environment variables to start a process on the same database */
  variables: Record<string, string>
}

/** The scopes that a portal needs. */
export const PORTAL_SCOPES =
  'zaken.lezen+zaken.bsn.lezen+gebeurtenissen.lezen+bewijzen.melden+zaken.inzenden+abonnementen.beheren'

/** A zaaksysteem with an empty database and keys of its own. */
export async function createTestZaaksysteem(
  options: {
    clock?: Clock
    wait?: Wait
    log?: Logger
    env?: Record<string, string>
    scopes?: string
    /** passed to `cloneTestDatabase` */
    isNew?: boolean
  } = {},
): Promise<TestZaaksysteem> {
  const database = await cloneTestDatabase('zaaksysteem', options)
  const apiToken = testSecret()
  const bestanden = join(tmpdir(), `zaakbode-${randomUUID()}`)
  const variables = {
    ZAAKSYSTEEM_DATABASE_URL: database.url,
    ZAAKSYSTEEM_URL: 'http://localhost:3000',
    ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.test',
    ZAAKSYSTEEM_API_TOKENS: `publieksportaal=${hashToken(apiToken)}:${options.scopes ?? PORTAL_SCOPES}`,
    ZAAKSYSTEEM_AUTH_SECRET: testSecret(),
    ZAAKSYSTEEM_ENCRYPTION_KEYS: `test-1=${randomBytes(32).toString('base64')}`,
    ZAAKSYSTEEM_BESTANDEN_MAP: bestanden,
    ZAAKSYSTEEM_FORMULIERHOSTS: 'www.example.nl,gemeente.example',
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
    DEMO: '1',
    ...options.env,
  }
  const context = createZaaksysteemContext(readZaaksysteemEnv(variables), options)
  return {
    ...context,
    apiToken,
    variables,
    async close() {
      await context.close()
      await database.drop()
      await rm(bestanden, { recursive: true, force: true })
    },
  }
}

/** Like `createTestZaaksysteem`, for all tests of a file: closed after the last one. */
export async function openTestZaaksysteem(
  options?: Parameters<typeof createTestZaaksysteem>[0],
): Promise<TestZaaksysteem> {
  const ctx = await createTestZaaksysteem(options)
  afterAll(() => ctx.close())
  return ctx
}
