import type { Metadata } from 'next'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../paths.ts'
import { ApiClientBreadcrumb } from '../../api-client-breadcrumb.tsx'
import { loadOpenApiClient } from '../../load-api-client.ts'
import { TokenForm } from './token-form.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${apiClients.token.nieuw}: ${(await loadOpenApiClient((await params).id)).naam}` }
}

export default async function TokenPage({ params }: Props) {
  const client = await loadOpenApiClient((await params).id)
  return (
    <>
      <ApiClientBreadcrumb client={client} current={apiClients.token.nieuw} />
      <TokenForm clientId={client.id} backHref={apiClientPath(client.id)} />
    </>
  )
}
