import { notFound } from 'next/navigation'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../../paths.ts'
import { verrichtingPagina } from '../../../../verrichtingen/verrichting-pagina.tsx'
import { ApiClientBreadcrumb } from '../../../api-client-parts.tsx'
import { tokenIntrekken } from '../../../api-client-verrichtingen.ts'
import { loadOpenApiClient } from '../../../load-api-client.ts'

const { tokenIntrekken: texts } = apiClients

const { generateMetadata, Page } = verrichtingPagina(async ({ id, tokenId }: { id: string; tokenId: string }) => {
  const client = await loadOpenApiClient(id)
  const { begin, laatstGebruiktOp } = client.tokens.find((token) => token.id === tokenId) ?? notFound()
  return {
    breadcrumb: <ApiClientBreadcrumb client={client} current={texts.kort} />,
    title: texts.titel(begin),
    explanation: texts.uitleg,
    consequences: [
      texts.gevolg,
      laatstGebruiktOp ? texts.gebruikt(shortMoment(laatstGebruiktOp)) : texts.nooit,
      client.tokens.length === 1 && texts.laatste,
    ],
    form: {
      verrichting: tokenIntrekken,
      fields: { clientId: client.id, tokenId },
      label: texts.knop,
      backHref: apiClientPath(client.id),
    },
  }
})

export { generateMetadata, Page as default }
