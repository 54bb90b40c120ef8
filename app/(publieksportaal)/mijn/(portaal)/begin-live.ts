import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findLiveVolgnummer } from '#lib/publieksportaal/live/open-live-stream.ts'
import type { SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { findStand } from '#lib/publieksportaal/sync/bron-stand.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/**
 * Returns the initial state of a page's live updates. Call it before reading the content, so that no change
 * is missed in between and the page is at least as new as it claims.
 */
export async function beginLive({ burgerId, sessieId }: SignedInBurger, taal: Taal) {
  const ctx = publieksportaal()
  const vanaf = await findLiveVolgnummer(ctx, burgerId)
  const { op, ...rest } = await findStand(ctx, burgerId)
  const moment = op && writtenMoment(op, { now: ctx.clock(), taal })
  const stand = { ...rest, op: op?.toISOString() ?? null, moment }
  return { burgerId, sessieId, vanaf, stand, texts: texts(taal).live.verbinding }
}
