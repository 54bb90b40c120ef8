import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'

const percent = new Intl.NumberFormat('nl', { style: 'percent', maximumFractionDigits: 1 })

/** The share of the attempts of the last 24 hours that delivered. */
export function SuccessRate({
  regel: { succesratio, geslaagd24u, mislukt24u },
}: {
  regel: Pick<AbonnementOverzicht, 'succesratio' | 'geslaagd24u' | 'mislukt24u'>
}) {
  if (succesratio === null) return <span className="zb-soft">{abonnementen.geenPogingen}</span>
  return (
    <>
      <span className="zb-number">{percent.format(succesratio)}</span>
      <span className="staff-caption zb-number">{abonnementen.uit(geslaagd24u, geslaagd24u + mislukt24u)}</span>
    </>
  )
}
