'use server'

import { redirect } from 'next/navigation'
import { revokeApiClient } from '#lib/zaaksysteem/api-client/revoke-api-client.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { apiClientPath } from '../../../paths.ts'
import { readManaged } from '../../../read-managed.ts'

export async function revokeApiClientAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'clientId')
  await revokeApiClient(zaaksysteem(), { id, actor })
  redirect(`${apiClientPath(id)}?gedaan=ingetrokken`)
}
