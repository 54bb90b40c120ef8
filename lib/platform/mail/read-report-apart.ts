import { once } from 'node:events'
import { resolve } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { SECOND_MS } from '../durations.ts'
import type { DeliveryReport } from './read-delivery-report.ts'

/** Relative to the working directory, because in a web process `import.meta.url` is the bundle's. */
const WORKER = 'lib/platform/mail/report-worker.ts'
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/**
 * Reads a delivery report that anybody may have sent, in a worker thread. A report that exceeds the memory or
 * time limit is `unreadable`, and neither stops nor delays this process.
 */
export async function readReportApart(
  source: Uint8Array,
  { memory = MEMORY, timeoutMs = 10 * SECOND_MS } = {},
): Promise<DeliveryReport> {
  // Hides `new Worker` from Turbopack, whose bundle of the worker does not start outside of Next.js.
  const worker = Reflect.construct(Worker, [resolve(WORKER), { workerData: source, resourceLimits: memory }])
  try {
    const [report] = await once(worker, 'message', { signal: AbortSignal.timeout(timeoutMs) })
    return report
  } catch {
    return { outcome: 'unreadable' }
  } finally {
    await worker.terminate()
  }
}
