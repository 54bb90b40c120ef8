import type { Pool } from 'undici'

export type Outgoing = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/**
 * Sends all requests in order, `atOnce` at a time, over keep-alive connections. Returns requests per second.
 */
export async function closedLoop(
  pool: Pool,
  { requests, atOnce, expected }: { requests: Outgoing[]; atOnce: number; expected: number },
): Promise<number> {
  let next = 0
  async function sendOneAfterAnother() {
    while (next < requests.length) {
      const request = requests[next++] as Outgoing
      const { statusCode, body } = await pool.request(request)
      if (statusCode !== expected) throw new Error(`The answer is ${statusCode}: ${await body.text()}`)
      await body.dump()
    }
  }
  const startMs = performance.now()
  await Promise.all(Array.from({ length: atOnce }, sendOneAfterAnother))
  return requests.length / ((performance.now() - startMs) / 1000)
}
