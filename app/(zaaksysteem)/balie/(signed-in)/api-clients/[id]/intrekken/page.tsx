import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { ApiClientBreadcrumb } from '../../api-client-parts.tsx'
import { apiClientIntrekken } from '../../api-client-verrichtingen.ts'
import { loadOpenApiClient } from '../../load-api-client.ts'

const { intrekken: texts, detail } = apiClients

const { generateMetadata, Page } = verrichtingPagina(async (params: { id: string }) => {
  const client = await loadOpenApiClient(params.id)
  const { id, naam, abonnementen } = client
  return {
    breadcrumb: <ApiClientBreadcrumb client={client} current={detail.intrekken} />,
    title: texts.titel(naam),
    explanation: texts.uitleg,
    consequences: [...texts.gevolgen, abonnementen.length > 0 && texts.abonnementen(abonnementen.length)],
    remark: texts.wissel,
    form: {
      verrichting: apiClientIntrekken,
      fields: { clientId: id },
      label: texts.knop,
      backHref: apiClientPath(id),
    },
  }
})

export { generateMetadata, Page as default }
