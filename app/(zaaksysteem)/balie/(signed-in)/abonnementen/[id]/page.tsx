import type { Metadata } from 'next'
import { DoneMessage, StatusExplanation } from '#lib/ui/staff/bezorging/abonnement-status.tsx'
import { Figures } from '#lib/ui/staff/bezorging/figures.tsx'
import { formatDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutWatNu, isBekendDetail } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import {
  type AbonnementDetail,
  findOudsteOvergeslagen,
} from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-detail.ts'
import { findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bezorgingColumns } from '../../bezorgingen/bezorging-columns.tsx'
import { BEZORGINGEN } from '../../paths.ts'
import { AbonnementBreadcrumb } from '../abonnement-breadcrumb.tsx'
import { abonnementCijfers } from '../abonnement-columns.tsx'
import { abonnementAddress, abonnementName } from '../abonnement-name.ts'
import { AbonnementStatusBadge } from '../abonnement-status.tsx'
import { loadAbonnement } from '../load-abonnement.ts'
import { Meldingen } from '../meldingen.tsx'
import { AbonnementActions } from './abonnement-actions.tsx'
import { HerstelForm } from './herstel-form.tsx'
import { ProefberichtForm } from './proefbericht-form.tsx'
import { Settings } from './settings.tsx'

/** The number of bezorgingen shown here; the bezorgingen page has the others. */
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
      <div className="zb-line">
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
          texts={abonnementen.gedaan}
        />
        <StatusExplanation
          abonnement={abonnement}
          texts={abonnementen}
          foutWatNu={foutWatNu}
          foutdetail={isBekendDetail(foutdetail) ? foutdetail : null}
        />
        <Meldingen meldingen={meldingen.filter(({ gezienOp }) => !gezienOp)} />
        <AbonnementActions abonnement={abonnement} />
        <Figures abonnement={abonnement} columns={abonnementCijfers(now)} texts={cijfers} />
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
        {bevestigdOp && <ProefberichtForm abonnementId={id} />}
        <Settings abonnement={abonnement} now={now} />
      </div>
    </>
  )
}

const { herstel } = abonnementen

/**
 * The running herstelacties; otherwise a button for skipped events and a form for everything since a moment.
 */
function Herstel({
  abonnement,
  oudsteOvergeslagen,
  now,
}: {
  abonnement: AbonnementDetail
  oudsteOvergeslagen: Date | null
  now: Date
}) {
  const { id, status, overgeslagen, herstelacties } = abonnement
  if (status !== 'actief') return null
  const offer = oudsteOvergeslagen && {
    vanaf: oudsteOvergeslagen.toISOString(),
    explanation: herstel.aanbod(overgeslagen),
    button: herstel.knopSinds(shortMoment(oudsteOvergeslagen)),
  }
  return (
    <Card title={herstel.titel}>
      {herstelacties.map(({ id, vanaf, totaal, hersteld, gevraagdDoor }) => (
        <div key={id} className="balie-progress">
          <label htmlFor={id}>{herstel.loopt(shortMoment(vanaf))}</label>
          <progress id={id} max={Math.max(totaal, 1)} value={hersteld} />
          <span className="zb-soft">
            {herstel.voortgang(hersteld, totaal)}
            {gevraagdDoor && `, ${herstel.door(gevraagdDoor.naam)}`}
          </span>
        </div>
      ))}
      {herstelacties.length === 0 && (
        <>
          <Paragraph>{herstel.uitleg}</Paragraph>
          <HerstelForm abonnementId={id} offer={offer ?? undefined} max={formatDatetimeLocal(now)} />
        </>
      )}
    </Card>
  )
}
