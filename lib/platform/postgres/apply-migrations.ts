import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The advisory lock that `prisma migrate` takes, so that the two wait for each other. */
const ADVISORY_LOCK = 72707369
/**
 * The lock timeout of a migration and its statements: an ALTER TABLE that waits for a long query blocks every
 * query behind it.
 */
const LOCK_TIMEOUT_MS = 10_000
const LOCK_NOT_AVAILABLE = '55P03'

/** The same columns as `prisma migrate` creates. */
const CREATE_HISTORY = `
  create table "_prisma_migrations" (
    "id" varchar(36) primary key not null,
    "checksum" varchar(64) not null,
    "finished_at" timestamptz,
    "migration_name" varchar(255) not null,
    "logs" text,
    "rolled_back_at" timestamptz,
    "started_at" timestamptz not null default now(),
    "applied_steps_count" integer not null default 0
  )`

type Migration = { name: string; file: string; sql: string }

/**
 * - `database_not_empty`: tables but no history: another application's database, or the history is lost
 * - `migration_edited`: a file differs from what was applied
 * - `migration_failed`: PostgreSQL refused a file and rolled all of it back
 * - `migration_locked`: another process is migrating
 * - `migration_unknown`: none of the files made this database
 * - `migration_unfinished`: Prisma's engine recorded a start but no end, which it does outside the file's
 *   transaction
 */
class MigrationError extends Error {
  readonly code:
    | 'database_not_empty'
    | 'migration_edited'
    | 'migration_failed'
    | 'migration_locked'
    | 'migration_unfinished'
    | 'migration_unknown'

  constructor(code: MigrationError['code'], message: string) {
    super(message)
    this.name = 'MigrationError'
    this.code = code
  }
}

/**
 * Applies the pending migrations of `<schemaDir>/migrations`, each file in a transaction of its own, and
 * records them in `_prisma_migrations` like `prisma migrate deploy`, so that either continues where the other
 * stopped. Two processes at once are safe: the second waits for the first and finds nothing left to do.
 *
 * @returns the names of the migrations that this call applied
 * @throws {MigrationError}
 */
export async function applyMigrations(options: {
  connectionString: string
  schemaDir: string
  lockTimeoutMs?: number
}): Promise<string[]> {
  const migrations = readMigrations(options.schemaDir)
  const client = new pg.Client({ connectionString: options.connectionString })
  // A lost connection rejects the running query. Without a listener the error event would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set lock_timeout = ${options.lockTimeoutMs ?? LOCK_TIMEOUT_MS}`)
    await lock(client)
    const pending = await findPending(client, migrations)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    // The end of the connection releases the lock and rolls back an open transaction.
    await client.end()
  }
}

function readMigrations(schemaDir: string): Migration[] {
  const folder = join(schemaDir, 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = join(folder, name, 'migration.sql')
      return { name, file, sql: readFileSync(file, 'utf8') }
    })
}

async function lock(client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    throw new MigrationError('migration_locked', 'Another process migrates this database. Run this again afterwards.')
  }
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const history = await readHistory(client)
  const unfinished = history.filter(({ finished }) => !finished)
  if (unfinished.length > 0) {
    throw new MigrationError(
      'migration_unfinished',
      `Prisma's engine did not finish ${listNames(unfinished)}. Put the database right by hand, then set of its row in ` +
        '_prisma_migrations either finished_at (all of it is there) or rolled_back_at (none of it is).',
    )
  }
  const checksums = new Map(history.map(({ name, checksum }) => [name, checksum]))
  if (history.length > 0 && !migrations.some(({ name }) => checksums.has(name))) {
    throw new MigrationError(
      'migration_unknown',
      'The database was made by other migrations, such as those before 1.0, which became one. Begin with an empty one; ' +
        'that of the demo is emptied by "npm run demo -- --reset".',
    )
  }
  const edited = migrations.filter(({ name, sql }) => {
    const checksum = checksums.get(name)
    return checksum !== undefined && !possibleChecksums(sql).includes(checksum)
  })
  if (edited.length > 0) {
    throw new MigrationError(
      'migration_edited',
      `Changed after it was applied: ${listNames(edited)}. Add a new migration instead.`,
    )
  }
  return migrations.filter(({ name }) => !checksums.has(name))
}

async function readHistory(client: pg.Client): Promise<{ name: string; checksum: string; finished: boolean }[]> {
  const { rows } = await client.query(
    `select to_regclass('_prisma_migrations') is not null as "hasHistory",
            exists (select from pg_tables where schemaname = current_schema()) as "hasTables"`,
  )
  const { hasHistory, hasTables } = rows[0]
  if (!hasHistory && hasTables) {
    throw new MigrationError(
      'database_not_empty',
      'The database has tables but no _prisma_migrations: is it the right one?',
    )
  }
  if (!hasHistory) await client.query(CREATE_HISTORY)
  const history = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
     from "_prisma_migrations" where rolled_back_at is null`,
  )
  return history.rows
}

async function apply(client: pg.Client, { name, file, sql }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    )
    await client.query('commit')
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    // Leaves out `detail`, which quotes the values of a row.
    const { message, position, where } = error
    const place = position ? `${file}:${lineAt(sql, Number(position))}` : file
    throw new MigrationError('migration_failed', `${place}: ${message}${where ? `\n${where}` : ''}`)
  }
}

/** `position` counts characters from 1, as PostgreSQL does; hence Array.from, which splits by code point. */
function lineAt(sql: string, position: number): number {
  return Array.from(sql)
    .slice(0, position - 1)
    .join('')
    .split('\n').length
}

/** Accepts other line ends, which Git may check out, as `prisma migrate` does. */
function possibleChecksums(sql: string): string[] {
  const withLf = sql.replaceAll('\r\n', '\n')
  return [sql, withLf, withLf.replaceAll('\n', '\r\n')].map(sha256)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function listNames(things: { name: string }[]): string {
  return things.map(({ name }) => name).join(', ')
}
