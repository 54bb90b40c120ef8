import type { Zaaktype } from '../catalogus/zaaktype.ts'
import { archiefactiedatumOf } from '../zaak/bewaren/archiefactiedatum.ts'
import type { BesluitAtVersie } from '../zaak/wijziging/besluiten.ts'

/** On what ground a zaak is destroyed: nothing of a person. Dates are `yyyy-mm-dd`. */
export type Grond = {
  zaakId: string
  /** the zaak's versie of which it is so */
  versie: number
  /** zaaknummer */
  identificatie: string
  /** identificatie of the zaaktype, and its name */
  zaaktype: string
  zaaktypenaam: string
  /** null of an open zaak, as its dates are */
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
