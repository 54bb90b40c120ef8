import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { BezorgingRegel } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { abonnementName } from '../abonnementen/abonnement-name.ts'
import { EVENT_TYPE_OPTIONS, labelOf } from '../options.ts'
import { bezorgingPath } from '../paths.ts'
import { BezorgingBadge } from './bezorging-badge.tsx'

const { kolom } = bezorgingen

/** @param withAbonnement whether it is about more than one abonnement */
export function BezorgingTable({
  label,
  regels,
  withAbonnement = false,
}: {
  label: string
  regels: readonly BezorgingRegel[]
  withAbonnement?: boolean
}) {
  if (regels.length === 0) return <Paragraph soft>{bezorgingen.leegUitleg}</Paragraph>
  const names = [kolom.bericht, kolom.zaak, withAbonnement && kolom.abonnement, kolom.status, kolom.wanneer]
  return (
    <Table label={label} columns={names.flatMap((name) => (name ? [{ name }] : []))}>
      {regels.map((regel) => (
        <BezorgingRow key={regel.id} regel={regel} withAbonnement={withAbonnement} />
      ))}
    </Table>
  )
}

function BezorgingRow({ regel, withAbonnement }: { regel: BezorgingRegel; withAbonnement: boolean }) {
  const abonnement = abonnementName({ naam: regel.abonnementNaam, sink: regel.sink })
  const { id, sequence, type, zaakId, identificatie, status, pogingen, laatsteFoutsoort, laatsteHttpStatus } = regel
  return (
    <Row>
      <Cell>
        <Link href={bezorgingPath(id)} prefetch={false} className="staff-row-link">
          {bezorgingen.detail.titel(sequence)}
          {withAbonnement && <span className="zb-hidden"> {bezorgingen.aan(abonnement)}</span>}
        </Link>
        <span className="staff-caption">{labelOf(EVENT_TYPE_OPTIONS, type)}</span>
      </Cell>
      <Cell>
        <Link href={`/balie/zaken/${zaakId}`} prefetch={false} className="zb-number">
          {identificatie}
        </Link>
      </Cell>
      {withAbonnement && <Cell heading={kolom.abonnement}>{abonnement}</Cell>}
      <Cell heading={kolom.status}>
        <BezorgingBadge status={status} />
        {pogingen > 0 && (status !== 'bezorgd' || pogingen > 1) && (
          <span className="staff-caption">
            {bezorgingen.aantalPogingen(pogingen)}
            {laatsteFoutsoort && `, ${laatsteHttpStatus ?? foutKort(laatsteFoutsoort)}`}
          </span>
        )}
      </Cell>
      <Cell heading={kolom.wanneer}>
        <time dateTime={regel.aangemaaktOp.toISOString()}>{shortMoment(regel.aangemaaktOp)}</time>
      </Cell>
    </Row>
  )
}
