import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { startTestDnsServer } from '#lib/zaaksysteem/egress/test-dns-server.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { buildWhenStale } from '../scripts/local/build.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import { type Running, startScript, waitUntilReady } from '../scripts/local/processes.ts'
import { registerPortal } from '../scripts/local/register-portal.ts'
import { type Api, HERHAALSCHEMA } from './publish.ts'

const PORTS = { zaaksysteem: 3941, publieksportaal: 3942 }
export const WORKER_METRICS_PORT = 3943

/**
 * How far `stepClocks` sets the clock of each process off: as far as it can be and still take work, in different directions.
 * The web process of the zaaksysteem has no tasks, and serves whatever its clock says.
 */
const CLOCK_STEPS_MS = { zaaksysteem: -3_600_000, publieksportaal: 25_000, worker: -25_000 }

/** Names about which the DNS server of the house never answers. */
export const SILENT_NAMES = Array.from({ length: 20 }, (_, index) => `silent-${index}.example`)

export type House = Awaited<ReturnType<typeof startHouse>>

/** The two systems as they run in production, each with a web process of its own, with clocks that `stepClocks` steps. */
export async function startHouse() {
  if (!(await buildWhenStale())) process.exit(1)
  const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-chaos-'))
  const logFile = join(dataDir, 'processes.log')
  const local = await startLocalEnvironment({ dataDir, port: PORTS.zaaksysteem })
  const dns = await startTestDnsServer(Object.fromEntries(SILENT_NAMES.map((name) => [name, 'silence'])))
  const variables = {
    ...local.variables,
    PUBLIEKSPORTAAL_URL: `http://localhost:${PORTS.publieksportaal}`,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ZAAKSYSTEEM_WORKER_METRICS_PORT: String(WORKER_METRICS_PORT),
    ZAAKSYSTEEM_DNS_SERVERS: dns.address,
    ZAAKSYSTEEM_API_TOKENS: `${local.variables.ZAAKSYSTEEM_API_TOKENS}+zaken.statussen.toevoegen`,
  }
  const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables))
  const portal = createPublieksportaalContext(readPublieksportaalEnv(variables))

  const withClock = (name: keyof typeof CLOCK_STEPS_MS) => ({
    ...variables,
    NODE_OPTIONS: `--import ${pathToFileURL('chaos/stepping-clock.ts')}`,
    CHAOS_CLOCK_STEP_MS: String(CLOCK_STEPS_MS[name]),
  })
  const startWeb = (system: keyof typeof PORTS) =>
    startScript({
      script: 'web.ts',
      variables: { ...withClock(system), SYSTEMS: system, PORT: String(PORTS[system]) },
      logFile,
    })
  const processes: Record<'zaaksysteem' | 'publieksportaal' | 'worker', Running> = {
    zaaksysteem: startWeb('zaaksysteem'),
    publieksportaal: startWeb('publieksportaal'),
    worker: startScript({ script: 'worker.ts', variables: withClock('worker'), logFile }),
  }
  await waitUntilReady(local.origin, processes.zaaksysteem)
  await waitUntilReady(variables.PUBLIEKSPORTAAL_URL, processes.publieksportaal)
  await registerPortal({ ...local, variables })
  await zaaksysteem.db.abonnement.updateMany({ data: { herhaalschema: HERHAALSCHEMA } })
  const api: Api = { origins: [local.origin], token: local.apiToken }

  return {
    zaaksysteemOrigin: local.origin,
    portalOrigin: variables.PUBLIEKSPORTAAL_URL,
    api,
    zaaksysteem,
    portal,
    processes,
    logFile,
    /** Sets the clock of each process off by its own, or right again. */
    stepClocks() {
      for (const { process: child } of Object.values(processes)) child.kill('SIGUSR2')
    },
    async close({ keepLogs }: { keepLogs: boolean }) {
      await Promise.all(Object.values(processes).map((one) => one.stop()))
      for (const system of [zaaksysteem, portal]) await system.close()
      await local.stop()
      await dns.close()
      if (keepLogs) console.log(`The logs are in ${logFile}`)
      else rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the kernel (Linux) says of a process: resident memory in MB, and how many descriptors it has open. */
export function usageOf({ process: child }: Running): { memoryMb: number; descriptors: number } {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  return { memoryMb: Number(kilobytes) / 1024, descriptors: readdirSync(`/proc/${child.pid}/fd`).length }
}

export function isAlive({ process: child }: Running): boolean {
  return child.exitCode === null && child.signalCode === null
}
