import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { REFUSED, type ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { InzendingVanBurger } from './find-inzendingen.ts'
import { type GestuurdeAanvulling, type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/** The zaaksysteem must have the report this long before the end of the last day. */
const LEAST_LEFT_MS = HOUR_MS / 2

type Asking = Pick<ZaakVanBurger, 'opschorting' | 'aanvullingen'>
type Said = Pick<InzendingVanBurger, 'aanvullingen' | 'teruggenomenOp' | 'uitkomst'>

/**
 * Reports things that were asked as sent. Earlier reports are not repeated: pressing twice returns the first
 * nummer.
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

/** False when it was taken back or refused for good: it can then be sent again. */
export function isGezegd({ teruggenomenOp, uitkomst }: Omit<Said, 'aanvullingen'>): boolean {
  return !teruggenomenOp && uitkomst !== REFUSED
}

/** Returns the things that are asked, did not come, and were not reported as sent. */
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
 * Returns the end of the time to take a report back, counted from now, also when the zaaksysteem receives it
 * later. Null when the last day would have passed by then: the report goes at once and cannot be taken back.
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
