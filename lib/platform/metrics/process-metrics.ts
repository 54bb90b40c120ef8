import { collectDefaultMetrics, Registry } from 'prom-client'
import { perProcess } from '../once.ts'

/** Returns the registry of this process: CPU, memory, event loop, and the requests that it refused. */
export function processMetrics(): Registry {
  return perProcess('process-metrics', () => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    return registry
  })
}
