import type { Taal } from '../../text/taal.ts'

const formatOf = (taal: Taal) => new Intl.NumberFormat(taal, { style: 'percent', maximumFractionDigits: 1 })
const PERCENT: Record<Taal, Intl.NumberFormat> = { nl: formatOf('nl'), en: formatOf('en') }

/** The share of the attempts of the last 24 hours that delivered. */
export function SuccessRate({
  regel: { succesratio, geslaagd24u, mislukt24u },
  texts,
  taal = 'nl',
}: {
  regel: { succesratio: number | null; geslaagd24u: number; mislukt24u: number }
  texts: { geenPogingen: string; uit: (geslaagd: number, totaal: number) => string }
  taal?: Taal
}) {
  if (succesratio === null) return <span className="zb-soft">{texts.geenPogingen}</span>
  return (
    <>
      <span className="zb-number">{PERCENT[taal].format(succesratio)}</span>
      <span className="staff-caption zb-number">{texts.uit(geslaagd24u, geslaagd24u + mislukt24u)}</span>
    </>
  )
}
