import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** The facts of a zaak, each date with its kind, and whom to call. */
export function ZaakFacts({ zaak, phone, taal }: { zaak: ZaakVanBurger; phone: string; taal: Taal }) {
  const t = texts(taal).zaak
  const dates = zaak.einddatum
    ? [{ term: t.afgerondOp, date: zaak.einddatum }]
    : [
        { term: t.streef, date: zaak.einddatumGepland },
        { term: t.beslist, date: zaak.uiterlijkeEinddatum },
      ]
  return (
    <div className="zb-card">
      <Heading level={2}>{t.gegevens}</Heading>
      <DataList
        items={[
          ...[{ term: t.ingediend, date: zaak.startdatum }, ...dates].map(({ term, date }) => ({
            term,
            value: <time dateTime={date}>{plainDate(date, taal)}</time>,
          })),
          { term: t.team, value: texts(taal).team(zaak.team) },
        ]}
      />
      <Paragraph small className="zb-zaak-facts__question">
        {t.vraag.before} <PhoneLink number={phone} /> {t.vraag.after}
      </Paragraph>
    </div>
  )
}
