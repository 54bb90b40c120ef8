import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { findTekst } from './find-tekst.ts'

export const MOST_REDENTEKENS = 300

/**
 * Stores whether a text was clear, for the authors of texts. Anonymous: only the zaaktype and the day are
 * stored, and neither log nor audittrail records the act.
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
