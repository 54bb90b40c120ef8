/** What wakes somebody who waits. */
export type Bell = {
  ring(): void
  /** aborts at the next ring */
  next(): AbortSignal
}

/** Rings are not counted: whoever asks for `next` before going to work misses none that comes meanwhile. */
export function createBell(): Bell {
  let coming = new AbortController()
  return {
    ring: () => coming.abort(),
    next() {
      coming = new AbortController()
      return coming.signal
    },
  }
}
