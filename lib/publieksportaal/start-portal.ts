import { listen } from '#lib/platform/postgres/listener.ts'
import type { PublieksportaalContext } from './context.ts'
import { createLiveHub, type LiveHub } from './live/live-hub.ts'
import { runOphaalopdrachten } from './sync/run-ophaalopdrachten.ts'
import { watchGaten } from './sync/watch-gaten.ts'
import { runToezicht } from './upkeep/run-upkeep.ts'

const HEARTBEAT_MS = 15_000

/** What runs in each process that serves the portal: the open live streams, the fetching of zaken, and the watching. */
export type Portal = { live: LiveHub; close(): Promise<void> }

const KEY = Symbol.for('zaakbode.publieksportaal.portal')
const holder = globalThis as { [KEY]?: WeakMap<PublieksportaalContext, Promise<Portal>> }

/** Starts it once for each context. On globalThis, because Next.js loads modules more than once. */
export function startPortal(ctx: PublieksportaalContext): Promise<Portal> {
  holder[KEY] ??= new WeakMap()
  const portals = holder[KEY]
  const running = portals.get(ctx)
  if (running) return running

  const forget = () => portals.delete(ctx)
  const starting = start(ctx, forget)
  portals.set(ctx, starting)
  starting.catch(forget)
  return starting
}

async function start(ctx: PublieksportaalContext, forget: () => void): Promise<Portal> {
  const live = createLiveHub(ctx)
  const ophalen = runOphaalopdrachten(ctx)
  const listener = await listen({
    connectionString: ctx.env.PUBLIEKSPORTAAL_DATABASE_URL,
    channels: {
      live: (burgerId) => live.refresh(burgerId),
      sessie_beeindigd: (sessieId) => live.endSessie(sessieId),
      ophaalopdracht: () => ophalen.wake(),
    },
    log: ctx.log,
    onReconnect: () => live.refreshAll(),
  }).catch(async (error) => {
    await ophalen.close()
    throw error
  })
  const toezicht = runToezicht(ctx)
  const gaten = watchGaten(ctx)
  const heartbeat = setInterval(() => live.heartbeat(), HEARTBEAT_MS)
  return {
    live,
    async close() {
      forget()
      clearInterval(heartbeat)
      await listener.close()
      live.close()
      await Promise.all([ophalen.close(), gaten.close(), toezicht.close()])
    },
  }
}
