import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import type { HandelingRegel } from '#lib/zaaksysteem/audit/find-handelingen.ts'
import { kanaalOf } from '#lib/zaaksysteem/audit/kanaal.ts'

const { kolom } = audittrail

const COLUMNS = Object.values(kolom).map((name) => ({ name }))
const LABELS: Record<string, string> = audittrail.handeling

export function AuditTable({ regels }: { regels: readonly HandelingRegel[] }) {
  return (
    <Table label={audittrail.titel} columns={COLUMNS}>
      {regels.map((regel) => (
        <Row key={regel.id}>
          <Cell>
            <time dateTime={regel.tijdstip.toISOString()}>{exactMoment(regel.tijdstip)}</time>
          </Cell>
          <Cell heading={kolom.wie}>
            {regel.naam ?? regel.actor ?? audittrail.onbekend}
            <span className="staff-caption">{audittrail.kanaal[kanaalOf(regel.actorSoort)]}</span>
          </Cell>
          <Cell heading={kolom.wat}>
            {LABELS[regel.handeling] ?? regel.handeling}
            {regel.uitkomst !== 'gelukt' && (
              <span className="staff-caption">{audittrail.geweigerd(regel.uitkomst)}</span>
            )}
          </Cell>
          <Cell heading={kolom.zaak}>
            <Subject regel={regel} />
          </Cell>
          <Cell heading={kolom.spoor}>
            <code className="balie-audit__trace">{regel.traceId}</code>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Subject({ regel: { zaakId, identificatie, objectSoort, objectId, aantal } }: { regel: HandelingRegel }) {
  return (
    <>
      {identificatie ? (
        <Link href={`/balie/zaken/${zaakId}`} prefetch={false} className="zb-number balie-audit__zaak">
          {identificatie}
        </Link>
      ) : (
        <span className="staff-breakable">{zaakId}</span>
      )}
      {aantal !== null && audittrail.aantalZaken(aantal)}
      {objectSoort && (
        <span className="staff-caption balie-audit__object">
          {objectSoort} {objectId}
        </span>
      )}
    </>
  )
}
