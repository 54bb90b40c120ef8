import type { Doorlooptijd } from '#lib/publieksportaal/sync/zaaksysteem-api.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainDate, writtenDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/page-message.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { Antwoord } from '#lib/voortgang/antwoorden/antwoorden.ts'
import type { Voortgang } from '#lib/voortgang/voortgang.ts'

/** The facts of a zaak: its dates with their meaning, and the contact. */
export function ZaakFacts({
  zaak,
  stand,
  nu,
  phone,
  taal,
  today,
}: {
  zaak: ZaakVanBurger
  stand: Stand
  nu: Antwoord
  phone: string
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}) {
  const t = texts(taal).zaak
  const dates = datesOf(zaak, { ...stand, nu, taal, today })
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
          { term: t.team, value: <span lang="nl">{texts('nl').team(zaak.behandelendTeam)}</span> },
        ]}
      />
      <Paragraph small className="zb-zaak-facts__question">
        {t.vraag.before} <PhoneLink number={phone} /> {t.vraag.after}
      </Paragraph>
    </Card>
  )
}

type Stand = Pick<Voortgang, 'stilstand' | 'reacties' | 'nogBekend'>

type Fact = { term: string; date: string /** said after the date */; waarom?: string }

/** The dates that agree with the answer above: a suspended term has no dates for the besluit. */
function datesOf(
  { startdatum, einddatum, ontwerp }: ZaakVanBurger,
  { stilstand, reacties, nogBekend, nu, taal, today }: Stand & { nu: Antwoord; taal: Taal; today: string },
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
  if (nogBekend) decided.push({ term: t.bekendmaking.komt.besluit, date: nogBekend })
  if (einddatum) return [begun, { term: t.afgerondOp, date: einddatum }, ...decided]
  const reageren = ontwerp?.zienswijzenUiterlijk ?? ''
  if (reageren >= today) decided.push({ term: t.reagerenTot, date: reageren })
  const { verwacht, uiterlijk } = nu.besluit
  const isPast = uiterlijk !== null && uiterlijk < today
  return [
    begun,
    ...decided,
    ...(stilstand ? stilstandDates(stilstand, { nu, taal, today }) : []),
    ...(verwacht && !nogBekend ? [{ term: t.streef, date: verwacht }] : []),
    ...(uiterlijk ? [{ term: isPast ? t.hadBeslist : t.beslist, date: uiterlijk, waarom: t.vanDeWet(isPast) }] : []),
  ]
}

/** The start and the last day of a suspension; after the last day the term resumes by itself. */
function stilstandDates(
  { soort, vanaf, tot, staatStil, eindigtVanzelf }: NonNullable<Stand['stilstand']>,
  { nu: { rij }, taal, today }: { nu: Antwoord; taal: Taal; today: string },
): Fact[] {
  const { zaak: t, zaken } = texts(taal)
  const isOver = tot < today
  const stil: Fact[] = staatStil && !(isOver && eindigtVanzelf) ? [{ term: t.staatStil, date: vanaf }] : []
  if (rij === 'aanvullen') return [...stil, { term: t.aanvullenVoor, date: tot }]
  if (rij === 'aanvullingVoorbij') return [...stil, { term: zaken.datum.aanvullenWas, date: tot }]
  if (soort === 'aanvulling') return stil
  return isOver ? stil : [...stil, { term: eindigtVanzelf ? t.uitstelTot : t.verwachtTot, date: tot }]
}

type Props = {
  doorlooptijd: Doorlooptijd
  /** suspension of the term */
  stilstand: 'nu' | 'geweest' | 'nooit'
  /** the day by which the citizen hears from us, `yyyy-mm-dd`; null while that is not promised */
  hoortUiterlijk: string | null
  taal: Taal
}

/** The usual duration of such an application, which is no promise. */
export function Duur({ doorlooptijd, stilstand, hoortUiterlijk, taal }: Props) {
  const { aantal, helftBinnenWeken: helft, negenVanTienBinnenWeken: meeste } = doorlooptijd
  const t = texts(taal).duur
  return (
    <Card title={t.titel} className="zb-duur">
      <Paragraph>{helft === meeste ? t.meeste(t.weken(meeste)) : t.helft(t.weken(helft), t.weken(meeste))}</Paragraph>
      {stilstand !== 'nooit' && <Paragraph>{t.staatStil[stilstand]}</Paragraph>}
      <Paragraph>
        {hoortUiterlijk ? t.geenBelofteMaar(writtenDate(hoortUiterlijk, taal)) : t.geenBelofte} {t.bron(aantal)}
      </Paragraph>
    </Card>
  )
}
