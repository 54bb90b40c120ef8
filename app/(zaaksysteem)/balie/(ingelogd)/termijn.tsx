import { Badge } from '#lib/ui/text/badge.tsx'
import { daysLeft, shortDate } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'

/** With this many days left, or fewer, they stand in a badge. */
const NEAR_DAYS = 7

/** The streefdatum is the municipality's own aim; the fatale datum is the law's limit. */
const TONES = {
  streefdatum: { teLaat: 'warning', bijna: 'neutral' },
  fataledatum: { teLaat: 'error', bijna: 'warning' },
} as const

/** A date of an open zaak with the days left; `datum` is `yyyy-mm-dd`. */
export function Termijn({ soort, datum, dagen }: { soort: keyof typeof TONES; datum: string; dagen: number }) {
  const { teLaat, bijna } = TONES[soort]
  return (
    <>
      {dagen <= NEAR_DAYS ? <Badge tone={dagen < 0 ? teLaat : bijna}>{daysLeft(dagen)}</Badge> : daysLeft(dagen)}
      <span className="staff-caption">{shortDate(datum)}</span>
    </>
  )
}

/** The days until the fatale datum, beside the title of an open zaak. */
export function FataleTermijn({ dagen }: { dagen: number }) {
  if (dagen < 0) return <Badge tone="error">{balie.termijn.naFataleDatum(-dagen)}</Badge>
  const text = dagen === 0 ? balie.termijn.vandaagFataleDatum : balie.termijn.nogTotFataleDatum(dagen)
  return <Badge tone={dagen <= NEAR_DAYS ? 'warning' : 'neutral'}>{text}</Badge>
}
