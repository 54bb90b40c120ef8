/** Wakes a task that waits. */
export type Bell = {
  ring(): void
  /** aborts at the next ring */
  next(): AbortSignal
}

/**
 * Rings are not counted. A task that calls `next` before it does its work also notices a ring during that
 * work.
 */
export function createBell(): Bell {
  let coming = new AbortController()
  return {
    ring() {
      // `abort` makes an error, with its stack, also when there is nothing left to abort.
      if (!coming.signal.aborted) coming.abort()
    },
    next() {
      coming = new AbortController()
      return coming.signal
    },
  }
}
