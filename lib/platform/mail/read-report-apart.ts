import { once } from 'node:events'
import { resolve } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { SECOND_MS } from '../durations.ts'
import type { DeliveryReport } from './read-delivery-report.ts'

/** The path from where the process was started: `import.meta.url` is that of the bundle in a web process. */
const WORKER = 'lib/platform/mail/report-worker.ts'
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/**
 * Reads a report of a delivery that a stranger may have made, in a thread of its own. What takes more memory
 * or time than any report does is `unreadable`, and neither stops nor delays this process.
 */
export async function readReportApart(
  source: Uint8Array,
  { memory = MEMORY, timeoutMs = 10 * SECOND_MS } = {},
): Promise<DeliveryReport> {
  // Turbopack bundles the file of a `new Worker`, and that bundle does not start outside of Next.js.
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
