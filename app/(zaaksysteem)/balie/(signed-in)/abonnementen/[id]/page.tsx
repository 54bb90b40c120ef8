import type { Metadata } from 'next'
import { formatDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import {
  type AbonnementDetail,
  findOudsteOvergeslagen,
} from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementName } from '../../../../abonnementen/abonnement-columns.tsx'
import { AbonnementPage } from '../../../../abonnementen/abonnement-page.tsx'
import { loadAbonnement } from '../../../../abonnementen/require-viewer.ts'
import { deskColumns } from '../../bezorgingen/desk-columns.tsx'
import { BEZORGINGEN } from '../../paths.ts'
import { AbonnementBreadcrumb } from '../abonnement-breadcrumb.tsx'
import { Meldingen } from '../meldingen.tsx'
import { HerstelForm } from './herstel-form.tsx'
import { Settings } from './settings.tsx'

/** The number of bezorgingen shown here; the bezorgingen page has the others. */
const NEWEST = 10

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  return { title: abonnementName(abonnement) }
}

export default async function Page({ params, searchParams }: Props) {
  const { viewer, abonnement } = await loadAbonnement('beheerder', (await params).id)
  const { id, meldingen } = abonnement
  const ctx = zaaksysteem()
  const [{ regels }, oudsteOvergeslagen] = await Promise.all([
    findBezorgingen(ctx, { abonnementId: id }),
    findOudsteOvergeslagen(ctx, id),
  ])
  const now = ctx.clock()
  return (
    <AbonnementPage
      viewer={viewer}
      abonnement={abonnement}
      asked={await searchParams}
      trail={<AbonnementBreadcrumb current={abonnementName(abonnement)} />}
      above={<Meldingen meldingen={meldingen.filter(({ gezienOp }) => !gezienOp)} />}
      below={<Settings abonnement={abonnement} now={now} />}
    >
      <Herstel abonnement={abonnement} oudsteOvergeslagen={oudsteOvergeslagen} now={now} />
      <section>
        <Heading level={2}>{abonnementen.detail.laatste}</Heading>
        {regels.length === 0 && <Paragraph soft>{bezorgingen.leegUitleg}</Paragraph>}
        {regels.length > 0 && (
          <>
            <Table
              label={abonnementen.detail.laatste}
              columns={deskColumns(false)}
              rows={regels.slice(0, NEWEST)}
              keyOf={(regel) => regel.id}
            />
            <p className="staff-below">
              <Link href={`${BEZORGINGEN}?abonnement=${id}`}>{abonnementen.detail.alle}</Link>
            </p>
          </>
        )}
      </section>
    </AbonnementPage>
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
