import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { tokenPath } from '../paths.ts'

const { detail } = apiClients
const kolom = detail.tokenKolom

export function Tokens({ client: { id: clientId, tokens } }: { client: ApiClientDetail }) {
  return (
    <section>
      <Heading level={2}>{detail.tokens}</Heading>
      {tokens.length === 0 && <Paragraph>{detail.geenTokens}</Paragraph>}
      {tokens.length > 0 && (
        <Table
          label={detail.tokens}
          rows={tokens}
          keyOf={({ id }) => id}
          columns={[
            { name: kolom.token, cell: ({ begin }) => <code>{begin}…</code> },
            { name: kolom.gemaakt, cell: ({ gemaaktOp }) => <Moment instant={gemaaktOp} /> },
            {
              name: kolom.gebruikt,
              cell: ({ laatstGebruiktOp }) => <Moment instant={laatstGebruiktOp} otherwise={apiClients.nooit} />,
            },
            {
              name: kolom.verloopt,
              cell: ({ verlooptOp }) => <Moment instant={verlooptOp} otherwise={detail.metClient} />,
            },
            {
              name: kolom.actie,
              isNameHidden: true,
              cell: ({ id, begin }) => (
                <Link href={tokenPath(clientId, id)} prefetch={false}>
                  {detail.trekTokenIn}
                  <span className="zb-hidden">{detail.tokenVan(begin)}</span>
                </Link>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
