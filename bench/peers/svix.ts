import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startEmbeddedPostgres } from '../../scripts/local/embedded-postgres.ts'
import { makeJobs } from '../delivery/job.ts'
import type { StartContestant } from './contestant.ts'
import { startRedis } from './redis.ts'
import { startProgram } from './start-program.ts'

const PORT = 3926
/** Svix opens up to a hundred connections; its compose file has PgBouncer in between. */
const POSTGRES_SETTINGS = ['max_connections=200']

const created = z.object({ id: z.string() })
/** Svix repeats the payload in its answer. */
const taken = z.object({ payload: z.object({ id: z.string() }) })

/** API and worker in one process, with Svix' own settings: the queue in Redis, the cache in memory. */
export const startSvix =
  (command: string): StartContestant =>
  async (options) => {
    const dataDir = join(options.dataDir, 'svix')
    mkdirSync(dataDir, { recursive: true })
    const postgres = await startEmbeddedPostgres({
      dataDir: join(options.dataDir, 'postgres'),
      settings: POSTGRES_SETTINGS,
    })
    const redis = await startRedis(options.dataDir)
    const env = {
      SVIX_LISTEN_ADDRESS: `127.0.0.1:${PORT}`,
      SVIX_JWT_SECRET: randomBytes(32).toString('base64url'),
      SVIX_MAIN_SECRET: randomBytes(32).toString('base64'),
      SVIX_DB_DSN: postgres.url('postgres'),
      SVIX_REDIS_DSN: `redis://127.0.0.1:${redis.port}`,
      SVIX_WHITELIST_SUBNETS: '[127.0.0.1/32]',
      SVIX_ENVIRONMENT: 'prod',
    }
    const server = await startProgram({ command, args: ['--run-migrations'], env, dataDir, port: PORT })
    const printed = execFileSync(command, ['jwt', 'generate'], { cwd: dataDir, env: { ...process.env, ...env } })
    const token = /\S+\.\S+\.\S+/.exec(printed.toString())?.[0]
    const origin = `http://127.0.0.1:${PORT}`
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }

    async function create(path: string, body: object) {
      const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`Svix answers ${response.status} to ${path}: ${await response.text()}`)
      return created.parse(await response.json()).id
    }

    const app = await create('/api/v1/app/', { name: 'bench' })
    await create(`/api/v1/app/${app}/endpoint/`, { url: options.sink })

    return {
      name: 'Svix',
      origin,
      pids: { server: server.pid, PostgreSQL: postgres.pid, Redis: redis.pid },
      accepted: 202,
      nextChange() {
        const [job] = makeJobs(1, 'bench')
        return {
          method: 'POST',
          path: `/api/v1/app/${app}/msg/`,
          headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
          body: `{"eventType":"zaakstatus.gewijzigd","payload":${job?.body}}`,
        }
      },
      eventId: (answer) => taken.parse(answer).payload.id,
      async stop() {
        await server.stop()
        await Promise.all([redis.stop(), postgres.stop()])
      },
    }
  }
