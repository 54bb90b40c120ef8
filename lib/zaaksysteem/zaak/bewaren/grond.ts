import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { BesluitAtVersie } from '../wijziging/besluiten.ts'
import { archiefactiedatumOf } from './archiefactiedatum.ts'

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
