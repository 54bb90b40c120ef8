import { type Clock, systemWait, type Wait } from '#lib/platform/clock.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { isClockOff } from '#lib/platform/postgres/database-clock.ts'

/** Wakes a task that waits. */
export type Bell = {
  ring(): void
  /** aborts at the next ring */
  next(): AbortSignal
}

/** Rings are not counted. A task that calls `next` before its work also notices a ring during that work. */
export function createBell(): Bell {
  let coming = new AbortController()
  return {
    ring() {
      // `abort` creates an error with a stack trace even when the signal is aborted already.
      if (!coming.signal.aborted) coming.abort()
    },
    next() {
      coming = new AbortController()
      return coming.signal
    },
  }
}

/** Work that repeats until the process stops. */
export type Task<Context> = {
  name: string
  /** one round; when it resolves with `{ more: true }`, the next round skips the wait of `everyMs` */
  run: (context: Context, options: { signal: AbortSignal }) => Promise<unknown>
  /** the wait after a round, which ends when `bell` rings */
  everyMs: number
  /** a pause before that wait, which `bell` does not end, so that other work gets its turn */
  restMs?: (durationMs: number) => number
  bell?: Bell
}

/**
 * Runs tasks until `signal` aborts, and resolves when the current rounds have ended. Each task has its own
 * loop, so that a slow or failing one does not delay the others. Several processes may run the same tasks.
 */
export async function runTasks<Context extends { clock: Clock; log: Logger }>(
  context: Context,
  { tasks, signal, wait = systemWait }: { tasks: readonly Task<Context>[]; signal: AbortSignal; wait?: Wait },
): Promise<void> {
  await Promise.all(tasks.map((task) => goRound(context, task, { signal, wait })))
}

async function goRound<Context extends { clock: Clock; log: Logger }>(
  context: Context,
  { name, run, everyMs, restMs, bell = createBell() }: Task<Context>,
  { signal, wait }: { signal: AbortSignal; wait: Wait },
): Promise<void> {
  signal.addEventListener('abort', bell.ring)
  while (!signal.aborted) {
    const rung = bell.next()
    const startMs = performance.now()
    const answer = isClockOff(context.clock)
      ? undefined
      : await run(context, { signal }).catch((err) => {
          context.log.error({ err, reason: name }, 'A task failed; trying again')
        })
    if (restMs) await wait(restMs(performance.now() - startMs), signal)
    if (!hasMore(answer)) await wait(everyMs, rung)
  }
}

function hasMore(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'more' in answer && answer.more === true
}
