import { ConfigurationError, type System } from '#lib/platform/env.ts'
import { readTransport } from '#lib/platform/http/read-transport.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'

/** When the configuration is invalid, prints the problems of all enabled systems at once and ends the process. */
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
  if (problems.length === 0) return
  console.error(new ConfigurationError([...new Set(problems)]).message)
  process.exit(1)
}
