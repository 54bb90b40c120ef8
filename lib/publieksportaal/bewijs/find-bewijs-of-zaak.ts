import type { StatusSoort } from '#lib/contract/event-types.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort } from '../generated/client.ts'
import { findInzendingen, type InzendingVanBurger } from '../inzending/find-inzendingen.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { OpgehaaldDocument } from './record-opgehaald.ts'

export type BewijsVanWijziging = {
  gebeurtenisId: string
  /** the versie of the zaak after the change */
  versie: number
  soort: StatusSoort
  statuscode: string
  /** the time at the municipality */
  gebeurdOp: Date
  /** when its event arrived; null when the portal knows the change only from a fetched zaak */
  ontvangenOp: Date | null
  /** true when the portal missed the event and fetched it */
  isOpgehaald: boolean
  /** W3C trace id in hex, as in the audittrail of the zaaksysteem; null when the event has none */
  traceId: string | null
  /**
   * in order of time; `gemeldOp`: when the zaaksysteem received it; `document`: the document as it was
   * fetched
   */
  bewijzen: { soort: Bewijssoort; tijdstip: Date; gemeldOp: Date | null; document?: OpgehaaldDocument }[]
}

export type BewijsVanZaak = {
  zaak: ZaakVanBurger
  /** the outcome of each change, oldest first */
  wijzigingen: BewijsVanWijziging[]
  /** the things that the citizen sent or asked, oldest first */
  inzendingen: InzendingVanBurger[]
}

/** Returns the evidence of notifications and inzendingen of an own zaak; `undefined` for another's zaak. */
export async function findBewijsOfZaak(
  ctx: PublieksportaalContext,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<BewijsVanZaak | undefined> {
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return undefined
  const { db, env } = ctx
  const statussen = await db.status.findMany({
    where: { zaakId, zaak: { burgerId } },
    select: { gebeurtenisId: true, versie: true, soort: true, statuscode: true, datumStatusGezet: true },
    orderBy: { versie: 'asc' },
  })
  const bron = env.PUBLIEKSPORTAAL_BRON
  const ontvangsten = await db.ontvangenGebeurtenis.findMany({
    where: { source: bron, id: { in: statussen.map(({ gebeurtenisId }) => gebeurtenisId) } },
    select: { id: true, credentialtype: true, traceId: true, ontvangenOp: true },
  })
  const bewijzen = await db.bewijs.findMany({
    where: { zaakId, burgerId, bron },
    select: { gebeurtenisId: true, soort: true, tijdstip: true, document: true, gemeldOp: true },
    orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
  })
  const ontvangstOf = new Map(ontvangsten.map((ontvangst) => [ontvangst.id, ontvangst]))
  const bewijzenOf = Map.groupBy(bewijzen, ({ gebeurtenisId }) => gebeurtenisId)
  const wijzigingen = statussen.map(({ datumStatusGezet, ...status }) => {
    const { gebeurtenisId } = status
    const ontvangst = ontvangstOf.get(gebeurtenisId)
    return {
      ...status,
      soort: status.soort as StatusSoort,
      gebeurdOp: datumStatusGezet,
      ontvangenOp: ontvangst?.ontvangenOp ?? null,
      isOpgehaald: ontvangst?.credentialtype === 'OPGEHAALD',
      traceId: ontvangst?.traceId ? Buffer.from(ontvangst.traceId).toString('hex') : null,
      bewijzen: (bewijzenOf.get(gebeurtenisId) ?? []).map(({ gebeurtenisId: _, document, ...bewijs }) => ({
        ...bewijs,
        ...(document && { document: document as OpgehaaldDocument }),
      })),
    }
  })
  return { zaak, wijzigingen, inzendingen: await findInzendingen(ctx, { burgerId, zaakId }) }
}
