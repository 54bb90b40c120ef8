import pg from 'pg'
import PgBoss from 'pg-boss'
import { createAttempts } from './attempts.ts'
import type { Contestant, Job } from './job.ts'
import { createPost, type Sign } from './pipe.ts'

const QUEUE = 'bezorgen'
const WORKERS = 4
const BATCH = 250

/** Batches of a few hundred, whose attempts go on record in one statement; it polls, twice a second at the most often. */
export async function createPgBoss(options: {
  databaseUrl: string
  sink: string
  atOnce: number
  sign: Sign
}): Promise<Contestant> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 10 })
  const attempts = await createAttempts(pool)
  const { post, close } = createPost({ ...options, connections: options.atOnce })
  const boss = new PgBoss({ connectionString: options.databaseUrl, max: 10, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(QUEUE)
  return {
    name: 'pg-boss',
    async store(jobs) {
      for (let from = 0; from < jobs.length; from += 1000) {
        await boss.insert(jobs.slice(from, from + 1000).map((data) => ({ name: QUEUE, data })))
      }
    },
    async start() {
      for (let worker = 0; worker < WORKERS; worker += 1) {
        await boss.work<Job>(QUEUE, { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, async (batch) => {
          const startMs = performance.now()
          const jobs = batch.map(({ data }) => data)
          await Promise.all(jobs.map(post))
          await attempts.record(jobs, performance.now() - startMs)
        })
      }
    },
    async offer(job) {
      await boss.send(QUEUE, job)
    },
    recorded: attempts.recorded,
    async stop() {
      await boss.stop({ graceful: true, wait: true })
      await close()
      await pool.end()
    },
  }
}
