import type { Metadata } from 'next'
import { RotateForm } from '#lib/ui/staff/rotate-form.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../../../paths.ts'
import { rotateTokenAction } from '../../api-client-actions.ts'
import { ApiClientBreadcrumb } from '../../api-client-parts.tsx'
import { loadOpenApiClient } from '../../load-api-client.ts'

const { token: texts } = apiClients

const OVERLAPS = [
  { value: '168', title: texts.overlapWeek, description: texts.overlapWeekUitleg },
  { value: '24', title: texts.overlapDag, description: texts.overlapDagUitleg },
  { value: '0', title: texts.overlapGeen, description: texts.overlapGeenUitleg },
]

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${texts.nieuw}: ${(await loadOpenApiClient((await params).id)).naam}` }
}

export default async function TokenPage({ params }: Props) {
  const client = await loadOpenApiClient((await params).id)
  return (
    <>
      <ApiClientBreadcrumb client={client} current={texts.nieuw} />
      <RotateForm
        action={rotateTokenAction}
        fields={{ clientId: client.id }}
        texts={texts}
        overlaps={OVERLAPS}
        backHref={apiClientPath(client.id)}
      />
    </>
  )
}
