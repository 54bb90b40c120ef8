import { Badge } from '#lib/ui/text/badge.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import { plainDate, writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal, Tekst } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** Path of the sign in the ring of a step; null leaves the ring empty. */
const SIGNS = {
  klaar: 'M3.5 9.5l3.7 3.7L14.5 5.5',
  overgeslagen: 'M4.5 9h9',
  nu: null,
  komt: null,
}

/** A step as `voortgang` returns it. */
export type TijdlijnStap = {
  toestand: 'klaar' | 'nu' | 'komt'
  soort: 'stap' | 'heropend'
  omschrijving: Tekst
  tijdstip: Date | null
  toelichting: string | null
  versie: number | null
}

type Shared = {
  taal: Taal
  now: Date
  /** who wrote the notes */
  team: string
  /** steps with a higher versie are shown as just changed; absent: none are */
  gezienVersie?: number
  /** `yyyy-mm-dd`; shown at the last step while that is still to come */
  uiterlijkeEinddatum: string
}

/** The steps taken and still to come, oldest first. */
export function Tijdlijn({
  stappen,
  klein = false,
  ...shared
}: Shared & { stappen: readonly TijdlijnStap[]; klein?: boolean }) {
  return (
    <ol className={classNames('zb-tijdlijn', klein && 'zb-tijdlijn--klein')}>
      {stappen.map((stap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: after heropenen a step can be listed twice; steps never move
        <Stap key={index} stap={stap} isLast={index === stappen.length - 1} {...shared} />
      ))}
    </ol>
  )
}

function Stap({
  stap,
  isLast,
  taal,
  now,
  team,
  gezienVersie = Number.POSITIVE_INFINITY,
  uiterlijkeEinddatum,
}: Shared & { stap: TijdlijnStap; isLast: boolean }) {
  const t = texts(taal).tijdlijn
  const isFresh = stap.versie !== null && stap.versie > gezienVersie
  const isCurrent = stap.toestand === 'nu'
  const look = stap.toestand === 'klaar' && !stap.tijdstip ? 'overgeslagen' : stap.toestand
  return (
    <li
      className={classNames('zb-stap', `zb-stap--${look}`, isFresh && 'zb-stap--vers')}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className="zb-stap__teken">{SIGNS[look] && <Sign path={SIGNS[look]} />}</span>
      <div className="zb-stap__kop">
        <Heading level={3}>
          {!isCurrent && <span className="zb-hidden">{t[look]} </span>}
          {stap.omschrijving[taal]}
        </Heading>
        {isCurrent && <Badge tone="active">{t.nu}</Badge>}
        {isFresh && <Badge tone="warning">{t.zojuist}</Badge>}
      </div>
      <Datum stap={stap} isLast={isLast} uiterlijkeEinddatum={uiterlijkeEinddatum} taal={taal} now={now} />
      {stap.toelichting && (
        <blockquote className="zb-stap__toelichting">
          <p lang="nl">“{stap.toelichting}”</p>
          <footer>{texts(taal).team(team)}</footer>
        </blockquote>
      )}
    </li>
  )
}

function Datum({
  stap,
  isLast,
  uiterlijkeEinddatum,
  taal,
  now,
}: Omit<Shared, 'team'> & { stap: TijdlijnStap; isLast: boolean }) {
  const t = texts(taal).tijdlijn
  if (stap.tijdstip) {
    return (
      <time className="zb-stap__datum" dateTime={stap.tijdstip.toISOString()}>
        {writtenMoment(stap.tijdstip, { now, taal })}
      </time>
    )
  }
  if (stap.toestand === 'klaar') return <span className="zb-stap__datum">{t.nietNodig}</span>
  if (!isLast) return null
  return (
    <time className="zb-stap__datum" dateTime={uiterlijkeEinddatum}>
      {t.uiterlijk(plainDate(uiterlijkeEinddatum, taal))}
    </time>
  )
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
