'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { findOwnTokens } from '#lib/zaaksysteem/api-client/find-own-tokens.ts'
import { withdrawToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { PATHS } from '../../../paths.ts'

/** A client may revoke its own tokens, whatever its scopes. */
export async function withdrawOwnTokenAction(formData: FormData): Promise<void> {
  const { client, token, actor } = await requireClient()
  const { tokenId } = readHidden(z.object({ tokenId: z.uuid() }), formData)
  const ctx = zaaksysteem()
  const own = await findOwnTokens(ctx, { client, token })
  if (!own) notFound()
  const withdrawn = await withdrawToken(ctx, { id: own.clientId, tokenId, actor })
  if (!withdrawn.ok) notFound()
  redirect(`${PATHS.mijn}?gedaan=ingetrokken`)
}
