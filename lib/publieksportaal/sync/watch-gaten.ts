import { setTimeout as wait } from 'node:timers/promises'
import type { PublieksportaalContext } from '../context.ts'
import { closeGaten } from './close-gaten.ts'

const INTERVAL_MS = 15_000
/** Receiving shares this process and goes first. */
const PAUSE_MS = 500

/** Looks for gaps and closes them until it is closed. */
export function watchGaten(ctx: PublieksportaalContext): { close(): Promise<void> } {
  const closing = new AbortController()
  const { signal } = closing

  async function watch() {
    while (!signal.aborted) {
      const { more } = await closeGaten(ctx, { signal }).catch((err) => {
        ctx.log.error({ err }, 'Closing gaps failed')
        return { more: false }
      })
      await wait(more ? PAUSE_MS : INTERVAL_MS, undefined, { signal }).catch(() => {})
    }
  }

  const watching = watch()
  return {
    async close() {
      closing.abort()
      await watching
    },
  }
}
