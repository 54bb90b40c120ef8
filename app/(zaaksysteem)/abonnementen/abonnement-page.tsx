import type { ReactNode } from 'react'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { isBekendDetail } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { CLIENT_CLOSED } from '#lib/zaaksysteem/abonnement/pause-abonnement.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import {
  askToestemmingAction,
  pauseAbonnementAction,
  redeliverAllAction,
  resumeAbonnementAction,
} from './abonnement-actions.ts'
import { abonnementAddress, abonnementName } from './abonnement-columns.tsx'
import { Figures } from './figures.tsx'
import { ProefberichtForm } from './proefbericht-form.tsx'
import { AbonnementStatusBadge, DoneMessage, StatusExplanation } from './status-explanation.tsx'
import { typeOptions } from './type-options.ts'
import { abonnementPath, textsOf, type Viewer } from './viewer.ts'

/**
 * The page of an abonnement, for the desk and for its supplier.
 *
 * @param props.asked the query parameters
 * @param props.trail the breadcrumb
 * @param props.above content above the acts
 * @param props.children the bezorgingen
 * @param props.below content at the end
 */
export function AbonnementPage({
  viewer,
  abonnement,
  asked: { gedaan, foutdetail },
  trail,
  above,
  children,
  below,
}: {
  viewer: Viewer
  abonnement: AbonnementDetail
  asked: SearchParams
  trail: ReactNode
  above?: ReactNode
  children: ReactNode
  below?: ReactNode
}) {
  const { id, status, wachtend, bevestigdOp, herstelacties } = abonnement
  const isBusy = herstelacties.length > 0 || status === 'wacht_op_toestemming' || (status === 'actief' && wachtend > 0)
  return (
    <>
      {isBusy && <RefreshUntilSettled key={`${status} ${herstelacties.length}`} />}
      <div>
        {trail}
        <div className="zb-line">
          <Heading level={1}>{abonnementName(abonnement)}</Heading>
          <AbonnementStatusBadge viewer={viewer} status={status} />
        </div>
        <Paragraph soft className="staff-breakable">
          {abonnementAddress(abonnement)}
        </Paragraph>
      </div>
      <div className="staff-stack">
        <DoneMessage
          code={gedaan === 'hersteld' && herstelacties.length === 0 ? 'herstelKlaar' : gedaan}
          status={status}
          texts={textsOf(viewer).gedaan}
        />
        <StatusExplanation
          viewer={viewer}
          abonnement={abonnement}
          foutdetail={isBekendDetail(foutdetail) ? foutdetail : null}
        />
        {above}
        <AbonnementActs viewer={viewer} abonnement={abonnement} />
        <Figures viewer={viewer} abonnement={abonnement} now={zaaksysteem().clock()} />
        {children}
        {bevestigdOp && <ProefberichtForm viewer={viewer} abonnementId={id} types={typeOptions(viewer)} />}
        {below}
      </div>
    </>
  )
}

/** The acts that are possible now. The primary button is the next step for the status; actief has none. */
function AbonnementActs({ viewer, abonnement }: { viewer: Viewer; abonnement: AbonnementDetail }) {
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
