import type { ServerResponse } from 'node:http'

/** The default wait of a request for a place. */
const MAX_WAIT_MS = 2_000
/** Each waiting request holds a connection, of which a process has some thousands. */
const MAX_WAITING = 1_000
const LONGEST_RETRY_SECONDS = 60

/** Handles a bounded number of requests at a time, fairly by party. */
export type Lane = {
  /**
   * Handles a request once it has a place. Calls `refuse` with a Retry-After in seconds when the queue is
   * full or the wait too long. The party with the fewest running requests is next, so that none blocks the
   * others.
   *
   * @param request.party the sender; one party may fill half of the queue
   * @param request.handle resolves when the place is free again
   */
  enter(request: {
    party: string
    response: ServerResponse
    handle: () => unknown
    refuse: (retryAfterSeconds: number) => void
  }): void
}

type Running = { party: string; response: ServerResponse; handle: () => unknown }
type Waiting = { party: string; start: () => void }

/**
 * @param options.places the number of concurrent requests
 * @param options.each the maximum per party
 * @param options.waitMs the limit of the wait for a place
 * @param options.hold after `ms` a request loses its place and goes on without it, unless `isLonger` is true
 */
export function createLane({
  places,
  each = places,
  waitMs = MAX_WAIT_MS,
  hold,
}: {
  places: number
  each?: number
  waitMs?: number
  hold?: { ms: number; isLonger: (response: ServerResponse) => boolean }
}): Lane {
  const waiting = new Set<Waiting>()
  const running = new Map<string, number>()
  let busy = 0
  let typicalMs = 0

  const runningOf = (party: string) => running.get(party) ?? 0
  const isFree = (party: string) => busy < places && runningOf(party) < each

  async function run({ party, response, handle }: Running) {
    const startMs = performance.now()
    busy += 1
    running.set(party, runningOf(party) + 1)
    try {
      await (hold ? untilHeld(handle, { ms: hold.ms, isLonger: () => hold.isLonger(response) }) : handle())
    } finally {
      busy -= 1
      if (runningOf(party) > 1) running.set(party, runningOf(party) - 1)
      else running.delete(party)
      typicalMs += (performance.now() - startMs - typicalMs) / places
      next()?.start()
    }
  }

  function next(): Waiting | undefined {
    let first: Waiting | undefined
    for (const one of waiting) {
      if (isFree(one.party) && (!first || runningOf(one.party) < runningOf(first.party))) first = one
    }
    return first
  }

  function isFullFor(party: string): boolean {
    if (waiting.size >= MAX_WAITING) return true
    return (
      waiting.size >= MAX_WAITING / 2 && [...waiting].filter((one) => one.party === party).length >= MAX_WAITING / 2
    )
  }

  function retryAfterSeconds(): number {
    const seconds = Math.ceil(((waiting.size + 1) * typicalMs) / places / 1000)
    return Math.min(Math.max(seconds, MAX_WAIT_MS / 1000), LONGEST_RETRY_SECONDS)
  }

  return {
    enter({ refuse, ...request }) {
      const { party, response } = request
      if (isFree(party)) return void run(request)
      if (isFullFor(party)) return refuse(retryAfterSeconds())

      const leave = () => {
        clearTimeout(timer)
        response.off('close', leave)
        waiting.delete(entry)
      }
      const entry: Waiting = {
        party,
        start() {
          leave()
          void run(request)
        },
      }
      const timer = setTimeout(() => {
        leave()
        refuse(retryAfterSeconds())
      }, waitMs)
      // The client gave up.
      response.once('close', leave)
      waiting.add(entry)
    },
  }
}

async function untilHeld(handle: () => unknown, hold: { ms: number; isLonger: () => boolean }): Promise<void> {
  const held = Promise.withResolvers<void>()
  const timer = setInterval(() => hold.isLonger() || held.resolve(), hold.ms)
  await Promise.race([handle(), held.promise]).finally(() => clearInterval(timer))
}
