import { ButtonLink } from '#lib/ui/form/button.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { ShownOnce } from '#lib/ui/staff/rotate-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

/** A new abonnement after its first handshake. Only this answer shows the secret. */
export type SavedAbonnement = {
  id: string
  naam: string
  /** null for a method without a secret */
  geheim: string | null
  status: AbonnementStatus
  foutcode: string | null
  /** such as `CERT_HAS_EXPIRED` */
  foutdetail: string | null
}

/** Replaces the form: the result of the handshake, and the secret. */
export function SavedAbonnementMessage({ saved, answered }: { saved: SavedAbonnement } & Pick<UsedForm, 'answered'>) {
  const { id, naam, geheim, status, foutcode, foutdetail } = saved
  const { handshake } = abonnementen
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} {...answered}>
        {handshake.opgeslagen(naam)}
      </Heading>
      {status === 'actief' && <Alert type="ok">{abonnementen.gedaan.toestemming}</Alert>}
      {status === 'wacht_op_toestemming' && <Alert>{handshake.wacht_op_toestemming}</Alert>}
      {status === 'geweigerd' && (
        <Alert type="error">{handshake.geweigerd(foutWatNu(foutcode ?? 'no_consent', foutdetail))}</Alert>
      )}
      {geheim ? (
        <ShownOnce value={geheim} texts={abonnementen.geheim} />
      ) : (
        <Paragraph>{abonnementen.geheim.geen}</Paragraph>
      )}
      <div>
        <ButtonLink href={`/balie/abonnementen/${id}`}>{abonnementen.geheim.naar}</ButtonLink>
      </div>
    </div>
  )
}
