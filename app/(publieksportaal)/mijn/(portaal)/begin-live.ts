import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findLiveVolgnummer } from '#lib/publieksportaal/live/find-live-volgnummer.ts'
import type { SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { findStand } from '#lib/publieksportaal/sync/find-stand.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/**
 * What the live updates of a page begin with. To be asked before its content: then no change falls between that and the stream, and it is
 * not older than the page says.
 */
export async function beginLive({ burgerId, sessieId }: SignedInBurger, taal: Taal) {
  const ctx = publieksportaal()
  const vanaf = await findLiveVolgnummer(ctx, burgerId)
  const { op, ...rest } = await findStand(ctx, burgerId)
  const moment = op && writtenMoment(op, { now: ctx.clock(), taal })
  const stand = { ...rest, op: op?.toISOString() ?? null, moment }
  return { burgerId, sessieId, vanaf, stand, texts: texts(taal).live.verbinding }
}
