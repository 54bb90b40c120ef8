'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { forgetClient, keepClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { signInClient } from '#lib/zaaksysteem/api-client/client-sessie.ts'
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
