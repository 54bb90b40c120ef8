import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-detail.ts'
import { mijnAbonnementPath } from '../../../paths.ts'
import {
  askOwnSinkAction,
  pauseOwnAbonnementAction,
  redeliverAllOwnAction,
  resumeOwnAbonnementAction,
} from './abonnement-actions.ts'

/** The actions that the client can take now. The primary button is the step that the state asks for. */
export function Actions({
  abonnement: { id, protocol, status, geheimen, dodeBrieven, overgeslagen, herstelacties },
  taal,
}: {
  abonnement: AbonnementDetail
  taal: Taal
}) {
  const t = mijn[taal]
  const isStopped = status === 'gepauzeerd' || status === 'uitgeschakeld'
  const missed = dodeBrieven + overgeslagen
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" className="zb-buttons" aria-label={t.acties}>
      {isStopped && (
        <PostForm fields={{ abonnementId: id }} action={resumeOwnAbonnementAction}>
          <SubmitButton busy={t.bezig}>{t.hervat}</SubmitButton>
        </PostForm>
      )}
      {status === 'actief' && missed > 0 && herstelacties.length === 0 && (
        <PostForm fields={{ abonnementId: id }} action={redeliverAllOwnAction}>
          <SubmitButton busy={t.bezig}>{t.herstel(missed)}</SubmitButton>
        </PostForm>
      )}
      {status === 'actief' && (
        <PostForm fields={{ abonnementId: id }} action={pauseOwnAbonnementAction}>
          <SubmitButton busy={t.bezig} appearance="secondary">
            {t.pauzeer}
          </SubmitButton>
        </PostForm>
      )}
      <PostForm fields={{ abonnementId: id }} action={askOwnSinkAction}>
        <SubmitButton busy={t.bezig} appearance={isStopped || status === 'actief' ? 'secondary' : 'primary'}>
          {t.vraagToestemming}
        </SubmitButton>
      </PostForm>
      {protocol === 'HTTP' && geheimen.length > 0 && (
        <ButtonLink href={`${mijnAbonnementPath(id)}/geheim`} appearance="secondary">
          {t.nieuwGeheim}
        </ButtonLink>
      )}
    </div>
  )
}
