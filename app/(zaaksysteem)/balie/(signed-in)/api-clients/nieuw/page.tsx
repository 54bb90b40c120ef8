import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { EVENT_TYPE_OPTIONS } from '../../../../abonnementen/type-options.ts'
import { zaaktypeOptions } from '../../options.ts'
import { API_CLIENTS } from '../../paths.ts'
import { createApiClientAction } from '../api-client-actions.ts'
import { emptyForm, SCOPE_OPTIONS } from '../api-client-fields.ts'
import { ApiClientForm } from '../api-client-form.tsx'

export const metadata: Metadata = { title: apiClients.nieuw }

export default async function NieuweApiClientPage() {
  await requireBeheerder()
  const ctx = zaaksysteem()
  return (
    <>
      <Breadcrumb items={[{ href: API_CLIENTS, text: apiClients.titel }]} current={apiClients.nieuw} />
      <ApiClientForm
        action={createApiClientAction}
        initial={emptyForm(ctx.clock())}
        scopes={SCOPE_OPTIONS}
        zaaktypen={zaaktypeOptions(await findZaaktypen(ctx))}
        eventTypes={EVENT_TYPE_OPTIONS}
        backHref={API_CLIENTS}
      />
    </>
  )
}
