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
