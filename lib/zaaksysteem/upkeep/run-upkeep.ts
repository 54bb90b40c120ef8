import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { runTasks, type Task } from '#lib/platform/tasks/run-tasks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { processHerstelacties } from '../herstel/process-herstelacties.ts'
import { mailMeldingen } from './mail-meldingen.ts'
import { purgeExpired } from './purge-expired.ts'
import { skipPending } from './skip-pending.ts'
import { superviseFailing } from './supervise-failing.ts'

/** Somebody waits at the desk for a herstelactie; a look whether there is one costs next to nothing. */
const TASKS: readonly Task<ZaaksysteemContext>[] = [
  { name: 'processHerstelacties', run: processHerstelacties, everyMs: SECOND_MS },
  { name: 'skipPending', run: skipPending, everyMs: 30 * SECOND_MS },
  { name: 'superviseFailing', run: superviseFailing, everyMs: 30 * SECOND_MS },
  { name: 'mailMeldingen', run: mailMeldingen, everyMs: 30 * SECOND_MS },
  { name: 'purgeExpired', run: purgeExpired, everyMs: 10 * MINUTE_MS },
]

/** Looks after what deliveries leave behind until `signal` aborts. */
export function runUpkeep(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  return runTasks(ctx, { tasks: TASKS, signal })
}
