import { Badge } from '#lib/ui/text/badge.tsx'
import { daysLeft, shortDate } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'

/** With this many days left, or fewer, they stand in a badge. */
const NEAR_DAYS = 7

/** The streefdatum is the municipality's own aim; the fatale datum is the law's limit. */
const TONES = {
  streefdatum: { late: 'warning', near: 'neutral' },
  fataledatum: { late: 'error', near: 'warning' },
} as const

/** A date of an open zaak with the days left; `date` is `yyyy-mm-dd`. */
export function Termijn({ kind, date, days }: { kind: keyof typeof TONES; date: string; days: number }) {
  const { late, near } = TONES[kind]
  return (
    <>
      {days <= NEAR_DAYS ? <Badge tone={days < 0 ? late : near}>{daysLeft(days)}</Badge> : daysLeft(days)}
      <span className="staff-caption">{shortDate(date)}</span>
    </>
  )
}

/** The days until the fatale datum, beside the title of an open zaak. */
export function FataleTermijn({ days }: { days: number }) {
  if (days < 0) return <Badge tone="error">{balie.termijn.naFataleDatum(-days)}</Badge>
  const text = days === 0 ? balie.termijn.vandaagFataleDatum : balie.termijn.nogTotFataleDatum(days)
  return <Badge tone={days <= NEAR_DAYS ? 'warning' : 'neutral'}>{text}</Badge>
}
