import { collectDefaultMetrics, Registry } from 'prom-client'
import { perProcess } from '../once.ts'

/** Processor, memory and event loop of this process, and what its server refused. */
export function processMetrics(): Registry {
  return perProcess('process-metrics', () => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    return registry
  })
}
