import { parseEvent } from '#lib/content/parse-event.ts'
import { MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { isOver, latestEndSql } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { advanceBron, type BronStand, markAccepted, QUIET_SECONDS } from './bron-stand.ts'
import { configuredApi, type ZaaksysteemApi } from './call-zaaksysteem.ts'
import { rebuildZaken } from './rebuild-zaken.ts'
import { type FetchedGebeurtenissen, fetchGebeurtenissen } from './zaaksysteem-api.ts'

/** Within this time, events that arrive out of order or after one retry close a gap by themselves. */
const GRACE_MS = 15_000
const PAGE_SIZE = 500
/** Bounds one round, because receiving events has priority in this process. */
const MAX_PAGES = 4

const COUNTED_LESS = 'The bron reports a lower highest sequence than it sent before'

/**
 * Fetches missing events, which go through the same inbox: the portal subscribes to all events, so every
 * sequence of its bron must arrive. When the bron no longer keeps an event, all zaken are read instead. When
 * nothing arrives at all, the portal asks the bron whether it has more.
 *
 * @returns `more`: true when more is left than one round fetches
 */
export async function closeGaten(
  ctx: PublieksportaalContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ more: boolean }> {
  const stand = await advanceBron(ctx)
  if (!stand || !missingUpTo(stand, ctx.clock())) return { more: false }
  if (!(await claimGatenlease(ctx))) return { more: false }

  const outcome = await fetchMissing(ctx, signal)
  if (outcome !== 'failed') await endGatenlease(ctx)
  return { more: outcome === 'more' }
}

/** Returns the sequence up to which to fetch now; `undefined` when nothing counts as missing yet. */
function missingUpTo({ achterGatOntvangenOp, hoogsteOntvangen, navraagOp }: BronStand, now: Date): number | undefined {
  if (achterGatOntvangenOp && hoogsteOntvangen) {
    const graceEnds = achterGatOntvangenOp.getTime() + GRACE_MS
    return isOver(graceEnds, { now, atMostMs: GRACE_MS }) ? hoogsteOntvangen : undefined
  }
  return isOver(navraagOp, { now, atMostMs: QUIET_SECONDS * SECOND_MS }) ? MAX_SEQUENCE : undefined
}

type Outcome = 'done' | 'more' | 'failed'

async function fetchMissing(ctx: PublieksportaalContext, signal?: AbortSignal): Promise<Outcome> {
  const api = configuredApi(ctx)
  for (let page = 0; page < MAX_PAGES; page++) {
    const stand = await advanceBron(ctx)
    const tot = stand && missingUpTo(stand, ctx.clock())
    if (!tot || signal?.aborted) return 'done'

    const limiet = Math.min(PAGE_SIZE, tot - stand.bijTot)
    const fetched = await fetchGebeurtenissen(api, {
      source: ctx.env.PUBLIEKSPORTAAL_BRON,
      vanaf: stand.bijTot,
      limiet,
    })
    if (!fetched.ok) return handleFailure(ctx, { failure: fetched, api, sequence: stand.bijTot + 1, signal })

    const { gebeurtenissen, hoogsteSequence } = fetched
    if (hoogsteSequence < (stand.hoogsteOntvangen ?? stand.bijTot)) {
      ctx.log.error({ sequence: hoogsteSequence }, COUNTED_LESS)
    }
    if (gebeurtenissen.length > 0) await acceptFetchedGebeurtenissen(ctx, fetched)
    const totSequence = stand.bijTot + gebeurtenissen.length
    await markAccepted(ctx, { totSequence, caughtUp: totSequence >= hoogsteSequence })
    if (gebeurtenissen.length === 0) return 'done'
  }
  return 'more'
}

type Unfetched = Exclude<FetchedGebeurtenissen, { ok: true }>

async function handleFailure(
  ctx: PublieksportaalContext,
  options: { failure: Unfetched; api: ZaaksysteemApi; sequence: number; signal: AbortSignal | undefined },
): Promise<Outcome> {
  const { failure, api, sequence, signal } = options
  if (failure.reason === 'sequence_unknown') {
    ctx.log.error({ sequence }, COUNTED_LESS)
    await markAccepted(ctx, { totSequence: sequence - 1, caughtUp: true })
    return 'done'
  }
  if (failure.reason !== 'events_purged') {
    ctx.log.warn({ sequence, ...failure }, 'Missing events could not be fetched; trying again later')
    return 'failed'
  }
  ctx.log.warn({ sequence }, 'Missing events are no longer kept; reading all zaken')
  const rebuilt = await rebuildZaken(ctx, { api, signal, onPage: () => extendGatenlease(ctx) })
  if (rebuilt.ok) {
    ctx.log.info({ count: rebuilt.zaken }, 'All zaken were read')
    return 'done'
  }
  if (rebuilt.reason === 'aborted') return 'done'
  ctx.log.warn({ ...rebuilt }, 'Reading all zaken failed; trying again later')
  return 'failed'
}

/** The proof of an unsigned event: the portal fetched it from the configured address with its own token. */
const FETCHED = { credentialtype: 'OPGEHAALD', kid: 'api' }

/**
 * Puts fetched events through the inbox, which skips those that have arrived by now. An invalid event, or one
 * that differs from the received one, is logged and skipped, so that it does not block the others.
 */
export async function acceptFetchedGebeurtenissen(
  ctx: PublieksportaalContext,
  { gebeurtenissen, bodySha256 }: { gebeurtenissen: { sequence: string }[]; bodySha256: string },
): Promise<void> {
  const proof = { ...FETCHED, bodySha256 }
  const events = gebeurtenissen.flatMap((gebeurtenis) => {
    const parsed = parseEvent(gebeurtenis)
    if (parsed.ok) return parsed.event
    const [problem] = parsed.problems
    ctx.log.error({ sequence: gebeurtenis.sequence, code: problem?.code }, 'A fetched event is invalid; skipped')
    return []
  })
  const batch = await acceptEvents(ctx, { events, proof })
  if (batch.ok) {
    ctx.log.info({ sequence: gebeurtenissen[0]?.sequence, count: batch.accepted }, 'Missing events fetched')
    return
  }
  for (const event of events) {
    const acceptance = await acceptEvent(ctx, { event, proof })
    if (acceptance !== 'different_content') continue
    const { id: eventId, sequence } = event
    ctx.log.error({ eventId, sequence }, 'A fetched event differs from the received one; not applied')
  }
}

/** Longer than one page can take. A failed process keeps the lease, as a pause before the next attempt. */
const LEASE_SECONDS = 60

/** True when this process got the lease, so that one process at a time fetches missing events. */
async function claimGatenlease(ctx: PublieksportaalContext): Promise<boolean> {
  const { rowCount } = await ctx.pool.query(
    `update bron set gatenlease_tot = $2::timestamptz + make_interval(secs => ${LEASE_SECONDS})
     where source = $1
       and (gatenlease_tot is null or gatenlease_tot <= $2 or gatenlease_tot > ${latestEndSql('$2', LEASE_SECONDS)})`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)],
  )
  return rowCount === 1
}

async function extendGatenlease(ctx: PublieksportaalContext): Promise<void> {
  await ctx.pool.query(
    `update bron set gatenlease_tot = $2::timestamptz + make_interval(secs => ${LEASE_SECONDS}) where source = $1`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)],
  )
}

async function endGatenlease(ctx: PublieksportaalContext): Promise<void> {
  await ctx.pool.query('update bron set gatenlease_tot = null where source = $1', [ctx.env.PUBLIEKSPORTAAL_BRON])
}
