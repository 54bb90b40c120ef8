import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Badge, ZojuistBadge } from '#lib/ui/text/badge.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import { plainDate, writtenDate, writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { tekstenOf } from './soorten.ts'
import { type Nu, stapZinnen } from './stap-zinnen.ts'

/** The SVG path of the sign in the ring of a step; null leaves the ring empty. */
const SIGNS = {
  klaar: 'M3.5 9.5l3.7 3.7L14.5 5.5',
  teruggenomen: 'M5 5l8 8M13 5l-8 8',
  nu: null,
  komt: null,
}

type Shared = {
  taal: Taal
  now: Date
  /** the author of the notes */
  behandelendTeam: string
  /** steps with a higher versie are marked as just changed; absent: none is */
  gezienVersie?: number
  /** the day on which the aanvraag was received, `yyyy-mm-dd`; can lie before its registration */
  startdatum: string
  /** the dates that the steps name, and the things still to be sent */
  nu: Nu
}

export function Tijdlijn({
  stappen,
  klein = false,
  ...shared
}: Shared & { stappen: readonly VoortgangStap[]; klein?: boolean }) {
  return (
    <ol className={classNames('zb-tijdlijn', klein && 'zb-tijdlijn--klein')}>
      {stappen.map((stap, index) => (
        // Coming steps are counted from the end, so that they keep their element when a step is taken.
        <Stap
          key={stap.versie ?? `komt ${stappen.length - index}`}
          stap={stap}
          isLast={index === stappen.length - 1}
          {...shared}
        />
      ))}
    </ol>
  )
}

function Stap({
  stap,
  isLast,
  taal,
  now,
  behandelendTeam,
  gezienVersie = Number.POSITIVE_INFINITY,
  startdatum,
  nu,
}: Shared & { stap: VoortgangStap; isLast: boolean }) {
  const t = texts(taal).tijdlijn
  const isFresh = stap.versie !== null && stap.versie > gezienVersie
  const isTakenBack = stap.soort === 'teruggenomen'
  const isCurrent = !isTakenBack && stap.versie !== null && stap.versie === nu.stap
  const look = lookOf(stap, isCurrent)
  return (
    <li
      className={classNames('zb-stap', `zb-stap--${look}`, isFresh && 'zb-stap--vers')}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className="zb-stap__teken">{SIGNS[look] && <Sign path={SIGNS[look]} />}</span>
      <div className="zb-line zb-stap__kop">
        <Heading level={3}>
          {!isCurrent && <span className={isTakenBack ? undefined : 'zb-hidden'}>{t[look]} </span>}
          {isTakenBack ? <s>{stap.omschrijving[taal]}</s> : stap.omschrijving[taal]}
        </Heading>
        {isCurrent && <Badge tone="active">{t.nu}</Badge>}
        {isFresh && stap.datumStatusGezet && (
          <ZojuistBadge
            sinds={stap.datumStatusGezet}
            isVandaag={begonOp(stap, startdatum) === dateInAmsterdam(now)}
            now={now}
            texts={texts(taal).vers}
          />
        )}
      </div>
      <StapDatum stap={stap} startdatum={startdatum} besluit={isLast ? nu.besluit : null} taal={taal} now={now} />
      <StapUitleg stap={stap} nu={nu} taal={taal} />
      <StapToelichting stap={stap} team={behandelendTeam} taal={taal} />
    </li>
  )
}

/** Returns the day shown beside a step, `yyyy-mm-dd`: that of receipt when the zaak was registered later. */
function begonOp({ soort, datumStatusGezet }: VoortgangStap, startdatum: string): string | null {
  const op = datumStatusGezet && dateInAmsterdam(datumStatusGezet)
  return op && soort === 'registratie' && startdatum < op ? startdatum : op
}

const lookOf = ({ soort, toestand }: VoortgangStap, isCurrent: boolean) =>
  soort === 'teruggenomen' ? soort : isCurrent ? 'nu' : toestand

/** Shows when the step was taken, or when the last step is expected and must be taken. */
function StapDatum({
  stap,
  startdatum,
  besluit,
  taal,
  now,
}: {
  stap: VoortgangStap
  startdatum: string
  besluit: Nu['besluit'] | null
  taal: Taal
  now: Date
}) {
  const { datumStatusGezet } = stap
  if (datumStatusGezet && begonOp(stap, startdatum) === startdatum && startdatum < dateInAmsterdam(datumStatusGezet)) {
    return (
      <p className="zb-stap__datum">
        <time dateTime={startdatum}>{writtenDate(startdatum, taal)}</time>
      </p>
    )
  }
  if (datumStatusGezet) {
    return (
      <p className="zb-stap__datum">
        <time dateTime={datumStatusGezet.toISOString()}>{writtenMoment(datumStatusGezet, { now, taal })}</time>
      </p>
    )
  }
  if (!besluit) return null
  const t = texts(taal)
  const { verwacht, uiterlijk } = besluit
  return (
    <>
      {verwacht && (
        <p className="zb-stap__datum">
          {t.tijdlijn.verwacht} <time dateTime={verwacht}>{plainDate(verwacht, taal)}</time>
        </p>
      )}
      {uiterlijk && (
        <p className="zb-stap__datum">
          {t.tijdlijn.uiterlijk} <time dateTime={uiterlijk}>{plainDate(uiterlijk, taal)}</time>{' '}
          {t.zaak.vanDeWet(uiterlijk < dateInAmsterdam(now))}
        </p>
      )}
    </>
  )
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

function StapUitleg({ stap, nu, taal }: { stap: VoortgangStap; nu: Nu; taal: Taal }) {
  const aanvullingen = stap.staatStil ? nu.nogTeSturen : []
  const zinnen = stapZinnen(stap, nu, taal)
  if (zinnen.length === 0) return null
  return (
    <>
      <p className="zb-stap__uitleg">{zinnen.join(' ')}</p>
      {aanvullingen.length > 0 && (
        <ul className="zb-stap__gevraagd" lang="nl">
          {aanvullingen.map(({ naam }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two things can have one name; they never move
            <li key={index}>{naam}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Shows the toelichting of a step; struck out, and said to be so, when the step was taken back. */
function StapToelichting({ stap, team, taal }: { stap: VoortgangStap; team: string; taal: Taal }) {
  const { soort, statustoelichting } = stap
  if (!statustoelichting) return null
  const t = texts(taal)
  const isTakenBack = soort === 'teruggenomen'
  return (
    <>
      {(isTakenBack || tekstenOf(soort).heeftReden) && (
        <p className="zb-stap__uitleg">{isTakenBack ? t.stap.geldtNietMeer : t.stap.reden}</p>
      )}
      <blockquote className="zb-stap__toelichting">
        <p lang="nl">{isTakenBack ? <s>“{statustoelichting}”</s> : `“${statustoelichting}”`}</p>
        <footer lang="nl">{texts('nl').team(team)}</footer>
      </blockquote>
    </>
  )
}
