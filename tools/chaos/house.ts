import { readdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { type Running, waitUntilReady } from '../../scripts/local/processes.ts'
import { startInstallation } from '../load/start-installation.ts'
import { startTestDnsServer } from '../servers/dns-server.ts'
import { type Api, registerWithRetries } from './publish.ts'

const PORTS = { zaaksysteem: 3941, publieksportaal: 3942 }
export const WORKER_METRICS_PORT = 3943

/**
 * The step that `stepClocks` gives each clock: the largest with which the process still takes work, in
 * different directions. The web process of the zaaksysteem has no tasks and serves with any clock.
 */
const CLOCK_STEPS_MS = { zaaksysteem: -3_600_000, publieksportaal: 25_000, worker: -25_000 }

/** Names about which the DNS server of the house never answers. */
export const SILENT_NAMES = Array.from({ length: 20 }, (_, index) => `silent-${index}.example`)

export type House = Awaited<ReturnType<typeof startHouse>>

/**
 * Starts the two systems as in production, each with its own web process, with clocks that `stepClocks` can
 * set.
 */
export async function startHouse() {
  const dns = await startTestDnsServer(Object.fromEntries(SILENT_NAMES.map((name) => [name, 'silence'])))
  const portalOrigin = `http://localhost:${PORTS.publieksportaal}`
  const installation = await startInstallation({
    port: PORTS.zaaksysteem,
    own: () => ({
      PUBLIEKSPORTAAL_URL: portalOrigin,
      ZAAKSYSTEEM_WORKER_METRICS_PORT: String(WORKER_METRICS_PORT),
      ZAAKSYSTEEM_DNS_SERVERS: dns.address,
    }),
  })
  const { origin, zaaksysteem, portal } = installation

  const withClock = (name: keyof typeof CLOCK_STEPS_MS) => ({
    NODE_OPTIONS: `--import ${pathToFileURL('tools/chaos/stepping-clock.ts')}`,
    CHAOS_CLOCK_STEP_MS: String(CLOCK_STEPS_MS[name]),
  })
  const startWeb = (system: keyof typeof PORTS) =>
    installation.start('web.ts', { ...withClock(system), SYSTEMS: system, PORT: String(PORTS[system]) })
  const processes: Record<'zaaksysteem' | 'publieksportaal' | 'worker', Running> = {
    zaaksysteem: startWeb('zaaksysteem'),
    publieksportaal: startWeb('publieksportaal'),
    worker: installation.start('worker.ts', withClock('worker')),
  }
  await waitUntilReady(origin, processes.zaaksysteem)
  await waitUntilReady(portalOrigin, processes.publieksportaal)
  await registerWithRetries(installation)
  const api: Api = { origins: [origin], token: installation.token }

  return {
    zaaksysteemOrigin: origin,
    portalOrigin,
    api,
    zaaksysteem,
    portal,
    processes,
    logFile: installation.logFile,
    /** Toggles the offset of each clock. */
    stepClocks() {
      for (const { process: child } of Object.values(processes)) child.kill('SIGUSR2')
    },
    async close(options: { keepLogs: boolean }) {
      await Promise.all(Object.values(processes).map((one) => one.stop()))
      await installation.stop(options)
      await dns.close()
    },
  }
}

/**
 * Returns the resident memory in MB and the number of open descriptors of a process, from the Linux kernel.
 */
export function usageOf({ process: child }: Running): { memoryMb: number; descriptors: number } {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  return { memoryMb: Number(kilobytes) / 1024, descriptors: readdirSync(`/proc/${child.pid}/fd`).length }
}

export function isAlive({ process: child }: Running): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** Returns rows and files of unfinished uploads, at a time when nobody uploads. */
export async function leftOfUploads({ zaaksysteem: { db, env } }: Pick<House, 'zaaksysteem'>): Promise<string[]> {
  const rows = await db.bestand.findMany({ where: { status: 'onderweg' }, select: { id: true } })
  const files = await readdir(env.ZAAKSYSTEEM_BESTANDEN_MAP, { recursive: true }).catch(() => [])
  return [...rows.map(({ id }) => `row ${id}`), ...files.filter((name) => name.endsWith('.deel'))]
}
