import type { ReactNode } from 'react'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { BerichtVanBurger } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import { writtenDate, writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { herinneringTexts } from '#lib/ui/texts/mijn/herinnering.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Bericht, berichten } from '#lib/voortgang/berichten.ts'

type Props = { bericht: BerichtVanBurger; taal: Taal; now: Date }

/**
 * A bericht: the change, its zaak and date, and the citizen's taak; or the last day that a reminder is about.
 */
export function BerichtCard(props: Props) {
  const { bericht: row, taal, now } = props
  if (!('versie' in row)) return <Herinnering {...props} row={row} />
  const { zaak, versie, gelezen } = row
  const bericht = berichten(zaak, { taal, now }).find((one) => one.versie === versie)
  if (!bericht) return null
  const toelichting = zaak.statussen.find((status) => status.versie === versie)?.statustoelichting
  const { berichten: t, zaken } = texts(taal)
  return (
    <article className="zb-card zb-link-card zb-bericht">
      <Kop {...props} titel={bericht.titel}>
        {!gelezen && <Badge tone="active">{t.nieuw}</Badge>}
        {bericht.moetHandelen && <Badge tone="warning">{zaken.uMoetIetsDoen}</Badge>}
      </Kop>
      {bericht.uitleg && <p className="zb-bericht__tekst">{bericht.uitleg}</p>}
      {toelichting && (
        <blockquote className="zb-bericht__tekst zb-bericht__toelichting" lang="nl">
          “{toelichting}”
        </blockquote>
      )}
      {bericht.binnen.length > 0 && (
        <p className="zb-bericht__tekst">
          {t.binnen} <span lang="nl">{bericht.binnen.map(({ naam }) => naam).join(', ')}</span>.
        </p>
      )}
      <TeDoen {...bericht} />
    </article>
  )
}

/**
 * @param props.titel title of the bericht
 * @param props.children content beside the title
 */
function Kop({
  bericht: { zaak, tijdstip },
  titel,
  taal,
  now,
  children,
}: Props & { titel: string; children?: ReactNode }) {
  return (
    <>
      <div className="zb-line">
        <Heading level={2}>
          <Link href={`/mijn/zaken/${zaak.id}`}>
            {titel}
            <span className="zb-hidden">
              : <span lang="nl">{zaak.omschrijving}</span>
            </span>
          </Link>
        </Heading>
        {children}
      </div>
      <p className="zb-soft zb-small zb-bericht__zaak">
        <span lang="nl">{zaak.omschrijving}</span> · <span className="zb-number">{zaak.identificatie}</span> ·{' '}
        <time dateTime={tijdstip.toISOString()}>{writtenMoment(tijdstip, { now, taal })}</time>
      </p>
    </>
  )
}

function Herinnering({
  row: { herinneringsoort: soort, laatsteDag },
  ...props
}: Props & { row: Extract<BerichtVanBurger, { laatsteDag: string }> }) {
  const { taal, now } = props
  const t = herinneringTexts[taal]
  const isPast = laatsteDag < dateInAmsterdam(now)
  const day = (isPast ? t.wasLaatsteDag : t.laatsteDag)[soort](writtenDate(laatsteDag, taal))
  return (
    <article className="zb-card zb-link-card zb-bericht">
      <Kop {...props} titel={t.titel[soort]} />
      <p className="zb-bericht__tekst">{isPast ? day : `${day} ${t.watDoen[soort]}`}</p>
    </article>
  )
}

function TeDoen({ teDoen, moetHandelen, aanvullingen }: Bericht) {
  if (!teDoen) return null
  return (
    <div
      className={classNames('zb-bericht__tekst', 'zb-bericht__te-doen', moetHandelen && 'zb-bericht__te-doen--moet')}
    >
      {teDoen}
      {aanvullingen.length > 0 && (
        <ul lang="nl">
          {aanvullingen.map(({ naam }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and never change order
            <li key={index}>{naam}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
