import type { ReactNode } from 'react'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { isBekendDetail } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { AbonnementActs } from './abonnement-acts.tsx'
import { abonnementAddress, abonnementName } from './abonnement-name.ts'
import { Figures } from './figures.tsx'
import { ProefberichtForm } from './proefbericht-form.tsx'
import { AbonnementStatusBadge, DoneMessage, StatusExplanation } from './status-explanation.tsx'
import { typeOptions } from './type-options.ts'
import { textsOf, type Viewer } from './viewer.ts'

/**
 * The page of an abonnement, for the desk and for its supplier.
 *
 * @param props.asked the parameters of the address
 * @param props.trail the way to this page
 * @param props.above stands above the acts
 * @param props.children the bezorgingen
 * @param props.below follows the rest
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
