'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requestIntrekking } from '#lib/publieksportaal/inzending/request-intrekking.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterInzenden } from '../paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie: z.coerce.number().pipe(z.int32().positive()) })

export async function requestIntrekkingAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const read = fields.safeParse(Object.fromEntries(formData))
  if (!read.success) notFound()
  const { zaakId } = read.data
  const requested = await requestIntrekking(publieksportaal(), { burgerId, gemachtigdeId, ...read.data })
  if (!requested.ok && requested.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(afterInzenden(zaakId, requested))
}
