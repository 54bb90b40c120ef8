import { Pool } from 'undici'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { Contestant, Job } from './job.ts'

/** the record of an attempt, as Zaakbode stores it */
export type Sent = {
  job: Job
  durationMs: number
  status: number
  requestHeaders: object
  responseHeaders: object
  answer: string
}
export type Post = (job: Job) => Promise<Sent>
/** makes the headers that prove a bezorging */
export type Sign = (job: Job) => Promise<Record<string, string>>
/** makes a queue with its own database */
export type CreateQueue = (options: {
  databaseUrl: string
  sink: string
  atOnce: number
  sign: Sign
}) => Promise<Contestant>

/** POSTs over keep-alive connections; with `sign`, every request gets a new signature. */
export function createPost({
  sink,
  connections,
  sign,
}: {
  sink: string
  connections: number
  sign?: Sign | undefined
}) {
  const { origin, pathname: path } = new URL(sink)
  const pool = new Pool(origin, { connections })
  const post: Post = async (job) => {
    const startMs = performance.now()
    const requestHeaders = { 'content-type': EVENT_CONTENT_TYPE, ...(sign && (await sign(job))) }
    const response = await pool.request({ path, method: 'POST', headers: requestHeaders, body: job.body })
    const answer = await response.body.text()
    const durationMs = Math.round(performance.now() - startMs)
    return { job, durationMs, status: response.statusCode, requestHeaders, responseHeaders: response.headers, answer }
  }
  return { post, close: () => pool.close() }
}

/** Creates the baseline: the same body and HTTP client, without a database or a record of attempts. */
export function createPipe(name: string, options: { sink: string; atOnce: number; sign?: Sign }): Contestant {
  const { post, close } = createPost({ ...options, connections: options.atOnce })
  const waiting: Job[] = []
  let running = 0
  let isStarted = false

  function pump() {
    while (isStarted && running < options.atOnce) {
      const job = waiting.pop()
      if (!job) return
      running += 1
      post(job).finally(() => {
        running -= 1
        pump()
      })
    }
  }

  return {
    name,
    async store(jobs) {
      waiting.push(...jobs)
    },
    async start() {
      isStarted = true
      pump()
    },
    async offer(job) {
      waiting.push(job)
      pump()
    },
    async recorded() {},
    stop: close,
  }
}
