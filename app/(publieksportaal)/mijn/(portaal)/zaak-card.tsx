import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { fillDates, plainDate } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

/** One zaak in the list: what it is, where it stands, and one date that says of what kind it is. */
export function ZaakCard({ zaak, taal, now }: { zaak: ZaakVanBurger; taal: Taal; now: Date }) {
  const t = texts(taal).zaken
  const { antwoord, handeling, afgerond } = voortgang(zaak)
  const isLate = zaak.einddatum === null && zaak.uiterlijkeEinddatum < dateInAmsterdam(now)
  return (
    <article className="zb-card zb-zaak-card">
      <div className="zb-zaak-card__heading">
        <Heading level={3}>
          <Link href={`/mijn/zaken/${zaak.id}`}>{zaak.omschrijving}</Link>
        </Heading>
        {zaak.versie > zaak.gezienVersie && <Badge tone="warning">{t.zojuist}</Badge>}
        {handeling && !afgerond && <Badge tone="warning">{t.uMoetIetsDoen}</Badge>}
      </div>
      <p className="zb-zaak-card__antwoord">{fillDates(antwoord[taal], { ...zaak, taal })}</p>
      <p className="zb-zaak-card__facts">
        {zaak.zaaktype.omschrijving[taal]} · <ZaakDate zaak={zaak} isLate={isLate} taal={taal} />
      </p>
    </article>
  )
}

function ZaakDate({ zaak, isLate, taal }: { zaak: ZaakVanBurger; isLate: boolean; taal: Taal }) {
  const t = texts(taal).zaken
  const date = zaak.einddatum ?? zaak.uiterlijkeEinddatum
  return (
    <>
      {zaak.einddatum ? t.afgerondOp : isLate ? t.hadBeslist : t.beslist}{' '}
      <time dateTime={date} className="zb-number">
        {plainDate(date, taal)}
      </time>
    </>
  )
}
