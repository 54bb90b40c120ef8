import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { fillDates, plainDate } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Stilstand, voortgang } from '#lib/voortgang/voortgang.ts'

/** One zaak in the list: what it is, where it stands, and one date that says of what kind it is. */
export function ZaakCard({ zaak, taal, now }: { zaak: ZaakVanBurger; taal: Taal; now: Date }) {
  const t = texts(taal).zaken
  const { antwoord, moetHandelen, stilstand } = voortgang(zaak)
  const datums = { fataleDatum: zaak.uiterlijkeEinddatum, bezwaardatum: zaak.besluit?.uiterlijkeReactiedatum ?? null }
  return (
    <article className="zb-card zb-zaak-card">
      <div className="zb-zaak-card__heading">
        <Heading level={3}>
          <Link href={`/mijn/zaken/${zaak.id}`}>{zaak.omschrijving}</Link>
        </Heading>
        {zaak.versie > zaak.gezienVersie && <Badge tone="warning">{t.zojuist}</Badge>}
        {moetHandelen && <Badge tone="warning">{t.uMoetIetsDoen}</Badge>}
      </div>
      <p className="zb-zaak-card__antwoord">{fillDates(antwoord[taal], datums, taal)}</p>
      <p className="zb-zaak-card__facts">
        {zaak.zaaktype.omschrijving[taal]} · <ZaakDate {...dateOf(zaak, stilstand, dateInAmsterdam(now))} taal={taal} />
      </p>
    </article>
  )
}

/** The date that matters most now. */
function dateOf(
  { einddatum, uiterlijkeEinddatum }: ZaakVanBurger,
  stilstand: Stilstand | null,
  today: string,
): { kind: 'afgerondOp' | 'aanvullenVoor' | 'staatStil' | 'hadBeslist' | 'beslist'; date: string } {
  if (einddatum) return { kind: 'afgerondOp', date: einddatum }
  if (stilstand?.soort === 'aanvulling') return { kind: 'aanvullenVoor', date: stilstand.tot }
  if (stilstand) return { kind: 'staatStil', date: stilstand.vanaf }
  return { kind: uiterlijkeEinddatum < today ? 'hadBeslist' : 'beslist', date: uiterlijkeEinddatum }
}

function ZaakDate({ kind, date, taal }: ReturnType<typeof dateOf> & { taal: Taal }) {
  return (
    <>
      {texts(taal).zaken[kind]}{' '}
      <time dateTime={date} className="zb-number">
        {plainDate(date, taal)}
      </time>
    </>
  )
}
