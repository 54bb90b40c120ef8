import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { REFUSED, type ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { InzendingVanBurger } from './find-inzendingen.ts'
import { type GestuurdeAanvulling, type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/** How long before the end of the last day the zaaksysteem must have been told. */
const LEAST_LEFT_MS = HOUR_MS / 2

type Asking = Pick<ZaakVanBurger, 'opschorting' | 'aanvullingen'>
type Said = Pick<InzendingVanBurger, 'aanvullingen' | 'teruggenomenOp' | 'uitkomst'>

/**
 * The citizen says that things that were asked have been sent. What was said before is not said again: pressing twice gives the
 * nummer of the first time.
 *
 * @param report.aanvullingen their ids
 */
export function reportAanvullingen(
  ctx: PublieksportaalContext,
  { aanvullingen: ids, ...wanted }: Wanted & { aanvullingen: readonly string[] },
): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before, now }) => {
    const earlier = before.findLast((one) => isGezegd(one) && one.aanvullingen.some(({ id }) => ids.includes(id)))
    const aanvullingen = nogTeMelden(zaak, { inzendingen: before, today: dateInAmsterdam(now) }).filter(({ id }) =>
      ids.includes(id),
    )
    if (aanvullingen.length > 0)
      return { soort: 'aanvulling', aanvullingen, terugTeNemenTot: terugTeNemenTot(ctx, zaak, now) }
    return earlier ? { ok: true, nummer: earlier.nummer } : { ok: false, reason: 'changed', versie: zaak.versie }
  })
}

/** Neither taken back, nor such that the zaaksysteem can never take it: then it can be said, or sent, again. */
export function isGezegd({ teruggenomenOp, uitkomst }: Omit<Said, 'aanvullingen'>): boolean {
  return !teruggenomenOp && uitkomst !== REFUSED
}

/** What the zaak waits for and did not come, and the citizen did not say to have sent. */
export function nogTeMelden(
  { opschorting, aanvullingen }: Asking,
  { inzendingen, today }: { inzendingen: readonly Said[]; today: string },
): GestuurdeAanvulling[] {
  if (opschorting?.soort !== 'aanvulling' || opschorting.tot < today) return []
  const said = inzendingen.flatMap((one) => (isGezegd(one) ? one.aanvullingen.map(({ id }) => id) : []))
  return aanvullingen.flatMap(({ id, naam, ontvangenOp }) =>
    id !== null && !ontvangenOp && !said.includes(id) ? [{ id, naam }] : [],
  )
}

/**
 * Until when what is said now stays with us, and can be taken back. It counts from when it was said, also when the zaaksysteem hears of
 * it later, unless the last day has passed there by then: at the end of that day it goes at once. null: then it cannot be taken back.
 */
export function terugTeNemenTot(
  { env }: Pick<PublieksportaalContext, 'env'>,
  { opschorting }: Pick<Asking, 'opschorting'>,
  now: Date,
): Date | null {
  const until = new Date(now.getTime() + env.PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN * SECOND_MS)
  const isInTime = dateInAmsterdam(new Date(until.getTime() + LEAST_LEFT_MS)) <= (opschorting?.tot ?? '')
  return isInTime && until > now ? until : null
}
