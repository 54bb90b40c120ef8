import { addToDate } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import { type BesluitAtVersie, besluitenAt } from '../wijziging/besluiten.ts'

type Ended = { resultaat: string | null; einddatum: string | null; besluiten: readonly BesluitAtVersie[] }

/** Returns the day from which a zaak may be destroyed; null when open, kept forever or not known yet. */
export function archiefactiedatumOf(zaaktype: Zaaktype, zaak: Ended): string | null {
  const { bewaartermijn, brondatum } = zaaktype.resultaattypen.find(({ code }) => code === zaak.resultaat) ?? {}
  if (!zaak.einddatum || !bewaartermijn) return null
  const from = brondatum === 'vervaldatum_besluit' ? lastDayOf(zaak.einddatum, zaak.besluiten) : zaak.einddatum
  return from && addToDate(from, bewaartermijn)
}

/** The later of the einddatum and the end of the last besluit; null while one holds without an end. */
function lastDayOf(einddatum: string, rows: readonly BesluitAtVersie[]): string | null {
  const ends = [einddatum, ...besluitenAt(rows).map(({ vervaldatum }) => vervaldatum)]
  return ends.includes(null) ? null : (ends.sort().at(-1) as string)
}
