'use server'

import { redirect } from 'next/navigation'
import { withdrawToken } from '#lib/zaaksysteem/api-client/withdraw-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { apiClientPath } from '../../../paths.ts'
import { readClientId, readUuid } from '../../read-client-id.ts'

export async function withdrawTokenAction(formData: FormData): Promise<void> {
  const { id, actor } = await readClientId(formData)
  // One that is gone already is as gone.
  await withdrawToken(zaaksysteem(), { id, tokenId: readUuid(formData, 'tokenId'), actor })
  redirect(`${apiClientPath(id)}?gedaan=tokenIngetrokken`)
}
