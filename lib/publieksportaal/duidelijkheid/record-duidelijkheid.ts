import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { findTekst } from './find-tekst.ts'

/** How long a reden may be. */
export const MOST_REDENTEKENS = 300

/**
 * Keeps whether a text of a zaak was clear, for who makes texts better. Of the zaak no more than its zaaktype is kept, and of the
 * moment the day; nothing of the citizen. Neither the log nor the audittrail says that somebody did this.
 *
 * @returns false when there is no text to ask about
 */
export async function recordDuidelijkheid(
  { db, clock }: Pick<PublieksportaalContext, 'db' | 'clock'>,
  zaak: ZaakVanBurger,
  { duidelijk, reden }: { duidelijk: boolean; reden: string },
): Promise<boolean> {
  const now = clock()
  const tekst = findTekst(zaak, now)
  if (tekst === null) return false
  const { identificatie: zaaktype } = zaak.zaaktype
  const dag = new Date(dateInAmsterdam(now))
  await db.duidelijkheid.create({
    data: { dag, zaaktype, tekst, duidelijk, reden: reden || null },
    select: { dag: true },
  })
  return true
}
