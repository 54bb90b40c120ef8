import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { Stilstand } from '#lib/voortgang/voortgang.ts'

/** The facts of a zaak, each date with its kind, and whom to call. */
export function ZaakFacts({
  zaak,
  stilstand,
  phone,
  taal,
}: {
  zaak: ZaakVanBurger
  stilstand: Stilstand | null
  phone: string
  taal: Taal
}) {
  const t = texts(taal).zaak
  const dates = datesOf(zaak, stilstand, t)
  return (
    <div className="zb-card">
      <Heading level={2}>{t.gegevens}</Heading>
      <DataList
        items={[
          ...[{ term: t.ingediend, date: zaak.startdatum }, ...dates].map(({ term, date }) => ({
            term,
            value: <time dateTime={date}>{plainDate(date, taal)}</time>,
          })),
          { term: t.team, value: <span lang="nl">{texts('nl').team(zaak.team)}</span> },
        ]}
      />
      <Paragraph small className="zb-zaak-facts__question">
        {t.vraag.before} <PhoneLink number={phone} /> {t.vraag.after}
      </Paragraph>
    </div>
  )
}

/** While the term stands still, the dates by which it would have ended say nothing. */
function datesOf({ einddatum, besluit, ...zaak }: ZaakVanBurger, stilstand: Stilstand | null, t: Texts['zaak']) {
  const besluitdata = besluit
    ? [
        { term: t.bekendmaking, date: besluit.bekendmakingsdatum },
        { term: t.bezwaar, date: besluit.uiterlijkeReactiedatum },
      ]
    : []
  if (einddatum) return [{ term: t.afgerondOp, date: einddatum }, ...besluitdata]
  if (stilstand) {
    return [
      { term: t.staatStil, date: stilstand.vanaf },
      { term: stilstand.soort === 'aanvulling' ? t.aanvullenVoor : t.verwachtTot, date: stilstand.tot },
    ]
  }
  return [
    { term: t.streef, date: zaak.einddatumGepland },
    { term: t.beslist, date: zaak.uiterlijkeEinddatum },
  ]
}
