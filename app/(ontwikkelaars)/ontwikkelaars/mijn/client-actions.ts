'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { forgetClient, keepClient, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { signInClient } from '#lib/zaaksysteem/api-client/client-sessie.ts'
import { findOwnTokens } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { withdrawToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { PATHS } from '../paths.ts'

/** The answer never contains the token, not even a wrong one. */
export async function signInAction(_: unknown, formData: FormData): Promise<FormState> {
  const form = readForm(z.object({ token: z.string() }), formData, { passwords: ['token'] })
  if (!form.ok) return form.refusal
  const asked = await headers()
  const signedIn = await signInClient(zaaksysteem(), {
    // pasted tokens often have spaces around them
    token: form.fields.token.trim(),
    party: clientParty(asked.get(CLIENT_ADDRESS_HEADER)),
    headers: asked,
  })
  if (signedIn.ok) {
    await keepClient(signedIn.cookie)
    redirect(PATHS.mijn)
  }
  const { fout } = mijn[await currentTaal()].inloggen
  const text =
    signedIn.reason === 'too_many_requests' ? fout.too_many_requests(signedIn.retryAfterSeconds) : fout[signedIn.reason]
  return form.refuse({ name: 'token', text })
}

export async function signOutAction(): Promise<void> {
  await forgetClient()
  redirect(`${PATHS.mijn}?gedaan=afgemeld`)
}

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
