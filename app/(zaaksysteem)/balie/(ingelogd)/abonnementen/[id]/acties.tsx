import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/find-abonnement-detail.ts'
import { abonnementPath } from '../paths.ts'
import { pauseAbonnementAction } from './pause-abonnement-action.ts'
import { resumeAbonnementAction } from './resume-abonnement-action.ts'
import { verifyAbonnementAction } from './verify-abonnement-action.ts'

const { detail } = abonnementen

/** What can be done; the primary button is what the status asks for, and actief asks for nothing. */
export function Acties({ abonnement: { id, status, geheimen } }: { abonnement: AbonnementDetail }) {
  const path = abonnementPath(id)
  const isStopped = status === 'gepauzeerd' || status === 'uitgeschakeld'
  const asksConsent = status === 'geweigerd' || status === 'wacht_op_toestemming'
  return (
    <form className="zb-buttons" aria-label={detail.acties}>
      <input type="hidden" name="abonnementId" value={id} />
      {isStopped && <Button formAction={resumeAbonnementAction}>{detail.hervat}</Button>}
      <Button formAction={verifyAbonnementAction} appearance={asksConsent ? 'primary' : 'secondary'}>
        {detail.verifieer}
      </Button>
      {status === 'actief' && (
        <Button formAction={pauseAbonnementAction} appearance="secondary">
          {detail.pauzeer}
        </Button>
      )}
      <ButtonLink href={`${path}/wijzigen`} appearance="secondary">
        {detail.wijzig}
      </ButtonLink>
      {geheimen.length > 0 && (
        <ButtonLink href={`${path}/geheim`} appearance="secondary">
          {detail.nieuwGeheim}
        </ButtonLink>
      )}
      <ButtonLink href={`${path}/verwijderen`} appearance="subtle">
        {detail.verwijder}
      </ButtonLink>
    </form>
  )
}
