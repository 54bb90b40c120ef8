import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { temporaryRoots } from './embedded-binaries.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

const folder = join(temporaryRoots()[0] as string, `zaakbode-embedded-${randomBytes(6).toString('hex')}`)
const dataDir = join(folder, 'data')
let running: EmbeddedPostgres | undefined

afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('committed data survive kill -9 of the server', async () => {
  const first = await startEmbeddedPostgres({ dataDir })
  await ensureDatabase(first.url('postgres'), 'proef')
  await query(first.url('proef'), 'create table rij (n int); insert into rij values (7)')

  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => isRunning(first.pid)).toBe(false)
  running = await startEmbeddedPostgres({ dataDir })

  expect(await query(running.url('proef'), 'select n from rij')).toEqual([{ n: 7 }])
})

test('a start waits until a taken port is free', async () => {
  await running?.stop()
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const starting = startEmbeddedPostgres({ dataDir, port })
  const isTrying = () => existsSync(join(dataDir, 'postmaster.pid'))
  await expect.poll(isTrying).toBe(true)
  await expect.poll(isTrying).toBe(false)
  other.close()
  running = await starting
  expect(running.port).toBe(port)
})

test('a second server on the same data is refused, with the pid of the first', async () => {
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'postgres_already_running',
    pid: running?.pid,
  })
})

test('a connection without the password is refused', async () => {
  const url = new URL((running as EmbeddedPostgres).url('postgres'))
  url.password = 'wrong'
  await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})
