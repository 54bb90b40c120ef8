import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { exactMoment, shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { ABONNEMENT_TONES } from './tones.ts'

type Status = { status: keyof typeof ABONNEMENT_TONES; statusreden: string | null }

type Condition = Status & {
  foutcode: string | null
  falendSinds: Date | null
  laatsteFoutsoort: string | null
  circuit: keyof typeof abonnementen.circuit
  circuitOpenTot: Date | null
}

type WatNuTexts = Pick<typeof abonnementen, 'watNu' | 'watNuBijReden'>

type Texts = WatNuTexts &
  Pick<typeof abonnementen, 'statusreden' | 'faaltSinds' | 'veelMislukt' | 'circuitUitleg'> &
  Pick<typeof abonnementen, 'handshakeMislukt' | 'blijftActief'>

/** The action that the status asks for, or its reason. */
export function whatNow({ status, statusreden }: Status, { watNu, watNuBijReden }: WatNuTexts): string {
  return (statusreden && watNuBijReden[statusreden]) || (status === 'actief' ? '' : watNu[status])
}

/**
 * Why an abonnement does not deliver, and what to do about it; nothing when it does.
 *
 * @param props.foutdetail of a handshake that failed just now, such as `CERT_HAS_EXPIRED`
 */
export function StatusExplanation({
  abonnement,
  texts: t,
  foutWatNu,
  foutdetail = null,
  taal = 'nl',
}: {
  abonnement: Condition
  texts: Texts
  foutWatNu: (code: string, detail: string | null) => string
  foutdetail?: string | null
  taal?: Taal
}) {
  const { status, statusreden, foutcode, falendSinds, laatsteFoutsoort, circuit, circuitOpenTot } = abonnement
  if (status !== 'actief') {
    return (
      <Alert type={ABONNEMENT_TONES[status]} title={(statusreden && t.statusreden[statusreden]) || undefined}>
        {foutcode && <Paragraph>{foutWatNu(foutcode, foutdetail)}</Paragraph>}
        <Paragraph>{whatNow(abonnement, t)}</Paragraph>
      </Alert>
    )
  }
  if (falendSinds || circuit !== 'gesloten') {
    return (
      <Alert type="warning" title={falendSinds ? t.faaltSinds(shortMoment(falendSinds, taal)) : t.veelMislukt}>
        {laatsteFoutsoort && <Paragraph>{foutWatNu(laatsteFoutsoort, null)}</Paragraph>}
        {circuit !== 'gesloten' && circuitOpenTot && (
          <Paragraph>{t.circuitUitleg[circuit](exactMoment(circuitOpenTot, taal))}</Paragraph>
        )}
      </Alert>
    )
  }
  if (!foutcode) return null
  return (
    <Alert type="warning" title={t.handshakeMislukt}>
      <Paragraph>{foutWatNu(foutcode, foutdetail)}</Paragraph>
      <Paragraph>{t.blijftActief}</Paragraph>
    </Alert>
  )
}

/** Said only while it lasts: the address can be older than the status. */
const WHILE: Record<string, Status['status']> = { gepauzeerd: 'gepauzeerd', hervat: 'actief', toestemming: 'actief' }

/** Says what the action that led here has done. @param props.code `gedaan` in the address */
export function DoneMessage({
  code,
  status,
  texts,
}: {
  code: string | string[] | undefined
  status?: Status['status']
  texts: Record<string, string>
}) {
  const isKnown = typeof code === 'string' && Object.hasOwn(texts, code)
  return <StatusMessage text={isKnown && (!WHILE[code] || WHILE[code] === status) && texts[code]} />
}
