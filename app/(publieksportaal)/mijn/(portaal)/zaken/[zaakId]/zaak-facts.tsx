import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { Datum, type Datumsoort, soortOf } from '#lib/voortgang/datum.tsx'
import type { Voortgang } from '#lib/voortgang/voortgang.ts'

/** The facts of a zaak, each date with its kind, and whom to call. */
export function ZaakFacts({
  zaak,
  stand,
  phone,
  taal,
  today,
}: {
  zaak: ZaakVanBurger
  stand: Pick<Voortgang, 'stilstand' | 'reacties' | 'geldt'>
  phone: string
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}) {
  const t = texts(taal).zaak
  const dates = datesOf(zaak, { ...stand, taal, today })
  return (
    <Card title={t.gegevens}>
      <DataList
        items={[
          ...dates.map(({ term, date, soort }) => ({
            term,
            value: (
              <Datum soort={soort} dateTime={date} taal={taal}>
                {plainDate(date, taal)}
              </Datum>
            ),
          })),
          { term: t.team, value: <span lang="nl">{texts('nl').team(zaak.team)}</span> },
        ]}
      />
      <Paragraph small className="zb-zaak-facts__question">
        {t.vraag.before} <PhoneLink number={phone} /> {t.vraag.after}
      </Paragraph>
    </Card>
  )
}

type Fact = { term: string; date: string; soort: Datumsoort }

/** While the term stands still, the dates by which it would have ended say nothing. */
function datesOf(
  { startdatum, einddatum, einddatumGepland, uiterlijkeEinddatum }: ZaakVanBurger,
  {
    stilstand,
    reacties,
    geldt,
    taal,
    today,
  }: Pick<Voortgang, 'stilstand' | 'reacties' | 'geldt'> & {
    taal: Taal
    today: string
  },
): Fact[] {
  const { zaak: t, rechtsmiddel } = texts(taal)
  const begun: Fact = { term: t.ingediend, date: startdatum, soort: 'gebeurd' }
  const decided = reacties.flatMap(({ soort, tegen, bekendmakingsdatum, uiterlijk }): Fact[] => {
    const { kan, kon } = rechtsmiddel[soort]
    return [
      { term: t.bekendmaking[tegen], date: bekendmakingsdatum, soort: soortOf(bekendmakingsdatum, today) },
      { term: uiterlijk < today ? kon : kan, date: uiterlijk, soort: 'wettelijk' },
    ]
  })
  if (einddatum) return [begun, { term: t.afgerondOp, date: einddatum, soort: 'gebeurd' }, ...decided]
  const isPast = uiterlijkeEinddatum < today
  // a zaak that was reopened: what was decided holds
  const isDecided = isPast && geldt.length > 0
  const term = isPast ? t.hadBeslist : t.beslist
  const decidesBy: Fact[] = isDecided ? [] : [{ term, date: uiterlijkeEinddatum, soort: 'wettelijk' }]
  if (stilstand) {
    const { soort, vanaf, tot, staatStil, eindigtVanzelf } = stilstand
    const stil: Fact = { term: t.staatStil, date: vanaf, soort: soortOf(vanaf, today) }
    const ends: Fact = eindigtVanzelf
      ? { term: soort === 'aanvulling' ? t.aanvullenVoor : t.uitstelTot, date: tot, soort: 'laatsteDag' }
      : { term: t.verwachtTot, date: tot, soort: 'verwacht' }
    return staatStil ? [begun, ...decided, stil, ends] : [begun, ...decided, ends, ...decidesBy]
  }
  // what should have happened by now is no longer expected then
  const streef: Fact[] = einddatumGepland < today ? [] : [{ term: t.streef, date: einddatumGepland, soort: 'verwacht' }]
  return [begun, ...decided, ...streef, ...decidesBy]
}
