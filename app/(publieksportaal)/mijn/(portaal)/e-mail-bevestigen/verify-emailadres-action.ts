'use server'

import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { verifyEmailadres } from '#lib/publieksportaal/mail/emailadres/verify-emailadres.ts'

/** Redirects, so that the code is in no address that is left behind. */
export async function verifyEmailadresAction(form: FormData): Promise<void> {
  const isVerified = await verifyEmailadres(publieksportaal(), { token: String(form.get('code')) })
  redirect(`/mijn/e-mail-bevestigen?uitkomst=${isVerified ? 'gelukt' : 'mislukt'}`)
}
