'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { sendAanvullingen } from '#lib/publieksportaal/inzending/send-aanvullingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterInzenden } from '../paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie })

export async function sendAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const wanted = { burgerId, gemachtigdeId, ...readHidden(fields, formData) }
  const sent = await sendAanvullingen(publieksportaal(), wanted)
  if (!sent.ok && sent.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(afterInzenden(wanted.zaakId, sent))
}
