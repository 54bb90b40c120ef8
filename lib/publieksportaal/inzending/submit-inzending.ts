import { validate as isUuid } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { burgerActor, type Handelende, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { REFUSED, type ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { findOpenVerzoek, type InzendingVanBurger } from './find-inzendingen.ts'
import { type GestuurdeAanvulling, type Inzenden, recordInzending, showAgain, type Wanted } from './record-inzending.ts'

/**
 * Sends a question of the citizen about an own zaak, whatever changed meanwhile. One question is open at a
 * time; the same question again returns the first nummer.
 *
 * @returns `changed` when another question is open, or the zaak is closed
 */
export function askVraag(
  ctx: PublieksportaalContext,
  { tekst, ...wanted }: Omit<Wanted, 'versie'> & { tekst: string },
): Promise<Inzenden> {
  return recordInzending(ctx, { ...wanted, versie: null }, ({ zaak, before }) => {
    const asked = findOpenVerzoek('vraag', zaak, before)
    if (asked?.tekst === tekst) return { ok: true, nummer: asked.nummer }
    if (asked || zaak.einddatum) return { ok: false, reason: 'changed', versie: zaak.versie }
    return { soort: 'vraag', aanvullingen: [], tekst, terugTeNemenTot: null }
  })
}

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

/** Requests to withdraw the aanvraag. Requesting twice returns the first nummer. */
export function requestIntrekking(ctx: PublieksportaalContext, wanted: Wanted): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before }) => {
    const asked = findOpenVerzoek('intrekking', zaak, before)
    if (asked) return { ok: true, nummer: asked.nummer }
    return zaak.einddatum
      ? { ok: false, reason: 'changed', versie: zaak.versie }
      : { soort: 'intrekking', aanvullingen: [], terugTeNemenTot: null }
  })
}

/**
 * Sends all ready files for things that are still asked, and reports those things as sent. Skips files that
 * the zaaksysteem refused before. Pressing twice returns the first nummer.
 */
export function sendAanvullingen(ctx: PublieksportaalContext, wanted: Wanted): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before, ready, now }) => {
    const sendable = ready.filter(({ foutcode }) => foutcode === null)
    const aanvullingen = nogTeMelden(zaak, { inzendingen: before, today: dateInAmsterdam(now) }).filter(({ id }) =>
      sendable.some(({ aanvulling }) => aanvulling === id),
    )
    const bestanden = sendable.filter(({ aanvulling }) => aanvullingen.some(({ id }) => id === aanvulling))
    if (bestanden.length > 0)
      return { soort: 'aanvulling', aanvullingen, bestanden, terugTeNemenTot: terugTeNemenTot(ctx, zaak, now) }
    const earlier = before.findLast((one) => isGezegd(one) && one.bestanden.length > 0)
    return earlier ? { ok: true, nummer: earlier.nummer } : { ok: false, reason: 'changed', versie: zaak.versie }
  })
}

/** `too_late`: it was sent, or is being sent. */
type TakenBack = { ok: true } | { ok: false; reason: 'not_found' | 'too_late' }

/**
 * Takes back an inzending before the zaaksysteem receives it. A sender raises `pogingen` of the row first, so
 * only one of the two happens. Idempotent.
 */
export async function takeBackInzending(
  ctx: PublieksportaalContext,
  { burgerId, gemachtigdeId, zaakId, nummer }: Handelende & { zaakId: string; nummer: string },
): Promise<TakenBack> {
  if (!isUuid(zaakId)) return { ok: false, reason: 'not_found' }
  const taken = await recordedTransaction(ctx, async (tx, record): Promise<TakenBack> => {
    await tx.$executeRaw`select 1 from burger where id = ${burgerId}::uuid for no key update`
    const said = await tx.inzending.findFirst({ where: { nummer, zaakId, burgerId, zaak: { burgerId } } })
    if (!said) return { ok: false, reason: 'not_found' }
    if (said.teruggenomenOp) return { ok: true }
    const now = ctx.clock()
    const { count } = await tx.inzending.updateMany({
      where: { id: said.id, pogingen: 0, terugTeNemenTot: { gt: now } },
      data: { teruggenomenOp: now, volgendePoging: null },
    })
    if (count === 0) return { ok: false, reason: 'too_late' }
    // ready for another day, so that the citizen can remove the wrong file and send the rest
    await tx.bestand.updateMany({
      where: { inzendingId: said.id },
      data: { inzendingId: null, aangemaaktOp: now, herinnerdOp: null },
    })
    await showAgain(ctx, tx, { burgerId, zaakId })
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: 'melding_terugnemen', object: { soort: 'inzending', id: said.id } })
    return { ok: true }
  })
  if (taken.ok) ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
  return taken
}
