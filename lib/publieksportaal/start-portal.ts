import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { keepBeating } from '#lib/platform/http/event-stream.ts'
import { watchClock } from '#lib/platform/postgres/database-clock.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { type Bell, createBell, runTasks, type Task } from '#lib/platform/tasks/run-tasks.ts'
import { settleAfwijzingen } from './afwijzing/record-afwijzing.ts'
import { remindOfReady } from './bestand/ready-bestanden.ts'
import { sweepBestanden } from './bestand/sweep-bestanden.ts'
import { sendBereikbaarheden } from './bewijs/send-bereikbaarheden.ts'
import { giveUpBewijzen, sendBewijzen } from './bewijs/send-bewijzen.ts'
import type { PublieksportaalContext } from './context.ts'
import { orderHerinneringen } from './herinnering/order-herinneringen.ts'
import { readLiveHint } from './inbox/live-hint.ts'
import { sendBestanden } from './inzending/send-bestanden.ts'
import { sendInzendingen } from './inzending/send-inzendingen.ts'
import { createLiveHub, type LiveHub } from './live/live-hub.ts'
import { readBounces } from './mail/bounce/read-bounces.ts'
import { sendMails } from './mail/send-mails.ts'
import { sendPushes } from './push/send-pushes.ts'
import { closeGaten } from './sync/close-gaten.ts'
import { processOphaalopdrachten } from './sync/process-ophaalopdrachten.ts'
import { fetchDoorlooptijden } from './sync/zaaksysteem-api.ts'
import { encryptAnew } from './upkeep/encrypt-anew.ts'
import { mailMeldingen } from './upkeep/mail-meldingen.ts'
import { PURGED_TABLES, purge, purgeBurgers } from './upkeep/purge.ts'
import { superviseBronnen } from './upkeep/supervise-bronnen.ts'

/** While the bus is away, pages refresh this often to see changes that other processes received. */
const LOOK_EVERY_MS = 2 * SECOND_MS
/** The number of concurrent fetch rounds: a slow zaak keeps one busy while the others continue. */
const FETCH_PLACES = 3
/**
 * Receiving events has priority in this process. After each round, fetching rests this many times its
 * duration, so that all places together work a third of the time. Waiting for the zaaksysteem is not work.
 */
const REST_FACTOR = 8
const LONGEST_REST_MS = 2 * SECOND_MS

/** The bell only shortens a wait, because the NOTIFY that rings it may be lost. */
type FetchPlace = { bell: Bell; isFetching: boolean }

const tasks = ({
  places,
  inzendingen,
  bestanden,
}: {
  places: FetchPlace[]
  inzendingen: Bell
  bestanden: Bell
}): Task<PublieksportaalContext>[] => [
  ...places.map((place) => ({
    name: 'processOphaalopdrachten',
    async run(ctx: PublieksportaalContext, options: { signal: AbortSignal }) {
      place.isFetching = true
      return processOphaalopdrachten(ctx, options).finally(() => {
        place.isFetching = false
      })
    },
    everyMs: 2 * SECOND_MS,
    restMs: (durationMs: number) => Math.min(durationMs * REST_FACTOR, LONGEST_REST_MS),
    bell: place.bell,
  })),
  { name: 'closeGaten', run: closeGaten, everyMs: 15 * SECOND_MS, restMs: () => SECOND_MS / 2 },
  { name: 'sendInzendingen', run: (ctx) => sendInzendingen(ctx), everyMs: 5 * SECOND_MS, bell: inzendingen },
  { name: 'sendBestanden', run: sendBestanden, everyMs: 5 * SECOND_MS, bell: bestanden },
  { name: 'sweepBestanden', run: sweepBestanden, everyMs: 10 * MINUTE_MS },
  { name: 'remindOfReady', run: remindOfReady, everyMs: 10 * MINUTE_MS },
  { name: 'sendBewijzen', run: (ctx) => sendBewijzen(ctx), everyMs: 5 * SECOND_MS },
  { name: 'sendBereikbaarheden', run: (ctx) => sendBereikbaarheden(ctx), everyMs: 5 * SECOND_MS },
  { name: 'sendMails', run: sendMails, everyMs: 5 * SECOND_MS },
  { name: 'sendPushes', run: sendPushes, everyMs: 5 * SECOND_MS },
  { name: 'orderHerinneringen', run: orderHerinneringen, everyMs: 10 * MINUTE_MS },
  { name: 'readBounces', run: readBounces, everyMs: MINUTE_MS },
  { name: 'fetchDoorlooptijden', run: fetchDoorlooptijden, everyMs: 15 * SECOND_MS },
  { name: 'superviseBronnen', run: superviseBronnen, everyMs: 30 * SECOND_MS },
  { name: 'mailMeldingen', run: mailMeldingen, everyMs: 30 * SECOND_MS },
  { name: 'encryptAnew', run: encryptAnew, everyMs: 10 * MINUTE_MS },
  { name: 'purgeBurgers', run: purgeBurgers, everyMs: 10 * MINUTE_MS },
  ...PURGED_TABLES.map((table) => ({
    name: `purge ${table}`,
    run: (ctx: PublieksportaalContext, options: { signal: AbortSignal }) => purge(ctx, table, options),
    everyMs: 10 * MINUTE_MS,
  })),
  { name: 'giveUpBewijzen', run: giveUpBewijzen, everyMs: 10 * MINUTE_MS },
]

