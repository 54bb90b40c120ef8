import type { ServerResponse } from 'node:http'

/** How long an accepted request may wait for its place. */
const MAX_WAIT_MS = 2_000

/** One kind of requests, of which a bounded number is handled at a time. */
export type Lane = {
  /**
   * Handles a request once it has a place, or calls `refuse`: at once when too many wait, or after two seconds of waiting.
   *
   * @param request.party whose request it is; one party fills at most half of the queue, so that others get a turn
   * @param request.handle resolves when the place is free again
   */
  enter(request: { party: string; response: ServerResponse; handle: () => unknown; refuse: () => void }): void
}

type Waiting = { party: string; start: () => void }

/**
 * @param options.places how many requests are handled at once
 * @param options.queue how many more may wait
 */
export function createLane({ places, queue }: { places: number; queue: number }): Lane {
  const share = queue / 2
  const waiting = new Set<Waiting>()
  let running = 0

  async function run(handle: () => unknown) {
    running += 1
    try {
      await handle()
    } finally {
      running -= 1
      const [next] = waiting
      next?.start()
    }
  }

  function isFullFor(party: string): boolean {
    const own = [...waiting].filter((other) => other.party === party)
    return waiting.size >= queue || own.length >= share
  }

  return {
    enter({ party, response, handle, refuse }) {
      if (running < places) return void run(handle)
      if (isFullFor(party)) return refuse()

      const leave = () => {
        clearTimeout(timer)
        response.off('close', leave)
        waiting.delete(entry)
      }
      const entry: Waiting = {
        party,
        start() {
          leave()
          void run(handle)
        },
      }
      const timer = setTimeout(() => {
        leave()
        refuse()
      }, MAX_WAIT_MS)
      // Its client gave up.
      response.once('close', leave)
      waiting.add(entry)
    },
  }
}
