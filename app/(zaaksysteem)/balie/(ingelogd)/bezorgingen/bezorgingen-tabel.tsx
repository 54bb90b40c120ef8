import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { foutKort } from '#lib/ui/texts/foutsoorten.ts'
import type { BezorgingRegel } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { nameOf } from '../abonnementen/name-of.ts'
import { bezorgingPath } from '../abonnementen/paths.ts'
import { labelOf, SOORTEN } from '../abonnementen/soorten.ts'
import { BezorgingBadge } from './bezorging-status.tsx'

const { kolom } = bezorgingen

/** @param metAbonnement whether it is about more than one abonnement */
export function BezorgingenTabel({
  titel,
  regels,
  metAbonnement = false,
}: {
  titel: string
  regels: readonly BezorgingRegel[]
  metAbonnement?: boolean
}) {
  if (regels.length === 0) return <Paragraph soft>{bezorgingen.leegUitleg}</Paragraph>
  const names = [kolom.bericht, kolom.zaak, metAbonnement && kolom.abonnement, kolom.status, kolom.wanneer]
  return (
    <Table label={titel} columns={names.flatMap((name) => (name ? [{ name }] : []))}>
      {regels.map((regel) => (
        <Bezorgingrij key={regel.id} regel={regel} metAbonnement={metAbonnement} />
      ))}
    </Table>
  )
}

function Bezorgingrij({ regel, metAbonnement }: { regel: BezorgingRegel; metAbonnement: boolean }) {
  const abonnement = nameOf({ naam: regel.abonnementNaam, sink: regel.sink })
  const { id, sequence, type, zaakId, identificatie, status, pogingen, laatsteFoutsoort, laatsteHttpStatus } = regel
  return (
    <Row>
      <Cell>
        <Link href={bezorgingPath(id)} prefetch={false} className="balie-zaaklink">
          {bezorgingen.detail.titel(sequence)}
          {metAbonnement && <span className="zb-hidden"> {bezorgingen.aan(abonnement)}</span>}
        </Link>
        <span className="balie-bijschrift">{labelOf(SOORTEN, type)}</span>
      </Cell>
      <Cell>
        <Link href={`/balie/zaken/${zaakId}`} prefetch={false} className="zb-nummer">
          {identificatie}
        </Link>
      </Cell>
      {metAbonnement && <Cell heading={kolom.abonnement}>{abonnement}</Cell>}
      <Cell heading={kolom.status}>
        <BezorgingBadge status={status} />
        {pogingen > 0 && (status !== 'bezorgd' || pogingen > 1) && (
          <span className="balie-bijschrift">
            {bezorgingen.aantalPogingen(pogingen)}
            {laatsteFoutsoort && `, ${laatsteHttpStatus ?? foutKort(laatsteFoutsoort)}`}
          </span>
        )}
      </Cell>
      <Cell heading={kolom.wanneer}>
        <time className="zb-datum" dateTime={regel.aangemaaktOp.toISOString()}>
          {shortMoment(regel.aangemaaktOp)}
        </time>
      </Cell>
    </Row>
  )
}
