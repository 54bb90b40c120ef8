import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { CLIENT_CLOSED } from '#lib/zaaksysteem/abonnement/resume-abonnement.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import {
  askToestemmingAction,
  pauseAbonnementAction,
  redeliverAllAction,
  resumeAbonnementAction,
} from './abonnement-actions.ts'
import { abonnementPath, textsOf, type Viewer } from './viewer.ts'

/** The acts that are possible now. The primary button is the next step for the status; actief has none. */
export function AbonnementActs({ viewer, abonnement }: { viewer: Viewer; abonnement: AbonnementDetail }) {
  const { id, protocol, status, statusreden, geheimen, dodeBrieven, overgeslagen, herstelacties } = abonnement
  const { acties: t } = textsOf(viewer)
  const path = abonnementPath(viewer, id)
  const fields = { rol: viewer.rol, abonnementId: id }
  const isStopped = status === 'gepauzeerd' || status === 'uitgeschakeld'
  const isClosed = statusreden !== null && CLIENT_CLOSED.includes(statusreden)
  const asksToestemming = status === 'geweigerd' || status === 'wacht_op_toestemming'
  const missed = dodeBrieven + overgeslagen
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" className="zb-buttons" aria-label={t.titel}>
      {isStopped && !isClosed && (
        <PostForm fields={fields} action={resumeAbonnementAction}>
          <SubmitButton busy={t.bezig}>{t.hervat}</SubmitButton>
        </PostForm>
      )}
      {viewer.rol === 'client' && status === 'actief' && missed > 0 && herstelacties.length === 0 && (
        <PostForm fields={fields} action={redeliverAllAction}>
          <SubmitButton busy={t.bezig}>{mijn[viewer.taal].herstel(missed)}</SubmitButton>
        </PostForm>
      )}
      <PostForm fields={fields} action={askToestemmingAction}>
        <SubmitButton busy={t.vraagt} appearance={asksToestemming ? 'primary' : 'secondary'}>
          {t.vraagToestemming}
        </SubmitButton>
      </PostForm>
      {status === 'actief' && (
        <PostForm fields={fields} action={pauseAbonnementAction}>
          <SubmitButton busy={t.bezig} appearance="secondary">
            {t.pauzeer}
          </SubmitButton>
        </PostForm>
      )}
      {viewer.rol === 'beheerder' && (
        <ButtonLink href={`${path}/wijzigen`} appearance="secondary">
          {abonnementen.detail.wijzig}
        </ButtonLink>
      )}
      {protocol === 'HTTP' && geheimen.length > 0 && (
        <ButtonLink href={`${path}/geheim`} appearance="secondary">
          {t.nieuwGeheim}
        </ButtonLink>
      )}
      {viewer.rol === 'beheerder' && (
        <ButtonLink href={`${path}/verwijderen`} appearance="subtle">
          {abonnementen.detail.verwijder}
        </ButtonLink>
      )}
    </div>
  )
}
