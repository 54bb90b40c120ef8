import type { ServerResponse } from 'node:http'

/** How long an accepted request of a machine may wait for its place. */
const MAX_WAIT_MS = 2_000
/** All that wait hold a connection, of which a process has some thousands. */
const MAX_WAITING = 1_000
const LONGEST_RETRY_SECONDS = 60

/** One kind of requests, of which a bounded number is handled at a time. */
export type Lane = {
  /**
   * Handles a request once it has a place, or calls `refuse` when it waited too long, with after how many
   * seconds there should be one. Of who waits, the party of which least is being handled is next, so that no
   * crowd keeps others out.
   *
   * @param request.party whose request it is; one party may be half of all that wait
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
 * @param options.places how many requests are handled at once
 * @param options.each how many of them may be of one party
 * @param options.waitMs how long a request may wait for its place
 * @param options.hold how long it may keep it, or longer while it is what others wait for; then it goes on
 * without
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
      // Its client gave up.
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
