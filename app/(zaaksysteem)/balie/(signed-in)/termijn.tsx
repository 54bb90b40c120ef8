import { Badge } from '#lib/ui/text/badge.tsx'
import { daysLeft, shortDate } from '#lib/ui/text/dates.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { TermijnCell } from './zaak-row.tsx'

/** At most this many remaining days are shown in a badge. */
const NEAR_DAYS = 7

/** The streefdatum is the municipality's own aim; the fatale datum is the law's limit. */
const TONES = {
  streefdatum: { late: 'warning', near: 'neutral' },
  fataledatum: { late: 'error', near: 'warning' },
} as const

/** The reason why an open zaak has no remaining days; undefined while its term runs. */
type Stand = 'besloten' | 'staatStil' | undefined

export function standOf({ isBesloten, staatStil }: { isBesloten: boolean; staatStil: boolean }): Stand {
  if (isBesloten) return 'besloten'
  return staatStil ? 'staatStil' : undefined
}

/** A date of an open zaak with the remaining days; `date` is `yyyy-mm-dd`. */
export function Termijn({
  kind,
  date,
  days,
  stand,
}: {
  kind: keyof typeof TONES
  date: string
  days: number
  stand: Stand
}) {
  if (stand) return <TermijnCell tone="neutral" text={werkvoorraad.stand[stand]} date={shortDate(date)} />
  const { late, near } = TONES[kind]
  const tone = days < 0 ? late : near
  return <TermijnCell tone={days <= NEAR_DAYS && tone} text={daysLeft(days)} date={shortDate(date)} />
}

/** The days until the fatale datum, beside the title of an open zaak. */
export function FataleTermijn({ days, stand }: { days: number; stand: Stand }) {
  if (stand) return <Badge>{werkvoorraad.standVanZaak[stand]}</Badge>
  if (days < 0) return <Badge tone="error">{balie.termijn.naFataleDatum(-days)}</Badge>
  const text = days === 0 ? balie.termijn.vandaagFataleDatum : balie.termijn.nogTotFataleDatum(days)
  return <Badge tone={days <= NEAR_DAYS ? 'warning' : 'neutral'}>{text}</Badge>
}
