import type { PublieksportaalContext } from '../context.ts'
import { processOphaalopdrachten } from './process-ophaalopdrachten.ts'

const POLL_MS = 2_000
/** Receiving events shares this process and goes first: after each batch comes a pause of so many times its duration. */
const PAUSE_FACTOR = 2

/** Fetches what is asked for until it is closed. `wake` only shortens the wait; the poll guarantees it. */
export function runOphaalopdrachten(ctx: PublieksportaalContext): { wake(): void; close(): Promise<void> } {
  let closed = false
  let woken = false
  let isPausing = false
  let stopWaiting = () => {}

  async function run() {
    while (!closed) {
      woken = false
      const startMs = performance.now()
      const { more } = await processOphaalopdrachten(ctx).catch((err) => {
        ctx.log.error({ err }, 'Fetching zaken failed')
        return { more: false }
      })
      if (!closed) await pause((performance.now() - startMs) * PAUSE_FACTOR)
      if (!more && !woken && !closed) await wait(POLL_MS)
    }
  }

  /** Not shortened by `wake`. */
  async function pause(ms: number) {
    isPausing = true
    await wait(ms)
    isPausing = false
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      stopWaiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const running = run()
  return {
    wake() {
      woken = true
      if (!isPausing) stopWaiting()
    },
    async close() {
      closed = true
      stopWaiting()
      await running
    },
  }
}
