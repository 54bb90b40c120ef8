import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { postmasterPid } from '../../tools/load/cpu.ts'
import { LiveArrivals } from '../../tools/load/live-arrivals.ts'
import { makeChange } from '../../tools/load/make-change.ts'
import { signIn } from '../../tools/load/sign-in.ts'
import { DEMO_VERKEER } from '../stage/demo-burgers.ts'
import type { VerkeerStand } from '../stage/verkeer.ts'
import { VerkeerRun } from './verkeer-run.ts'
import { openVerkeerZaken } from './verkeer-zaken.ts'

/** How long after the last poll a page still counts as watching. */
const UNWATCHED_MS = 15 * SECOND_MS
const SEEN_WITHIN_MS = 10 * MINUTE_MS

const RECEIVED = `
  select id, ontvangen_op as "ontvangenOp" from ontvangen_gebeurtenis where source = $1 and id = any ($2::text[])`

/** Silent, because there are thousands of changes. */
const SILENT = createLogger('verkeer', undefined, 'warn')

type Options = {
  variables: Record<string, string>
  /** the process ids to measure, by the names to show */
  pids: () => Record<string, number | undefined>
}

type Verkeer = {
  /** Sets the rate in changes per second; 0 is off. */
  set(perSeconde: number): Promise<void>
  /** `undefined` before the first traffic */
  stand(): VerkeerStand | undefined
  stop(): Promise<void>
}

/**
 * Makes changes at an adjustable rate, and follows each to the portal and to an open page. They commit here
 * as at the desk, in one transaction each; the demo's processes do the rest.
 */
export function createVerkeer({ variables, pids }: Options): Verkeer {
  let opening: ReturnType<typeof open> | undefined
  let beginning: Promise<VerkeerRun> | undefined
  let run: VerkeerRun | undefined
  let askedAt = 0

  async function open() {
    const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables), { log: SILENT })
    const portal = createPublieksportaalContext(readPublieksportaalEnv(variables), { log: SILENT })
    const postgres = await postmasterPid(zaaksysteem.pool).catch(() => undefined)
    return { zaaksysteem, portal, postgres }
  }

  async function begin() {
    opening ??= open()
    const { zaaksysteem, portal, postgres } = await opening
    const zaken = await openVerkeerZaken(zaaksysteem)
    const arrivals = new LiveArrivals({ giveUpAfterMs: SEEN_WITHIN_MS })
    const origin = variables.PUBLIEKSPORTAAL_URL as string
    await arrivals.open(origin, await signIn(origin, { system: 'publieksportaal', persoon: DEMO_VERKEER.id }))
    return new VerkeerRun({
      change: () => zaken.use((change) => makeChange(zaaksysteem, arrivals, change)),
      findReceived: async (ids) => (await portal.pool.query(RECEIVED, [portal.env.PUBLIEKSPORTAAL_BRON, ids])).rows,
      close: () => arrivals.close(),
      pids: () => ({ ...pids(), PostgreSQL: postgres }),
      isWatched: () => performance.now() - askedAt < UNWATCHED_MS,
    })
  }

  return {
    async set(perSeconde) {
      askedAt = performance.now()
      if (perSeconde > 0 && (!run || run.isOver)) {
        beginning ??= begin().finally(() => {
          beginning = undefined
        })
        run = await beginning
      }
      run?.set(perSeconde)
    },
    stand() {
      askedAt = performance.now()
      return run?.stand()
    },
    async stop() {
      run?.stop()
      const systems = await opening
      await Promise.all([systems?.zaaksysteem.close(), systems?.portal.close()])
    },
  }
}
