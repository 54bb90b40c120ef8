import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { ShownOnce } from '../shown-once.tsx'
import type { Saved } from './form-state.ts'

/** In the place of the form: whether the receiver agreed, and the secret. */
export function SavedAbonnement({ saved }: { saved: Saved }) {
  const { id, naam, geheim, status, foutcode, foutdetail } = saved
  const { verificatie } = abonnementen
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} tabIndex={-1}>
        {abonnementen.geheim.opgeslagen(naam)}
      </Heading>
      {status === 'actief' && <Alert type="ok">{verificatie.actief}</Alert>}
      {status === 'wacht_op_toestemming' && <Alert>{verificatie.wacht_op_toestemming}</Alert>}
      {status === 'geweigerd' && (
        <Alert type="error">{verificatie.geweigerd(foutWatNu(foutcode ?? 'no_consent', foutdetail))}</Alert>
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
