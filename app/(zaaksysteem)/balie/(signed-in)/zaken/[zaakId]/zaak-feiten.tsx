import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate, shortDate } from '#lib/ui/text/dates.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { NO_END } from '#lib/zaaksysteem/zaak/bewaren/hold-zaak.ts'

const { kolom, zaak: texts } = balie
const { aanhouden } = vernietiging

/** Whose the zaak is, and its dates. */
export function ZaakFeiten({ zaak, isAangehouden }: { zaak: ZaakDetail; isAangehouden: boolean }) {
  const { startdatum, einddatum, einddatumGepland, uiterlijkeEinddatum, aangehoudenTot } = zaak
  const { doorzending } = zaak.resource
  const dates = einddatum
    ? [
        { term: kolom.afgehandeldOp, value: shortDate(einddatum) },
        { term: texts.bewaren, value: bewarenOf(zaak) },
      ]
    : [
        { term: kolom.streefdatum, value: shortDate(einddatumGepland) },
        { term: kolom.fataledatum, value: shortDate(uiterlijkeEinddatum) },
      ]
  return (
    <DataList
      items={[
        { term: texts.aanvrager, value: balie.metKvk(zaak) },
        { term: kolom.ingediend, value: shortDate(startdatum) },
        ...dates,
        ...(doorzending
          ? [
              {
                term: doorzending.geheel ? texts.doorgezonden : texts.deelsDoorgezonden,
                value: texts.naarOp(doorzending.naar, shortDate(doorzending.op)),
              },
            ]
          : []),
        ...(isAangehouden && aangehoudenTot
          ? [
              {
                term: aanhouden.feit,
                value: aangehoudenTot === NO_END ? aanhouden.zonderEind : aanhouden.tot(shortDate(aangehoudenTot)),
              },
            ]
          : []),
      ]}
    />
  )
}

function bewarenOf({ archiefactiedatum, zaaktype, resultaat }: ZaakDetail): string {
  if (archiefactiedatum) return texts.totVernietiging(plainDate(archiefactiedatum, 'nl'))
  const { bewaartermijn } = zaaktype.resultaattypen.find(({ code }) => code === resultaat) ?? {}
  return bewaartermijn ? texts.zolangBesluitGeldt : texts.blijftBewaard
}
