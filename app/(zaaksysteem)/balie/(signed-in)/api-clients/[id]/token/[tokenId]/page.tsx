import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../../paths.ts'
import { ApiClientBreadcrumb } from '../../../api-client-breadcrumb.tsx'
import { loadOpenApiClient } from '../../../load-api-client.ts'
import { withdrawTokenAction } from './withdraw-token-action.ts'

const { tokenIntrekken } = apiClients

type Props = { params: Promise<{ id: string; tokenId: string }> }

async function load({ params }: Props) {
  const { id, tokenId } = await params
  const client = await loadOpenApiClient(id)
  const token = client.tokens.find((one) => one.id === tokenId)
  return { client, token: token ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: tokenIntrekken.titel((await load(props)).token.begin) }
}

export default async function TokenIntrekkenPage(props: Props) {
  const { client, token } = await load(props)
  const { begin, laatstGebruiktOp } = token
  return (
    <ConfirmPage
      breadcrumb={<ApiClientBreadcrumb client={client} current={tokenIntrekken.kort} />}
      title={tokenIntrekken.titel(begin)}
      explanation={tokenIntrekken.uitleg}
      consequences={[
        tokenIntrekken.gevolg,
        laatstGebruiktOp ? tokenIntrekken.gebruikt(shortMoment(laatstGebruiktOp)) : tokenIntrekken.nooit,
        client.tokens.length === 1 && tokenIntrekken.laatste,
      ]}
    >
      <ConfirmForm
        action={withdrawTokenAction}
        hidden={{ clientId: client.id, tokenId: token.id }}
        label={tokenIntrekken.knop}
        backHref={apiClientPath(client.id)}
      />
    </ConfirmPage>
  )
}
