import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { Moment } from '../moment.tsx'
import { tokenPath } from '../paths.ts'

const { detail } = apiClients
const kolom = detail.tokenKolom

const COLUMNS = Object.values(kolom).map((name) => ({ name, isNameHidden: name === kolom.actie }))

export function Tokens({ client: { id: clientId, tokens } }: { client: ApiClientDetail }) {
  return (
    <section>
      <Heading level={2}>{detail.tokens}</Heading>
      {tokens.length === 0 && <Paragraph>{detail.geenTokens}</Paragraph>}
      {tokens.length > 0 && (
        <Table label={detail.tokens} columns={COLUMNS}>
          {tokens.map(({ id, begin, gemaaktOp, laatstGebruiktOp, verlooptOp }) => (
            <Row key={id}>
              <Cell>
                <code>{begin}…</code>
              </Cell>
              <Cell heading={kolom.gemaakt}>
                <Moment instant={gemaaktOp} otherwise={apiClients.niets} />
              </Cell>
              <Cell heading={kolom.gebruikt}>
                <Moment instant={laatstGebruiktOp} otherwise={apiClients.nooit} />
              </Cell>
              <Cell heading={kolom.verloopt}>
                <Moment instant={verlooptOp} otherwise={detail.metClient} />
              </Cell>
              <Cell>
                <Link href={tokenPath(clientId, id)} prefetch={false}>
                  {detail.trekTokenIn}
                  <span className="zb-hidden">{detail.tokenVan(begin)}</span>
                </Link>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </section>
  )
}
