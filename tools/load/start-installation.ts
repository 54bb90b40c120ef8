import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '#lib/platform/logger.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { buildWhenStale } from '../../scripts/local/build.ts'
import { type LocalEnvironment, startLocalEnvironment } from '../../scripts/local/local-environment.ts'
import { type Running, startScript } from '../../scripts/local/processes.ts'

type Variables = Record<string, string>

/**
 * Prepares both systems with the demo data, built for production, in a folder of their own; `start` starts a
 * process. Exits when the build fails.
 *
 * @param options.own variables besides those of every local environment
 */
export async function startInstallation(options: { port: number; own?: (local: LocalEnvironment) => Variables }) {
  if (!(await buildWhenStale())) process.exit(1)
  const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-load-'))
  const logFile = join(dataDir, 'processes.log')
  const local = await startLocalEnvironment({ dataDir, port: options.port })
  const variables: Variables = {
    ...local.variables,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ...options.own?.(local),
  }
  const log = createLogger('load', process.stdout, 'warn')
  const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables), { log })
  const portal = createPublieksportaalContext(readPublieksportaalEnv(variables), { log })
  return {
    ...local,
    variables,
    logFile,
    /** the token of an API client with every scope */
    token: local.variables.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY as string,
    zaaksysteem,
    portal,
    start: (script: string, more?: Variables): Running =>
      startScript({ script, variables: { ...variables, ...more }, logFile }),
    async stop({ keepLogs = false } = {}) {
      for (const system of [zaaksysteem, portal]) await system.close()
      await local.stop()
      if (keepLogs) console.log(`The logs are in ${logFile}`)
      else rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
