import { setTimeout as delay } from 'node:timers/promises'
import type { ZaaksysteemContext } from '../context.ts'
import { processHerstelacties } from '../herstel/process-herstelacties.ts'
import { mailMeldingen } from './mail-meldingen.ts'
import { purgeExpired } from './purge-expired.ts'
import { skipPending } from './skip-pending.ts'
import { superviseFailing } from './supervise-failing.ts'

const SECOND_MS = 1000

type Task = (ctx: ZaaksysteemContext, options: { signal: AbortSignal }) => Promise<unknown>

/** Somebody waits at the desk for a herstelactie; a look whether there is one costs next to nothing. */
const TASKS: readonly { name: string; run: Task; everyMs: number }[] = [
  { name: 'processHerstelacties', run: processHerstelacties, everyMs: SECOND_MS },
  { name: 'skipPending', run: skipPending, everyMs: 30 * SECOND_MS },
  { name: 'superviseFailing', run: superviseFailing, everyMs: 30 * SECOND_MS },
  { name: 'mailMeldingen', run: mailMeldingen, everyMs: 30 * SECOND_MS },
  { name: 'purgeExpired', run: purgeExpired, everyMs: 10 * 60 * SECOND_MS },
]

/**
 * Looks after what deliveries leave behind until `signal` aborts. Each task goes round by itself: one that fails or
 * takes long holds up no other. Any number of processes can do this on one database.
 */
export async function runUpkeep(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  await Promise.all(TASKS.map((task) => repeat(ctx, task, signal)))
}

async function repeat(ctx: ZaaksysteemContext, { name, run, everyMs }: (typeof TASKS)[number], signal: AbortSignal) {
  while (!signal.aborted) {
    await run(ctx, { signal }).catch((err) => ctx.log.error({ err, reason: name }, 'Upkeep failed; trying again'))
    await delay(everyMs, undefined, { signal }).catch(() => {})
  }
}
