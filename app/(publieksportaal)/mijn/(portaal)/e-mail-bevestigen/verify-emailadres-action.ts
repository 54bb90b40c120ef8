'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { verifyEmailadres } from '#lib/publieksportaal/mail/emailadres/verify-emailadres.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'

/** Redirects, so that the code does not stay in the browser's address bar or history. */
export async function verifyEmailadresAction(form: FormData): Promise<void> {
  const isVerified = await verifyEmailadres(publieksportaal(), {
    token: readHidden(z.object({ code: z.string() }), form).code,
  })
  redirect(`/mijn/e-mail-bevestigen?uitkomst=${isVerified ? 'gelukt' : 'mislukt'}`)
}
