import { ABONNEMENT_TONES } from '#lib/ui/staff/bezorging/tones.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { exactMoment, shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { foutUitleg } from '../../fout-uitleg.ts'

/** Why an abonnement does not deliver, and what its client can do about it; nothing when it does. */
export function StatusExplanation({ abonnement, taal }: { abonnement: AbonnementDetail; taal: Taal }) {
  const { status, statusreden, foutcode, falendSinds, laatsteFoutsoort, circuit, circuitOpenTot } = abonnement
  const t = mijn[taal]
  const watNu = (code: string) => <Paragraph>{foutUitleg(code, null, taal).watNu}</Paragraph>
  if (status !== 'actief') {
    return (
      <Alert type={ABONNEMENT_TONES[status]} title={(statusreden && t.statusreden[statusreden]) || undefined}>
        {foutcode && watNu(foutcode)}
        <Paragraph>{t.statusUitleg[status]}</Paragraph>
      </Alert>
    )
  }
  if (falendSinds || circuit !== 'gesloten') {
    return (
      <Alert type="warning" title={falendSinds ? t.faaltSinds(shortMoment(falendSinds, taal)) : undefined}>
        {laatsteFoutsoort && watNu(laatsteFoutsoort)}
        {circuit !== 'gesloten' && circuitOpenTot && (
          <Paragraph>{t.circuit[circuit](exactMoment(circuitOpenTot, taal))}</Paragraph>
        )}
      </Alert>
    )
  }
  if (!foutcode) return null
  return (
    <Alert type="warning" title={t.handshakeMislukt}>
      {watNu(foutcode)}
    </Alert>
  )
}
