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

/** The later of the einddatum and the end of the last besluit; null while one without an end is in force. */
function lastDayOf(einddatum: string, rows: readonly BesluitAtVersie[]): string | null {
  const ends = [einddatum, ...besluitenAt(rows).map(({ vervaldatum }) => vervaldatum)]
  return ends.includes(null) ? null : (ends.sort().at(-1) as string)
}

/** The ground for destroying a zaak, without personal data. Dates are `yyyy-mm-dd`. */
export type Grond = {
  zaakId: string
  /** the versie of the zaak for which the ground holds */
  versie: number
  /** zaaknummer */
  identificatie: string
  /** identificatie and name of the zaaktype */
  zaaktype: string
  zaaktypenaam: string
  /** null for an open zaak, as are its dates */
  resultaatnaam: string | null
  /** category of the Selectielijst */
  selectielijst: string | null
  einddatum: string | null
  /** ISO 8601, in years */
  bewaartermijn: string | null
  archiefactiedatum: string | null
}

type Of = Pick<Grond, 'zaakId' | 'versie' | 'identificatie' | 'einddatum'> & {
  resultaat: string | null
  besluiten: readonly BesluitAtVersie[]
}

export function grondOf(zaaktype: Zaaktype, zaak: Of): Grond {
  const { zaakId, versie, identificatie, einddatum, resultaat } = zaak
  const resultaattype = zaaktype.resultaattypen.find(({ code }) => code === resultaat)
  return {
    zaakId,
    versie,
    identificatie,
    zaaktype: zaaktype.identificatie,
    zaaktypenaam: zaaktype.omschrijving.nl,
    resultaatnaam: resultaattype?.omschrijving.nl ?? null,
    selectielijst: resultaattype?.selectielijst ?? null,
    einddatum,
    bewaartermijn: resultaattype?.bewaartermijn ?? null,
    archiefactiedatum: archiefactiedatumOf(zaaktype, zaak),
  }
}
