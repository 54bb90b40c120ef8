import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { abonnementName } from '../../abonnementen/abonnement-name.ts'
import { AbonnementStatusBadge } from '../../abonnementen/abonnement-status.tsx'
import { abonnementPath } from '../../paths.ts'

const { detail } = apiClients
const kolom = detail.abonnementKolom

const COLUMNS = Object.values(kolom).map((name) => ({ name }))

export function AbonnementenOfClient({ client: { abonnementen, zaaktypen, types } }: { client: ApiClientDetail }) {
  const isLimited = zaaktypen.length > 0 || types.length > 0
  return (
    <section>
      <Heading level={2}>{detail.abonnementen}</Heading>
      {abonnementen.length === 0 && <Paragraph>{detail.geenAbonnementen}</Paragraph>}
      {abonnementen.length > 0 && (
        <Table label={detail.abonnementen} columns={COLUMNS}>
          {abonnementen.map((abonnement) => (
            <Row key={abonnement.id}>
              <Cell>
                <Link href={abonnementPath(abonnement.id)} prefetch={false} className="staff-row-link">
                  {abonnementName(abonnement)}
                </Link>
              </Cell>
              <Cell heading={kolom.status}>
                <AbonnementStatusBadge status={abonnement.status} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {isLimited && <Paragraph soft>{detail.beperkt}</Paragraph>}
    </section>
  )
}
