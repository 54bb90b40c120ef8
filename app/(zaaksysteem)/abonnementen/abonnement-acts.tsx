import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { CLIENT_CLOSED } from '#lib/zaaksysteem/abonnement/resume-abonnement.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { askToestemmingAction } from '../balie/(signed-in)/abonnementen/[id]/ask-toestemming-action.ts'
import { pauseAbonnementAction } from '../balie/(signed-in)/abonnementen/[id]/pause-abonnement-action.ts'
import { resumeAbonnementAction } from '../balie/(signed-in)/abonnementen/[id]/resume-abonnement-action.ts'
import { abonnementPath } from '../balie/(signed-in)/paths.ts'

const { detail } = abonnementen

/** The primary button is the next step for the status; actief has none. */
export function AbonnementActions({
  abonnement: { id, protocol, status, statusreden, geheimen },
}: {
  abonnement: AbonnementDetail
}) {
  const path = abonnementPath(id)
  const isStopped = status === 'gepauzeerd' || status === 'uitgeschakeld'
  const isClosed = statusreden !== null && CLIENT_CLOSED.includes(statusreden)
  const asksToestemming = status === 'geweigerd' || status === 'wacht_op_toestemming'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" className="zb-buttons" aria-label={detail.acties}>
      {isStopped && !isClosed && (
        <PostForm fields={{ abonnementId: id }} action={resumeAbonnementAction}>
          <SubmitButton busy={detail.bezig}>{detail.hervat}</SubmitButton>
        </PostForm>
      )}
      <PostForm fields={{ abonnementId: id }} action={askToestemmingAction}>
        <SubmitButton busy={detail.vraagt} appearance={asksToestemming ? 'primary' : 'secondary'}>
          {detail.vraagToestemming}
        </SubmitButton>
      </PostForm>
      {status === 'actief' && (
        <PostForm fields={{ abonnementId: id }} action={pauseAbonnementAction}>
          <SubmitButton busy={detail.bezig} appearance="secondary">
            {detail.pauzeer}
          </SubmitButton>
        </PostForm>
      )}
      <ButtonLink href={`${path}/wijzigen`} appearance="secondary">
        {detail.wijzig}
      </ButtonLink>
      {protocol === 'HTTP' && geheimen.length > 0 && (
        <ButtonLink href={`${path}/geheim`} appearance="secondary">
          {detail.nieuwGeheim}
        </ButtonLink>
      )}
      <ButtonLink href={`${path}/verwijderen`} appearance="subtle">
        {detail.verwijder}
      </ButtonLink>
    </div>
  )
}
