import type { Metadata } from 'next'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../paths.ts'
import { ApiClientBreadcrumb } from '../../api-client-breadcrumb.tsx'
import { loadOpenApiClient } from '../../load-api-client.ts'
import { revokeApiClientAction } from './revoke-api-client-action.ts'

const { intrekken } = apiClients

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: intrekken.titel((await loadOpenApiClient((await params).id)).naam) }
}

export default async function IntrekkenPage({ params }: Props) {
  const client = await loadOpenApiClient((await params).id)
  const { id, naam, abonnementen } = client
  return (
    <ConfirmPage
      breadcrumb={<ApiClientBreadcrumb client={client} current={apiClients.detail.intrekken} />}
      title={intrekken.titel(naam)}
      explanation={intrekken.uitleg}
      consequences={[...intrekken.gevolgen, abonnementen.length > 0 && intrekken.abonnementen(abonnementen.length)]}
      remark={intrekken.wissel}
    >
      <ConfirmForm
        action={revokeApiClientAction}
        hidden={{ clientId: id }}
        label={intrekken.knop}
        backHref={apiClientPath(id)}
      />
    </ConfirmPage>
  )
}
