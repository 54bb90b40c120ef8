import { dateInAmsterdam, isoDate } from '#lib/platform/calendar.ts'
import { recordedTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { compareZaaktypen, largeTermChanges } from '../compare-zaaktypen.ts'
import { insertZaaktypeversie } from '../store-zaaktypeversie.ts'
import { zaaktypeGegevens } from '../zaaktype.ts'

/**
 * The reason why a concept cannot become a version:
 * - `conflict`: a colleague changed or discarded it
 * - `incomplete`: it was imported, and has empty fields
 * - `begins_in_past`: aanvragen since that day were handled by another version
 * - `begins_before_planned`: a planned version begins later and does not have its changes
 * - `large_term_change`: a term changes by more than half, without a confirmation
 */
type PublishRefusal = 'conflict' | 'incomplete' | 'begins_in_past' | 'begins_before_planned' | 'large_term_change'

type Publication = {
  identificatie: string
  /** the bewerking of the concept that the page showed */
  bewerking: number
  /** the first day on which an aanvraag gets it, `yyyy-mm-dd` */
  geldigVanaf: string
  /** true when large changes of terms were confirmed */
  bevestigd: boolean
  /** a beheerder */
  actor: TracedActor
}

/**
 * Makes the concept the next version, from a day on. Earlier aanvragen and running zaken keep their version.
 */
export async function publishConcept(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, bewerking, geldigVanaf, bevestigd, actor }: Publication,
): Promise<{ ok: true; versie: number } | { ok: false; reason: PublishRefusal }> {
  return recordedTransaction(ctx, async (tx, record) => {
    await tx.$queryRaw`select from zaaktypeconcept where identificatie = ${identificatie} for update`
    const concept = await tx.zaaktypeconcept.findUnique({ where: { identificatie } })
    if (concept?.bewerking !== bewerking) return { ok: false, reason: 'conflict' }
    const newest = await tx.zaaktypeversie.findFirst({ where: { identificatie }, orderBy: { versie: 'desc' } })
    const gegevens = zaaktypeGegevens.parse(concept.gegevens)

    if (!concept.volledig) return { ok: false, reason: 'incomplete' }
    if (geldigVanaf < dateInAmsterdam(ctx.clock())) return { ok: false, reason: 'begins_in_past' }
    if (newest && geldigVanaf < isoDate(newest.geldigVanaf)) return { ok: false, reason: 'begins_before_planned' }
    if (newest && !bevestigd) {
      const before = zaaktypeGegevens.parse(newest.gegevens)
      if (largeTermChanges(before, compareZaaktypen(before, gegevens)).length > 0) {
        return { ok: false, reason: 'large_term_change' }
      }
    }

    const { versie } = concept
    const { stored, regel } = await insertZaaktypeversie(tx, ctx, {
      identificatie,
      versie,
      gegevens,
      geldigVanaf,
      actor,
    })
    if (!regel) return stored
    await tx.zaaktypeconcept.delete({ where: { identificatie } })
    await record(regel)
    return stored
  })
}
