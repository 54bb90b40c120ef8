import type { Wait } from '#lib/platform/clock.ts'
import { ConfigurationError, hasSystem, type System } from '#lib/platform/env.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
import { requireSession } from '#lib/platform/postgres/require-session.ts'
import { untilAnswered } from '#lib/platform/postgres/until-answered.ts'
import { readTransport } from '#lib/platform/web-server/read-transport.ts'
import { requireBsnKeys } from '#lib/publieksportaal/burger/require-bsn-keys.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { publieksportaalEnv, readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { requireEncryptionKeys as requirePortalKeys } from '#lib/publieksportaal/upkeep/require-encryption-keys.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv, zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { requireEncryptionKeys as requireZaaksysteemKeys } from '#lib/zaaksysteem/upkeep/require-encryption-keys.ts'

/** When the configuration is invalid, logs the problems of all enabled systems at once and exits. */
export function exitOnBadConfiguration(): void {
  const problems: string[] = []
  const check = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      problems.push(...error.problems)
    }
  }
  // `hasSystem` would throw on any problem in the shared variables.
  const isNamed = (system: System) => (process.env.SYSTEMS ?? system).includes(system)
  check(() => isNamed('zaaksysteem') && readZaaksysteemEnv(process.env))
  check(() => isNamed('publieksportaal') && readPublieksportaalEnv(process.env))
  check(() => readTransport(process.env))
  if (problems.length > 0) failToStart(new ConfigurationError([...new Set(problems)]))
}

/** Returns the port of the demo. Exits with a readable text when other machines can reach its address. */
export function demoPort(): number {
  try {
    return readTransport({ ...process.env, DEMO: '1' }).listen.port
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Exits when a database fails, or holds a secret whose encryption key is not configured. */
export async function exitOnUnfitDatabase(): Promise<void> {
  try {
    // New contexts: those of the process belong to Next.js, which loads their modules again.
    await Promise.all([
      hasSystem('zaaksysteem') && using(createZaaksysteemContext(zaaksysteemEnv()), requireZaaksysteemDatabase),
      hasSystem('publieksportaal') && using(createPublieksportaalContext(publieksportaalEnv()), requirePortalDatabase),
    ])
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    failToStart(error)
  }
}

export async function requireZaaksysteemDatabase(ctx: ZaaksysteemContext, signal?: AbortSignal): Promise<void> {
  await requireSessions(ctx, { variable: 'ZAAKSYSTEEM_DATABASE_URL', url: ctx.env.ZAAKSYSTEEM_DATABASE_URL, signal })
  await requireZaaksysteemKeys(ctx, signal)
}

async function requirePortalDatabase(ctx: PublieksportaalContext): Promise<void> {
  await requireSessions(ctx, { variable: 'PUBLIEKSPORTAAL_DATABASE_URL', url: ctx.env.PUBLIEKSPORTAAL_DATABASE_URL })
  await requirePortalKeys(ctx)
  await requireBsnKeys(ctx)
}

async function requireSessions(
  ctx: { log: Logger; wait: Wait },
  { variable, url, signal }: { variable: string; url: string; signal?: AbortSignal },
) {
  const ask = () => requireSession({ variable, connectionString: url })
  const meanwhile = 'It cannot be seen yet whether the database gives sessions; trying again'
  await untilAnswered(ctx, { ask, meanwhile, signal })
}

async function using<Context extends { close(): Promise<void> }>(ctx: Context, use: (ctx: Context) => Promise<void>) {
  await use(ctx).finally(ctx.close)
}

/** Logs why a process cannot start, and exits. */
export function failToStart(err: unknown): never {
  const reason = err instanceof ConfigurationError ? err.problems : undefined
  // With a level of its own, because LOG_LEVEL may be among the problems.
  createLogger('start', process.stderr, 'error').error({ err, reason }, 'The process cannot start')
  process.exit(1)
}
