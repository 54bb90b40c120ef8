'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { withdrawToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { apiClientPath } from '../../../../paths.ts'
import { readManaged } from '../../../../read-managed.ts'

export async function withdrawTokenAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'clientId')
  const { tokenId } = readHidden(z.object({ tokenId: z.uuid() }), formData)
  // Idempotent: a token that is already withdrawn gives the same result.
  await withdrawToken(zaaksysteem(), { id, tokenId, actor })
  redirect(`${apiClientPath(id)}?gedaan=tokenIngetrokken`)
}
