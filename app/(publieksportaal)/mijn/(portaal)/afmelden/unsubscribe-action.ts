'use server'

import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { unsubscribe } from '#lib/publieksportaal/mail/emailadres/unsubscribe.ts'

export async function unsubscribeAction(form: FormData): Promise<void> {
  await unsubscribe(publieksportaal(), { afmeldcode: String(form.get('code')) })
  redirect('/mijn/afmelden')
}
