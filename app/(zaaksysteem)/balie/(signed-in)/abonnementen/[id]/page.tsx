import type { Metadata } from 'next'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { isBekendDetail } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { findOudsteOvergeslagen } from '#lib/zaaksysteem/balie/abonnementen/find-oudste-overgeslagen.ts'
import { findBezorgingen } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bezorgingColumns } from '../../bezorgingen/bezorging-columns.tsx'
import { EVENT_TYPE_OPTIONS } from '../../options.ts'
import { BEZORGINGEN } from '../../paths.ts'
import { AbonnementBreadcrumb } from '../abonnement-breadcrumb.tsx'
import { abonnementAddress, abonnementName } from '../abonnement-name.ts'
import { AbonnementStatusBadge, StatusExplanation } from '../abonnement-status.tsx'
import { DoneMessage } from '../done-message.tsx'
import { loadAbonnement } from '../load-abonnement.ts'
import { Meldingen } from '../meldingen.tsx'
import { AbonnementActions } from './abonnement-actions.tsx'
import { Figures } from './figures.tsx'
import { Herstel } from './herstel.tsx'
import { ProefberichtForm } from './proefbericht-form.tsx'
import { Settings } from './settings.tsx'

/** The bezorgingen page has the others. */
const NEWEST = 10

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: abonnementName(await loadAbonnement((await params).id)) }
}

export default async function AbonnementPage({ params, searchParams }: Props) {
  const abonnement = await loadAbonnement((await params).id)
  const { id, status, wachtend, bevestigdOp, herstelacties, meldingen } = abonnement
  const { gedaan, foutdetail } = await searchParams
  const ctx = zaaksysteem()
  const [{ regels }, oudsteOvergeslagen] = await Promise.all([
    findBezorgingen(ctx, { abonnementId: id }),
    findOudsteOvergeslagen(ctx, id),
  ])
  const now = ctx.clock()
  const isBusy = herstelacties.length > 0 || status === 'wacht_op_toestemming' || (status === 'actief' && wachtend > 0)
  return (
    <>
      {isBusy && <RefreshUntilSettled key={`${status} ${herstelacties.length}`} />}
      <AbonnementBreadcrumb current={abonnementName(abonnement)} />
      <div className="staff-heading">
        <Heading level={1}>{abonnementName(abonnement)}</Heading>
        <AbonnementStatusBadge status={status} />
      </div>
      <Paragraph soft className="staff-breakable">
        {abonnementAddress(abonnement)}
      </Paragraph>
      <div className="staff-stack">
        <DoneMessage
          code={gedaan === 'hersteld' && herstelacties.length === 0 ? 'herstelKlaar' : gedaan}
          status={status}
        />
        <StatusExplanation abonnement={abonnement} foutdetail={isBekendDetail(foutdetail) ? foutdetail : null} />
        <Meldingen meldingen={meldingen.filter(({ gezienOp }) => !gezienOp)} />
        <AbonnementActions abonnement={abonnement} />
        <Figures abonnement={abonnement} now={now} />
        <Herstel abonnement={abonnement} oudsteOvergeslagen={oudsteOvergeslagen} now={now} />
        <section>
          <Heading level={2}>{abonnementen.detail.laatste}</Heading>
          {regels.length === 0 && <Paragraph soft>{bezorgingen.leegUitleg}</Paragraph>}
          {regels.length > 0 && (
            <Table
              label={abonnementen.detail.laatste}
              columns={bezorgingColumns(false)}
              rows={regels.slice(0, NEWEST)}
              keyOf={(regel) => regel.id}
            />
          )}
          {regels.length > 0 && (
            <p className="staff-below">
              <Link href={`${BEZORGINGEN}?abonnement=${id}`}>{abonnementen.detail.alle}</Link>
            </p>
          )}
        </section>
        {bevestigdOp && <ProefberichtForm abonnementId={id} types={EVENT_TYPE_OPTIONS} />}
        <Settings abonnement={abonnement} />
      </div>
    </>
  )
}