/** The live streams and tasks of a process that serves the portal. */
export type Portal = { live: LiveHub; close(): Promise<void> }

/** Starts the portal once per context. */
export function startPortal(ctx: PublieksportaalContext): Promise<Portal> {
  const portal = ctx.once('portal', (): { running: Promise<Portal> | undefined } => ({ running: undefined }))
  const forget = () => {
    portal.running = undefined
  }
  if (!portal.running) {
    portal.running = start(ctx, forget)
    portal.running.catch(forget)
  }
  return portal.running
}

async function start(ctx: PublieksportaalContext, forget: () => void): Promise<Portal> {
  const live = createLiveHub(ctx)
  const places = Array.from({ length: FETCH_PLACES }, () => ({ bell: createBell(), isFetching: false }))
  const [inzendingen, bestanden] = [createBell(), createBell()]
  /** Rings one place that is not fetching, even if it rests; the others are for a slow zaaksysteem. */
  const ring = () => {
    const free = places.find(({ isFetching }) => !isFetching)
    for (const { bell } of free ? [free] : places) bell.ring()
  }
  // Listens even with a bus, which carries only frequent messages and may be new to other processes.
  const listener = await listen({
    connectionString: ctx.env.PUBLIEKSPORTAAL_DATABASE_URL,
    channels: {
      live: (payload) => live.tell(readLiveHint(payload)),
      sessie_beeindigd: (sessieId) => live.endSessie(sessieId),
      ophaalopdracht: ring,
      inzending: () => {
        inzendingen.ring()
        bestanden.ring()
      },
    },
    log: ctx.log,
    onReconnect: () => live.refreshAll(),
  })
  const { liveBus } = ctx
  liveBus?.open({
    onChanged: (burgerId) => live.refresh(burgerId),
    onOrdered: ring,
    onConnected: () => live.refreshAll(),
  })
  const looking = setInterval(() => liveBus?.isConnected() === false && live.refreshAll(), LOOK_EVERY_MS)
  const stop = new AbortController()
  const clock = await watchClock(ctx, { proces: 'web', signal: stop.signal })
  const running = runTasks(ctx, { tasks: tasks({ places, inzendingen, bestanden }), signal: stop.signal })
  const stopBeating = keepBeating(live.heartbeat)
  return {
    live,
    async close() {
      forget()
      // first, because a mail server may take long to answer
      stop.abort()
      stopBeating()
      clearInterval(looking)
      await listener.close()
      live.close()
      await liveBus?.close()
      await Promise.all([running, clock.ended])
      await settleAfwijzingen(ctx)
    },
  }
}
