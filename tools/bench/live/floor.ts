import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { Agent, request } from 'undici'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'

/** Creates the database of the floor, on the server of another database. */
async function floorDatabase(besides: string): Promise<string> {
  await ensureDatabase(besides, 'floor')
  return Object.assign(new URL(besides), { pathname: 'floor' }).href
}

/** Starts the minimum of any receiver on PostgreSQL: bare node:http that commits one row for each POST. */
export async function startFloorServer(besides: string) {
  const connectionString = await floorDatabase(besides)
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('create table if not exists ontvangst (body text)')
  await client.end()
  const server = spawn(process.execPath, ['tools/bench/live/floor-server.ts'], {
    env: { ...process.env, FLOOR_DATABASE_URL: connectionString } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [port] = await once(server, 'message')
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: server.pid as number,
    async stop() {
      const exited = once(server, 'exit')
      server.disconnect()
      await exited
    },
  }
}

/** The minimum of any sender on PostgreSQL: commit at the sender, POST, commit at the receiver, 204. */
type Floor = { once(body: string): Promise<{ totalMs: number; afterCommitMs: number }>; stop(): Promise<void> }

export async function startFloor(besides: string): Promise<Floor> {
  const pool = new pg.Pool({ connectionString: await floorDatabase(besides), max: 10 })
  await pool.query('create table if not exists verzending (body text)')
  const server = await startFloorServer(besides)
  const dispatcher = new Agent({ connections: 32 })
  return {
    async once(body) {
      const start = performance.now()
      await pool.query('insert into verzending (body) values ($1)', [body])
      const committed = performance.now()
      const response = await request(server.origin, { method: 'POST', body, dispatcher })
      await response.body.dump()
      const end = performance.now()
      return { totalMs: end - start, afterCommitMs: end - committed }
    },
    async stop() {
      await server.stop()
      await dispatcher.close()
      await pool.end()
    },
  }
}
