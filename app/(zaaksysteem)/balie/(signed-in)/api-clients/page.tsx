import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { type ApiClientRegel, findApiClients } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { apiClientPath, NIEUWE_API_CLIENT } from '../paths.ts'
import { scopesInWords } from './api-client-fields.ts'
import { DoneMessage, StandBadge } from './api-client-parts.tsx'

const { kolom } = apiClients

export const metadata: Metadata = { title: apiClients.titel }

const nieuw = <ButtonLink href={NIEUWE_API_CLIENT}>{apiClients.nieuw}</ButtonLink>

const COLUMNS: Column<ApiClientRegel>[] = [
  {
    name: kolom.client,
    cell: ({ id, naam, contact }) => (
      <>
        <Link href={apiClientPath(id)} className="staff-row-link">
          {naam}
        </Link>
        <span className="staff-caption staff-breakable">{contact}</span>
      </>
    ),
  },
  { name: kolom.stand, cell: ({ stand }) => <StandBadge stand={stand} /> },
  { name: kolom.rechten, cell: ({ scopes }) => scopesInWords(scopes) },
  { name: kolom.verloopt, cell: ({ verlooptOp }) => <Moment instant={verlooptOp} otherwise={apiClients.niets} /> },
  {
    name: kolom.gebruikt,
    cell: ({ stand, laatstGebruiktOp }) => (
      <Moment instant={laatstGebruiktOp} otherwise={stand === 'ingetrokken' ? apiClients.niets : apiClients.nooit} />
    ),
  },
]

type Props = { searchParams: Promise<SearchParams> }

export default async function ApiClientsPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const regels = await findApiClients(ctx)
  const configured = [...new Set(ctx.env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client))]
  return (
    <ListPage
      title={apiClients.titel}
      explanation={apiClients.uitleg}
      action={regels.length > 0 && nieuw}
      list={{
        columns: COLUMNS,
        rows: regels,
        keyOf: ({ id }) => id,
        empty: { title: apiClients.leeg, explanation: apiClients.leegUitleg, next: nieuw },
      }}
      below={
        configured.length > 0 && (
          <Paragraph soft className="staff-below">
            {apiClients.configuratie(configured.join(', '))}
          </Paragraph>
        )
      }
    >
      <DoneMessage code={(await searchParams).gedaan} />
    </ListPage>
  )
}
