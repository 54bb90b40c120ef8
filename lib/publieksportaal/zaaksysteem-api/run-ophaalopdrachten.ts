import type { PublieksportaalContext } from '../context.ts'
import { processOphaalopdrachten } from './process-ophaalopdrachten.ts'

const POLL_MS = 2_000

/** Fetches what is asked for until it is closed. `wake` only shortens the wait; the poll guarantees it. */
export function runOphaalopdrachten(ctx: PublieksportaalContext): { wake(): void; close(): Promise<void> } {
  let closed = false
  let woken = false
  let stopWaiting = () => {}

  async function run() {
    while (!closed) {
      woken = false
      const { more } = await processOphaalopdrachten(ctx).catch((err) => {
        ctx.log.error({ err }, 'Fetching zaken failed')
        return { more: false }
      })
      if (!more && !woken && !closed) await wait()
    }
  }

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
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
      stopWaiting()
    },
    async close() {
      closed = true
      stopWaiting()
      await running
    },
  }
}
