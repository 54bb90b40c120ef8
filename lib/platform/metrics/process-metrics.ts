import { collectDefaultMetrics, Registry } from 'prom-client'

let registry: Registry | undefined

/** Processor, memory and event loop of this process. */
export function processMetrics(): Registry {
  if (!registry) {
    registry = new Registry()
    collectDefaultMetrics({ register: registry })
  }
  return registry
}
