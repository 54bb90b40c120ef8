import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/page-message.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { isBekend, verwachteDag } from '#lib/voortgang/promised-datums.ts'
import type { Voortgang } from '#lib/voortgang/voortgang.ts'

/** The facts of a zaak, each date with what it is, and whom to call. */
export function ZaakFacts({
  zaak,
  stand,
  phone,
  taal,
  today,
}: {
  zaak: ZaakVanBurger
  stand: Pick<Voortgang, 'stilstand' | 'reacties' | 'nietLaatVanaf'>
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
          ...dates.map(({ term, date, waarom }) => ({
            term,
            value: (
              <>
                <time dateTime={date}>{plainDate(date, taal)}</time>
                {waarom && ` ${waarom}`}
              </>
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

type Fact = { term: string; date: string /** said after the date */; waarom?: string }

/** While the term stands still, the dates by which it would have ended say nothing. */
function datesOf(
  { startdatum, einddatum, einddatumGepland, uiterlijkeEinddatum }: ZaakVanBurger,
  {
    stilstand,
    reacties,
    nietLaatVanaf,
    taal,
    today,
  }: Pick<Voortgang, 'stilstand' | 'reacties' | 'nietLaatVanaf'> & {
    taal: Taal
    today: string
  },
): Fact[] {
  const { zaak: t, rechtsmiddel } = texts(taal)
  const begun: Fact = { term: t.ingediend, date: startdatum }
  const decided = reacties.flatMap(({ soort, tegen, bekendmakingsdatum, uiterlijk }): Fact[] => {
    const { kan, kon } = rechtsmiddel[soort]
    return [
      { term: t.bekendmaking[bekendmakingsdatum > today ? 'komt' : 'gebeurd'][tegen], date: bekendmakingsdatum },
      { term: uiterlijk < today ? kon : kan, date: uiterlijk },
    ]
  })
  if (einddatum) return [begun, { term: t.afgerondOp, date: einddatum }, ...decided]
  const isPast = uiterlijkeEinddatum < today
  // a zaak that was reopened: what was decided holds
  const isDecided = isPast && isBekend(nietLaatVanaf, today)
  const term = isPast ? t.hadBeslist : t.beslist
  const decidesBy: Fact[] = isDecided ? [] : [{ term, date: uiterlijkeEinddatum, waarom: t.vanDeWet(isPast) }]
  if (stilstand) {
    const { soort, vanaf, tot, staatStil, eindigtVanzelf } = stilstand
    const stil: Fact = { term: t.staatStil, date: vanaf }
    const until = soort === 'aanvulling' ? t.aanvullenVoor : t.uitstelTot
    const ends: Fact = { term: eindigtVanzelf ? until : t.verwachtTot, date: tot }
    return staatStil ? [begun, ...decided, stil, ends] : [begun, ...decided, ends, ...decidesBy]
  }
  const verwacht = verwachteDag({ einddatumGepland, uiterlijkeEinddatum }, today)
  const streef: Fact[] = verwacht ? [{ term: t.streef, date: verwacht }] : []
  return [begun, ...decided, ...streef, ...decidesBy]
}
