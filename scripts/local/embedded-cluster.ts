import { spawnSync } from 'node:child_process'
import { hash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { claimDirectory, isReachable, postgresMajor, SERVER_USER, temporaryRoots } from './embedded-binaries.ts'

/** `pid`: the running server, when the code is `postgres_already_running`. */
export class EmbeddedPostgresError extends Error {
  readonly code: 'postgres_already_running' | 'postgres_not_started'
  readonly pid: number | undefined

  constructor(code: EmbeddedPostgresError['code'], message: string, pid?: number) {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.code = code
    this.pid = pid
  }
}

/**
 * For root the server runs as `nobody`, which cannot enter a 0700 checkout. Then the cluster is in a temp
 * folder.
 */
export function reachableDataDir(dataDir: string): string {
  mkdirSync(dirname(dataDir), { recursive: true })
  const parent = realpathSync(dirname(dataDir))
  if (isReachable(parent)) return join(parent, basename(dataDir))

  const [root] = temporaryRoots()
  if (!root) return join(parent, basename(dataDir))
  const name = hash('sha256', join(parent, basename(dataDir)), 'hex').slice(0, 16)
  const folder = join(root, `zaakbode-${name}`)
  claimDirectory(folder)
  return join(folder, basename(dataDir))
}

/** The cluster's password, from a file beside `dataDir` that the first start creates. */
export function superuserPassword(dataDir: string): string {
  const file = join(dirname(dataDir), 'superuser-password')
  try {
    const password = randomBytes(24).toString('base64url')
    writeFileSync(file, password, { flag: 'wx', mode: 0o600 })
    return password
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(file, 'utf8')
  }
}

/**
 * Runs initdb beside `dataDir`: it writes PG_VERSION early, so an interrupted one in place would pass for
 * complete.
 */
export function createCluster({
  native,
  dataDir,
  password,
}: {
  native: string
  dataDir: string
  password: string
}): void {
  const staging = mkdtempSync(`${dataDir}.initdb-`)
  const passwordFile = `${staging}.password`
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    giveToServerUser(staging)
    giveToServerUser(passwordFile)
    const initdb = spawnSync(
      join(native, 'bin', 'initdb'),
      [
        ...[
          '--pgdata',
          staging,
          '--username=postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--no-sync',
        ],
        '--encoding=UTF8',
        // The builtin locale sorts and changes case in the same way on every platform. Versions before 17
        // have none and use the machine's.
        ...(postgresMajor(native) >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      ],
      { ...SERVER_USER, cwd: native, encoding: 'utf8', windowsHide: true },
    )
    if (initdb.status !== 0) {
      const reason = initdb.error?.message ?? initdb.stderr.trim()
      throw new EmbeddedPostgresError('postgres_not_started', `initdb failed: ${reason}`)
    }
    if (existsSync(dataDir)) rmdirSync(dataDir)
    renameSync(staging, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(staging, { recursive: true, force: true })
  }
}

function giveToServerUser(path: string): void {
  if (SERVER_USER.uid !== undefined && SERVER_USER.gid !== undefined) chownSync(path, SERVER_USER.uid, SERVER_USER.gid)
}
