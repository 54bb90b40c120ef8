import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { request } from 'undici'

export type LoadRequest = {
  url: string
  method: 'GET' | 'POST' | 'OPTIONS'
  headers?: Record<string, string>
  body?: string
}
type Load = { perSecond: number; requests: LoadRequest[] }

/** The number of responses with each status; `none` for requests without a response. */
type LoadAnswers = Record<string, number>

const MAX_UNDER_WAY = 2_000

/**
 * Sends `requests` in a loop at a steady rate, without waiting for responses (an open loop). It runs in a
 * thread of its own, so that it does not delay the measurements. Returns a function that ends it.
 */
export function startLoad(load: Load): () => Promise<LoadAnswers> {
  const thread = new Worker(new URL(import.meta.url), { workerData: load })
  return async () => {
    const answers = new Promise<LoadAnswers>((resolve) => thread.once('message', resolve))
    thread.postMessage('stop')
    return answers
  }
}

if (!isMainThread) await sendLoad(workerData as Load)

async function sendLoad({ perSecond, requests }: Load): Promise<void> {
  const answers: LoadAnswers = {}
  let stopped = false
  let underWay = 0
  let sent = 0
  parentPort?.once('message', () => {
    stopped = true
  })

  async function send({ url, ...options }: LoadRequest) {
    underWay += 1
    let status = 'none'
    try {
      const { statusCode, body } = await request(url, options)
      await body.dump()
      status = String(statusCode)
    } catch {}
    answers[status] = (answers[status] ?? 0) + 1
    underWay -= 1
  }

  const start = performance.now()
  while (!stopped) {
    const due = ((performance.now() - start) / 1000) * perSecond
    for (; sent < due && underWay < MAX_UNDER_WAY; sent += 1) void send(requests[sent % requests.length] as LoadRequest)
    await sleep(1)
  }
  while (underWay > 0) await sleep(10)
  parentPort?.postMessage(answers)
}
