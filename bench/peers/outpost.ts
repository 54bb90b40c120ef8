import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startEmbeddedPostgres } from '../../scripts/local/embedded-postgres.ts'
import { type Job, makeJobs } from '../delivery/job.ts'
import type { StartContestant } from './contestant.ts'
import { startRabbitmq } from './rabbitmq.ts'
import { startRedis } from './redis.ts'
import { startProgram } from './start-program.ts'

const PORT = 3927
const TENANT = 'bench'
const TOPIC = 'zaakstatus.gewijzigd'
/** Outpost's own load tests set this; its default of one at a time is for trying it out. */
const AT_ONCE = '100'

const taken = z.object({ id: z.string() })

/** All three services in one process, entities in Redis, queues in RabbitMQ and the log in PostgreSQL. */
export const startOutpost = (command: string): StartContestant =>
  async function start(options) {
    const dataDir = join(options.dataDir, 'outpost')
    mkdirSync(dataDir, { recursive: true })
    const postgres = await startEmbeddedPostgres({ dataDir: join(options.dataDir, 'postgres') })
    const redis = await startRedis(options.dataDir)
    const rabbitmq = await startRabbitmq(options.dataDir)
    const apiKey = randomBytes(32).toString('base64url')
    const env = {
      API_PORT: String(PORT),
      API_KEY: apiKey,
      API_JWT_SECRET: randomBytes(32).toString('base64url'),
      AES_ENCRYPTION_SECRET: randomBytes(16).toString('hex'),
      TOPICS: TOPIC,
      REDIS_HOST: '127.0.0.1',
      REDIS_PORT: String(redis.port),
      RABBITMQ_SERVER_URL: rabbitmq.url,
      POSTGRES_URL: `${postgres.url('postgres')}?sslmode=disable`,
      PUBLISH_MAX_CONCURRENCY: AT_ONCE,
      DELIVERY_MAX_CONCURRENCY: AT_ONCE,
      LOG_MAX_CONCURRENCY: AT_ONCE,
      DISABLE_TELEMETRY: 'true',
    }
    execFileSync(command, ['migrate', 'apply', '--yes'], {
      cwd: dataDir,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    })
    const server = await startProgram({ command, args: ['serve'], env, dataDir, port: PORT })
    const origin = `http://127.0.0.1:${PORT}`
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' }

    async function create(method: 'PUT' | 'POST', path: string, body?: object) {
      const response = await fetch(origin + path, { method, headers, body: body && JSON.stringify(body) })
      if (!response.ok) throw new Error(`Outpost answers ${response.status} to ${path}: ${await response.text()}`)
    }

    await create('PUT', `/api/v1/tenants/${TENANT}`)
    const destination = { type: 'webhook', topics: ['*'], config: { url: options.sink } }
    await create('POST', `/api/v1/tenants/${TENANT}/destinations`, destination)

    return {
      name: 'Outpost',
      origin,
      pids: { server: server.pid, PostgreSQL: postgres.pid, Redis: redis.pid, RabbitMQ: rabbitmq.pid },
      accepted: 202,
      nextChange() {
        const [{ id, body }] = makeJobs(1, 'bench') as [Job]
        const event = `{"id":"${id}","tenant_id":"${TENANT}","topic":"${TOPIC}","data":${body}}`
        return { method: 'POST', path: '/api/v1/publish', headers, body: event }
      },
      eventId: (answer) => taken.parse(answer).id,
      async stop() {
        await server.stop()
        await rabbitmq.stop()
        await Promise.all([redis.stop(), postgres.stop()])
      },
    }
  }
