import { ConfigurationError, hasSystem, type System } from '#lib/platform/env.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { readTransport } from '#lib/platform/web-server/read-transport.ts'
import { requireEncryptionKeys as requirePortalKeys } from '#lib/publieksportaal/bron/require-encryption-keys.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { publieksportaalEnv, readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv, zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { requireEncryptionKeys as requireZaaksysteemKeys } from '#lib/zaaksysteem/upkeep/require-encryption-keys.ts'

/** When the configuration is invalid, logs the problems of all enabled systems at once and ends the process. */
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
  // Not hasSystem, which throws when anything that both systems share is wrong.
  const isNamed = (system: System) => (process.env.SYSTEMS ?? system).includes(system)
  check(() => isNamed('zaaksysteem') && readZaaksysteemEnv(process.env))
  check(() => isNamed('publieksportaal') && readPublieksportaalEnv(process.env))
  check(() => readTransport(process.env))
  if (problems.length > 0) failToStart(new ConfigurationError([...new Set(problems)]))
}

/** The port of the demo. Ends the process, with a text for a person, when others could reach where it should listen. */
export function demoPort(): number {
  try {
    return readTransport({ ...process.env, DEMO: '1' }).listen.port
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Ends the process when a secret in a database needs an encryption key that is not configured. */
export async function exitOnMissingKeys(): Promise<void> {
  try {
    // Contexts of their own: those of the process belong to Next.js, which loads their modules again.
    await Promise.all([
      hasSystem('zaaksysteem') && using(createZaaksysteemContext(zaaksysteemEnv()), requireZaaksysteemKeys),
      hasSystem('publieksportaal') && using(createPublieksportaalContext(publieksportaalEnv()), requirePortalKeys),
    ])
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    failToStart(error)
  }
}

async function using<Context extends { close(): Promise<void> }>(ctx: Context, use: (ctx: Context) => Promise<void>) {
  await use(ctx).finally(ctx.close)
}

/** Logs why a process cannot start, and ends it. */
export function failToStart(err: unknown): never {
  const reason = err instanceof ConfigurationError ? err.problems : undefined
  // With a level of its own, because LOG_LEVEL may be among the problems.
  createLogger('start', process.stderr, 'error').error({ err, reason }, 'The process cannot start')
  process.exit(1)
}
