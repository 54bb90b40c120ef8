'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { unsubscribe } from '#lib/publieksportaal/mail/emailadres/forget-emailadres.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'

export async function unsubscribeAction(form: FormData): Promise<void> {
  await unsubscribe(publieksportaal(), { afmeldcode: readHidden(z.object({ code: z.string() }), form).code })
  redirect('/mijn/afmelden')
}
