import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { createPool } from '#lib/platform/postgres/create-pool.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { subscribe } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { startTestSink } from '#lib/zaaksysteem/egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { SERVER_USER, temporaryRoots } from './local/embedded-binaries.ts'

const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0
const DATABASE_OF_WEB = `import { exitOnUnfitDatabase } from './scripts/configuration.ts'; await exitOnUnfitDatabase()`

// These tests need pgbouncer and are skipped without it. require-session.test.ts tests the refusals with a
// stand-in.

let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal
let folder: string
let bouncer: ChildProcess | undefined
beforeEach(async () => {
  zaaksysteem = await createTestZaaksysteem()
  portal = await createTestPublieksportaal()
  folder = mkdtempSync(join(temporaryRoots()[0] as string, 'zaakbode-pgbouncer-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  bouncer?.kill('SIGKILL')
  await Promise.all([zaaksysteem.close(), portal.close()])
  rmSync(folder, { recursive: true, force: true })
})

/** Starts PgBouncer with its defaults. Returns the variables of both systems behind it. */
async function startBouncer(poolMode: string): Promise<Record<string, string>> {
  const { hostname, port, username, password } = new URL(inject('postgresUrl'))
  const ownPort = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${port} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = any
pool_mode = ${poolMode}
`,
  )
  chmodSync(file, 0o644)
  bouncer = spawn('pgbouncer', [file], { ...SERVER_USER, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface(bouncer.stderr as NodeJS.ReadableStream))
    if (line.includes('process up')) break
  const behind = (url: string) => Object.assign(new URL(url), { port: String(ownPort) }).href
  return {
    ...zaaksysteem.variables,
    ...portal.variables,
    ZAAKSYSTEEM_DATABASE_URL: behind(zaaksysteem.env.ZAAKSYSTEEM_DATABASE_URL),
    PUBLIEKSPORTAAL_DATABASE_URL: behind(portal.env.PUBLIEKSPORTAAL_DATABASE_URL),
  }
}

function start(args: string[], variables: Record<string, string>) {
  const env = { ...process.env, LOG_LEVEL: 'info', ...variables }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

test.skipIf(!hasPgBouncer).each(['transaction', 'statement'])(
  'behind PgBouncer in %s mode no process starts, and each reports the cause',
  async (mode) => {
    const variables = await startBouncer(mode)
    for (const args of [
      ['--input-type=module', '-e', DATABASE_OF_WEB],
      ['scripts/worker.ts'],
      ['scripts/migrate.ts'],
    ]) {
      const child = start(args, variables)
      const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
      expect(said).toContain('_DATABASE_URL: its connections share sessions')
      expect(code).toBe(1)
    }
  },
)

test.skipIf(!hasPgBouncer)(
  'behind PgBouncer in session mode a worker delivers, and advisory locks and LISTEN work',
  async () => {
    const variables = await startBouncer('session')
    const connectionString = variables.ZAAKSYSTEEM_DATABASE_URL as string
    expect(await applyMigrations({ connectionString, schemaDir: 'prisma/zaaksysteem' })).toEqual([])

    const log = createLogger('test')
    const pool = createPool(connectionString, log)
    const heard = Promise.withResolvers<string>()
    const listener = await listen({ connectionString, channels: { proef: heard.resolve }, log })
    await pool.query("select pg_notify('proef', 'gehoord')")
    expect(await heard.promise).toBe('gehoord')
    let alone = true
    await oneAtATime(pool, 1, () =>
      oneAtATime(pool, 1, async () => {
        alone = false
      }),
    )
    expect(alone).toBe(true)

    const sink = await startTestSink()
    await subscribe(zaaksysteem, sink.url)
    const worker = start(['scripts/worker.ts'], variables)
    for (let i = 0; i < 20; i++) await registerTestZaak(zaaksysteem)
    await sink.arrived(20)
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
    expect(await zaaksysteem.db.bezorging.groupBy({ by: ['status'], _count: true })).toEqual([
      { status: 'bezorgd', _count: 20 },
    ])
    await Promise.all([sink.close(), listener.close(), pool.end()])
  },
)
