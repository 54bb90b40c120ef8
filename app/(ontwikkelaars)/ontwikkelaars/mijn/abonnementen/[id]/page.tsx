import type { Metadata } from 'next'
import { SENT_TYPES } from '#lib/contract/beschrijving/event-schemas.ts'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { Figures } from '../../../../../(zaaksysteem)/abonnementen/figures.tsx'
import { foutUitleg } from '../../../../../(zaaksysteem)/abonnementen/fout-uitleg.ts'
import { DoneMessage, StatusExplanation } from '../../../../../(zaaksysteem)/abonnementen/status-explanation.tsx'
import { ABONNEMENT_TONES } from '../../../../../(zaaksysteem)/abonnementen/tones.ts'
import { abonnementName, mijnCijfers } from '../../abonnement-columns.tsx'
import { ClientBar } from '../../client-bar.tsx'
import { Actions } from './actions.tsx'
import { Bezorgingen } from './bezorgingen.tsx'
import { loadOwnAbonnement } from './load-own-abonnement.ts'
import { ProefberichtForm } from './proefbericht-form.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: abonnementName(await loadOwnAbonnement((await params).id)) }
}

export default async function AbonnementPage({ params, searchParams }: Props) {
  const taal = await currentTaal()
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  const abonnement = await loadOwnAbonnement((await params).id)
  const { id, status, sink, natsSubject, wachtend, bevestigdOp, herstelacties } = abonnement
  const asked = await searchParams
  const isBusy = herstelacties.length > 0 || status === 'wacht_op_toestemming' || (status === 'actief' && wachtend > 0)
  return (
    <>
      {isBusy && <RefreshUntilSettled key={`${status} ${herstelacties.length}`} />}
      <div>
        <ClientBar client={client} taal={taal} current={abonnementName(abonnement)} />
        <div className="zb-line">
          <PageTitle>{abonnementName(abonnement)}</PageTitle>
          <Badge tone={ABONNEMENT_TONES[status]}>{mijn[taal].status[status]}</Badge>
        </div>
        <Paragraph soft className="staff-breakable">
          {sink} {natsSubject}
        </Paragraph>
      </div>
      <DoneMessage code={asked.gedaan} status={status} texts={mijn[taal].gedaan} />
      <StatusExplanation
        abonnement={abonnement}
        texts={mijn[taal]}
        foutWatNu={(code) => foutUitleg(code, null, taal).watNu}
        taal={taal}
      />
      <Actions abonnement={abonnement} taal={taal} />
      <Figures
        abonnement={abonnement}
        columns={Object.values(mijnCijfers(taal, zaaksysteem().clock()))}
        texts={mijn[taal].cijfers}
        taal={taal}
      />
      <Bezorgingen client={client} abonnementId={id} searchParams={asked} taal={taal} />
      {bevestigdOp && <ProefberichtForm abonnementId={id} types={SENT_TYPES} taal={taal} />}
    </>
  )
}
