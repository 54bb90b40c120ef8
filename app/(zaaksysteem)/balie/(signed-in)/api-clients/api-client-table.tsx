import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientRegel } from '#lib/zaaksysteem/balie/api-clients/find-api-clients.ts'
import { Moment } from './moment.tsx'
import { scopesInWords } from './options.ts'
import { apiClientPath } from './paths.ts'
import { StandBadge } from './stand-badge.tsx'

const { kolom } = apiClients

const COLUMNS = Object.values(kolom).map((name) => ({ name }))

export function ApiClientTable({ regels }: { regels: readonly ApiClientRegel[] }) {
  return (
    <Table label={apiClients.titel} columns={COLUMNS}>
      {regels.map(({ id, naam, contact, scopes, stand, verlooptOp, laatstGebruiktOp }) => (
        <Row key={id}>
          <Cell>
            <Link href={apiClientPath(id)} prefetch={false} className="staff-row-link">
              {naam}
            </Link>
            <span className="staff-caption staff-breakable">{contact}</span>
          </Cell>
          <Cell heading={kolom.stand}>
            <StandBadge stand={stand} />
          </Cell>
          <Cell heading={kolom.rechten}>{scopesInWords(scopes)}</Cell>
          <Cell heading={kolom.verloopt}>
            <Moment instant={verlooptOp} otherwise={apiClients.niets} />
          </Cell>
          <Cell heading={kolom.gebruikt}>
            <Moment
              instant={laatstGebruiktOp}
              otherwise={stand === 'ingetrokken' ? apiClients.niets : apiClients.nooit}
            />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
