import { setTimeout as delay } from 'node:timers/promises'
import { settleAfwijzingen } from '../afwijzing/record-afwijzing.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailAlarms } from './mail-meldingen.ts'
import { purgeAfwijzingen } from './purge-afwijzingen.ts'
import { superviseBronnen } from './supervise-bronnen.ts'

const SECOND_MS = 1000

type Task = (ctx: PublieksportaalContext, options: { signal: AbortSignal }) => Promise<unknown>

const TASKS: readonly { name: string; run: Task; everyMs: number }[] = [
  { name: 'superviseBronnen', run: superviseBronnen, everyMs: 30 * SECOND_MS },
  { name: 'mailAlarms', run: mailAlarms, everyMs: 30 * SECOND_MS },
  { name: 'purgeAfwijzingen', run: purgeAfwijzingen, everyMs: 10 * 60 * SECOND_MS },
]

/** Watches what is refused until it is closed. Each task goes round by itself: one that fails holds up no other. */
export function runToezicht(ctx: PublieksportaalContext): { close(): Promise<void> } {
  const stop = new AbortController()
  const running = Promise.all(TASKS.map((task) => repeat(ctx, task, stop.signal)))
  return {
    async close() {
      stop.abort()
      await running
      await settleAfwijzingen(ctx)
    },
  }
}

async function repeat(
  ctx: PublieksportaalContext,
  { name, run, everyMs }: (typeof TASKS)[number],
  signal: AbortSignal,
) {
  while (!signal.aborted) {
    await run(ctx, { signal }).catch((err) => ctx.log.error({ err, reason: name }, 'Watching failed; trying again'))
    await delay(everyMs, undefined, { signal }).catch(() => {})
  }
}
