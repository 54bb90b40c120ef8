// @ts-nocheck its packages are installed only by this bench
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { createPost } from '../pipe.ts'
import { createPogingen } from '../pogingen.ts'

const QUEUE = 'bezorgen'
const WORKERS = 4
const BATCH = 250

/**
 * Woken by NOTIFY, without a pause between full batches. Records the attempts of a batch in one statement.
 *
 * @type {import('../pipe.ts').CreateQueue}
 */
export async function createPgBoss(options) {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 10 })
  const pogingen = await createPogingen(pool)
  const { post, close } = createPost({ ...options, connections: options.atOnce })
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: 10,
    useListenNotify: true,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  await boss.createQueue(QUEUE, { notify: true })
  return {
    name: 'pg-boss',
    async store(jobs) {
      for (let from = 0; from < jobs.length; from += 1000) {
        await boss.insert(
          QUEUE,
          jobs.slice(from, from + 1000).map((data) => ({ data })),
        )
      }
    },
    async start() {
      const settings = { localConcurrency: WORKERS, batchSize: BATCH, burstWhenBatchFull: true }
      await boss.work(QUEUE, settings, async (batch) => {
        await pogingen.record(await Promise.all(batch.map(({ data }) => post(data))))
      })
    },
    async offer(job) {
      await boss.send(QUEUE, job)
    },
    recorded: pogingen.recorded,
    async stop() {
      await boss.stop()
      await close()
      await pool.end()
    },
  }
}
