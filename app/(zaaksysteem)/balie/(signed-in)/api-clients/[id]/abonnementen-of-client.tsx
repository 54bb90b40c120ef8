import { Table } from '#lib/ui/staff/list/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { abonnementName } from '../../abonnementen/abonnement-name.ts'
import { AbonnementStatusBadge } from '../../abonnementen/abonnement-status.tsx'
import { abonnementPath } from '../../paths.ts'

const { detail } = apiClients
const kolom = detail.abonnementKolom

export function AbonnementenOfClient({ client: { abonnementen, zaaktypen, types } }: { client: ApiClientDetail }) {
  const isLimited = zaaktypen.length > 0 || types.length > 0
  return (
    <section>
      <Heading level={2}>{detail.abonnementen}</Heading>
      {abonnementen.length === 0 && <Paragraph>{detail.geenAbonnementen}</Paragraph>}
      {abonnementen.length > 0 && (
        <Table
          label={detail.abonnementen}
          rows={abonnementen}
          keyOf={({ id }) => id}
          columns={[
            {
              name: kolom.abonnement,
              cell: (abonnement) => (
                <Link href={abonnementPath(abonnement.id)} prefetch={false} className="staff-row-link">
                  {abonnementName(abonnement)}
                </Link>
              ),
            },
            { name: kolom.status, cell: ({ status }) => <AbonnementStatusBadge status={status} /> },
          ]}
        />
      )}
      {isLimited && <Paragraph soft>{detail.beperkt}</Paragraph>}
    </section>
  )
}
