import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Starts `task` at a steady rate without waiting for earlier ones (an open loop), then waits for all to end.
 */
export async function atRate<T>(options: {
  perSecond: number
  count: number
  task: (index: number) => Promise<T>
}): Promise<T[]> {
  const start = performance.now()
  const running: Promise<T>[] = []
  while (running.length < options.count) {
    const due = Math.min(options.count, Math.floor(((performance.now() - start) / 1000) * options.perSecond) + 1)
    while (running.length < due) running.push(options.task(running.length))
    await sleep(1)
  }
  return Promise.all(running)
}

export type Percentiles = { p50: number; p95: number; p99: number }

export function percentiles(values: number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
