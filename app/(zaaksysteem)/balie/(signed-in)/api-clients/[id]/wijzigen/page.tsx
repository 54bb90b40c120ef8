import type { Metadata } from 'next'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { EVENT_TYPE_OPTIONS } from '../../../../../abonnementen/type-options.ts'
import { withChosen, zaaktypeOptions } from '../../../options.ts'
import { apiClientPath } from '../../../paths.ts'
import { changeApiClientAction } from '../../api-client-actions.ts'
import { SCOPE_OPTIONS } from '../../api-client-fields.ts'
import { ApiClientForm } from '../../api-client-form.tsx'
import { ApiClientBreadcrumb } from '../../api-client-parts.tsx'
import { loadOpenApiClient } from '../../load-api-client.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${apiClients.formulier.wijzig}: ${(await loadOpenApiClient((await params).id)).naam}` }
}

export default async function WijzigenPage({ params }: Props) {
  const client = await loadOpenApiClient((await params).id)
  const { id, naam, contact, scopes, zaaktypen, types, verlooptOp } = client
  return (
    <>
      <ApiClientBreadcrumb client={client} current={apiClients.detail.wijzig} />
      <ApiClientForm
        action={changeApiClientAction}
        clientId={id}
        initial={{ naam, contact, scopes, zaaktypen, types, verlooptOp: dateInAmsterdam(verlooptOp) }}
        scopes={SCOPE_OPTIONS}
        zaaktypen={withChosen(zaaktypeOptions(await findZaaktypen(zaaksysteem())), zaaktypen)}
        eventTypes={withChosen(EVENT_TYPE_OPTIONS, types)}
        backHref={apiClientPath(id)}
      />
    </>
  )
}
