'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requestIntrekking } from '#lib/publieksportaal/inzending/request-intrekking.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterInzenden } from '../paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie })

export async function requestIntrekkingAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const sent = readHidden(fields, formData)
  const { zaakId } = sent
  const requested = await requestIntrekking(publieksportaal(), { burgerId, gemachtigdeId, ...sent })
  if (!requested.ok && requested.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(afterInzenden(zaakId, requested))
}
