import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate, shortDate } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'

const { kolom, zaak: texts } = balie

/** Whose the zaak is, and its dates. */
export function ZaakFeiten({ zaak }: { zaak: ZaakDetail }) {
  const { startdatum, einddatum, einddatumGepland, uiterlijkeEinddatum, archiefactiedatum } = zaak
  const dates = einddatum
    ? [
        { term: kolom.afgehandeldOp, value: shortDate(einddatum) },
        {
          term: texts.bewaren,
          value: archiefactiedatum ? texts.totVernietiging(plainDate(archiefactiedatum, 'nl')) : texts.blijftBewaard,
        },
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
      ]}
    />
  )
}
