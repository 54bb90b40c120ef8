import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { findApiClients } from '#lib/zaaksysteem/balie/api-clients/find-api-clients.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ApiClientTable } from './api-client-table.tsx'
import { DoneMessage } from './done-message.tsx'
import { NIEUWE_API_CLIENT } from './paths.ts'

export const metadata: Metadata = { title: apiClients.titel }

type Props = { searchParams: Promise<SearchParams> }

export default async function ApiClientsPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const regels = await findApiClients(ctx)
  const configured = [...new Set(ctx.env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client))]
  return (
    <>
      <div className="staff-title-row">
        <Heading level={1}>{apiClients.titel}</Heading>
        {regels.length > 0 && <ButtonLink href={NIEUWE_API_CLIENT}>{apiClients.nieuw}</ButtonLink>}
      </div>
      <Paragraph soft>{apiClients.uitleg}</Paragraph>
      <DoneMessage code={(await searchParams).gedaan} />
      {regels.length > 0 ? (
        <ApiClientTable regels={regels} />
      ) : (
        <EmptyList title={apiClients.leeg} explanation={apiClients.leegUitleg}>
          <ButtonLink href={NIEUWE_API_CLIENT}>{apiClients.nieuw}</ButtonLink>
        </EmptyList>
      )}
      {configured.length > 0 && (
        <Paragraph soft className="staff-below">
          {apiClients.configuratie(configured.join(', '))}
        </Paragraph>
      )}
    </>
  )
}
