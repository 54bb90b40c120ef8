import { once } from 'node:events'
import { join } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { SECOND_MS } from '../durations.ts'
import type { DeliveryReport } from './read-delivery-report.ts'

/** Not `import.meta.url`: Next.js runs a copy of this file from another folder. */
const WORKER = join(process.cwd(), 'lib/platform/mail/report-worker.ts')
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/**
 * Reads a report of a delivery that a stranger may have made, in a thread of its own. What takes more memory or time than any
 * report does is `unreadable`, and neither stops nor delays this process.
 */
export async function readReportApart(
  source: Uint8Array,
  { memory = MEMORY, timeoutMs = 10 * SECOND_MS } = {},
): Promise<DeliveryReport> {
  const worker = new Worker(WORKER, { workerData: source, resourceLimits: memory })
  try {
    const [report] = await once(worker, 'message', { signal: AbortSignal.timeout(timeoutMs) })
    return report
  } catch {
    return { outcome: 'unreadable' }
  } finally {
    await worker.terminate()
  }
}
