// @ts-nocheck its packages are installed only by this bench
import { Logger, run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { createPost } from '../pipe.ts'
import { createPogingen } from '../pogingen.ts'

const QUIET = new Logger(() => () => {})
const ADD_JOBS = `
  select graphile_worker.add_jobs(array(
    select row('bezorgen', job, null, null, null, null, null, null)::graphile_worker.job_spec
    from json_array_elements($1::json) job
  ))`

/**
 * With its local queue and batched completions, its features for this kind of load.
 *
 * @type {import('../pipe.ts').CreateQueue}
 */
export async function createGraphileWorker(options) {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 20 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const pogingen = await createPogingen(pool)
  const { post, close } = createPost({ ...options, connections: options.atOnce })
  let runner
  const base = { pgPool: pool, logger: QUIET }
  await runMigrations(base)

  async function store(jobs) {
    for (let from = 0; from < jobs.length; from += 1000) {
      await pool.query(ADD_JOBS, [JSON.stringify(jobs.slice(from, from + 1000))])
    }
  }

  return {
    name: 'graphile-worker',
    store,
    async start() {
      runner = await run({
        ...base,
        concurrency: options.atOnce,
        noHandleSignals: true,
        preset: { worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList: {
          async bezorgen(payload) {
            await pogingen.record([await post(payload)])
          },
        },
      })
    },
    offer: (job) => store([job]),
    recorded: pogingen.recorded,
    async stop() {
      await runner?.stop()
      await close()
      await pool.end()
    },
  }
}
