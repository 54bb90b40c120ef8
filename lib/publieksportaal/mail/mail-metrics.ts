import { Counter, Registry } from 'prom-client'
import type { PublieksportaalContext } from '../context.ts'

function createMailMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    read: new Counter({
      name: 'zaakbode_bounces_total',
      help: 'Mails that came back and that this process read: refused, failed, pending, automatic, unknown or unreadable',
      registers,
      labelNames: ['outcome'] as const,
    }),
    failed: new Counter({
      name: 'zaakbode_bounce_mailbox_failures_total',
      help: 'How often this process could not read the mailbox of what comes back',
      registers,
    }),
  }
}

/** Returns the counters of a portal's bounced mails. */
export function mailMetrics({ once }: Pick<PublieksportaalContext, 'once'>) {
  return once('mail-metrics', createMailMetrics)
}
